package id.rekap.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * JSON in the form of MySQL's COMPRESS: four bytes of length (little endian) and a zlib stream. An auditor unfolds it in SQL
 * with {@code json_table(uncompress(body), …)}.
 */
public final class CompressedJson {
    private static final int LENGTH_BYTES = 4;

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

    public static InputStream open(byte[] body) {
        return new InflaterInputStream(new ByteArrayInputStream(body, LENGTH_BYTES, body.length - LENGTH_BYTES));
    }
}
