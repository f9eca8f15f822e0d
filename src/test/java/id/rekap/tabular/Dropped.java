package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file as an agency drops it. */
final class Dropped {
    static final Limits LIMITS = new Limits(50L << 20, 500L << 20, 1000, 10, 40);

    private final String name;
    private final byte[] bytes;

    Dropped(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static Dropped csv(String text) {
        return new Dropped("daftar.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** All rows of all sheets, each as {@code number: cell|cell}. */
    List<String> rows() throws FileRefused, IOException {
        return rows(LIMITS);
    }

    List<String> rows(Limits limits) throws FileRefused, IOException {
        List<String> rows = new ArrayList<>();
        Path file = stored();
        try (TableFile table = TableFile.open(file, name, limits)) {
            for (Sheet sheet : table.sheets()) {
                try (Sheet.Rows walk = sheet.open()) {
                    for (Row row = walk.next(); row != null; row = walk.next()) {
                        rows.add(row.number() + ": " + cells(row));
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
        return rows;
    }

    /** The kinds of the first row's cells. */
    List<CellKind> kinds() throws FileRefused, IOException {
        Path file = stored();
        List<CellKind> kinds = new ArrayList<>();
        try (TableFile table = TableFile.open(file, name, LIMITS);
                Sheet.Rows walk = table.sheets().get(0).open()) {
            Row row = walk.next();
            for (int i = 0; row != null && i < row.size(); i++) {
                kinds.add(row.kind(i));
            }
        } finally {
            Files.delete(file);
        }
        return kinds;
    }

    FileRefused refusal() {
        return refusal(LIMITS);
    }

    FileRefused refusal(Limits limits) {
        return assertThrows(FileRefused.class, () -> rows(limits));
    }

    /** As in the archive: under a name that says nothing. */
    private Path stored() throws IOException {
        return Files.write(Files.createTempFile("dropped", ""), bytes);
    }

    private static String cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.text(i));
        }
        return String.join("|", cells);
    }
}
