package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * People whom the import of one group takes over from the other. Contract staff become PPPK, so it is allowed; but a stale
 * list would do the same in the other direction, so it never happens without a word.
 */
final class GroupMoves {
    private static final Comparator<Move> AS_THEY_STAND = Comparator.comparing(
                    (Move move) -> move.row().source().file())
            .thenComparing(move -> move.row().source().sheet())
            .thenComparing(move -> move.row().row());

    private static final int MOST = 20;

    private final First warned = new First(MOST);
    private final First contradicting = new First(ImportProblems.MOST);

    private record Move(EmployeeRow row, EmployeeVersion before, Group from) {}

    /** The first moves in the order of the files, and how many there are. */
    private static final class First {
        private final int most;
        private final List<Move> moves = new ArrayList<>();
        private long count;

        First(int most) {
            this.most = most;
        }

        void add(Move move) {
            count++;
            moves.add(move);
            if (moves.size() >= 2 * most) {
                trim();
            }
        }

        private List<Move> trim() {
            moves.sort(AS_THEY_STAND);
            moves.subList(Math.min(most, moves.size()), moves.size()).clear();
            return moves;
        }

        long more() {
            return Math.max(0, count - most);
        }
    }

    void add(EmployeeRow row, EmployeeVersion before, Group from) {
        Move move = new Move(row, before, from);
        warned.add(move);
        if (from == Group.ASN && before.active()) {
            contradicting.add(move);
        }
    }

    /** For people to look at; the import does it. */
    List<String> warnings() {
        List<String> warnings =
                new ArrayList<>(warned.trim().stream().map(GroupMoves::warning).toList());
        if (warned.more() > 0) {
            warnings.add(warned.more() + " more move from one group to the other");
        }
        return warnings;
    }

    private static String warning(Move move) {
        return move.row().place() + ": " + who(move) + " moves from "
                + move.before().type() + " to "
                + move.row().version().type() + "; if the list of " + move.from()
                + " is right, take the row out of this file and import again";
    }

    /**
     * An ASN does not become contract staff. Whoever is one on a date on which the ASN were imported is in that import's
     * files: two lists claim them, as if they stood twice in one, and the contract staff's is the older one.
     *
     * @param imported of each group that was imported by itself for the date, the files
     */
    void contradictions(LocalDate date, Map<Group, String> imported, ImportProblems problems) {
        @Nullable String files = imported.get(Group.ASN);
        if (files == null) {
            return;
        }
        for (Move move : contradicting.trim()) {
            problems.add(ImportProblems.About.REGISTER, 0, contradiction(move, date, files));
        }
        problems.uncounted(contradicting.more());
    }

    private static Problem contradiction(Move move, LocalDate date, String files) {
        return move.row()
                .problem(
                        who(move) + " stands twice on " + date + ": here as "
                                + move.row().version().type() + ", as "
                                + move.before().type() + " in the import of " + move.from() + " (" + files + ")",
                        "each person in the list of one group on a date",
                        "Take the row out of the list that is wrong and import that list again;"
                                + " if this file is right and the other cannot be mended, import it with --force");
    }

    private static String who(Move move) {
        String now = move.row().version().no();
        String before = move.before().no();
        return now.equals(before) ? now : now + " (in the register " + before + ")";
    }
}
