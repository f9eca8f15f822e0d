package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Cuts a message at its stops, and where an agency's name ends what was only an introduction. */
final class Clauses {
    private static final Set<TokenKind> CONTENT = EnumSet.of(
            GROUP, NUMBER, PAIR, ODD_NUMBER, NUMBER_WORD, NIL, SUDAH, FOLLOW, BELUM, TOTAL, PERCENT, ALL, AS_BEFORE);

    private Clauses() {}

    /** None of them empty. */
    static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> clauses = new ArrayList<>();
        List<Token> clause = new ArrayList<>();
        for (Token token : tokens) {
            boolean ends = token.kind().isStop();
            if (!ends) clause.add(token);
            boolean introduced = token.is(AGENCY) && clause.stream().noneMatch(t -> CONTENT.contains(t.kind()));
            if ((ends || introduced) && !clause.isEmpty()) {
                clauses.add(clause);
                clause = new ArrayList<>();
            }
        }
        if (!clause.isEmpty()) clauses.add(clause);
        return clauses;
    }

    /** Parts of a clause that each speak of one group; empty where nobody can tell them apart. */
    static List<List<Token>> byGroup(List<Token> clause) {
        long groups = clause.stream().filter(token -> token.is(GROUP)).count();
        if (groups < 2) return List.of(clause);
        int firstGroup = first(clause, GROUP);
        int firstNumber = Math.min(first(clause, NUMBER), first(clause, PAIR));
        return firstNumber < firstGroup ? numbersFirst(clause) : groupsFirst(clause);
    }

    private static int first(List<Token> clause, TokenKind kind) {
        for (int i = 0; i < clause.size(); i++) if (clause.get(i).is(kind)) return i;
        return clause.size();
    }

    /** {@code 45 ASN 20 TK}: nothing is counted behind the last group. */
    private static List<List<Token>> numbersFirst(List<Token> clause) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Token token : clause) {
            part.add(token);
            if (!token.is(GROUP)) continue;
            if (part.stream().filter(t -> t.is(NUMBER) || t.is(PAIR)).count() == 0) return List.of();
            parts.add(part);
            part = new ArrayList<>();
        }
        return part.stream().anyMatch(t -> CONTENT.contains(t.kind())) ? List.of() : parts;
    }

    /**
     * {@code ASN 45 sudah 43 TK 20 sudah 20}: each group has numbers, and no word of status stands between them, which could
     * belong to either.
     */
    private static List<List<Token>> groupsFirst(List<Token> clause) {
        List<List<Token>> parts = new ArrayList<>();
        int from = 0;
        for (int i = first(clause, GROUP) + 1; i <= clause.size(); i++) {
            if (i < clause.size() && !clause.get(i).is(GROUP)) continue;
            int end = i;
            while (i < clause.size()
                    && (clause.get(end - 1).is(OTHER) || clause.get(end - 1).is(TOTAL))) end--;
            List<Token> part = clause.subList(from, end);
            TokenKind last = part.get(part.size() - 1).kind();
            boolean between = i < clause.size() && (last.isStatus() || last == ALL);
            if (between || !ClauseReader.isNumbered(part)) return List.of();
            parts.add(part);
            from = end;
        }
        return parts;
    }
}
