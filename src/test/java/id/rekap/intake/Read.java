package id.rekap.intake;

import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.tabular.FileRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A list as the reader understands it, a line for each row of data. */
final class Read {
    private static final Mandate MANDATE = new Mandates(Path.of("none")).get("se-480-263-2020");

    private Read() {}

    /** {@code row number|name|type|account|humas|mediacenter|repost|family}, or the row's fault in the number's place. */
    static List<String> csv(String text) throws FileRefused, IOException {
        return file("daftar.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> file(String name, byte[] bytes) throws FileRefused, IOException {
        List<String> rows = new ArrayList<>();
        Path file = Files.write(Files.createTempFile("read", ""), bytes);
        try {
            new ListReader(MANDATE).read(file, name, "", 0, row -> rows.add(line(row)));
        } finally {
            Files.delete(file);
        }
        return rows;
    }

    private static String line(ListRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.fault() == RowFault.NONE ? row.no() : row.fault().name());
        cells.add(row.name());
        cells.add(row.type());
        for (int i = 0; i < row.valueCount(); i++) {
            String value = row.value(i);
            cells.add(value == null ? "~" : value);
        }
        return row.row() + " " + String.join("|", cells);
    }
}
