package id.rekap.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A part of a ZIP archive as it is packed.
 *
 * @param name in ASCII
 * @param method 0: as it is; 8: deflated
 * @param bytes hold the {@code packed} bytes of the part, from {@code from} on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ZipPart(String name, short method, int crc, int packed, int size, byte[] bytes, int from) {
    private static final short DEFLATED = 8;
    private static final int ENTRY_SIZE = 46;
    private static final int HEADER_SIZE = 30;

    /** A part that is not worth packing. */
    public static ZipPart asItIs(String name, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return new ZipPart(name, (short) 0, (int) sum.getValue(), bytes.length, bytes.length, bytes, 0);
    }

    /** The part that an entry of an archive's directory is about. */
    static ZipPart at(byte[] archive, int entry) {
        ByteBuffer fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        short length = fields.getShort(entry + 28);
        return new ZipPart(
                new String(archive, entry + ENTRY_SIZE, length, StandardCharsets.US_ASCII),
                fields.getShort(entry + 10),
                fields.getInt(entry + 16),
                fields.getInt(entry + 20),
                fields.getInt(entry + 24),
                archive,
                fields.getInt(entry + 42) + HEADER_SIZE + length);
    }

    /** Length of its entry in the directory. */
    int entryLength() {
        return ENTRY_SIZE + name.length();
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
        byte[] entry = new byte[entryLength()];
        ByteBuffer fields = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(0x02014b50).putShort((short) 20).put(header, 4, HEADER_SIZE - 4);
        fields.putInt(ENTRY_SIZE - 4, offset).put(ENTRY_SIZE, header, HEADER_SIZE, name.length());
        return entry;
    }

    static ByteBuffer fields(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What packs parts, one after the other. To be ended: it holds memory outside the heap. */
    public static Deflater deflater() {
        return new Deflater(Deflater.BEST_SPEED, true);
    }

    /** Packs a part as it is written. */
    public static final class Packer extends OutputStream {
        private final String name;
        private final CRC32 sum = new CRC32();
        private final Deflater deflater;
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 13);
        private final DeflaterOutputStream out;

        /** @param deflater of {@link ZipPart#deflater}, for this part alone until the part is whole */
        public Packer(String name, Deflater deflater) {
            this.name = name;
            this.deflater = deflater;
            deflater.reset();
            this.out = new DeflaterOutputStream(packed, deflater, 1 << 12);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            sum.update(some, from, length);
            out.write(some, from, length);
        }

        /** What was written, whole. */
        public ZipPart part() throws IOException {
            out.finish();
            byte[] bytes = packed.toByteArray();
            return new ZipPart(
                    name, DEFLATED, (int) sum.getValue(), bytes.length, (int) deflater.getBytesRead(), bytes, 0);
        }
    }
}
