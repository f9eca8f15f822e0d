package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a clause says of groups. Whatever it does not understand beside a number makes the message doubtful. */
final class ClauseReader {
    private static final Set<TokenKind> NUMBERS = EnumSet.of(NUMBER, PAIR, ODD_NUMBER, NUMBER_WORD, NIL, PERCENT);
    private static final Set<TokenKind> STRANGE = EnumSet.of(UNKNOWN, SIGN, SEX, OFFICE, AWAY, PARTS, AS_BEFORE, TIDAK);

    private final MessageTally tally;

    ClauseReader(MessageTally tally) {
        this.tally = tally;
    }

    void read(List<Token> clause) {
        if (isAddress(clause)) return;
        if (isNumbered(clause)) {
            numbered(clause);
        } else {
            words(clause);
        }
    }

    private static boolean isAddress(List<Token> clause) {
        for (Token token : clause) if (!token.is(OTHER)) return token.is(ADDRESS) && !isNumbered(clause);
        return false;
    }

    static boolean isNumbered(List<Token> clause) {
        return has(clause, NUMBERS) || isAll(clause);
    }

    /** {@code sudah semua}: of whoever was counted. */
    static boolean isAll(List<Token> clause) {
        return has(clause, ALL) && has(clause, SUDAH, BELUM) && !has(clause, HEADING);
    }

    static boolean has(List<Token> clause, TokenKind kind, TokenKind... others) {
        return has(clause, EnumSet.of(kind, others));
    }

    static boolean has(List<Token> clause, Set<TokenKind> kinds) {
        for (Token token : clause) if (kinds.contains(token.kind())) return true;
        return false;
    }

    /** A clause without a number says of whom, or of what, the next ones speak. */
    private void words(List<Token> clause) {
        Token group = group(clause);
        if (group != null) tally.turnTo(group);
        if (has(clause, HEADING)) {
            tally.heading = null;
            return;
        }
        Role role = role(clause);
        boolean status = role == Role.FOLLOWING || role == Role.NOT_FOLLOWING;
        if (tally.isMixed() && group != null) {
            tally.heading = null;
        } else if (status && has(clause, STRANGE)) {
            tally.heading = null;
            tally.unsure = true;
            if (group != null) tally.await();
        } else if (group != null && role == null && !has(clause, AGENCY)) {
            tally.await();
        } else if (role != null) {
            if (status) accounts(clause);
            boolean after = tally.headed && tally.heading == Role.NOT_FOLLOWING;
            if (after && !has(clause, SUDAH, BELUM)) tally.doubt(Doubt.WORD);
            tally.heading = role;
            tally.headed = status;
            if (status && group != null) tally.await();
        }
    }

    private static @Nullable Role role(List<Token> clause) {
        if (has(clause, BELUM)) return Role.NOT_FOLLOWING;
        if (has(clause, SUDAH, FOLLOW)) return Role.FOLLOWING;
        return has(clause, TOTAL) ? Role.PEOPLE : null;
    }

    /** Several that were not put together, {@code TK … ASN}, are all meant, or nobody knows which. */
    private static @Nullable Token group(List<Token> clause) {
        Token group = null;
        for (Token token : clause) {
            if (!token.is(GROUP)) continue;
            group = group == null || group.staff().equals(token.staff()) ? token : group.with(token);
        }
        return group;
    }

    private void numbered(List<Token> clause) {
        if (has(clause, ODD_NUMBER)) tally.doubt(Doubt.NUMBER);
        if (has(clause, NUMBER_WORD)) tally.doubt(Doubt.NUMBER_WORDS);
        if (tally.unsure && group(clause) == null) tally.doubt(Doubt.WORD);
        tally.unsure = false;
        accounts(clause);
        List<List<Token>> parts = Clauses.byGroup(clause);
        if (parts.isEmpty()) tally.doubt(Doubt.TWO_COUNTS);
        for (List<Token> part : parts) {
            if (has(part, NUMBERS) || isAll(part)) {
                group(part, clause);
            } else {
                words(part);
            }
        }
    }

    private void group(List<Token> part, List<Token> clause) {
        if (has(clause, STRANGE)) tally.doubt(Doubt.WORD);
        if (Times.areUnsure(clause)) tally.doubt(Doubt.OTHER_TIME);
        Token group = group(part);
        if (group != null && isReported(part)) tally.doubt(Doubt.WORD);
        if (group != null) tally.turnTo(group);
        else if (isTotal(part)) tally.turnToTotal();
        new ItemReader(part, tally).read();
    }

    /** A heading between a group and its number: then they may not belong together. */
    private static boolean isReported(List<Token> part) {
        boolean group = false;
        boolean number = false;
        boolean heading = false;
        for (Token token : part) {
            group |= token.is(GROUP);
            number |= NUMBERS.contains(token.kind());
            heading |= (group || number) && token.is(HEADING);
            if (group && number) return heading;
        }
        return false;
    }

    /** Of everybody; {@code jumlah yang follow} of the only group that was counted. */
    private boolean isTotal(List<Token> part) {
        boolean follows = false;
        boolean total = false;
        for (Token token : part) {
            if (token.is(NUMBER)) return total && !(follows && tally.isOfOne());
            follows |= token.kind().isStatus();
            total |= token.is(TOTAL);
        }
        return false;
    }

    /** A number for one of the accounts is none for both. */
    private void accounts(List<Token> clause) {
        Set<String> named = new HashSet<>();
        for (Token token : clause) if (token.is(ACCOUNT)) named.add(token.text());
        if (named.size() == 1) tally.doubt(Doubt.ONE_ACCOUNT);
    }

    /** {@code Laporan 31/7}. */
    static boolean isHeadingDate(List<Token> clause) {
        return has(clause, HEADING)
                && clause.stream()
                        .filter(token -> token.is(NUMBER) || token.is(PAIR) || token.is(NIL))
                        .allMatch(token -> token.is(PAIR) && token.number() <= 31 && token.second() <= 12);
    }
}
