package id.rekap.claims;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A chat as it may be kept: who wrote stands nowhere in it, nor who is mentioned, nor any telephone number. */
final class Redaction {
    private static final String MENTIONED = "@Seseorang";
    private static final String NUMBER = "[nomor]";

    private static final Pattern MENTION = Pattern.compile("@\u2068[^\u2069]{0,100}\u2069|@\\+?\\d[\\d -]{4,18}\\d");

    private final ChatText text;
    private final HeaderForm form;
    private final Senders senders;

    Redaction(ChatText text, HeaderForm form, Senders senders) {
        this.text = text;
        this.form = form;
        this.senders = senders;
    }

    /** In UTF-8, a line for each line of the chat. */
    void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try (var lines = new ChatLines(text.lines(), form)) {
            for (ChatLine line = lines.next(); line != null; line = lines.next()) {
                write(line, writer);
                writer.write('\n');
            }
        }
        writer.flush();
    }

    private void write(ChatLine line, Writer writer) throws IOException {
        Header header = line.header();
        if (header == null) {
            writer.write(continued(line.text()));
            return;
        }
        writer.write(line.text(), 0, header.end());
        if (line.isMessage()) {
            writer.write(senders.mark(line.name()));
            writer.write(": ");
            writer.write(body(line.body()));
        } else {
            writer.write("[" + Notices.phrase(line.behind()) + "]");
        }
    }

    /** It may have been copied with its head. */
    private String continued(String line) {
        Header copied = HeaderScanner.scan(line);
        int end = copied == null ? -1 : ChatLine.nameEnd(line, copied.end());
        if (copied == null || end < 0) return body(line);
        return line.substring(0, copied.end())
                + senders.mark(line.substring(copied.end(), end))
                + ": "
                + body(line.substring(Math.min(end + 2, line.length())));
    }

    private String body(String body) {
        String text = Attachments.unnamed(body);
        if (text.indexOf('@') >= 0) text = MENTION.matcher(text).replaceAll(MENTIONED);
        text = LongNumbers.without(text, NUMBER);
        return named(text);
    }

    /** Of the file: a chat with one person is named by them. */
    String fileName(String name) {
        return named(numberless(name));
    }

    /** What may be kept of a text where nobody's name is known. */
    static String numberless(String text) {
        return LongNumbers.without(text, NUMBER);
    }

    private String named(String body) {
        if (!senders.mayBeNamedIn(body)) return body;
        String lower = Senders.folded(body);
        StringBuilder out = null;
        int kept = 0;
        for (int i = 0; i < lower.length(); i++) {
            boolean begins = Character.isLetterOrDigit(lower.charAt(i))
                    && (i == 0 || !Character.isLetterOrDigit(lower.charAt(i - 1)));
            int length = begins ? senders.nameAt(lower, i) : 0;
            if (length == 0) continue;
            if (out == null) out = new StringBuilder(body.length());
            out.append(body, kept, i).append(senders.markInText(lower.substring(i, i + length)));
            kept = i + length;
            i = kept - 1;
        }
        return out == null ? body : out.append(body, kept, body.length()).toString();
    }
}
