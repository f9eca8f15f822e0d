package id.rekap.claims;

import java.util.List;

/** A message as it may be shown: agency and numbers with the known words between them. Whatever else was written may be a name. */
final class RedactedMessage {
    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 6;
    private static final String LEFT_OUT = "\u2026";

    private RedactedMessage() {}

    static String words(List<Token> tokens, AgencyNames names) {
        var out = new StringBuilder();
        for (Token token : tokens) {
            String text = shown(token, names);
            if (text.isEmpty()) continue;
            boolean stop = token.is(TokenKind.STOP);
            if (stop && (out.isEmpty() || isStop(out))) continue;
            if (text.equals(LEFT_OUT) && out.toString().endsWith(LEFT_OUT)) continue;
            if (!stop && !out.isEmpty()) out.append(' ');
            out.append(text);
            if (out.length() > LONGEST + LONGEST) break;
        }
        while (!out.isEmpty() && isStop(out)) out.setLength(out.length() - 1);
        String shown = LongNumbers.without(out.toString(), LEFT_OUT);
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + LEFT_OUT : shown;
    }

    private static String shown(Token token, AgencyNames names) {
        return switch (token.kind()) {
            case AGENCY -> names.shown(token.text());
            // why people are away may be an illness
            case UNKNOWN, HEADING, REQUEST, ADDRESS, OFFICE, ACCOUNT, AWAY -> LEFT_OUT;
            case OTHER, LINE, COLON, DASH, EQUALS, OPEN, CLOSE, AND, STROKE -> "";
            case STOP -> ",";
            case ODD_NUMBER -> isLong(token.text()) ? LEFT_OUT : token.text();
            default -> token.text();
        };
    }

    /** It is no count, but may be somebody's number. */
    private static boolean isLong(String odd) {
        return odd.chars().filter(Character::isDigit).count() > MOST_DIGITS;
    }

    private static boolean isStop(StringBuilder out) {
        char last = out.charAt(out.length() - 1);
        return last == ',' || last == ' ';
    }
}
