package id.rekap.cli;

import id.rekap.intake.HeldList;
import id.rekap.intake.HeldList.Decision;
import id.rekap.value.Identifier;
import id.rekap.value.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Held lists in words. */
final class HeldListText {
    private static final int FILES = 5;

    private HeldListText() {}

    /** What waits, and beside what. */
    static String line(HeldList list) {
        return list.name() + "  " + list.rows() + " rows, " + list.rowsInForce() + " in force: "
                + list.codes().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Its files, at most a few of them. */
    static String files(List<String> names) {
        return names.stream().limit(FILES).map(Identifier::maskedPath).collect(Collectors.joining(", "))
                + (names.size() > FILES ? " and " + (names.size() - FILES) + " more" : "");
    }

    /** What became of one of which nothing is to be decided or taken back. */
    static String past(HeldList list) {
        Decision decision = list.decision();
        if (decision != null && list.decidedOn() != null) {
            return switch (decision) {
                case ACCEPT ->
                    "was accepted with the run of " + list.decidedOn() + "; ./rekap withdraw takes it out of force";
                case REFUSE -> "was refused with the run of " + list.decidedOn();
            };
        }
        if (list.replaced()) {
            return "was replaced by a newer drop of the agency";
        }
        return decision == null
                ? "waits for a decision, none was taken"
                : "was " + (decision == Decision.ACCEPT ? "accepted" : "refused")
                        + " already; the next run takes that up, " + undo(decision, list.name()) + " takes it back";
    }

    /** How a decision is taken back. */
    static String undo(Decision decision, String name) {
        return "./rekap " + decision.name().toLowerCase(Locale.ROOT) + " " + ShellWord.of(name) + " --undo";
    }
}
