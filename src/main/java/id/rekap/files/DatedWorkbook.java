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
import java.util.zip.CRC32;
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
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int HEADER_SIZE = 30;

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

    /**
     * Every part as it is packed, but for the one with the clock. By hand, since a ZIP library that copies a workbook takes a
     * third as long as making it.
     */
    private static void copy(byte[] draft, LocalDate day, OutputStream out) throws IOException {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        int end = draft.length - END_SIZE;
        int at = 0;
        int count = 0;
        for (int entry = ByteBuffer.wrap(draft).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16); entry < end; count++) {
            Part part = Part.at(draft, entry);
            entry += ENTRY_SIZE + part.name.length();
            if (part.name.equals(PROPERTIES)) {
                part = part.dated(day);
            }
            byte[] header = part.header(day);
            directory.write(part.entry(header, at));
            out.write(header);
            out.write(part.bytes, part.from, part.packed);
            at += header.length + part.packed;
        }
        directory.writeTo(out);
        out.write(fields(END_SIZE)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(directory.size())
                .putInt(at)
                .putShort((short) 0)
                .array());
    }

    private static ByteBuffer fields(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A part of an archive: its packed bytes begin at {@code from}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(String name, short method, int crc, int packed, int size, byte[] bytes, int from) {
        static Part at(byte[] archive, int entry) {
            ByteBuffer fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
            short length = fields.getShort(entry + 28);
            return new Part(
                    new String(archive, entry + ENTRY_SIZE, length, StandardCharsets.US_ASCII),
                    fields.getShort(entry + 10),
                    fields.getInt(entry + 16),
                    fields.getInt(entry + 20),
                    fields.getInt(entry + 24),
                    archive,
                    fields.getInt(entry + 42) + HEADER_SIZE + length);
        }

        Part dated(LocalDate day) throws IOException {
            Inflater inflater = new Inflater(true);
            try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(bytes, from, packed), inflater)) {
                String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
                byte[] dated =
                        CLOCK.matcher(text).replaceAll(day + "T00:00:00Z").getBytes(StandardCharsets.UTF_8);
                CRC32 sum = new CRC32();
                sum.update(dated);
                return new Part(name, (short) 0, (int) sum.getValue(), dated.length, dated.length, dated, 0);
            } finally {
                inflater.end();
            }
        }

        byte[] header(LocalDate day) {
            int date = (day.getYear() - 1980) << 9 | day.getMonthValue() << 5 | day.getDayOfMonth();
            return fields(HEADER_SIZE + name.length())
                    .putInt(0x04034b50)
                    .putShort((short) 20)
                    .putShort((short) 0)
                    .putShort(method)
                    .putShort((short) 0)
                    .putShort((short) date)
                    .putInt(crc)
                    .putInt(packed)
                    .putInt(size)
                    .putInt(name.length())
                    .put(name.getBytes(StandardCharsets.US_ASCII))
                    .array();
        }

        /** In the directory stands what the part's header says, and where it is. */
        byte[] entry(byte[] header, int offset) {
            byte[] entry = new byte[ENTRY_SIZE + name.length()];
            ByteBuffer fields = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
            fields.putInt(0x02014b50).putShort((short) 20).put(header, 4, HEADER_SIZE - 4);
            fields.putInt(ENTRY_SIZE - 4, offset).put(ENTRY_SIZE, header, HEADER_SIZE, name.length());
            return entry;
        }
    }
}
