package id.rekap.intake;

import id.rekap.intake.HeadingMeanings.Meaning;
import id.rekap.tabular.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The header of a sheet, in one row or two.
 *
 * @param row the last of them, as the sender's spreadsheet shows it
 * @param width cells of its wider row, empty ones at the end included
 */
record Heading(int row, int width, List<Column> columns) {

    /**
     * What stands over a column.
     *
     * @param text of both rows, empty where nothing does
     * @param lower of the second of two rows, empty where only one says something of it
     * @param meaning null where the column is the sender's own
     */
    record Column(String text, String lower, @Nullable Meaning meaning) {}

    static Heading of(Row row, HeadingMeanings meanings) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String text = row.text(i).strip();
            columns.add(new Column(text, "", meanings.of(text)));
        }
        return new Heading(row.number(), row.size(), columns);
    }

    private Stream<Meaning> meanings() {
        return columns.stream().map(Column::meaning).flatMap(Stream::ofNullable);
    }

    boolean hasIdentifier() {
        return meanings().anyMatch(Meaning::isIdentifier);
    }

    boolean hasObligation() {
        return meanings().anyMatch(Meaning::isObligation);
    }

    /** Does it make a list: an identifier and something that is owed? */
    boolean isWhole() {
        return hasIdentifier() && hasObligation();
    }

    /** How many different things it names. */
    long named() {
        return meanings().distinct().count();
    }
}
