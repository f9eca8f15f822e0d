package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settles what signs and joining words do: put numbers or groups together, end a clause, or nothing. */
final class Joints {
    private static final Set<TokenKind> NUMBERS = EnumSet.of(NUMBER, PAIR, ODD_NUMBER);
    private static final Set<TokenKind> BETWEEN = EnumSet.of(PEOPLE, OTHER);

    private final List<Token> tokens;
    private final List<Token> out = new ArrayList<>();

    private Joints(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Token> settled(List<Token> tokens) {
        return new Joints(new Joints(tokens).signs()).groups();
    }

    private List<Token> signs() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case STROKE -> i = stroke(i);
                case COLON -> colon(i);
                case EQUALS -> equalsSign(i);
                case DASH -> dash(i);
                default -> out.add(token);
            }
        }
        return out;
    }

    private int stroke(int at) {
        int before = before(BETWEEN);
        int behind = behind(at, BETWEEN);
        TokenKind first = before < 0 ? LINE : out.get(before).kind();
        TokenKind second = behind < 0 ? LINE : tokens.get(behind).kind();
        if (first == NUMBER && second == NUMBER) {
            Token pair = Token.pair(out.get(before), tokens.get(behind));
            out.subList(before, out.size()).clear();
            out.add(pair);
            return behind;
        }
        if (NUMBERS.contains(first) && NUMBERS.contains(second)) out.add(Token.of(SIGN, "/"));
        else if (first.isStatus() || second.isStatus() || first == TOTAL || second == TOTAL)
            out.add(Token.of(SIGN, "/"));
        else if (first == GROUP && second == GROUP) out.add(tokens.get(at));
        else if (NUMBERS.contains(first) || second == GROUP) out.add(Token.of(STOP, "/"));
        return at;
    }

    private void colon(int at) {
        TokenKind first = out.isEmpty() ? LINE : out.get(out.size() - 1).kind();
        TokenKind second = at + 1 == tokens.size() ? LINE : tokens.get(at + 1).kind();
        if (first == GROUP && second == GROUP) {
            out.add(Token.of(SIGN, ":"));
            return;
        }
        boolean stops = NUMBERS.contains(first) || first == HEADING || first == AGENCY;
        if (stops || second == GROUP || second == AGENCY || second == LINE) out.add(Token.of(STOP, ":"));
        else if (isNil(at)) out.add(Token.of(NIL, "-"));
    }

    private void equalsSign(int at) {
        TokenKind second = at + 1 == tokens.size() ? LINE : tokens.get(at + 1).kind();
        boolean sums = before(BETWEEN) >= 0
                && NUMBERS.contains(out.get(before(BETWEEN)).kind());
        if (sums && second != PERCENT) out.add(Token.of(SIGN, "="));
        else if (isNil(at)) out.add(Token.of(NIL, "-"));
    }

    /** A dash, and nothing more, behind a group: {@code TK : -}. */
    private boolean isNil(int at) {
        boolean group = !out.isEmpty() && out.get(out.size() - 1).is(GROUP);
        if (!group || at + 1 >= tokens.size() || !tokens.get(at + 1).is(DASH)) return false;
        return at + 2 >= tokens.size() || tokens.get(at + 2).kind().isStop();
    }

    private void dash(int at) {
        TokenKind first = before(BETWEEN) < 0 ? LINE : out.get(before(BETWEEN)).kind();
        TokenKind second = at + 1 == tokens.size() ? LINE : tokens.get(at + 1).kind();
        if (NUMBERS.contains(first) && NUMBERS.contains(second)) out.add(Token.of(SIGN, "-"));
        else if (second == GROUP && !first.isStop()) out.add(Token.of(STOP, "-"));
    }

    private int before(Set<TokenKind> over) {
        int at = out.size() - 1;
        while (at >= 0 && over.contains(out.get(at).kind())) at--;
        return at;
    }

    private int behind(int at, Set<TokenKind> over) {
        int next = at + 1;
        while (next < tokens.size() && over.contains(tokens.get(next).kind())) next++;
        return next < tokens.size() ? next : -1;
    }

    /** Groups beside each other are counted together, unless each has a number of its own. */
    private List<Token> groups() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = out.isEmpty() ? null : out.get(out.size() - 1);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            if (token.is(GROUP) && before != null && before.is(GROUP) && !isApart(i)) {
                // the same said again is not two things beside each other
                if (!before.staff().equals(token.staff())) join(before, token);
            } else if (isJoint(token) && before != null && before.is(GROUP) && is(next, GROUP) && !isApart(i + 1)) {
                join(before, tokens.get(++i));
            } else if (token.is(AND)) {
                boolean accounts = before != null && before.is(ACCOUNT) && is(next, ACCOUNT);
                if (!accounts) out.add(Token.of(STOP, "dan"));
            } else if (token.is(STROKE)) {
                out.add(Token.of(STOP, "/"));
            } else {
                out.add(token);
            }
        }
        return out;
    }

    private static boolean is(@Nullable Token token, TokenKind kind) {
        return token != null && token.is(kind);
    }

    private static boolean isJoint(Token token) {
        return token.is(AND)
                || token.is(STROKE)
                || (token.is(STOP) && token.text().equals(","))
                || (token.is(SIGN) && token.text().equals("+"));
    }

    /** {@code 45 ASN, TK 20}: a number before the first, and one behind the second, which stands here. */
    private boolean isApart(int second) {
        int before = out.size() - 2;
        while (before >= 0 && BETWEEN.contains(out.get(before).kind())) before--;
        if (before < 0 || !NUMBERS.contains(out.get(before).kind())) return false;
        int behind = second + 1;
        while (behind < tokens.size() && !tokens.get(behind).kind().isStop()) {
            if (NUMBERS.contains(tokens.get(behind++).kind())) return true;
        }
        return false;
    }

    private void join(Token first, Token second) {
        out.set(out.size() - 1, first.with(second));
    }
}
