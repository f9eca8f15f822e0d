package id.rekap.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook that is dated by its business date: the library writes the clock into it, and with the clock the same content
 * would have other bytes each time.
 */
public final class DatedWorkbook {
    private static final String PROPERTIES = "docProps/core.xml";

    private DatedWorkbook() {}

    /** What goes into a workbook. */
    public interface Content {
        void fill(Workbook book) throws IOException;
    }

    /**
     * Writes a workbook. It is in memory until it is whole, packed: about a tenth of its cells' text.
     *
     * @param out stays open
     */
    public static void write(LocalDate day, OutputStream out, Content content) throws IOException {
        ByteArrayOutputStream draft = new ByteArrayOutputStream(1 << 15);
        try (Workbook book = new Workbook(draft, "Rekap", "1.0")) {
            book.setCompressionLevel(Deflater.BEST_SPEED);
            content.fill(book);
        }
        copy(draft.toByteArray(), day, out);
    }

    /** Every part as it is packed, but for the one with the clock. */
    private static void copy(byte[] draft, LocalDate day, OutputStream out) throws IOException {
        try (ZipFile parts = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(draft))
                .get()) {
            ZipArchiveOutputStream packed = new ZipArchiveOutputStream(out);
            packed.setUseZip64(Zip64Mode.Never);
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                if (part.getName().equals(PROPERTIES)) {
                    try (InputStream body = parts.getInputStream(part)) {
                        byte[] dated = dated(body.readAllBytes(), day);
                        CRC32 crc = new CRC32();
                        crc.update(dated);
                        packed.addRawArchiveEntry(
                                entry(part.getName(), ZipEntry.STORED, dated.length, dated.length, crc.getValue(), day),
                                new ByteArrayInputStream(dated));
                    }
                } else {
                    try (InputStream body = parts.getRawInputStream(part)) {
                        packed.addRawArchiveEntry(
                                entry(
                                        part.getName(),
                                        part.getMethod(),
                                        part.getSize(),
                                        part.getCompressedSize(),
                                        part.getCrc(),
                                        day),
                                body);
                    }
                }
            }
            packed.finish();
        }
    }

    private static ZipArchiveEntry entry(String name, int method, long size, long packed, long crc, LocalDate day) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(day.atStartOfDay());
        entry.setMethod(method);
        entry.setSize(size);
        entry.setCompressedSize(packed);
        entry.setCrc(crc);
        return entry;
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", day + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
