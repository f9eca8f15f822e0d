package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes brackets away. Parts of a count in brackets are no counts: men and women, ranks, who is on leave. Number words must
 * agree with the number before them. What says something of its own in brackets becomes a clause of its own.
 */
final class Brackets {
    private static final Set<TokenKind> SIGNS =
            EnumSet.of(OTHER, PEOPLE, STOP, LINE, COLON, EQUALS, DASH, AND, STROKE, TOTAL);
    private static final Set<TokenKind> NUMBERS = EnumSet.of(NUMBER, ODD_NUMBER, NUMBER_WORD, NIL, ALL, PERCENT);

    private static final Set<TokenKind> KEPT = EnumSet.of(ADDRESS, AGENCY, ACCOUNT, AS_BEFORE);

    private final List<Token> out = new ArrayList<>();

    private Brackets() {}

    static List<Token> without(List<Token> tokens) {
        var brackets = new Brackets();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int close = token.is(OPEN) ? close(tokens, i) : -1;
            if (close >= 0) {
                brackets.take(tokens.subList(i + 1, close), tokens.subList(close + 1, tokens.size()));
                i = close;
            } else if (!token.is(OPEN) && !token.is(CLOSE)) {
                brackets.out.add(token);
            }
        }
        return brackets.out;
    }

    /** Of the bracket that opens here; -1 where none or another one follows first. */
    private static int close(List<Token> tokens, int open) {
        for (int i = open + 1; i < tokens.size(); i++) {
            if (tokens.get(i).is(OPEN)) return -1;
            if (tokens.get(i).is(CLOSE)) return i;
        }
        return -1;
    }

    private void take(List<Token> inside, List<Token> behind) {
        Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
        for (Token token : inside) if (!SIGNS.contains(token.kind())) kinds.add(token.kind());
        if (Offices.isNamedIn(inside) || PartsLists.excludes(inside)) {
            ownClause(inside);
            return;
        }
        boolean counts = kinds.stream().anyMatch(NUMBERS::contains);
        boolean status = kinds.stream().anyMatch(TokenKind::isStatus);
        if (!counts && !status) {
            words(inside, kinds);
        } else if (kinds.equals(EnumSet.of(NIL)) && numberBefore() < 0) {
            nil(inside);
        } else if (kinds.equals(EnumSet.of(NUMBER)) && isNumberBefore(inside)) {
            return;
        } else if (EnumSet.of(NUMBER_WORD, NIL).containsAll(kinds)) {
            numberWords(inside);
        } else if (kinds.equals(EnumSet.of(PERCENT))) {
            inside.stream().filter(token -> token.is(PERCENT)).forEach(out::add);
        } else if (isPart(inside, kinds)) {
            part(inside, kinds, behind);
        } else {
            ownClause(inside);
        }
    }

    /** {@code TK (nihil)}, but not {@code TK (tidak ada akun)}. */
    private void nil(List<Token> inside) {
        boolean people = IntStream.range(0, inside.size())
                .filter(i -> inside.get(i).is(NIL))
                .allMatch(i -> NilWords.isMeant(inside, i));
        if (people) out.add(Token.of(NIL, "nihil"));
        else out.addAll(inside);
    }

    private void ownClause(List<Token> inside) {
        out.add(Token.of(STOP, ""));
        out.addAll(inside);
        out.add(Token.of(STOP, ""));
    }

    /** {@code Tenaga Kontrak (TK)} is one group; an agency may stand in brackets; anything else is a remark. */
    private void words(List<Token> inside, Set<TokenKind> kinds) {
        boolean again = kinds.equals(EnumSet.of(GROUP)) && !out.isEmpty() && last().is(GROUP);
        if (again && isSame(inside, last())) return;
        if (again) {
            out.add(Token.of(STROKE, "/"));
            out.addAll(inside.stream()
                    .map(token -> token.is(AND) ? Token.of(STROKE, "/") : token)
                    .toList());
        } else if (kinds.contains(GROUP) || Times.areUnsure(inside)) {
            out.addAll(inside);
        } else {
            for (Token token : inside) if (KEPT.contains(token.kind())) out.add(token);
        }
    }

    private static boolean isSame(List<Token> inside, Token group) {
        List<Token> groups = inside.stream().filter(token -> token.is(GROUP)).toList();
        return groups.size() == 1 && groups.get(0).staff().equals(group.staff());
    }

    private void numberWords(List<Token> inside) {
        List<String> words = inside.stream()
                .filter(token -> token.is(NUMBER_WORD) || token.is(NIL))
                .map(token -> token.is(NIL) ? "nol" : token.text())
                .toList();
        boolean agrees = numberBefore() == NumberWords.value(words) && numberBefore() >= 0;
        if (!agrees) out.add(Token.of(NUMBER_WORD, String.join(" ", words)));
    }

    /** Said again: {@code 45 (45 orang)}. */
    private boolean isNumberBefore(List<Token> inside) {
        return inside.stream().filter(token -> token.is(NUMBER)).allMatch(token -> token.number() == numberBefore());
    }

    private int numberBefore() {
        for (int i = out.size() - 1; i >= 0; i--) {
            Token token = out.get(i);
            if (token.is(NIL)) return 0;
            if (token.is(NUMBER)) return token.number();
            if (!token.is(PEOPLE) && !token.is(OTHER)) return -1;
        }
        return -1;
    }

    /** Of the count before it: of men and women, of those away, of the ASN; and nothing said of following. */
    private boolean isPart(List<Token> inside, Set<TokenKind> kinds) {
        if (kinds.contains(SIGN) && !areAdded(inside)) return false;
        if (kinds.contains(SEX))
            return EnumSet.of(SEX, NUMBER, PARTS, SIGN).containsAll(kinds) && kinds.contains(NUMBER);
        if (kinds.contains(AWAY)) return EnumSet.of(AWAY, NUMBER, PARTS).containsAll(kinds);
        Set<TokenKind> parts = EnumSet.of(GROUP, NUMBER, NIL, PARTS, SUDAH, FOLLOW, BELUM, PERCENT, SIGN);
        boolean counts = kinds.stream().anyMatch(NUMBERS::contains);
        if (!counts || !kinds.contains(GROUP) || !parts.containsAll(kinds)) return false;
        Set<StaffKind> staff = EnumSet.noneOf(StaffKind.class);
        for (Token token : inside) staff.addAll(token.staff());
        Counted counted = Counted.before(out);
        return !staff.contains(StaffKind.ASN)
                && StaffKind.isOneGroup(staff)
                && counted != null
                && staff.iterator().next().group() == counted.whole();
    }

    private static boolean areAdded(List<Token> inside) {
        return IntStream.range(0, inside.size())
                .filter(i -> inside.get(i).is(SIGN))
                .allMatch(i -> i > 0 && Parts.isPlus(inside.get(i - 1), inside.get(i)));
    }

    /** Parts are no counts; but a sum that is not the count before it, or behind it where none is before, is a doubt. */
    private void part(List<Token> inside, Set<TokenKind> kinds, List<Token> behind) {
        if (kinds.stream().anyMatch(TokenKind::isStatus)) return;
        Counted counted = Counted.before(out);
        boolean summed = kinds.contains(SIGN) || (kinds.contains(PARTS) && !kinds.contains(GROUP));
        if (!summed && counted != null && counted.numbers().stream().anyMatch(number -> number > 0)) return;
        List<Integer> wholes = counted == null ? firstNumber(behind) : counted.numbers();
        boolean onlyAway = wholes.isEmpty() && kinds.equals(EnumSet.of(AWAY, NUMBER));
        if (onlyAway || Parts.of(inside).areOf(wholes)) return;
        String text = inside.stream()
                .filter(token -> !token.is(OTHER))
                .map(Token::text)
                .collect(Collectors.joining(" "));
        out.add(Token.of(ODD_PARTS, text));
    }

    private static List<Integer> firstNumber(List<Token> behind) {
        return behind.stream()
                .takeWhile(token -> !token.is(AGENCY))
                .filter(token -> token.is(NUMBER))
                .limit(1)
                .map(Token::number)
                .toList();
    }

    private Token last() {
        return out.get(out.size() - 1);
    }
}
