package id.rekap.tabular;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row that its cells are put into by column, in whatever order the file has them. */
final class XlsxRow implements Row {
    private final int number;
    private @Nullable String[] texts;
    private CellKind[] kinds;
    private int size;

    XlsxRow(int number, int expectedSize) {
        this.number = number;
        this.texts = new @Nullable String[expectedSize];
        this.kinds = new CellKind[expectedSize];
    }

    /** False where the cell is filled already. */
    boolean put(int column, CellKind kind, String text) {
        if (column >= texts.length) {
            texts = Arrays.copyOf(texts, column + 8);
            kinds = Arrays.copyOf(kinds, column + 8);
        }
        if (texts[column] != null) {
            return false;
        }
        texts[column] = text;
        kinds[column] = kind;
        size = Math.max(size, column + 1);
        return true;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String text(int column) {
        String text = column < size ? texts[column] : null;
        return text == null ? "" : text;
    }

    @Override
    public CellKind kind(int column) {
        return column < size && texts[column] != null ? kinds[column] : CellKind.BLANK;
    }
}
