package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @TempDir
    Path reports;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+62 812",
                "-",
                "-1",
                "@handle",
                "\tx",
                "\rx",
                "\nx",
                "  =1+1",
                "\u00A0=1",
                "\u200B=1",
                "\uFF1D1",
                "\uFF20x"
            })
    void disarmsTextThatASpreadsheetWouldExecute(String value) {
        assertThat(published(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "ya", "12", "'x", "3-4", ", \"x\"\r\ny", "*"})
    void leavesOtherTextAsItIs(String value) {
        assertThat(published(value)).isEqualTo(value);
    }

    @Test
    void marksWhatATerminalWouldObeyOrAWorkbookCannotHold() {
        assertThat(published("\u0001a\u001B[2J\u007F\u009B\tb\uFFFE\uFFFF\uD83F\uDFFE😀"))
                .isEqualTo("\uFFFDa\uFFFD[2J\uFFFD\uFFFD\tb\uFFFD\uFFFD\uFFFD\uFFFD😀");
        assertThat(SpreadsheetText.harmless("x\uD800y\uDC00")).isEqualTo("x\uFFFDy\uFFFD");
        assertThat(published("\u0001=1+1")).isEqualTo("\uFFFD=1+1");
    }

    @Test
    void leavesNegativeNumberANumber() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "difference,text")) {
            table.row(-3, "-3");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("difference,text\r\n-3,'-3\r\n");
    }

    private String published(String value) {
        Night night = Night.on(Night.DATE, 1).with(Findings.unreadable("1.02", value));
        return new Sets(reports)
                .publish(night)
                .column("exceptions.csv", "value")
                .get(0);
    }
}
