package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Walks along with Commons CSV, one buffer ahead of it, and stops what that would take without a word: a cell or a row
 * without end, and a quote that was opened and not closed, which swallows all rows up to the next quote.
 */
final class CsvGuard extends FilterReader {
    /** Rows found inside a quoted cell before the quote counts as forgotten. */
    private static final int SWALLOWED_ROWS = 2;

    private enum At {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    /** Carries a refusal through Commons CSV, which lets only IOException pass. */
    static final class Refusal extends IOException {
        final transient FileRefused why;

        Refusal(FileRefused why) {
            super(why);
            this.why = why;
        }
    }

    private final char delimiter;
    private final int tableColumns;
    private final Limits limits;
    private At at = At.START;
    private char last;
    private int row = 1;
    private int column = 1;
    private int length;
    private int innerLines;
    private int innerDelimiters;
    private int swallowed;

    CsvGuard(Reader in, Delimiter delimiter, Limits limits) {
        super(in);
        this.delimiter = delimiter.character();
        this.tableColumns = delimiter.columns();
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int n;
        do {
            n = in.read(buffer, offset, size);
            if (n < 0) {
                endFile();
            }
            for (int i = offset, end = offset + n; i < end; ) {
                i = at == At.PLAIN ? plain(buffer, i, end) : step(buffer[i], i);
            }
            // A quoted cell over the limit: read on, giving nothing away, until it is clear whether its quote is
            // closed.
        } while (length > limits.cellCharacters());
        return n;
    }

    /** The run of plain characters from here on. */
    private int plain(char[] buffer, int from, int end) throws IOException {
        int i = from;
        while (i < end && buffer[i] != delimiter && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        length += i - from;
        if (length > limits.cellCharacters()) throw new Refusal(tooLong(row, limits));
        return i < end ? step(buffer[i], i) : i;
    }

    private int step(char c, int i) throws IOException {
        if (at == At.QUOTED) {
            quoted(c);
        } else if (c == delimiter) {
            endCell();
            if (++column > limits.columns()) throw new Refusal(tooWide(row, limits));
        } else if (c == '\n' || c == '\r') {
            endRow(c);
        } else if (c == '"' && at != At.PLAIN) {
            if (at == At.CLOSED) length++;
            at = At.QUOTED;
        } else {
            // Text behind a closing quote is a habit of people; behind one that closed on a later line, it is a field
            // of another row whose opening quote was taken for the closing one.
            if (at == At.CLOSED && innerLines > 0) throw unclosed();
            at = At.PLAIN;
            length++;
        }
        last = c;
        return i + 1;
    }

    private void quoted(char c) throws IOException {
        if (c == '"') {
            at = At.CLOSED;
            return;
        }
        length++;
        if (c == delimiter) {
            innerDelimiters++;
        } else if (c == '\r' || (c == '\n' && last != '\r')) {
            boolean looksLikeRow = innerLines > 0 && tableColumns > 3 && innerDelimiters == tableColumns - 1;
            if (looksLikeRow && ++swallowed == SWALLOWED_ROWS) throw unclosed();
            innerLines++;
            innerDelimiters = 0;
        }
    }

    private void endFile() throws IOException {
        if (at == At.QUOTED) throw unclosed();
        endCell();
    }

    private void endRow(char c) throws IOException {
        if (c == '\n' && last == '\r' && at == At.START) return;
        endCell();
        row++;
        column = 1;
    }

    private void endCell() throws IOException {
        if (length > limits.cellCharacters()) throw new Refusal(tooLong(row, limits));
        at = At.START;
        length = 0;
        innerLines = 0;
        innerDelimiters = 0;
        swallowed = 0;
    }

    private Refusal unclosed() {
        String found = "baris " + row + ": tanda kutip (\") dibuka dan tidak ditutup";
        String expected = "setiap tanda kutip berpasangan";
        return new Refusal(new FileRefused(ExceptionCode.FILE_UNREADABLE, "", found, expected)
                .inEnglish("row " + row + ": a quote (\") is opened and not closed", "quotes in pairs"));
    }

    static FileRefused tooLong(int row, Limits limits) {
        String found = "baris " + row + ": sel dengan lebih dari " + limits.cellCharacters() + " karakter";
        return tooLarge(found, "paling banyak " + limits.cellCharacters() + " karakter")
                .inEnglish(
                        "row " + row + ": a cell with more than " + limits.cellCharacters() + " characters",
                        "at most " + limits.cellCharacters() + " characters");
    }

    static FileRefused tooWide(int row, Limits limits) {
        String found = "baris " + row + ": lebih dari " + limits.columns() + " kolom";
        return tooLarge(found, "paling banyak " + limits.columns() + " kolom")
                .inEnglish(
                        "row " + row + ": more than " + limits.columns() + " columns",
                        "at most " + limits.columns() + " columns");
    }

    static FileRefused tooLarge(String found, String expected) {
        return new FileRefused(ExceptionCode.FILE_TOO_LARGE, "", found, expected);
    }
}
