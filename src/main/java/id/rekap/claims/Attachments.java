package id.rekap.claims;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The places of pictures and documents in a message; what was written beside them is its text. */
final class Attachments {
    private static final String KINDS =
            "gambar|foto|video|audio|gif|stiker|dokumen|kartu kontak|catatan video|image|sticker|document|contact card|video note";

    private static final Pattern MARK = Pattern.compile("(?im)\u200e?<(?:terlampir|attached): [^>\\n]*>"
            + "|\u200e?<media (?:tidak disertakan|omitted)>"
            + "|\u200e(?:" + KINDS + ") (?:tidak disertakan|omitted)"
            + "|^(?:" + KINDS + ") (?:tidak disertakan|omitted)$");

    private static final Pattern EDITED =
            Pattern.compile("(?i)\u200e?<(?:pesan ini (?:telah )?diedit|this message was edited)>");

    /** What may bear somebody's name: a document's in front of its mark, or within it. */
    private static final Pattern NAMED = Pattern.compile("(?i)^.*\\((?:file terlampir|file attached)\\)"
            + "|^[^\u2022]*\u2022[^<]*<(?:terlampir|attached): [^>]*>?"
            + "|<(?:terlampir|attached): [^>]*>?");

    private Attachments() {}

    /** The line without names of attachments. */
    static String unnamed(String line) {
        if (isPlace(line)) return "[lampiran]";
        boolean mayBeNamed = line.indexOf('<') >= 0 || line.indexOf('(') >= 0;
        return mayBeNamed ? NAMED.matcher(line).replaceAll("[lampiran]") : line;
    }

    static boolean isIn(String line) {
        return mayBeIn(line) && (isPlace(line) || MARK.matcher(line).find());
    }

    /** Whether an Indonesian phone wrote a mark of its own into the line. */
    static boolean isIndonesian(String line) {
        if (!mayBeIn(line)) return false;
        Matcher edited = EDITED.matcher(line);
        if (edited.find()) return edited.group().toLowerCase(Locale.ROOT).contains("pesan");
        String lower = line.toLowerCase(Locale.ROOT);
        return isIn(line) && (lower.contains("terlampir") || lower.contains("tidak disertakan"));
    }

    /** What a person wrote: without attachments and the mark that the message was edited. */
    static String without(String text) {
        if (!mayBeIn(text)) return text;
        String left = text.lines().map(line -> isPlace(line) ? "" : line).collect(Collectors.joining("\n"));
        return EDITED.matcher(MARK.matcher(left).replaceAll("")).replaceAll("");
    }

    /** The line is a document's name, which may hold anything, and its mark; what was written beside it stands below. */
    static boolean isPlace(String line) {
        String stripped = line.strip();
        if (!stripped.endsWith(")") && !stripped.endsWith(">")) return false;
        String lower = stripped.toLowerCase(Locale.ROOT);
        if (lower.endsWith("(file terlampir)") || lower.endsWith("(file attached)")) return true;
        int mark = lower.endsWith(">") ? lower.lastIndexOf('<') : -1;
        int bullet = mark < 0 ? -1 : lower.indexOf('\u2022');
        return bullet >= 0
                && bullet < mark
                && (lower.startsWith("<terlampir: ", mark) || lower.startsWith("<attached: ", mark));
    }

    private static boolean mayBeIn(String text) {
        if (text.indexOf('<') >= 0 || text.indexOf(Glyphs.LEFT_TO_RIGHT) >= 0) return true;
        if (text.indexOf('\n') < 0) {
            char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
            boolean ends = last <= ' ' || last >= 0x80 || last == ')' || last == '>' || last == 'n' || last == 'd';
            return ends && (isPlace(text) || text.endsWith("tidak disertakan") || text.endsWith("omitted"));
        }
        return text.contains("file ") || text.contains("tidak disertakan") || text.contains("omitted");
    }
}
