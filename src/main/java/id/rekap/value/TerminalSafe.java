package id.rekap.value;

/**
 * Text of others in one line for a terminal or a log: what would act there, or pass for a line of ours, is written visibly, as
 * JSON writes it. So JSON stays what it is.
 */
public final class TerminalSafe {
    private TerminalSafe() {}

    public static String line(String text) {
        int at = 0;
        while (at < text.length() && !acts(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, at);
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (acts(point)) {
                escape(Character.toString(point), out);
            } else {
                out.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return out.toString();
    }

    /** Controls, direction marks and what else has no shape, ends of lines and paragraphs, half a pair. */
    private static boolean acts(int point) {
        if (point >= ' ' && point < 0x7f) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static void escape(String point, StringBuilder out) {
        for (int i = 0; i < point.length(); i++) {
            char c = point.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            }
        }
    }
}
