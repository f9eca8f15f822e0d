package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Published rows, held against the library that reads and writes CSV elsewhere. */
class CsvCellsTest {
    private static final String OFTEN = "ab9 ,\"\r\n\t=+-@#!'*_~|;é\u007F\u0001\u200B中";

    @Test
    void areWhatTheLibraryWritesOfHarmlessTexts() throws IOException {
        Random random = new Random(480263);
        for (int n = 0; n < 20_000; n++) {
            List<String> texts = new ArrayList<>(List.of("NEW"));
            for (int i = random.nextInt(6); i >= 0; i--) {
                texts.add(text(random));
            }
            Object[] harmless = texts.stream().map(SpreadsheetText::harmless).toArray();
            assertThat(row(texts.toArray())).isEqualTo(CSVFormat.RFC4180.format(harmless) + "\r\n");
        }
    }

    @Test
    void areReadAsTheyWereGiven() throws IOException {
        Random random = new Random(263480);
        for (int n = 0; n < 5_000; n++) {
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                texts.add(SpreadsheetText.harmless(text(random)));
            }
            texts.add("end");
            List<CSVRecord> read = CSVFormat.RFC4180
                    .parse(new StringReader(row(texts.toArray())))
                    .getRecords();
            assertThat(read).hasSize(1);
            // harmless texts stay as they are: a mark in front is not put there twice
            assertThat(read.get(0).toList()).isEqualTo(texts);
        }
    }

    @Test
    void keepNumbersNumbersAndNothingEmpty() throws IOException {
        assertThat(row("x", -3, "-3", null, "", LocalDate.of(2020, 7, 31), 4L))
                .isEqualTo("x,-3,'-3,,,2020-07-31,4\r\n");
    }

    @Test
    void standAsTheyAreInOtherRows() throws IOException {
        CsvCells some = new CsvCells().add("a,b").add(null).add("=1");
        assertThat(row("x", some, "y")).isEqualTo("x,\"a,b\",,'=1,y\r\n");
        assertThat(row(some, some)).isEqualTo("\"a,b\",,'=1,\"a,b\",,'=1\r\n");
    }

    @Test
    void growAsLongAsNeeded() throws IOException {
        String longText = "ä".repeat(100_000);
        assertThat(row("x", longText, "y")).isEqualTo("x," + longText + ",y\r\n");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(
                    random.nextInt(40) == 0
                            ? (char) random.nextInt(0x10000)
                            : OFTEN.charAt(random.nextInt(OFTEN.length())));
        }
        return text.toString();
    }

    private static String row(@Nullable Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = CsvTable.withoutHeader(out)) {
            table.row(Arrays.copyOf(cells, cells.length));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
