package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that stays up, by a clock that the test tells. */
class ScheduleTest {
    private static final LocalDate DAY = LocalDate.parse(Regencies.date(1));

    @TempDir
    Path home;

    private final List<Running> running = new ArrayList<>();
    private Office office;

    @BeforeEach
    void regency() throws Exception {
        office = Regencies.office(home);
        say(0, "20:00");
    }

    @AfterEach
    void killAll() throws Exception {
        for (Running one : running) {
            kill(one);
        }
    }

    private Running schedule(int secondsAhead) throws Exception {
        Running one = Processes.schedule(office, secondsAhead);
        running.add(one);
        one.waitUntilSaid("nightly runs next");
        until(
                "a first look",
                () -> Regencies.column(office, "select 1 from scheduled_job").size() == 3);
        return one;
    }

    /** With what it has started, as a machine that loses its power. */
    private static void kill(Running one) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(one.process().descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        one.process().destroyForcibly().waitFor();
    }

    private void say(int night, String hour) throws IOException {
        SimulatedSchedule.tell(home, Instant.parse(DAY.plusDays(night) + "T" + hour + ":00+07:00"));
    }

    private static void until(String what, Callable<Boolean> isSo) throws Exception {
        for (int i = 0; i < 1200; i++) {
            if (isSo.call()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("never: " + what);
    }

    private void untilRow(String row) throws Exception {
        until(row, () -> rows().contains(row));
    }

    private List<String> rows() throws Exception {
        return Regencies.column(
                office,
                "select concat(job, ' ', business_date, ' ', state) from scheduled_date order by business_date, job");
    }

    private List<String> calls() throws IOException {
        return Files.exists(home.resolve("calls")) ? Files.readAllLines(home.resolve("calls")) : List.of();
    }

    private List<String> published() throws Exception {
        return Regencies.column(office, "select concat(business_date, '.', revision, ' ', state) from run order by 1");
    }

    @Test
    void runsNightsAtTheirTimeAndEndsWhenAsked() throws Exception {
        Running schedule = schedule(0);
        Regencies.drop(office, 1);
        say(0, "21:00");
        untilRow("nightly " + DAY + " DONE");
        untilRow("register-import " + DAY + " DONE"); // due as well, before or after it
        assertThat(published()).containsExactly(DAY + ".1 PUBLISHED");
        assertThat(Files.exists(home.resolve("reports/latest/summary.html"))).isTrue();
        assertThat(calls()).isEmpty();
        long asked = System.nanoTime();
        schedule.process().toHandle().destroy();
        Ended ended = schedule.ended();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
        assertThat(ended.exit()).as(ended.said()).isZero();
    }

    @Test
    void stopsWhatRunsWhenAskedAndTheNextOneGoesOn() throws Exception {
        Running schedule = schedule(0);
        Regencies.drop(office, 1);
        say(0, "21:00");
        until("a run", () -> !published().isEmpty());
        schedule.process().toHandle().destroy();
        Ended ended = schedule.ended();
        assertThat(ended.exit()).as(ended.said()).isEqualTo(4);
        assertThat(published()).containsAnyOf(DAY + ".1 STOPPED", DAY + ".1 STARTED");
        assertThat(rows()).contains("nightly " + DAY + " DUE");
        schedule(0);
        untilRow("nightly " + DAY + " DONE");
        assertThat(published()).containsExactly(DAY + ".1 PUBLISHED");
    }

    @Test
    void importsTheRegisterBeforeTheNightAndMovesItAside() throws Exception {
        Path register = Regencies.register(office);
        List<String> people = Files.readAllLines(register.resolve("employees.csv"));
        office.write("inbox/_register/agencies.csv", Files.readString(register.resolve("agencies.csv")));
        office.write("inbox/_register/employees.csv", String.join("\n", people.subList(0, people.size() - 1)));
        schedule(0);
        say(0, "21:00");
        untilRow("nightly " + DAY + " DONE");
        assertThat(rows()).contains("register-import " + DAY + " DONE");
        assertThat(home.resolve("archive/_register/" + DAY + "/employees.csv")).exists();
        try (var left = Files.list(home.resolve("inbox/_register"))) {
            assertThat(left).isEmpty();
        }
        assertThat(office.published(DAY.toString(), "snapshot.csv")).isNotEmpty();
        assertThat(Regencies.column(office, "select count(*) from employee where valid_to > '" + DAY + "'"))
                .containsExactly(Integer.toString(people.size() - 2));
    }

    @Test
    void aRefusedRegisterStaysAndIsToldOnce() throws Exception {
        office.write("inbox/_register/employees.csv", "nomor,nama,jenis,kode_opd\n1,Siapa,PNS,9.9.9\n");
        schedule(0);
        say(0, "21:00");
        untilRow("nightly " + DAY + " DONE");
        untilRow("register-import " + DAY + " FAILED");
        say(1, "21:00");
        untilRow("nightly " + DAY.plusDays(1) + " DONE");
        assertThat(home.resolve("inbox/_register/employees.csv")).exists();
        assertThat(calls()).hasSize(1).first().asString().contains("register-import " + DAY, "exit 20");
        // who asks by hand is told again
        assertThat(office.rekap("import", "inbox").exit()).isEqualTo(20);
    }

    @Test
    void aHostThatWasOffCatchesUpAndSaysWhatItMissed() throws Exception {
        kill(schedule(0));
        say(3, "10:00");
        schedule(0);
        untilRow("nightly " + DAY.plusDays(2) + " DONE");
        until("all are told", () -> calls().size() >= 2);
        assertThat(rows()).contains("nightly " + DAY + " MISSED", "nightly " + DAY.plusDays(1) + " MISSED");
        assertThat(Files.readString(home.resolve("reports/index.html"))).contains("Malam yang terlewat: ");
        assertThat(calls())
                .hasSize(2)
                .anyMatch(call -> call.contains(DAY + ", " + DAY.plusDays(1) + " terlewat"))
                .anyMatch(call -> call.startsWith("nightly " + DAY.plusDays(2) + " selesai, terlambat"));
        Said status = office.rekap("status");
        assertThat(status.out())
                .contains("missed  nightly " + DAY, "next: ./rekap run --date " + DAY, "newest published date  ");
    }

    @Test
    void aServerThatIsAwayForFortyMinutesCostsOneMessage() throws Exception {
        Relay relay = Relay.to(office.database.url());
        office.write(
                "application.yml",
                Files.readString(home.resolve("application.yml"))
                        .replace(office.database.url(), relay.instead(office.database.url())));
        Running schedule = schedule(0);
        relay.cut();
        say(0, "21:00");
        schedule.waitUntilSaid("The database is away");
        say(0, "21:40");
        relay.mend();
        untilRow("nightly " + DAY + " DONE");
        until("it is told", () -> !calls().isEmpty());
        assertThat(published()).containsExactly(DAY + ".1 PUBLISHED");
        assertThat(calls()).hasSize(1).first().asString().startsWith("nightly " + DAY + " selesai, terlambat");
    }

    @Test
    void monitorsLearnHowOldTheNewestNightIs() {
        assertThat(office.rekap("status", "--fail-if-older", "26h").exit()).isEqualTo(20);
        assertThat(office.rekap("run").exit()).isZero();
        Said fresh = office.rekap("status", "--fail-if-older", "26h");
        assertThat(fresh.exit()).as(fresh.err()).isZero();
        assertThat(office.rekap("status", "--fail-if-older", "soon").exit()).isEqualTo(2);
    }

    /** Each night one of two hosts whose clocks are five minutes apart loses its power at some moment. */
    @Test
    @Tag("long")
    void tenNightsOnTwoHostsOfWhichOneIsKilledEachNightAreTenSets() throws Exception {
        Random random = new Random(17);
        Running[] hosts = {schedule(0), schedule(300)};
        for (int night = 0; night < 10; night++) {
            LocalDate date = DAY.plusDays(night);
            Regencies.drop(office, night % 3 + 1);
            say(night, "20:56");
            TimeUnit.MILLISECONDS.sleep(random.nextInt(5000));
            int unlucky = random.nextInt(2);
            kill(hosts[unlucky]);
            say(night, "21:02");
            hosts[unlucky] = schedule(unlucky * 300);
            untilRow("nightly " + date + " DONE");
            say(night + 1, "12:00");
        }
        assertThat(published()).hasSize(10).allMatch(run -> run.endsWith(".1 PUBLISHED"));
        assertThat(Regencies.books(office)).isEmpty();
    }
}
