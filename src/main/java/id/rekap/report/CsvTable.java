package id.rekap.report;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** One published CSV: UTF-8, comma, CRLF, RFC 4180, a header always. Texts are made harmless for spreadsheets. */
final class CsvTable implements Closeable {
    private final Writer out;

    private CsvTable(OutputStream bytes) {
        this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    CsvTable(OutputStream out, String header) throws IOException {
        this(out, header, List.of());
    }

    /** @param more names of further columns, whatever is in them */
    CsvTable(OutputStream out, String header, List<String> more) throws IOException {
        this(out);
        row(Stream.concat(Arrays.stream(header.split(",", -1)), more.stream()).toArray());
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

    /** Texts, numbers and dates; null is an empty cell. */
    void row(@Nullable Object... cells) throws IOException {
        CSVFormat.RFC4180.printRecord(out, harmless(cells));
    }

    /** The same as they stand in a row, for one that is written {@linkplain #join piece by piece}. */
    static String cells(@Nullable Object... cells) {
        return CSVFormat.RFC4180.format(harmless(cells));
    }

    /** A row of {@link #cells}, and of what needs no quotes. */
    void join(String... pieces) throws IOException {
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(pieces[i]);
        }
        out.write("\r\n");
    }

    private static @Nullable Object[] harmless(@Nullable Object... cells) {
        @Nullable Object[] harmless = cells.clone();
        for (int i = 0; i < harmless.length; i++) {
            if (harmless[i] instanceof String text) {
                harmless[i] = SpreadsheetText.harmless(text);
            }
        }
        return harmless;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
