package id.rekap.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook that is dated by its business date: the library writes the clock into it, and with the clock the same content
 * would have other bytes each time.
 */
public final class DatedWorkbook {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CLOCK = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

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
        DatedZip zip = new DatedZip(day, out);
        int end = draft.length - DatedZip.END_SIZE;
        int entry = ByteBuffer.wrap(draft).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        while (entry < end) {
            ZipPart part = ZipPart.at(draft, entry);
            zip.add(part.name().equals(PROPERTIES) ? dated(part, day) : part);
            entry += part.entryLength();
        }
        zip.end();
    }

    private static ZipPart dated(ZipPart part, LocalDate day) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream plain =
                new InflaterInputStream(new ByteArrayInputStream(part.bytes(), part.from(), part.packed()), inflater)) {
            String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            String dated = CLOCK.matcher(text).replaceAll(day + "T00:00:00Z");
            return ZipPart.asItIs(PROPERTIES, dated.getBytes(StandardCharsets.UTF_8));
        } finally {
            inflater.end();
        }
    }
}
