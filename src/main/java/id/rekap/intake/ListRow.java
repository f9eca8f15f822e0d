package id.rekap.intake;

import id.rekap.tabular.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data row of a list as it was read. Its text form names no person: it may end up in a log. */
public final class ListRow {
    /** Number, then file, then row: the order in which a list is kept. */
    static final Comparator<ListRow> BY_NUMBER = ListRow::compareByNumber;

    private static final @Nullable String[] NO_VALUES = {};
    private static final String[] NO_EXTRAS = {};

    private final String no;
    private final String written;
    private final RowFault fault;
    private final int file;
    private final int row;
    private final String name;
    private final String type;
    private final @Nullable String[] values;
    private final String[] extras;

    /**
     * @param no the cleaned identifier, empty where reading refuses it
     * @param written the identifier as it stands in the file; of a row that is too wide its {@link RowWidth}
     * @param file position in the list's files
     * @param row as the sender's spreadsheet shows it
     * @param values a cell for each obligation of the mandate, null where the list has no such column
     * @param extras cells of columns that are not Rekap's, in the order of the file's extra headers
     */
    ListRow(
            String no,
            String written,
            RowFault fault,
            int file,
            int row,
            String name,
            String type,
            @Nullable String[] values,
            String[] extras) {
        this.no = no;
        this.written = written;
        this.fault = fault;
        this.file = file;
        this.row = row;
        this.name = name;
        this.type = type;
        this.values = values;
        this.extras = extras;
    }

    /** A row of which nothing is kept but what tells it from others. */
    static ListRow tooWide(Row row, int columns, int file) {
        return new ListRow(
                "",
                RowWidth.of(row, columns).encoded(),
                RowFault.TOO_WIDE,
                file,
                row.number(),
                "",
                "",
                NO_VALUES,
                NO_EXTRAS);
    }

    /** In one method: every row of a night is sorted by it, and a chain of comparators takes twice as long. */
    private static int compareByNumber(ListRow a, ListRow b) {
        int order = a.no.compareTo(b.no);
        if (order == 0) {
            order = Integer.compare(a.file, b.file);
        }
        return order == 0 ? Integer.compare(a.row, b.row) : order;
    }

    /** This row, where a later correction of its drop counts instead. */
    ListRow outdated() {
        return new ListRow(no, written, RowFault.OUTDATED, file, row, name, type, values, extras);
    }

    /** This row, where a correction stands in its place. */
    ListRow replaced() {
        return new ListRow(no, written, RowFault.REPLACED, file, row, name, type, values, extras);
    }

    ListRow inFile(int position) {
        return new ListRow(no, written, fault, position, row, name, type, values, extras);
    }

    /** This row, its cells as they are asked for now. */
    ListRow arranged(ChangedObligations.Places places) {
        if (values.length == 0) {
            return this;
        }
        @Nullable String[] cells = new @Nullable String[places.of().length];
        for (int i = 0; i < cells.length; i++) {
            int from = places.of()[i];
            int own = from - values.length;
            if (own < 0) {
                cells[i] = from < 0 ? null : values[from];
            } else {
                cells[i] = own < extras.length ? extras[own] : null;
            }
        }
        String[] others = Arrays.copyOf(extras, extras.length + places.left().length);
        for (int i = 0; i < places.left().length; i++) {
            String cell = values[places.left()[i]];
            others[extras.length + i] = cell == null ? "" : cell;
        }
        return new ListRow(no, written, fault, file, row, name, type, cells, others);
    }

    public String no() {
        return no;
    }

    public String written() {
        return written;
    }

    public RowFault fault() {
        return fault;
    }

    /** Does it name a person, by a number that reading has nothing against? */
    public boolean hasNumber() {
        return fault == RowFault.NONE || fault == RowFault.OUTDATED;
    }

    public boolean isReplaced() {
        return fault == RowFault.REPLACED;
    }

    public boolean isOutdated() {
        return fault == RowFault.OUTDATED;
    }

    public int file() {
        return file;
    }

    public int row() {
        return row;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    /** The cell of an obligation, by its position in the mandate; null where the list has no such column. */
    public @Nullable String value(int obligation) {
        return values[obligation];
    }

    /** Characters that are kept of it. */
    int characters() {
        int characters = no.length() + written.length() + name.length() + type.length();
        for (String value : values) {
            characters += value == null ? 0 : value.length();
        }
        for (String extra : extras) {
            characters += extra.length();
        }
        return characters;
    }

    int valueCount() {
        return values.length;
    }

    public List<String> extras() {
        return Arrays.asList(extras);
    }

    @Override
    public String toString() {
        return "row " + row + " of file " + file;
    }
}
