package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration that is meant for another program, or meant badly. */
class JobContextTest extends SmallOffice {
    private static final String HARMFUL = """
            spring:
              batch.job.enabled: true
              batch.jdbc.table-prefix: OTHER_
              main.banner-mode: console
            """;

    private void assertOneJob(Ended run) throws Exception {
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).doesNotContain(":: Spring Boot ::");
        assertThat(Regencies.nightStatuses(office)).containsExactly("COMPLETED");
    }

    /** As where a service is started in the directory of another. */
    @Test
    void aFileOfTheWorkingDirectoryIsNotRead(@TempDir Path elsewhere) throws Exception {
        Files.writeString(
                elsewhere.resolve("application.yml"), "spring.autoconfigure.exclude: no.such.Class\n" + HARMFUL);
        Files.createDirectory(elsewhere.resolve("config"));
        Files.writeString(elsewhere.resolve("config/application.yml"), "spring.config.import: nowhere.yml\n");
        assertOneJob(Processes.startIn(elsewhere, office, List.of(), "run", "--date", DATE)
                .ended());
    }

    @Test
    void neitherTheHomesOwnFileNorTheEnvironmentTakesAGuardAway() throws Exception {
        office.write("application.yml", Files.readString(office.path("application.yml")) + "---\n" + HARMFUL);
        assertOneJob(Processes.run(office, List.of("-Dspring.batch.job.enabled=true"), "run", "--date", DATE));
    }

    @Test
    void theHomesOwnFileReachesTheJob() throws Exception {
        office.write(
                "application.yml",
                Files.readString(office.path("application.yml")) + "spring.main.sources: no.such.Class\n");
        assertThat(Processes.run(office, List.of(), "run", "--date", DATE).exit())
                .isEqualTo(1);
    }
}
