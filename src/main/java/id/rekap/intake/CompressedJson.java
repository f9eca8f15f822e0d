package id.rekap.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * JSON in the form of MySQL's COMPRESS: four bytes of length (little endian) and a zlib stream. An auditor unfolds it in SQL
 * with {@code json_table(uncompress(body), …)}.
 */
public final class CompressedJson {
    private static final int LENGTH_BYTES = 4;

    /** A byte of zlib stands for this many at most. */
    private static final int MOST_FOLDED = 1032;

    private CompressedJson() {}

    public static byte[] of(ByteArrayOutputStream json) {
        int length = json.size();
        ByteArrayOutputStream body = new ByteArrayOutputStream(length / 3 + 16);
        for (int shift = 0; shift < LENGTH_BYTES * 8; shift += 8) {
            body.write(length >>> shift);
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(body, deflater, 1 << 14)) {
            json.writeTo(zlib);
        } catch (IOException e) {
            throw new IllegalStateException("Compressing in memory needs no disk", e);
        } finally {
            deflater.end();
        }
        return body.toByteArray();
    }

    /**
     * The JSON as a whole.
     *
     * @throws UncheckedIOException where the body is damaged
     */
    public static byte[] unfold(byte[] body) {
        return unfold(body, 0);
    }

    /**
     * The JSON as a whole, with some zeros behind it.
     *
     * @throws UncheckedIOException where the body is damaged
     */
    static byte[] unfold(byte[] body, int zeros) {
        int length = body.length < LENGTH_BYTES
                ? -1
                : ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length / MOST_FOLDED > body.length) {
            throw damaged("length " + length);
        }
        byte[] json = new byte[length + zeros];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(body, LENGTH_BYTES, body.length - LENGTH_BYTES);
            int at = 0;
            for (int read = 1; read > 0; at += read) {
                read = inflater.inflate(json, at, json.length - at);
            }
            // only then is its checksum right
            if (at != length || !inflater.finished()) {
                throw damaged(at + " bytes of " + length);
            }
            return json;
        } catch (DataFormatException e) {
            throw damaged("not a zlib stream");
        } finally {
            inflater.end();
        }
    }

    static UncheckedIOException damaged(String place) {
        return new UncheckedIOException(
                "A page of JSON in the database is damaged: restore it", new IOException(place));
    }
}
