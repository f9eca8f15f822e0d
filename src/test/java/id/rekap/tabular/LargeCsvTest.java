package id.rekap.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeCsvTest {
    private static final Limits LIMITS = new Limits(Long.MAX_VALUE, 1, Integer.MAX_VALUE, 500, 32_767);
    /** Some windows of the file. */
    private static final int ROWS = 200_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void readsTheRowsThatItWouldReadFromMemory() throws Exception {
        isReadAsFromMemory(text("\r\n", "Rahmat Contoh"), StandardCharsets.UTF_8);
        isReadAsFromMemory(text("\r", "Rahmat Contoh"), StandardCharsets.UTF_8);
        isReadAsFromMemory("sep=;\n" + text("\n\n", "Ummi Jalâl").replace(',', ';'), StandardCharsets.UTF_8);
        isReadAsFromMemory(text("\n", "Ummi Jalâl"), Charset.forName("windows-1252"));
    }

    @Test
    void readsQuotedCellsAndMarkedTexts() throws Exception {
        isReadAsFromMemory(text("\r\n", "\"Contoh, Rahmat\r\nS.Pd.\""), StandardCharsets.UTF_8);
        isReadAsFromMemory("\uFEFF" + text("\n", "Ummi Jalâl"), StandardCharsets.UTF_8);
        isReadAsFromMemory("\uFEFF" + text("\r\n", "Ummi Jalâl"), StandardCharsets.UTF_16LE);
        isReadAsFromMemory("\uFEFF" + text("\n", "Ummi Jalâl"), StandardCharsets.UTF_16BE);
    }

    @Test
    void refusesWhatIsNoTextWhereverItStands() throws IOException {
        Path nul = write(text("\n", "Rahmat Contoh") + "1,\0", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LargeCsv.of(nul, LIMITS))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.FILE_ENCODING));
        byte[] broken = ("\uFEFF" + text("\n", "Ummi Jalâl") + "1,?").getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 1] = (byte) 0xC3;
        Path cut = Files.write(directory.resolve("cut.csv"), broken);
        assertThatThrownBy(() -> LargeCsv.of(cut, LIMITS))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.FILE_ENCODING));
    }

    private static String text(String end, String name) {
        StringBuilder text = new StringBuilder("nomor,nama,jenis,kode_opd").append(end);
        for (int row = 0; row < ROWS; row++) {
            text.append(100_000 + row)
                    .append(',')
                    .append(name)
                    .append(",PNS,DISDIK-")
                    .append(row % 97)
                    .append(end);
        }
        return text.toString();
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(directory.resolve("list.csv"), text.getBytes(charset));
    }

    private void isReadAsFromMemory(String text, Charset charset) throws Exception {
        Path file = write(text, charset);
        try (Sheet.Rows kept = CsvSheet.of(Files.readAllBytes(file), LIMITS).open();
                Sheet.Rows read = LargeCsv.of(file, LIMITS).open()) {
            int rows = 0;
            for (@Nullable Row row = kept.next(); row != null; row = kept.next()) {
                Row same = Objects.requireNonNull(read.next());
                rows++;
                if (same.number() != row.number() || same.size() != row.size()) {
                    assertThat(same.number() + ": " + same.size()).isEqualTo(row.number() + ": " + row.size());
                }
                for (int cell = 0; cell < row.size(); cell++) {
                    if (!same.text(cell).equals(row.text(cell))) {
                        assertThat(same.text(cell)).isEqualTo(row.text(cell));
                    }
                }
            }
            assertThat(read.next()).isNull();
            assertThat(rows).isEqualTo(ROWS + 1);
        }
    }
}
