package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.value.BusinessDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what, when, from what to what. */
class AuditTest {
    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() {
        office = new Office(home);
        office.write("agencies.csv", "code,name\nA1,Dinas Satu\n");
        office.write(
                "employees.csv",
                "employee_no,name,employment_type,agency_code\n1106010203040009,Budi Contoh,TENAGA_KONTRAK,A1\n");
        done("import", "agencies", home.resolve("agencies.csv").toString(), "--date", "2020-07-01");
        done("import", "employees", home.resolve("employees.csv").toString(), "--date", "2020-07-01");
    }

    private String done(String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out();
    }

    @Test
    void listsEachChangeWithItsUserAndHostTheNewestFirst() {
        String all = done("audit");
        assertThat(all)
                .containsSubsequence("IMPORT_EMPLOYEES", "1 added", "IMPORT_AGENCIES", "1 added")
                .contains(HomeCommand.who());
    }

    @Test
    void tellsTheMachineAlsoWhereNoNameServerKnowsIt() throws Exception {
        Path kernel = Path.of("/proc/sys/kernel/hostname");
        office.write("hosts", "127.0.0.1 localhost\n");
        Processes.Ended ended = Processes.run(
                office,
                List.of("-Djdk.net.hosts.file=" + home.resolve("hosts")),
                "import",
                "agencies",
                home.resolve("agencies.csv").toString(),
                "--date",
                "2020-07-02");
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(done("audit", "--most", "1", "--json"))
                .contains("2020-07-02", "@" + Files.readString(kernel).strip() + "\"");
    }

    @Test
    void findsByActUserDayAndText() {
        assertThat(done("audit", "--what", "import_agencies"))
                .contains("IMPORT_AGENCIES")
                .doesNotContain("IMPORT_EMPLOYEES");
        assertThat(done("audit", "--about", "EMPLOYEES.csv"))
                .contains("IMPORT_EMPLOYEES")
                .doesNotContain("AGENCIES");
        assertThat(done("audit", "--who", "nobody at all")).contains("Nothing was changed.");
        String today = LocalDate.now(BusinessDay.ZONE).toString();
        String tomorrow = LocalDate.now(BusinessDay.ZONE).plusDays(1).toString();
        assertThat(done("audit", "--since", today, "--until", today)).contains("IMPORT_AGENCIES");
        assertThat(done("audit", "--since", tomorrow)).contains("Nothing was changed.");
        assertThat(done("audit", "--most", "1")).contains("IMPORT_EMPLOYEES").doesNotContain("IMPORT_AGENCIES");
    }

    @Test
    void hidesTheNumberOfAnExemptPersonWhoIsKnownByTheirNik() {
        done(
                "exempt",
                "add",
                "--employee",
                "1106010203040009",
                "--ground",
                "cuti",
                "--from",
                "2020-07-01",
                "--granted-by",
                "Sekda");
        JsonNode first = JsonMapper.shared().readTree(done("audit", "--json")).get(0);
        assertThat(first.get("what").asString()).isEqualTo("EXEMPT_ADD");
        assertThat(first.toString()).contains("0009").doesNotContain("1106010203040009");
    }
}
