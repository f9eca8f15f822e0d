package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes away {@code 09:15} where it stands alone in its line, or behind the greeting. {@code 18:20} may be two counts: so not
 * behind a group or what is said of one, and not where nothing else is counted.
 */
final class TimesOfDay {
    private static final Pattern WRITTEN = Pattern.compile("(?:[01]?\\d|2[0-3])[.:][0-5]\\d(?:[.:][0-5]\\d)?");
    private static final Set<TokenKind> PASSED = EnumSet.of(OTHER, HEADING, STOP, COLON, DASH, LINE);
    private static final Set<TokenKind> COUNTS = EnumSet.of(NUMBER, NUMBER_WORD, NIL, ALL, AS_BEFORE, PERCENT);

    private final List<Token> tokens;
    private final int at;

    private TimesOfDay(List<Token> tokens, int at) {
        this.tokens = tokens;
        this.at = at;
    }

    static List<Token> without(List<Token> tokens) {
        if (!ClauseReader.has(tokens, ODD_NUMBER) || !ClauseReader.has(tokens, COUNTS)) return tokens;
        List<Token> out = new ArrayList<>(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (new TimesOfDay(tokens, i).isOne()) out.set(i, Token.of(OTHER, ""));
        }
        return out;
    }

    private boolean isOne() {
        Token token = tokens.get(at);
        if (!token.is(ODD_NUMBER) || !WRITTEN.matcher(token.text()).matches()) return false;
        int before = next(-1);
        int behind = next(1);
        TokenKind first = kind(before);
        TokenKind second = kind(behind);
        if (first == LINE) return second == AGENCY || second == ADDRESS;
        if (!isLineBetween(before, at)) return false;
        if (first == AGENCY) return isLineBetween(at, behind) && (second == GROUP || second == TOTAL || second == NIL);
        return second == LINE && isCounted(before);
    }

    /** Index of the nearest that says something. */
    private int next(int step) {
        int next = at + step;
        while (next >= 0
                && next < tokens.size()
                && PASSED.contains(tokens.get(next).kind())) next += step;
        return next;
    }

    /** Of the message's ends that of a line. */
    private TokenKind kind(int index) {
        return index < 0 || index == tokens.size() ? LINE : tokens.get(index).kind();
    }

    private boolean isLineBetween(int from, int to) {
        return tokens.subList(from + 1, to).stream().anyMatch(token -> token.is(LINE));
    }

    /** {@code sudah 43}, {@code sudah 43 orang}. */
    private boolean isCounted(int index) {
        TokenKind kind = kind(index);
        return kind == NUMBER || kind == NIL || kind == PERCENT || (kind == PEOPLE && kind(index - 1) == NUMBER);
    }
}
