package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The data dictionary against the tables that are written. */
class DataDictionaryTest {
    private static final Path DICTIONARY = Path.of("docs/data-dictionary.md");

    @Test
    void describesEachColumnOfEachTableInOrder() throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        rows().forEach((table, rows) ->
                columns.put(table, rows.stream().map(cells -> cells.get(0)).toList()));
        assertThat(columns)
                .containsExactly(
                        Map.entry("snapshot.csv", header(PositionTables.SNAPSHOT)),
                        Map.entry("agencies.csv", header(PositionTables.AGENCIES)),
                        Map.entry("counts.csv", header(PositionTables.COUNTS)),
                        Map.entry("exceptions.csv", header(ExceptionLine.HEADER)));
    }

    @Test
    void saysUnitAndMeaningInBothLanguages() throws IOException {
        rows().values()
                .forEach(table -> assertThat(table)
                        .allSatisfy(cells -> assertThat(cells)
                                .hasSize(4)
                                .allSatisfy(cell -> assertThat(cell).isNotBlank())));
    }

    private static List<String> header(String columns) {
        return List.of(columns.split(","));
    }

    /** Of each table the rows that describe a column: its name, then the other cells. */
    private static Map<String, List<List<String>>> rows() throws IOException {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<List<String>> table = new ArrayList<>();
        for (String line : Files.readAllLines(DICTIONARY)) {
            if (line.startsWith("## ")) {
                table = new ArrayList<>();
                tables.put(line.substring(3), table);
            } else if (line.startsWith("| `")) {
                List<String> cells = new ArrayList<>(
                        List.of(line.substring(2, line.length() - 2).split(" \\| ")));
                cells.set(0, cells.get(0).replace("`", ""));
                table.add(cells);
            }
        }
        return tables;
    }
}
