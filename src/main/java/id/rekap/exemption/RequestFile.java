package id.rekap.exemption;

import id.rekap.exemption.ExemptionFault.Part;
import id.rekap.mandate.Header;
import id.rekap.register.Problem;
import id.rekap.tabular.CellKind;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Limits;
import id.rekap.tabular.Row;
import id.rekap.tabular.Sheet;
import id.rekap.tabular.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of exemptions, CSV or XLSX: the options of the command are its columns. */
public final class RequestFile {
    private static final int HEADER_ROWS = 20;

    private final String name;
    private final List<Problem> problems;
    private final List<Written> rows = new ArrayList<>();

    private RequestFile(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** A request and where it stands. */
    public record Written(ExemptionRequest request, String file, String sheet, int row) {
        /** What is wrong with it, for people. */
        public Problem problem(ExemptionFault fault) {
            return RequestFile.problem(file, sheet, row, fault.part().names().get(0), fault.found(), fault.expected());
        }
    }

    /** Every row of every sheet that has a header; what cannot be read is added to the problems. */
    public static List<Written> read(Path file, List<Problem> problems) {
        String name = String.valueOf(file.getFileName());
        RequestFile read = new RequestFile(name, problems);
        try (TableFile table = TableFile.open(file, name, Limits.OF_THE_CONTRACT)) {
            boolean hasHeader = false;
            for (Sheet sheet : table.sheets()) {
                hasHeader |= read.sheet(sheet);
            }
            if (!hasHeader) {
                problems.add(problem(
                        name,
                        "",
                        null,
                        "",
                        "no header in the first " + HEADER_ROWS + " rows",
                        "a row with employee or agency, ground, from; also obligation, until, granted-by, document"));
            }
        } catch (FileRefused e) {
            FileRefused.English english =
                    e.english().orElse(new FileRefused.English(e.code().name(), ""));
            problems.add(problem(name, e.sheet(), null, "", english.found(), english.expected()));
        } catch (IOException e) {
            problems.add(problem(name, "", null, "", "the file cannot be read: " + e.getMessage(), ""));
        }
        return read.rows;
    }

    private static Problem problem(
            String file, String sheet, @Nullable Integer row, String column, String found, String expected) {
        return new Problem(file, sheet, row, column, found, expected, "", row == null ? 0 : 1, List.of());
    }

    private boolean sheet(Sheet sheet) throws FileRefused {
        try (Sheet.Rows all = sheet.open()) {
            Map<Part, Integer> columns = Map.of();
            for (Row row = all.next(); row != null; row = all.next()) {
                if (columns.isEmpty()) {
                    if (row.number() > HEADER_ROWS) {
                        return false;
                    }
                    columns = header(row);
                } else {
                    row(sheet, row, columns);
                }
            }
            return !columns.isEmpty();
        }
    }

    /** Empty where the row is no header. */
    private static Map<Part, Integer> header(Row row) {
        Map<Part, Integer> columns = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Set<String> names = part.names().stream().map(Header::folded).collect(Collectors.toSet());
            for (int i = 0; i < row.size(); i++) {
                if (names.contains(Header.folded(row.text(i)))) {
                    columns.putIfAbsent(part, i);
                }
            }
        }
        boolean isHeader = columns.containsKey(Part.GROUND)
                && columns.containsKey(Part.FROM)
                && (columns.containsKey(Part.EMPLOYEE) || columns.containsKey(Part.AGENCY));
        return isHeader ? columns : Map.of();
    }

    private void row(Sheet sheet, Row row, Map<Part, Integer> columns) {
        Map<Part, String> cells = new EnumMap<>(Part.class);
        columns.forEach((part, column) -> cells.put(part, row.text(column).strip()));
        if (cells.values().stream().allMatch(String::isEmpty)) {
            return;
        }
        boolean isDamaged = false;
        for (Part part : List.of(Part.EMPLOYEE, Part.AGENCY)) {
            Integer column = columns.get(part);
            CellKind kind = column == null ? CellKind.BLANK : row.kind(column);
            if (kind != CellKind.TEXT && kind != CellKind.BLANK) {
                isDamaged = true;
                problems.add(problem(
                        name,
                        sheet.name(),
                        row.number(),
                        part.names().get(0),
                        "a cell that is no text (" + kind + "): a spreadsheet may have changed its digits",
                        "the number or code as text"));
            }
        }
        if (!isDamaged) {
            rows.add(new Written(request(cells), name, sheet.name(), row.number()));
        }
    }

    private static ExemptionRequest request(Map<Part, String> cells) {
        return new ExemptionRequest(
                cells.getOrDefault(Part.EMPLOYEE, ""),
                cells.getOrDefault(Part.AGENCY, ""),
                cells.getOrDefault(Part.OBLIGATION, ""),
                cells.getOrDefault(Part.GROUND, ""),
                cells.getOrDefault(Part.FROM, ""),
                cells.getOrDefault(Part.UNTIL, ""),
                cells.getOrDefault(Part.GRANTED_BY, ""),
                cells.getOrDefault(Part.DOCUMENT, ""));
    }
}
