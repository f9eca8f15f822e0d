package id.rekap.report;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One published CSV: UTF-8, comma, CRLF, RFC 4180, a header always. Texts are made harmless for spreadsheets. */
final class CsvTable implements Closeable {
    private static final int FULL = 1 << 13;

    private final OutputStream out;
    private final CsvCells waiting = new CsvCells();

    private CsvTable(OutputStream out) {
        this.out = out;
    }

    CsvTable(OutputStream out, String header) throws IOException {
        this(out, header, List.of());
    }

    /** @param more names of further columns, whatever is in them */
    CsvTable(OutputStream out, String header, List<String> more) throws IOException {
        this(out);
        for (String name : header.split(",", -1)) {
            waiting.add(name);
        }
        more.forEach(waiting::add);
        endRow();
    }

    /** Rows that another table's bytes will begin or end with. */
    static CsvTable withoutHeader(OutputStream out) {
        return new CsvTable(out);
    }

    static byte[] header(String names) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new CsvTable(line, names).close();
        return line.toByteArray();
    }

    /** Texts, numbers, dates, and {@link CsvCells}; null is an empty cell. */
    void row(@Nullable Object... cells) throws IOException {
        for (Object cell : cells) {
            waiting.add(cell);
        }
        endRow();
    }

    private void endRow() throws IOException {
        if (waiting.endRow().length() >= FULL) {
            waiting.moveTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        waiting.moveTo(out);
        out.close();
    }
}
