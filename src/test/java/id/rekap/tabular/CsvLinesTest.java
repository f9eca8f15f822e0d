package id.rekap.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read line by line is what Commons CSV reads. */
class CsvLinesTest {
    private static final Limits LIMITS = new Limits(1 << 20, 1 << 20, 40, 6, 8);
    private static final String[] PIECES = {
        "a", "1", ",", ",", ";", "\n", "\n", "\r\n", "\r", " ", "'", "é", "√", "😀", "\t", "\u00a0", "\\", "#", "\ufeff"
    };

    @Test
    void readsLinesAndRefusesThemAsTheLibraryDoes() throws IOException {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            List<String> byLibrary = library(text.toString());
            assertEquals(byLibrary, lines(text.toString()), () -> "of " + text);
            refused += byLibrary.get(byLibrary.size() - 1).startsWith("refused") ? 1 : 0;
        }
        assertEquals(true, refused > 1_000 && refused < 15_000, () -> "both kinds were tried");
    }

    @Test
    void refusesMoreRowsThanAreAllowedInTheSameWords() throws IOException {
        String allowed = "a\n\n".repeat(20);
        assertEquals(library(allowed), lines(allowed));
        String tooMany = allowed + "\n";
        assertEquals(library(tooMany), lines(tooMany));
        assertEquals(1, lines(tooMany).size());
    }

    @Test
    void leavesWhatIsQuotedToTheLibrary() throws FileRefused, IOException {
        try (Sheet.Rows quoted = open("a,\"b,c\"\n");
                Sheet.Rows unquoted = open("a,b\n");
                Sheet.Rows marked = open("\ufeffa;é\n")) {
            assertEquals(CsvRows.class, quoted.getClass());
            assertEquals(CsvLines.class, unquoted.getClass());
            assertEquals(List.of("begins", "1: a|é"), walk(marked));
        }
    }

    private static Sheet.Rows open(String text) throws FileRefused, IOException {
        return CsvSheet.of(text.getBytes(UTF_8), LIMITS).open();
    }

    private static List<String> library(String text) throws IOException {
        CsvGuard guard = new CsvGuard(new StringReader(text), new Delimiter(',', 1), LIMITS);
        try (Sheet.Rows rows = new CsvRows(guard, ',', LIMITS)) {
            return walk(rows);
        }
    }

    private static List<String> lines(String text) {
        try (Sheet.Rows rows = new CsvLines(text.getBytes(UTF_8), 0, 0, UTF_8, ',', LIMITS)) {
            return walk(rows);
        }
    }

    /** A refusal comes last, and alone: the library is told of it before it has given the rows that stand before it. */
    private static List<String> walk(Sheet.Rows rows) {
        List<String> read = new ArrayList<>(List.of("begins"));
        try {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    assertEquals(CellKind.TEXT, row.kind(i));
                    cells.add(row.text(i));
                }
                read.add(row.number() + ": " + String.join("|", cells));
            }
        } catch (FileRefused e) {
            return List.of("refused " + e.code() + " " + e.found() + ", " + e.expected());
        }
        return read;
    }
}
