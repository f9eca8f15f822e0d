package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command that runs no night has to say stands in the home's log too. */
class HomeLogTest {
    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void home() {
        office = new Office(home);
        assertThat(office.rekap("init").exit()).isZero();
        office.write("twice.csv", "code,name\nA,a\nA,b\n");
    }

    private String log() throws Exception {
        return Files.readString(home.resolve("logs/rekap.log"));
    }

    private String[] importTwice() {
        return new String[] {"import", "agencies", home.resolve("twice.csv").toString(), "--date", "2020-07-01"};
    }

    @Test
    void isTextUnlessAnotherFormIsNamed() throws Exception {
        Ended refused = Processes.run(office, List.of(), importTwice());
        assertThat(refused.exit()).as(refused.said()).isEqualTo(20);
        assertThat(log())
                .hasLineCount(1)
                .contains("Z INFO  [main] ", " Import refused of twice.csv for 2020-07-01 by ");
        Files.delete(home.resolve("logs/rekap.log"));
        Processes.runWith("LOGGING_STRUCTURED_FORMAT_FILE=ecs", office, List.of(), importTwice());
        JsonNode line = JsonMapper.shared().readTree(log());
        assertThat(line.path("message").asString("")).startsWith("Import refused of twice.csv for 2020-07-01 by ");
        assertThat(line.path("rid").asString("")).hasSize(36);
    }

    @Test
    void isNothingOfACommandThatOnlyLooksExceptWhatNobodyExpected() throws Exception {
        assertThat(Processes.run(office, List.of(), "runs").exit()).isZero();
        assertThat(log()).isEmpty();
        Regencies.execute(office, "alter table run rename column revision to forgotten");
        Ended fault = Processes.run(office, List.of(), "runs");
        assertThat(fault.exit()).as(fault.said()).isEqualTo(1);
        assertThat(fault.said()).contains("HOME/logs/rekap.log has the rest").doesNotContain("SLF4J");
        assertThat(log()).contains(" ERROR [main] id.rekap.cli.Rekap Unexpected\n", "BadSqlGrammarException", "\tat ");
    }
}
