package id.rekap.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What has to be known of every byte of a text before its first row is read, found without keeping it. */
final class LargeText {
    private static final int HEAD = 64 * 1024;
    private static final int BUFFER = 1 << 16;

    private final Encoding encoding;
    private final boolean hasQuote;
    private final byte[] head;

    private LargeText(Encoding encoding, boolean hasQuote, byte[] head) {
        this.encoding = encoding;
        this.hasQuote = hasQuote;
        this.head = head;
    }

    Encoding encoding() {
        return encoding;
    }

    boolean hasQuote() {
        return hasQuote;
    }

    /** Its first bytes, up to the end of a line. */
    byte[] head() {
        return head;
    }

    static LargeText of(Path file) throws FileRefused, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = whole(in.readNBytes(HEAD));
        }
        Encoding ofHead = Encoding.of(head);
        Bytes bytes = bytes(file, ofHead.keepsAscii());
        boolean isMarked = !ofHead.keepsAscii() || ofHead.start() > 0;
        if (isMarked || !bytes.isAscii()) {
            long wrong = undecodable(file, isMarked ? ofHead.charset() : StandardCharsets.UTF_8);
            if (wrong >= 0 && !isMarked) {
                ofHead = new Encoding(Encoding.WINDOWS_1252, 0);
                wrong = undecodable(file, ofHead.charset());
            }
            if (wrong >= 0) {
                throw Encoding.refused(wrong);
            }
        }
        return new LargeText(
                isMarked || !bytes.isAscii() ? ofHead : new Encoding(StandardCharsets.UTF_8, ofHead.start()),
                bytes.hasQuote(),
                head);
    }

    /** Without what may be the beginning of a character. */
    private static byte[] whole(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        boolean isWide = head.length > 1 && (head[0] & 0xFE) == 0xFE && (head[1] & 0xFE) == 0xFE;
        if (isWide) {
            // the line's end is two bytes, of which the other may come first
            end -= end % 2;
        }
        return Arrays.copyOf(head, end == 0 ? head.length : end);
    }

    private record Bytes(boolean isAscii, boolean hasQuote) {}

    private static Bytes bytes(Path file, boolean refusesNul) throws FileRefused, IOException {
        boolean isAscii = true;
        boolean hasQuote = false;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            long before = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    byte b = buffer[i];
                    isAscii &= b >= 0;
                    hasQuote |= b == '"';
                    if (b == 0 && refusesNul) {
                        throw Encoding.refused(before + i);
                    }
                }
                before += n;
            }
        }
        return new Bytes(isAscii, hasQuote);
    }

    /** Where the first byte is that is no text, or -1. */
    private static long undecodable(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        try (InputStream bytes = Files.newInputStream(file)) {
            long before = 0;
            boolean isLast = false;
            while (!isLast) {
                int n = bytes.readNBytes(in.array(), in.position(), in.remaining());
                isLast = n < in.remaining();
                in.position(in.position() + n).flip();
                CoderResult result = decoder.decode(in, out.clear(), isLast);
                boolean hasNul = out.flip().chars().anyMatch(c -> c == 0);
                if (result.isError() || hasNul) {
                    return before + in.position();
                }
                before += in.position();
                in.compact();
            }
        }
        return -1;
    }
}
