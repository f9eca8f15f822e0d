package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The agencies that a message names, by code, in its order. Those that it is addressed to report nothing in it.
 *
 * @param others who may report
 */
record Addressees(Set<String> addressed, Set<String> others) {
    static Addressees of(List<Token> tokens) {
        Set<String> addressed = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        boolean address = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(ADDRESS)) address = true;
            else if (token.is(AGENCY)) (address ? addressed : others).add(token.text());
            address &= goesOn(token) || isBeforeJoint(tokens, i);
        }
        return new Addressees(addressed, others);
    }

    private static boolean goesOn(Token token) {
        return token.is(ADDRESS)
                || token.is(OTHER)
                || (token.is(STOP) && token.text().equals("."))
                || isJoint(token);
    }

    /** {@code Yth. Dinas Sosial dan Dinas Pendidikan}: both are addressed. */
    private static boolean isBeforeJoint(List<Token> tokens, int at) {
        if (!tokens.get(at).is(AGENCY) && !tokens.get(at).is(LINE)) return false;
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(LINE)) next++;
        return next < tokens.size() && isJoint(tokens.get(next));
    }

    private static boolean isJoint(Token token) {
        return token.is(STOP) && (token.text().equals("dan") || token.text().equals("/"));
    }
}
