package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that neither the environment nor a file of the home holds. */
class CredentialsTest extends SmallOffice {
    @TempDir
    Path given;

    @Test
    void passwordMayLieInAFileThatIsNamedByItsProperty() throws Exception {
        office.write("application.yml", """
                spring.datasource:
                  url: "%s"
                  username: "%s"
                """.formatted(office.database.url(), office.database.username()));
        assertThat(office.rekap("status").exit()).isEqualTo(6);
        Files.writeString(given.resolve("spring.datasource.password"), office.database.password() + "\n");
        Processes.Ended status = Processes.runWith("CREDENTIALS_DIRECTORY=" + given, office, List.of(), "status");
        assertThat(status.said()).doesNotContain(office.database.password());
        assertThat(status.exit()).as(status.said()).isZero();
    }

    @Test
    void directoryThatIsNotThereIsNamed() throws Exception {
        Path missing = given.resolve("nowhere");
        Processes.Ended status = Processes.runWith("CREDENTIALS_DIRECTORY=" + missing, office, List.of(), "status");
        assertThat(status.exit()).isEqualTo(6);
        assertThat(status.said()).contains("CREDENTIALS_DIRECTORY is " + missing, "no directory");
    }
}
