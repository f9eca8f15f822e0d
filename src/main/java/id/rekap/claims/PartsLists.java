package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes away of what a count consists: {@code ASN 45 terdiri dari PNS 40 dan PPPK 5, sudah follow 43}. */
final class PartsLists {
    private static final Set<TokenKind> LISTED = EnumSet.of(NUMBER, PEOPLE, OTHER, STOP, SEX);

    private PartsLists() {}

    /** A list that does not end for sure stays, and makes the message doubtful. */
    static List<Token> without(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int end = tokens.get(i).is(PARTS) && !excludes(tokens.subList(0, i + 1)) ? end(tokens, i) : -1;
            if (end < 0) {
                out.add(tokens.get(i));
            } else {
                out.add(Token.of(STOP, ","));
                i = end - 1;
            }
        }
        return out;
    }

    /** {@code belum termasuk PPPK}: a number that leaves somebody out is not the group's. */
    static boolean excludes(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is(PARTS)) continue;
            int before = i - 1;
            while (before >= 0
                    && (tokens.get(before).is(OTHER) || tokens.get(before).is(ALL))) before--;
            if (before >= 0
                    && (tokens.get(before).is(TIDAK) || tokens.get(before).is(BELUM))) return true;
        }
        return false;
    }

    private static int end(List<Token> tokens, int from) {
        Group whole = wholeBefore(tokens, from);
        int end = from + 1;
        while (end < tokens.size() && (LISTED.contains(tokens.get(end).kind()) || isPart(tokens.get(end), whole)))
            end++;
        boolean stops = end == tokens.size()
                || tokens.get(end).is(LINE)
                || tokens.get(end - 1).is(STOP);
        boolean later = tokens.subList(end, tokens.size()).stream().anyMatch(token -> isPart(token, whole));
        return whole != null && stops && !later ? end : -1;
    }

    private static boolean isPart(Token token, @Nullable Group whole) {
        return token.is(GROUP)
                && !token.staff().contains(StaffKind.ASN)
                && token.staff().stream().allMatch(staff -> staff.group() == whole);
    }

    /** The group that is counted as a whole right before. */
    static @Nullable Group wholeBefore(List<Token> tokens, int at) {
        boolean number = false;
        for (int i = at - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            number |= token.is(NUMBER);
            if (!token.is(GROUP)) continue;
            boolean whole = number && StaffKind.isOneGroup(token.staff()) && StaffKind.isWhole(token.staff());
            return whole ? token.staff().iterator().next().group() : null;
        }
        return null;
    }
}
