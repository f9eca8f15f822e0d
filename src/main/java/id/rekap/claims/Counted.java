package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The group that was counted last, with the numbers that stand with it.
 *
 * @param numbers the last first
 */
record Counted(Set<StaffKind> staff, List<Integer> numbers) {
    /** A message may be as long as a book; what is counted stands near. */
    private static final int FARTHEST = 100;

    /** Null where no group stands with a number. */
    static @Nullable Counted before(List<Token> tokens) {
        List<Integer> numbers = new ArrayList<>();
        Token group = null;
        boolean agency = false;
        boolean line = false;
        for (int i = tokens.size() - 1; i >= Math.max(0, tokens.size() - FARTHEST); i--) {
            Token token = tokens.get(i);
            agency |= token.is(AGENCY);
            line |= token.is(LINE);
            // what stands above an agency's line may be another's
            if (agency && line) break;
            if (token.is(NUMBER) || token.is(NIL)) numbers.add(token.number());
            if (token.is(PAIR)) numbers.addAll(List.of(token.second(), token.number()));
            if (group != null && (token.is(GROUP) || token.kind().isStop())) break;
            if (!token.is(GROUP)) continue;
            group = token;
            if (!numbers.isEmpty()) break;
        }
        return group == null || numbers.isEmpty() ? null : new Counted(group.staff(), numbers);
    }

    /** Of all its people; null where it is a part of one, or both. */
    @Nullable
    Group whole() {
        boolean whole = StaffKind.isOneGroup(staff) && StaffKind.isWhole(staff);
        return whole ? staff.iterator().next().group() : null;
    }
}
