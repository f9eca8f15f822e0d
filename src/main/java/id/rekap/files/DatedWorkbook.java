package id.rekap.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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
     * Writes a workbook.
     *
     * @param directory for a draft that is gone afterwards: the library's archive can only be read from its directory, so
     *     from a file
     * @param out stays open
     */
    public static void write(Path directory, LocalDate day, OutputStream out, Content content) throws IOException {
        Path draft = Files.createTempFile(directory, ".draft-", ".xlsx");
        try {
            try (OutputStream plain = Files.newOutputStream(draft);
                    Workbook book = new Workbook(plain, "Rekap", "1.0")) {
                // packed once, below
                book.setCompressionLevel(Deflater.NO_COMPRESSION);
                content.fill(book);
            }
            copy(draft, day, out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void copy(Path draft, LocalDate day, OutputStream out) throws IOException {
        try (ZipFile parts = new ZipFile(draft.toFile())) {
            ZipOutputStream packed = new ZipOutputStream(out);
            packed.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry dated = new ZipEntry(part.getName());
                dated.setTimeLocal(day.atStartOfDay());
                packed.putNextEntry(dated);
                try (InputStream body = parts.getInputStream(part)) {
                    if (part.getName().equals(PROPERTIES)) {
                        packed.write(dated(body.readAllBytes(), day));
                    } else {
                        body.transferTo(packed);
                    }
                }
                packed.closeEntry();
            }
            packed.finish();
        }
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", day + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
