package id.rekap.claims;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a chat, read anew from its start as often as somebody asks, since none of it is kept: a chat may be larger
 * than the heap.
 */
final class ChatText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Of text, unfolded: a chat of ten years has about a tenth of it. */
    static final long LONGEST = 500L << 20;

    /** Where the bytes come from, from their start. */
    interface Bytes {
        InputStream open() throws IOException;
    }

    private final Bytes bytes;
    private final Charset charset;
    private final long length;

    private ChatText(Bytes bytes, Charset charset, long length) {
        this.bytes = bytes;
        this.charset = charset;
        this.length = length;
    }

    /** By byte order mark, else UTF-8 where all of it is, else Windows-1252. */
    static ChatText of(Bytes bytes) throws IOException, ChatUnreadable {
        try (Bounded in = new Bounded(bytes.open())) {
            Charset charset = charset(in);
            return new ChatText(bytes, charset, LONGEST - in.left);
        } catch (TooLong e) {
            throw new ChatUnreadable(ChatReading.Refusal.TOO_LARGE);
        }
    }

    /** In bytes, unfolded: what an archive says of itself may be false. */
    long length() {
        return length;
    }

    /** Its lines, a byte order mark left out. To be closed. */
    Lines lines() throws IOException {
        InputStream in = bytes.open();
        if (charset.equals(StandardCharsets.UTF_16))
            return new Lines(new AsUtf8(new InputStreamReader(in, charset)), StandardCharsets.UTF_8);
        // Malformed input was looked for already; what Windows-1252 leaves undefined becomes a replacement character.
        return new Lines(in, charset);
    }

    private static Charset charset(InputStream in) throws IOException {
        byte[] block = new byte[1 << 16];
        int length = in.readNBytes(block, 0, 4);
        boolean utf16 = length >= 2 && isUtf16(block);
        boolean utf8 = true;
        var bytes = new Utf8();
        // behind what decides the rest is read for its length alone
        for (; length >= 0; length = in.read(block, 0, block.length)) {
            utf8 = utf8 && !utf16 && bytes.isIn(block, length);
        }
        if (utf16) return StandardCharsets.UTF_16;
        return utf8 && bytes.isWhole() ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static boolean isUtf16(byte[] start) {
        int mark = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
        return mark == 0xFFFE || mark == 0xFEFF;
    }

    private static final class Bounded extends FilterInputStream {
        private long left = LONGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            int read = super.read(some, from, length);
            left -= Math.max(read, 0);
            if (left < 0) throw new TooLong();
            return read;
        }
    }

    private static final class TooLong extends IOException {}
}
