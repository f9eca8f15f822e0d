package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command doctor, and the look that a run takes before it begins. */
class DoctorTest {
    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() throws IOException {
        office = Regencies.office(home);
    }

    @Test
    void findsNothingWrongWithAGoodHome() throws Exception {
        Said said = office.rekap("doctor");
        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.out())
                .contains("server", "isolation", "READ-COMMITTED", "clock", "packet", "schema", "collation")
                .contains("ok       writable", "ok       wait_timeout", "ok       connections")
                .contains("privileges", "inbox", "archive", "reports", "logs", "room", "none is stuck")
                .doesNotContain("problem ");
        assertThat(office.rekap("doctor", "--json").out()).contains("\"check\":\"schema\",\"state\":\"OK\"");
        assertThat(Regencies.column(office, "show tables like 'rekap_doctor'")).isEmpty();
        assertThat(home.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void findsADirectoryThatCannotBeWrittenAndARunRefusesIt() throws Exception {
        Files.delete(home.resolve("archive"));
        office.write("archive", "a file in its place");
        Said said = office.rekap("doctor");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.out()).contains("problem  archive").contains("put a directory in its place");
        assertThat(office.rekap("run", "--date", Regencies.date(1)).exit()).isEqualTo(6);
        Files.delete(home.resolve("archive"));
        said = office.rekap("doctor");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.out()).contains("archive is missing").contains("./rekap init");
    }

    /** A kernel's own directory lets nobody write, root neither. */
    @Test
    void endsARunBeforeAnyWorkWhereItsReportsCannotBeWritten() throws Exception {
        Path closed = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(closed), "This kernel has no directory that nobody may write to");
        Files.delete(home.resolve("reports"));
        Files.createSymbolicLink(home.resolve("reports"), closed);
        Regencies.drop(office, 1);
        Said said = office.rekap("run", "--date", Regencies.date(1));
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("problem").contains("reports").contains("cannot be written");
        assertThat(Regencies.column(office, "select 1 from run")).isEmpty();
        assertThat(office.rekap("doctor").out()).contains("problem  reports");
    }

    @Test
    void isContentWithAnInboxThatCanOnlyBeRead() throws Exception {
        Path closed = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(closed), "This kernel has no directory that nobody may write to");
        Files.delete(home.resolve("inbox"));
        Files.createSymbolicLink(home.resolve("inbox"), closed);
        assertThat(office.rekap("doctor").out()).contains("ok       inbox");
    }

    @Test
    void findsAColumnWhoseCollationSomebodyAltered() throws Exception {
        Regencies.execute(
                office,
                "alter table employee modify no varchar(32) character set utf8mb4 collate utf8mb4_general_ci not null");
        Said said = office.rekap("doctor");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.out()).contains("problem  collation").contains("employee.no is utf8mb4_general_ci");
    }

    @Test
    void findsASessionInAnotherZone() {
        String yaml = "spring.datasource:\n  url: \"%s\"\n  username: \"%s\"\n  password: \"%s\"\n";
        String url = office.database.url();
        String zoned = url + (url.contains("?") ? "&" : "?") + "connectionTimeZone=%2B07:00";
        office.write("application.yml", yaml.formatted(zoned, office.database.username(), office.database.password()));
        assertThat(office.rekap("doctor").out()).contains("warning  session zone");
    }

    @Test
    void warnsOfSessionsThatOutliveTheLeaseOfTheirLock() {
        String yaml = "spring.datasource:\n  url: \"%s\"\n  username: \"%s\"\n  password: \"%s\"\n";
        String url = office.database.url();
        String patient = url + (url.contains("?") ? "&" : "?") + "sessionVariables=wait_timeout=28800";
        office.write(
                "application.yml", yaml.formatted(patient, office.database.username(), office.database.password()));
        Said said = office.rekap("doctor");
        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.out()).contains("warning  wait_timeout").contains("28800 s");
    }

    @Test
    void saysThatTheDatabaseCannotBeReachedAndLooksAtTheRestAllTheSame() {
        office.write("application.yml", "spring.datasource.url: jdbc:mysql://127.0.0.1:1/x\n");
        Said said = office.rekap("doctor");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.out())
                .contains("problem  database")
                .contains("127.0.0.1:1")
                .contains("ok       inbox");
    }

    /** The doctor and the look before a run are one list: what ends the run is a problem to the doctor. */
    @Test
    void isNotContentWhereARunEndsBeforeItBegins() throws Exception {
        Path packaged = Path.of("jobs/mandates/se-480-263-2020.yml");
        String mandate = Files.readString(packaged);
        office.write(packaged.toString(), mandate.replaceFirst("(?m)^  PPPK:\\n.*\\n.*\\n", ""));
        assertRunAndDoctorSay("PPPK");
        office.write(packaged.toString(), mandate);
        assertThat(office.rekap("doctor").exit()).isZero();

        office.write("jobs/mandates/kedua.yml", "id: kedua\n");
        assertRunAndDoctorSay("kedua");
        Files.delete(home.resolve("jobs/mandates/kedua.yml"));

        office.write("jobs/nightly.yml", "time: \"99:99\"\nmandate: se-480-263-2020\n");
        assertRunAndDoctorSay("time is \"99:99\"");
        office.write("jobs/nightly.yml", "time: \"21:00\"\nzone: Asia/Jakarat\nmandate: se-480-263-2020\n");
        assertRunAndDoctorSay("zone is \"Asia/Jakarat\"");
        Files.delete(home.resolve("jobs/nightly.yml"));

        Regencies.execute(office, "update employee set valid_to = '2020-08-30'");
        assertRunAndDoctorSay("There is no register");
    }

    private void assertRunAndDoctorSay(String words) {
        Said run = office.rekap("run");
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        assertThat(run.err()).contains(words);
        Said doctor = office.rekap("doctor");
        assertThat(doctor.exit()).as(doctor.out()).isEqualTo(6);
        assertThat(doctor.out()).contains("problem").contains(words);
    }

    @Test
    void warnsOfARunWhoseProcessDied() throws Exception {
        Regencies.drop(office, 1);
        Ended killed = Processes.run(office, List.of("-Drekap.kill=reconcile:5"), "run", "--date", Regencies.date(1));
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        Said said = office.rekap("doctor");
        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.out()).contains("warning  runs").contains("./rekap restart --date " + Regencies.date(1));
    }
}
