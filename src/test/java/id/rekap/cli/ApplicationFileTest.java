package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HOME/application.yml is read whole or refused. */
class ApplicationFileTest {
    @TempDir
    Path home;

    private String refused(String yaml) {
        Office office = new Office(home);
        office.write("application.yml", yaml);
        return refused(office);
    }

    private String refused(Office office) {
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("application.yml").hasLineCount(1);
        assertThat(home.resolve("data")).doesNotExist();
        return said.err();
    }

    @Test
    void isUtf8() throws IOException {
        Office office = new Office(home);
        Files.write(
                home.resolve("application.yml"),
                "# Kantor é\nrekap.locale: id\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(office))
                .contains("is not UTF-8 text: save it as UTF-8")
                .doesNotContain("YAML");
    }

    @Test
    void isNoDirectory() throws IOException {
        Office office = new Office(home);
        Files.delete(home.resolve("application.yml"));
        Files.createDirectory(home.resolve("application.yml"));
        assertThat(refused(office)).contains("is not a file", "expected");
    }

    @Test
    void hasKeysWhereKeysAreExpected() {
        assertThat(refused("rekap: 5\n")).contains("rekap is \"5\"", "rekap.locale");
        assertThat(refused("rekap: [a, b]\n")).contains("rekap is \"a\"", "rekap.locale");
        assertThat(refused("rekap.intake: 60s\n")).contains("rekap.intake is", "rekap.intake.quiet-period");
        assertThat(refused("spring.datasource: secret\n"))
                .contains("spring.datasource has a value", "spring.datasource.url")
                .doesNotContain("secret");
        assertThat(refused("apa saja\n")).contains("has no keys");
    }

    @Test
    void mayHaveItsKeysCommentedOut() {
        Said said = new Office(home, "rekap:\n  # locale: en", "rekap.intake:").rekap("init");
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
