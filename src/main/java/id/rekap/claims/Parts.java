package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Of what a count consists, as a bracket or a list has it.
 *
 * @param labels how many words say whom the numbers count
 * @param complete together they are the count: {@code terdiri dari}, or several parts; not {@code termasuk}, nor those away
 * @param added with a plus between
 */
record Parts(List<Integer> numbers, int labels, boolean complete, boolean added) {
    private static final Set<String> AMONG = Set.of("termasuk", "diantaranya", "di antaranya", "antara lain");

    private static final Set<TokenKind> BEFORE_PLUS = EnumSet.of(NUMBER, PEOPLE, GROUP, SEX);

    static Parts of(List<Token> tokens) {
        List<Integer> numbers = new ArrayList<>();
        int labels = 0;
        boolean among = false;
        boolean all = false;
        boolean added = false;
        for (Token token : tokens) {
            if (token.is(NUMBER) || token.is(NIL)) numbers.add(token.number());
            if (token.is(GROUP) || token.is(SEX) || token.is(AWAY)) labels++;
            among |= token.is(AWAY) || isAmong(token);
            all |= token.is(PARTS) && !isAmong(token);
            added |= token.is(SIGN);
        }
        return new Parts(numbers, labels, !among && (all || labels > 1), added);
    }

    /** Behind {@code termasuk} only some are named. */
    static boolean isAmong(Token token) {
        return token.is(PARTS) && AMONG.contains(token.text());
    }

    /** {@code PNS 40 + PPPK 5}; but {@code + 5 PPPK} is more than the count before it. */
    static boolean isPlus(Token before, Token token) {
        return token.is(SIGN) && token.text().equals("+") && BEFORE_PLUS.contains(before.kind());
    }

    /** Whether one of these numbers can consist of them; the last may be their sum again. */
    boolean areOf(List<Integer> wholes) {
        if (numbers.isEmpty()) return true;
        long sum = numbers.stream().mapToLong(Integer::longValue).sum();
        if (!complete) {
            return !added && numbers.size() <= labels && wholes.stream().anyMatch(whole -> sum <= whole);
        }
        boolean summed = numbers.size() == labels + 1 && sum == 2L * last();
        if (!summed && numbers.size() > labels) return false;
        return wholes.contains(summed ? last() : (int) Math.min(sum, Integer.MAX_VALUE));
    }

    /** Is each number said to be of somebody, and none is added? */
    boolean isLabelled() {
        return !added && !numbers.isEmpty() && numbers.size() <= labels;
    }

    int last() {
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
    }
}
