package id.rekap.claims;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** What a reader reads, as bytes of UTF-8: for texts whose line ends cannot be seen in their bytes. */
final class AsUtf8 extends InputStream {
    private final Reader reader;
    private final char[] some = new char[1 << 14];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    /** Keeps the first half of a pair until the second one comes. */
    private final Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);

    private byte[] encoded = {};
    private int at;

    AsUtf8(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (at == encoded.length) {
            int read = reader.read(some);
            if (read < 0) return -1;
            writer.write(some, 0, read);
            writer.flush();
            encoded = bytes.toByteArray();
            bytes.reset();
            at = 0;
        }
        int taken = Math.min(length, encoded.length - at);
        System.arraycopy(encoded, at, into, from, taken);
        at += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
