package id.rekap.intake;

import id.rekap.tabular.CellKind;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Row;
import id.rekap.tabular.Sheet;
import org.jspecify.annotations.Nullable;

/** A row as a header is looked for in it: every cell is read many times, so nothing of it is long. */
final class TitleRow implements Row {
    private final Row row;
    private final String[] texts;

    private TitleRow(Row row) {
        this.row = row;
        this.texts = new String[row.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = StoredLimits.cell(row.text(i).strip());
        }
    }

    static @Nullable TitleRow next(Sheet.Rows rows) throws FileRefused {
        Row row = rows.next();
        return row == null ? null : new TitleRow(row);
    }

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public String text(int column) {
        return column < texts.length ? texts[column] : "";
    }

    @Override
    public CellKind kind(int column) {
        return row.kind(column);
    }
}
