package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command demo. */
class DemoTest {
    @TempDir
    Path home;

    private static JsonNode onlyDocument(Said said) {
        assertThat(said.out().strip().lines()).hasSize(1);
        return JsonMapper.shared().readTree(said.out());
    }

    private List<Path> inbox() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("inbox"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void worksOnItsOwnHomeAndDatabaseWhicheverIsConfiguredAndOnceOnly() throws Exception {
        String production = "jdbc:mysql://127.0.0.1:1/production";
        System.setProperty("spring.datasource.url", production);
        Files.writeString(home.resolve("application.yml"), "spring.datasource.url: " + production + "\n");
        try {
            Said first = Office.said("demo", "--json", "--home", home.toString());
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(onlyDocument(first).get("nights")).hasSize(3);
            assertThat(onlyDocument(first).get("secondMandate")).hasSize(1);
            assertThat(home.resolve("reports/keamanan-informasi/latest/summary.html"))
                    .exists();
            assertThat(Files.readString(home.resolve("reports/latest/summary.html")))
                    .contains("Dikecualikan", "di antaranya sudah diketahui");
            assertThat(home.resolve("data")).isDirectory();
            assertThat(home.resolve("reports/latest/summary.html")).exists();
            List<Path> left = inbox();

            Said second = Office.said("demo", "--json", "--home", home.toString());
            assertThat(second.exit()).as(second.err()).isEqualTo(10);
            assertThat(second.err()).contains("there already").contains("reports/latest/summary.html");
            assertThat(onlyDocument(second).get("page").asString()).endsWith("reports/latest/summary.html");
            assertThat(inbox()).isEqualTo(left);
        } finally {
            System.clearProperty("spring.datasource.url");
        }
    }

    @Test
    void leavesAHomeThatIsNotItsOwn() {
        Office office = new Office(home);
        assertThat(office.rekap("init").exit()).isZero();
        Said said = office.rekap("demo");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("holds something else").contains("./rekap demo --home DIR");
        assertThat(home.resolve("demo")).doesNotExist();
    }

    @Test
    void leavesADirectoryThatHoldsAnything() throws Exception {
        Files.writeString(home.resolve("surat.txt"), "of somebody");
        Said said = Office.said("demo", "--home", home.toString());
        assertThat(said.exit()).isEqualTo(6);
        assertThat(home).isDirectoryContaining(path -> path.endsWith("surat.txt"));
        assertThat(home.toFile().list()).hasSize(1);
    }
}
