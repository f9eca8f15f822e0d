package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords that lie in files. */
class SecretsTest extends SmallOffice {
    private void withoutPassword() throws Exception {
        String configuration = Files.readString(home.resolve("application.yml"));
        office.write("application.yml", configuration.replaceAll("(?m)^ +password:.*\n", ""));
    }

    @Test
    void aFileWithAPropertysNameIsItsValue() throws Exception {
        withoutPassword();
        Path secrets = Files.createDirectory(home.resolve("secrets"));
        Files.writeString(secrets.resolve("spring.datasource.password"), office.database.password() + "\n");
        for (String variable : List.of("REKAP_SECRETS", "CREDENTIALS_DIRECTORY")) {
            Ended ended = Processes.runWith(variable + "=" + secrets, office, List.of(), "runs");
            assertThat(ended.exit()).as(ended.said()).isZero();
        }
        Ended lost = Processes.runWith("REKAP_SECRETS=" + home.resolve("nowhere"), office, List.of(), "runs");
        assertThat(lost.exit()).isEqualTo(6);
        assertThat(lost.said()).contains("nowhere is to hold secrets");
    }
}
