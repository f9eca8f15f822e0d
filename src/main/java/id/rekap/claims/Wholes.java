package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Of how many a number is: what {@code dari} says. */
final class Wholes {
    static final Set<TokenKind> FILLERS = EnumSet.of(PEOPLE, OTHER, GROUP, ACCOUNT, AGENCY, TOTAL, ALL);

    private Wholes() {}

    /** {@code dari 45 ASN}: a number follows, after fillers at most. */
    static boolean isAhead(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size()
                && FILLERS.contains(tokens.get(next).kind())
                && !tokens.get(next).is(AGENCY)) next++;
        return next < tokens.size() && tokens.get(next).is(NUMBER);
    }

    /** Index of the number behind {@code dari}, with fillers between; -1 where there is none. */
    static int index(List<Token> tokens, int at) {
        int of = at + 1;
        while (of < tokens.size() && FILLERS.contains(tokens.get(of).kind())) of++;
        if (of >= tokens.size() || !tokens.get(of).is(OF)) return -1;
        int whole = of + 1;
        while (whole < tokens.size() && FILLERS.contains(tokens.get(whole).kind())) whole++;
        return whole < tokens.size() && tokens.get(whole).is(NUMBER) ? whole : -1;
    }
}
