package id.rekap.claims;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of pictures and documents in a message; what was written beside them is its text. */
final class Attachments {
    private static final String KINDS =
            "gambar|foto|video|audio|gif|stiker|dokumen|kartu kontak|catatan video|image|sticker|document|contact card|video note";

    /** An Android caption stands in the lines below; the name of a document may hold anything. */
    private static final Pattern LINE = Pattern.compile(
            "(?im)^.*(?:\\((?:file terlampir|file attached)\\)|\u2022.*<(?:terlampir|attached): [^>\\n]*>)[ \\t]*$");

    private static final Pattern MARK = Pattern.compile("(?im)\u200e?<(?:terlampir|attached): [^>\\n]*>"
            + "|\u200e?<media (?:tidak disertakan|omitted)>"
            + "|\u200e(?:" + KINDS + ") (?:tidak disertakan|omitted)"
            + "|^(?:" + KINDS + ") (?:tidak disertakan|omitted)$");

    private static final Pattern EDITED = Pattern.compile(
            "(?i)\u200e?<(?:pesan ini (?:telah )?diedit|this message was edited)>");

    private Attachments() {}

    /** The first mark of an attachment in the text, or nothing. */
    static String in(String text) {
        if (!mayHold(text)) return "";
        for (Pattern pattern : List.of(LINE, MARK)) {
            Matcher mark = pattern.matcher(text);
            if (mark.find()) return mark.group();
        }
        return "";
    }

    /** What a person wrote: without attachments and the mark that the message was edited. */
    static String without(String text) {
        if (!mayHold(text)) return text;
        String left = LINE.matcher(text).replaceAll("");
        left = MARK.matcher(left).replaceAll("");
        return EDITED.matcher(left).replaceAll("");
    }

    private static boolean mayHold(String text) {
        return text.indexOf('<') >= 0
                || text.indexOf(Glyphs.LEFT_TO_RIGHT) >= 0
                || text.contains("file ")
                || text.contains("tidak disertakan")
                || text.contains("omitted");
    }
}
