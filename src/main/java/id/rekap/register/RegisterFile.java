package id.rekap.register;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Limits;
import id.rekap.tabular.Row;
import id.rekap.tabular.Sheet;
import id.rekap.tabular.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of the register: finds the header of each sheet and hands over the rows below it. */
final class RegisterFile {
    /** As many people as there are, also with the 67 columns of the national export; a workbook is still bounded. */
    private static final Limits LIMITS = new Limits(Long.MAX_VALUE, 4L << 30, Integer.MAX_VALUE, 500, 32_767);

    private static final int HEADER_ROWS = 20;

    private final List<Field> fields;
    private final Consumer<Problem> problems;
    private final List<String> warnings;
    private final List<Source> sources = new ArrayList<>();

    RegisterFile(List<Field> fields, Consumer<Problem> problems, List<String> warnings) {
        this.fields = fields;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** What takes the rows; blank rows don't come. */
    interface Reader {
        void row(Source source, Row row);
    }

    /** The sheets read so far. */
    List<Source> sources() {
        return sources;
    }

    /** @param name what problems call the file */
    void read(Path file, String name, Reader reader) {
        int before = sources.size();
        List<String> headless = new ArrayList<>();
        try (TableFile table = TableFile.open(file, FileNames.name(file), LIMITS)) {
            for (Sheet sheet : table.sheets()) {
                if (!read(name, sheet, table.form(), reader)) {
                    headless.add(sheet.name());
                }
            }
        } catch (FileRefused e) {
            problems.accept(refused(name, e));
            return;
        } catch (IOException e) {
            problems.accept(new Problem(name, "", null, "", "the file cannot be read: " + e.getMessage(), "", ""));
            return;
        }
        if (sources.size() == before) {
            problems.accept(new Problem(
                    name,
                    "",
                    null,
                    "",
                    "no header in the first " + HEADER_ROWS + " rows",
                    "a row with " + required(),
                    "Name the columns as listed"));
        } else {
            headless.stream()
                    .filter(sheet -> !sheet.isEmpty())
                    .forEach(sheet ->
                            warnings.add(name + ", sheet " + sheet + ": without a header of the register, not read"));
        }
    }

    /** The import speaks English, and what a list's sender would read is Indonesian. */
    private static Problem refused(String name, FileRefused e) {
        Catalogue catalogue = Catalogue.load();
        FileRefused.English english =
                e.english().orElse(new FileRefused.English(catalogue.title(e.code(), Locale.ENGLISH), ""));
        return new Problem(
                name,
                e.sheet(),
                null,
                "",
                english.found(),
                english.expected(),
                e.code() == ExceptionCode.FILE_TOO_LARGE
                        ? "Save it as CSV, which may be of any length, or part it and import the parts together"
                        : catalogue.action(e.code(), Locale.ENGLISH));
    }

    /** Whether the sheet has a header. */
    private boolean read(String file, Sheet sheet, String form, Reader reader) throws FileRefused {
        Header header = header(sheet);
        if (header == null) {
            return false;
        }
        Source source = new Source(file, sheet.name(), header.heading());
        sources.add(source);
        if (unusable(source, header.row())) {
            return true;
        }
        try (Sheet.Rows rows = sheet.open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() <= header.row() || blank(row)) {
                    continue;
                }
                if (form.equals("csv") && row.isFilledBehind(header.width())) {
                    problems.accept(tooWide(source, row, header.width()));
                } else {
                    reader.row(source, row);
                }
            }
        }
        return true;
    }

    private static Problem tooWide(Source source, Row row, int columns) {
        return source.problem(
                row.number(),
                "",
                row.size() + " cells, so that nobody can say which belongs to which column",
                "at most " + columns + ", as the header has",
                "Put cells that hold the separator between quotes");
    }

    /** @param width cells of the header, empty ones included */
    private record Header(RegisterHeading heading, int row, int width) {}

    private @Nullable Header header(Sheet sheet) throws FileRefused {
        Header best = null;
        try (Sheet.Rows rows = sheet.open()) {
            for (Row row = rows.next(); row != null && row.number() <= HEADER_ROWS; row = rows.next()) {
                RegisterHeading heading = RegisterHeading.of(row, fields);
                if (heading != null
                        && (best == null || heading.fields() > best.heading().fields())) {
                    best = new Header(heading, row.number(), row.size());
                }
            }
        }
        return best;
    }

    private boolean unusable(Source source, int row) {
        List<Field> absent = fields.stream()
                .filter(field -> field.required() && !source.heading().has(field))
                .toList();
        absent.forEach(field -> problems.accept(
                source.problem(row, "", "no such column", String.join(" or ", field.names()), "Add the column")));
        List<String> twice = source.heading().twice();
        twice.forEach(name ->
                problems.accept(source.problem(row, name, "stands over two columns", "once", "Rename or delete one")));
        return !absent.isEmpty() || !twice.isEmpty();
    }

    private String required() {
        return fields.stream()
                .filter(Field::required)
                .map(field -> field.names().get(0))
                .collect(Collectors.joining(", "));
    }

    private static boolean blank(Row row) {
        for (int i = 0; i < row.size(); i++) {
            if (!Blank.trimmed(row.text(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
