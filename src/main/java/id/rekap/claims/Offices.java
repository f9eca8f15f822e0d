package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a message may speak of a part of an agency, or of another one whose name only begins like it. */
final class Offices {
    private static final Set<String> TITLES =
            Set.of("kepala", "ka", "sekretaris", "plt", "plh", "pj", "kasi", "kabid", "kasubbag", "surat");

    private static final Set<TokenKind> COUNTS = EnumSet.of(NUMBER, PAIR, ODD_NUMBER, NUMBER_WORD, NIL, ALL);

    private Offices() {}

    static boolean isPart(List<Token> tokens) {
        return isNamed(tokens) || isMixed(tokens) || isOfPart(tokens);
    }

    /** A part without a name, {@code Sekretariat}, before what is counted or in its line; not a part's head. */
    static boolean isOfPart(List<Token> tokens) {
        boolean countedInLine = false;
        boolean part = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean counts = COUNTS.contains(tokens.get(i).kind());
            if (counts && part) return true;
            countedInLine = (countedInLine && !is(tokens, i, LINE)) || counts;
            if (!isOffice(tokens, i)) continue;
            if (countedInLine || isAlone(tokens, i)) return true;
            part = true;
        }
        return false;
    }

    /** A line of one word. */
    private static boolean isAlone(List<Token> tokens, int at) {
        return (at == 0 || is(tokens, at - 1, LINE)) && (at + 1 == tokens.size() || is(tokens, at + 1, LINE));
    }

    /** In a bracket: a part, with a name or without; not the title of who writes. */
    static boolean isNamedIn(List<Token> bracket) {
        boolean unknown = bracket.stream().anyMatch(token -> token.is(UNKNOWN));
        for (int i = 0; i < bracket.size(); i++) {
            if (isOffice(bracket, i) || (unknown && is(bracket, i, OFFICE))) return true;
        }
        return false;
    }

    /** Not its head, whose title stands before it. */
    private static boolean isOffice(List<Token> tokens, int at) {
        boolean titled = at > 0 && TITLES.contains(tokens.get(at - 1).text());
        return is(tokens, at, OFFICE) && !titled;
    }

    /** A word that nobody knows between numbers, or before them in a line, may be another office's name. */
    private static boolean isMixed(List<Token> tokens) {
        boolean unknown = false;
        boolean unknownInLine = false;
        boolean agency = false;
        boolean numbers = false;
        boolean above = false;
        boolean aboveAgency = false;
        for (Token token : tokens) {
            boolean number = token.is(NUMBER) || token.is(PAIR) || token.is(NIL);
            if (number && (aboveAgency || unknownInLine || unknown)) return true;
            numbers |= number;
            if (token.is(AGENCY) && !agency) aboveAgency = above;
            agency |= token.is(AGENCY);
            unknown |= numbers && token.is(UNKNOWN);
            unknownInLine = (unknownInLine && !token.is(AGENCY) && !token.is(LINE)) || token.is(UNKNOWN);
            if (token.is(LINE)) above = numbers;
        }
        return false;
    }

    private static boolean isNamed(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean named = isLonger(tokens, i + 1) || is(tokens, i + 1, AGENCY);
            if (is(tokens, i, AGENCY) && isLonger(tokens, i + 1)) return true;
            if (isOffice(tokens, i) && (named || tokens.get(i).text().isEmpty())) return true;
        }
        return false;
    }

    /** The name may go on where it seems to end: until the line does, or its numbers begin. */
    private static boolean isLonger(List<Token> tokens, int from) {
        for (int i = from;
                i < tokens.size() && !is(tokens, i, LINE) && !is(tokens, i, NUMBER) && !is(tokens, i, PAIR);
                i++) {
            if (is(tokens, i, UNKNOWN) || is(tokens, i, OFFICE)) return true;
        }
        return false;
    }

    private static boolean is(List<Token> tokens, int at, TokenKind kind) {
        return at < tokens.size() && tokens.get(at).is(kind);
    }
}
