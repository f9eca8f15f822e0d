package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import id.rekap.cli.Office.Said;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed, and what agencies name their files, does nothing to the terminal that it is said in. */
class TerminalTest extends SmallOffice {
    private static final Pattern ACTING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n]]");
    private static final String FORGED = "Published 2020-07-01.1";
    private static final String HOSTILE = "x\u001b[2J\u009b31m\u202egpj\u200b\u2028\n" + FORGED;

    static final List<List<String>> COMMANDS = List.of(
            List.of("explain", HOSTILE),
            List.of("explain", "EMPLOYEE_UNKNOWN", "--lang", HOSTILE),
            List.of("show", HOSTILE),
            List.of("accept", HOSTILE),
            List.of("refuse", "1.02.01/" + HOSTILE),
            List.of("check", HOSTILE, "--agency", "1.02.01"),
            List.of("check", "jobs/samples/agencies.csv", "--agency", HOSTILE),
            List.of("template", "--agency", "1.02.01", "-o", HOSTILE),
            List.of("template", "--agency", HOSTILE, "-o", "target/none.xlsx"),
            List.of("import", "agencies", HOSTILE),
            List.of("import", "employees", HOSTILE, "--group", HOSTILE),
            List.of("run", "--date", HOSTILE),
            List.of("run", "--date", DATE, "--mandate", HOSTILE),
            List.of("run", "--fail-on", HOSTILE),
            List.of("run", HOSTILE),
            List.of("run", "--" + HOSTILE),
            List.of("report", "--date", DATE, "--revision", HOSTILE),
            List.of("restart", "--mandate", HOSTILE),
            List.of(HOSTILE),
            List.of("status", "--home", HOSTILE));

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void saysArgumentsVisiblyInOneLine(List<String> arguments) {
        Said said = arguments.contains("--home")
                ? Office.said(arguments.toArray(String[]::new))
                : office.rekap(arguments.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isNotZero();
        assertHarmless(said);
        assertThat(said.err()).contains("x\\u001b[2J\\u009b31m\\u202egpj\\u200b\\u2028\\n" + FORGED);
    }

    @Test
    void readsNoFileForAnArgumentThatBeginsWithAnAt() {
        office.write("args", "rahasia\n");
        assertThat(office.rekap("explain", "@" + office.path("args")).err()).doesNotContain("rahasia");
    }

    @Test
    void saysNamesOfFilesVisiblyInOneLine() {
        office.write("inbox/1.02.01/" + HOSTILE + ".csv", "nip,nama\n1,a\n");
        office.write("inbox/" + HOSTILE + "/daftar.csv", "nip,nama\n");
        Said said = office.rekap("run", "--date", DATE, "--dry-run");
        assertThat(said.out()).contains("\\u001b[2J");
        assertHarmless(said);
        Said json = office.rekap("run", "--date", DATE, "--dry-run", "--json");
        assertHarmless(json);
        JsonNode lines = JsonMapper.shared().readTree(json.out());
        assertThat(lines.findValuesAsString("file")).contains("1.02.01/" + HOSTILE + ".csv", HOSTILE + "/daftar.csv");
    }

    @Test
    void saysWhatStandsInAFileVisiblyInOneLine() {
        office.write("desk/" + HOSTILE + ".csv", """
                nip,nama,instagram,follow humas
                1106012609860,"%1$s","%1$s","%1$s"
                """.formatted(HOSTILE));
        String file = office.path("desk/" + HOSTILE + ".csv").toString();
        for (String option : List.of("--lang=id", "--json")) {
            Said said = office.rekap("check", file, "--agency", "9.03.01", "--date", DATE, option);
            assertThat(said.exit()).as(said.err()).isEqualTo(20);
            assertHarmless(said);
            assertThat(said.out()).contains("ID_MALFORMED").doesNotContain("1106012609860");
        }
        office.write("e.csv", "nomor,nama,jenis,kode_opd\n1,a,\"" + HOSTILE + "\",\"" + HOSTILE + "\"\n");
        assertHarmless(office.rekap("import", "employees", office.path("e.csv").toString(), "--date", DATE));
    }

    @Test
    void logsMessagesAndFaultsInOneLineWithoutNumbersOfPeople() {
        var fault = new IllegalStateException(HOSTILE, new IllegalArgumentException("NIK 1106012609860001\n" + FORGED));
        var event = new LoggingEvent(
                "x", new LoggerContext().getLogger("x"), Level.ERROR, "{} 1106012609860001", fault, new Object[] {
                    HOSTILE
                });
        String logged = new LogMessage().convert(event) + "\n" + new LogFault().convert(event);
        assertThat(logged)
                .contains("IllegalStateException: x\\u001b", "Caused by: java.lang.IllegalArgumentException: NIK")
                .doesNotContain("110601260986")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\\n\\t]]");
        assertThat(logged.lines()).noneMatch(line -> line.startsWith(FORGED));
    }

    private static void assertHarmless(Said said) {
        assertThat(said.out() + said.err()).doesNotContainPattern(ACTING);
        assertThat(Stream.of(said.out(), said.err()).flatMap(String::lines)).noneMatch(line -> line.startsWith(FORGED));
    }
}
