package id.rekap.tabular;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV in which nothing is quoted: they are its lines, and its cells stand between delimiters. Most of what
 * offices export is such a file; {@link CsvRows}, which reads any, looks at each character in five places and takes four
 * times as long.
 */
final class CsvLines implements Sheet.Rows {
    private static final String[] NO_CELLS = {};

    private final byte[] bytes;
    private final Charset charset;
    private final char delimiter;
    private final Limits limits;
    private final List<String> cells = new ArrayList<>();
    private int at;
    private int row;

    /**
     * @param start of the first line
     * @param before lines of the file that stand before it
     * @param charset in which ASCII stands for itself
     * @param delimiter in ASCII
     */
    CsvLines(byte[] bytes, int start, int before, Charset charset, char delimiter, Limits limits) {
        this.bytes = bytes;
        this.at = start;
        this.row = before;
        this.charset = charset;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    public @Nullable Row next() throws FileRefused {
        while (at < bytes.length) {
            row++;
            String[] line = line();
            if (row > limits.rows()) {
                throw CsvRows.tooMany(limits);
            }
            if (line.length > 1 || !line[0].isEmpty()) {
                return new Line(row, line);
            }
        }
        return null;
    }

    /** The line read last. */
    int row() {
        return row;
    }

    private String[] line() throws FileRefused {
        cells.clear();
        int from = at;
        for (; at < bytes.length; at++) {
            byte b = bytes[at];
            if (b == delimiter) {
                cells.add(cell(from));
                from = at + 1;
                if (cells.size() == limits.columns()) {
                    throw CsvGuard.tooWide(row, limits);
                }
            } else if (b == '\n' || b == '\r') {
                break;
            }
        }
        cells.add(cell(from));
        boolean isPair = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
        at += isPair ? 2 : 1;
        return cells.toArray(NO_CELLS);
    }

    private String cell(int from) throws FileRefused {
        String cell = new String(bytes, from, at - from, charset);
        if (cell.length() > limits.cellCharacters()) {
            throw CsvGuard.tooLong(row, limits);
        }
        return cell;
    }

    @Override
    public void close() {
        // nothing was opened
    }

    private static final class Line implements Row {
        private final int number;
        private final String[] cells;

        Line(int number, String... cells) {
            this.number = number;
            this.cells = cells;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public int size() {
            return cells.length;
        }

        @Override
        public String text(int column) {
            return column < cells.length ? cells[column] : "";
        }

        @Override
        public CellKind kind(int column) {
            return column < cells.length ? CellKind.TEXT : CellKind.BLANK;
        }
    }
}
