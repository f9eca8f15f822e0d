package id.rekap.claims;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
    void write(OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        try (var lines = new ChatLines(text.lines(), form)) {
            for (ChatLine line = lines.next(); line != null; line = lines.next()) {
                write(line, out);
                out.write('\n');
            }
        }
        out.flush();
    }

    private void write(ChatLine line, OutputStream out) throws IOException {
        MessageHeader header = line.header();
        if (header == null) {
            continued(line, out);
        } else if (line.isMessage()) {
            write(line.text().substring(0, header.end()), out);
            write(senders.mark(line.name()), out);
            write(": ", out);
            body(line.body(), line.plain(), out);
        } else {
            write(line.text().substring(0, header.end()) + "[" + Notices.phrase(line.behind()) + "]", out);
        }
    }

    /** It may have been copied with its head. */
    private void continued(ChatLine line, OutputStream out) throws IOException {
        String text = line.text();
        MessageHeader copied = HeaderScanner.scan(text);
        int end = copied == null ? -1 : ChatLine.nameEnd(text, copied.end());
        if (copied == null || end < 0) {
            body(text, line.plain(), out);
            return;
        }
        write(text.substring(0, copied.end()), out);
        write(senders.mark(text.substring(copied.end(), end)), out);
        write(": ", out);
        body(text.substring(Math.min(end + 2, text.length())), line.plain(), out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Most are written as they are: their bytes show that nothing is to be taken out. */
    private void body(String body, boolean plain, OutputStream out) throws IOException {
        byte[] bytes = body.getBytes(plain ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        if (plain && !LongNumbers.mayBeIn(bytes) && !hasMark(bytes) && !senders.mayBeNamedIn(bytes)) {
            out.write(bytes);
        } else {
            write(redacted(body), out);
        }
    }

    /** Of a mention or an attachment. */
    private static boolean hasMark(byte[] ascii) {
        for (byte b : ascii) {
            if (b == '@' || b == '<' || b == '(') return true;
        }
        return false;
    }

    private String redacted(String body) {
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
            boolean begins =
                    Glyphs.isLetterOrDigit(lower.charAt(i)) && (i == 0 || !Glyphs.isLetterOrDigit(lower.charAt(i - 1)));
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
