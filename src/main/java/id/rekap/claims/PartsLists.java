package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes away of what a count consists: {@code ASN 45 terdiri dari PNS 40 dan PPPK 5, sudah follow 43}. Parts that are not the
 * count, or may be what is spoken of afterwards, stay, and make the message doubtful.
 */
final class PartsLists {
    private static final Set<TokenKind> LISTED = EnumSet.of(NUMBER, NIL, PEOPLE, OTHER, STOP, SEX);
    private static final Set<TokenKind> BETWEEN = EnumSet.of(PEOPLE, OTHER, STOP, LINE);
    private static final Set<TokenKind> BEFORE_NUMBER =
            EnumSet.of(SUDAH, FOLLOW, BELUM, PEOPLE, OTHER, ACCOUNT, STOP, LINE);
    /** In tokens: a longer one is none. */
    private static final int LONGEST = 60;

    private final List<Token> tokens;
    private final List<Token> out = new ArrayList<>();

    private PartsLists(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Token> without(List<Token> tokens) {
        return new PartsLists(tokens).left();
    }

    private List<Token> left() {
        for (int i = 0; i < tokens.size(); i++) {
            int end = isBeginning(i) ? end(i) : -1;
            if (end < 0) {
                out.add(tokens.get(i));
            } else {
                out.add(Token.of(STOP, ","));
                i = end - 1;
            }
        }
        return out;
    }

    /** A word says so, or a part stands behind a number. */
    private boolean isBeginning(int at) {
        if (tokens.get(at).is(PARTS)) return !excludes(tokens.subList(0, at + 1));
        if (!isLabel(at) && !(tokens.get(at).is(NUMBER) && isLabel(at + 1))) return false;
        int before = out.size() - 1;
        while (before >= 0 && BETWEEN.contains(out.get(before).kind())) before--;
        return before >= 0 && out.get(before).is(NUMBER);
    }

    private boolean isLabel(int at) {
        return at < tokens.size() && (tokens.get(at).is(GROUP) || tokens.get(at).is(SEX));
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

    /** The farthest end at which the parts are what was counted; -1 where there is none. */
    private int end(int from) {
        Counted counted = Counted.before(out);
        if (counted == null) return -1;
        Group whole = counted.whole();
        int to = tokens.get(from).is(PARTS) ? from + 1 : from;
        while (to < tokens.size() && to - from < LONGEST && isListed(from, to, whole)) to++;
        int end = to;
        while (end > from && !isEnd(from, end, counted)) end--;
        if (end == from || (hasNumber(from, to) && !hasNumber(from, end))) return -1;
        boolean later = tokens.subList(end, tokens.size()).stream().anyMatch(token -> isPart(token, whole));
        return later ? -1 : end;
    }

    private boolean hasNumber(int from, int to) {
        return !Parts.of(tokens.subList(from, to)).numbers().isEmpty();
    }

    private boolean isListed(int from, int at, @Nullable Group whole) {
        Token token = tokens.get(at);
        boolean among = Parts.isAmong(tokens.get(from));
        return LISTED.contains(token.kind())
                || isPart(token, whole)
                || (token.is(LINE) && !among)
                || (token.is(AWAY) && among)
                || Parts.isPlus(tokens.get(at - 1), token);
    }

    private boolean isEnd(int from, int end, Counted counted) {
        boolean said = tokens.get(from).is(PARTS);
        Parts parts = Parts.of(tokens.subList(from, end));
        if (said && counted.whole() != null && stops(end) && parts.isLabelled()) return true;
        if (!parts.areOf(counted.numbers()) || !(said || parts.complete())) return false;
        boolean named = parts.labels() > 0;
        boolean stops = stops(end);
        if (said && stops) return named || counted.whole() != null;
        boolean status = end < tokens.size() && tokens.get(end).kind().isStatus();
        return named && (stops || status) && isOfWhole(end, parts.last());
    }

    private boolean stops(int end) {
        return end == tokens.size()
                || tokens.get(end).is(LINE)
                || tokens.get(end - 1).is(STOP);
    }

    /** {@code PPPK 5, sudah 4} may be of the last part alone, {@code PPPK 5, sudah 43} is not. */
    private boolean isOfWhole(int from, int last) {
        int next = from;
        while (next < tokens.size() && BEFORE_NUMBER.contains(tokens.get(next).kind())) next++;
        return next < tokens.size()
                && tokens.get(next).is(NUMBER)
                && tokens.get(next).number() > last;
    }

    private static boolean isPart(Token token, @Nullable Group whole) {
        return token.is(GROUP)
                && !token.staff().contains(StaffKind.ASN)
                && token.staff().stream().allMatch(staff -> staff.group() == whole);
    }
}
