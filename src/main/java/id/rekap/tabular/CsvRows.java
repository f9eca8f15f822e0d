package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a CSV in order. A record is a row of the spreadsheet, however many lines it takes. */
final class CsvRows implements Sheet.Rows {
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Limits limits;

    CsvRows(Reader guarded, char delimiter, Limits limits) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        this.parser = CSVParser.builder().setReader(guarded).setFormat(format).get();
        this.records = parser.iterator();
        this.limits = limits;
    }

    @Override
    public @Nullable Row next() throws FileRefused {
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (record.getRecordNumber() > limits.rows()) {
                    throw tooMany(limits);
                }
                if (record.size() > 1 || !record.get(0).isEmpty()) {
                    return new CsvRow(record);
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw refusal(e);
        }
    }

    static FileRefused tooMany(Limits limits) {
        return CsvGuard.tooLarge("lebih dari " + limits.rows() + " baris", "paling banyak " + limits.rows() + " baris")
                .inEnglish("more than " + limits.rows() + " rows", "at most " + limits.rows() + " rows");
    }

    private static FileRefused refusal(UncheckedIOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CsvGuard.Refusal refusal) {
                return refusal.why;
            }
        }
        return new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "CSV rusak", "CSV menurut RFC 4180");
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // What is behind it is memory.
            throw new UncheckedIOException(e);
        }
    }

    private record CsvRow(CSVRecord record) implements Row {
        @Override
        public int number() {
            return (int) record.getRecordNumber();
        }

        @Override
        public int size() {
            return record.size();
        }

        @Override
        public String text(int column) {
            return column < record.size() ? record.get(column) : "";
        }

        @Override
        public CellKind kind(int column) {
            return column < record.size() ? CellKind.TEXT : CellKind.BLANK;
        }
    }
}
