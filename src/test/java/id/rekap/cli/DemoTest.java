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
    void worksOnItsOwnDatabaseWhicheverIsConfiguredAndOnceOnly() throws Exception {
        Office office = new Office(home);
        office.write("application.yml", "spring.datasource.url: jdbc:mysql://127.0.0.1:1/production\n");
        Said first = office.rekap("demo", "--json");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(onlyDocument(first).get("nights")).hasSize(3);
        assertThat(home.resolve("data")).isDirectory();
        assertThat(home.resolve("reports/latest/summary.html")).exists();
        List<Path> left = inbox();

        Said second = office.rekap("demo", "--json");
        assertThat(second.exit()).as(second.err()).isEqualTo(10);
        assertThat(second.err()).contains("there already").contains("reports/latest/summary.html");
        assertThat(onlyDocument(second).get("page").asString()).endsWith("reports/latest/summary.html");
        assertThat(inbox()).isEqualTo(left);
    }

    @Test
    void leavesARegisterThatIsNotItsOwn() {
        Office office = new Office(home);
        office.write("application.yml", "");
        Path agencies = Path.of("jobs/samples/agencies.csv");
        assertThat(office.rekap("import", "agencies", agencies.toString(), "--date", "2020-07-01")
                        .exit())
                .isZero();
        Said said = office.rekap("demo");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("has a register").contains("--home");
    }
}
