package id.rekap.tabular;

import org.jspecify.annotations.Nullable;

/**
 * Lists of which every line was made one cell, quoted as a whole: a spreadsheet that has opened a CSV of another locale saves
 * it so. Nothing is taken for one that could be a list as it stands, since a list has two columns.
 */
final class WrappedLines {
    private WrappedLines() {}

    /** The text of such lines without what was put around them, each in its row; empty where they are none. */
    static String unwrapped(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        boolean isTable = false;
        int line = 1;
        try (Sheet.Rows rows = sheet.open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                String cell = onlyCell(row);
                if (cell == null) {
                    return "";
                }
                for (; line < row.number(); line++) {
                    text.append('\n');
                }
                text.append(cell);
                isTable = isTable || Delimiter.of(cell).columns() > 1;
            }
        } catch (FileRefused e) {
            // Whoever walks the sheet as it stands is told the same.
            return "";
        }
        return isTable ? text.toString() : "";
    }

    /** The one filled cell; empty where there is none, null where there are several. */
    private static @Nullable String onlyCell(Row row) {
        String only = "";
        for (int i = 0; i < row.size(); i++) {
            String cell = row.text(i);
            if (!cell.isBlank()) {
                if (!only.isEmpty()) {
                    return null;
                }
                only = cell;
            }
        }
        return only;
    }
}
