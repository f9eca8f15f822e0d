package id.rekap.register;

import id.rekap.mandate.Header;
import id.rekap.tabular.CellKind;
import id.rekap.tabular.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header row of a sheet: which column holds which field. A column that no field names is never looked at again. */
final class RegisterHeading {
    private static final List<String> STATUS_OF_NATIONAL_EXPORT = List.of("kedudukanhukumid", "kedudukanhukumnama");

    private final Map<Field, List<Column>> columns;
    private final List<String> twice;

    private RegisterHeading(Map<Field, List<Column>> columns, List<String> twice) {
        this.columns = columns;
        this.twice = twice;
    }

    private record Column(int index, String written, String folded) {}

    /** What stands in a field of a row. */
    record Cell(String column, String text, CellKind kind) {
        boolean blank() {
            return text.isEmpty();
        }
    }

    /** The row read as a header; null when it names fewer than two fields. */
    static @Nullable RegisterHeading of(Row row, List<Field> fields) {
        Map<String, Column> named = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String written = Blank.trimmed(row.text(i));
            Column column = new Column(i, written, Header.folded(written));
            if (named.putIfAbsent(column.folded(), column) != null) {
                twice.add(column.folded());
            }
        }
        Map<Field, List<Column>> columns = new EnumMap<>(Field.class);
        List<String> ambiguous = new ArrayList<>();
        for (Field field : fields) {
            List<Column> found = new ArrayList<>();
            for (String name : field.folded()) {
                Column column = named.get(name);
                if (column != null) {
                    found.add(column);
                }
                if (twice.contains(name)) {
                    ambiguous.add(name);
                }
            }
            if (!found.isEmpty()) {
                columns.put(field, List.copyOf(found));
            }
        }
        return columns.size() < 2 ? null : new RegisterHeading(columns, ambiguous);
    }

    /** How many fields it names; of several rows that could be the header the fullest is. */
    int fields() {
        return columns.size();
    }

    /** Names that stand over two columns, so that nobody can say which one is meant. */
    List<String> twice() {
        return twice;
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** Whether this is the personnel office's national export. */
    boolean national() {
        return has(Field.NATIONAL_ID)
                && named(Field.NUMBER, List.of("nipbaru"))
                && named(Field.STATUS, STATUS_OF_NATIONAL_EXPORT);
    }

    private boolean named(Field field, List<String> folded) {
        return columns.getOrDefault(field, List.of()).stream().anyMatch(c -> folded.contains(c.folded()));
    }

    /** The first filled cell of the field, in the order of its names; else an empty one. */
    Cell cell(Row row, Field field) {
        List<Column> candidates = columns.get(field);
        if (candidates == null) {
            return new Cell(field.names().get(0), "", CellKind.BLANK);
        }
        for (Column column : candidates) {
            String text = Blank.trimmed(row.text(column.index()));
            if (!text.isEmpty()) {
                return new Cell(column.written(), text, row.kind(column.index()));
            }
        }
        return new Cell(candidates.get(0).written(), "", CellKind.BLANK);
    }

    /** What the field's second filled column says, such as the name of a status behind its code; else nothing. */
    String second(Row row, Field field) {
        return columns.getOrDefault(field, List.of()).stream()
                .map(column -> Blank.trimmed(row.text(column.index())))
                .filter(text -> !text.isEmpty())
                .skip(1)
                .findFirst()
                .orElse("");
    }
}
