package id.rekap.claims;

import java.util.HashSet;
import java.util.Set;

/**
 * A word, number or sign of a message.
 *
 * @param text as it may be shown: of an agency its code, of an account its name
 * @param number of a number; of a pair the first
 * @param second of a pair
 * @param staff of a group
 */
record Token(TokenKind kind, String text, int number, int second, Set<StaffKind> staff) {
    Token {
        staff = Set.copyOf(staff);
    }

    static Token of(TokenKind kind, String text) {
        return new Token(kind, text, 0, 0, Set.of());
    }

    static Token number(String text, int number) {
        return new Token(TokenKind.NUMBER, text, number, 0, Set.of());
    }

    static Token pair(Token first, Token second) {
        return new Token(TokenKind.PAIR, first.text() + "/" + second.text(), first.number(), second.number(), Set.of());
    }

    static Token group(String text, Set<StaffKind> staff) {
        return new Token(TokenKind.GROUP, text, 0, 0, staff);
    }

    /** A group together with another. */
    Token with(Token other) {
        Set<StaffKind> both = new HashSet<>(staff);
        both.addAll(other.staff());
        return group(text + "/" + other.text(), both);
    }

    /** A group that was put together of several words. */
    boolean isJoined() {
        return kind == TokenKind.GROUP && text.indexOf('/') >= 0;
    }

    boolean is(TokenKind kind) {
        return this.kind == kind;
    }
}
