package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM before a run owns its date, and while another command works. */
class SignalTest {
    private static final String WAITING = """
            select 1 from information_schema.processlist
            where db = database() and state like 'Waiting for table%'""";

    @TempDir
    Path home;

    private static Ended terminated(Running run) throws Exception {
        run.process().toHandle().destroy();
        return run.ended();
    }

    @Test
    void stopsARunThatWaitsForASignOfLife() throws Exception {
        Office office = Regencies.office(home);
        String date = Regencies.date(1);
        Regencies.execute(office, """
                insert into run_lock (mandate, business_date, token, owner, host, pid, process_start, since)
                values ('se-480-263-2020', '%s', 7, 'pid 1 on elsewhere', 'elsewhere#', 1, 1, utc_timestamp(3))""".formatted(date));
        Regencies.execute(office, """
                insert into heartbeat (mandate, business_date, token, beat_at)
                values ('se-480-263-2020', '%s', 7, utc_timestamp(3))""".formatted(date));
        Running run = Processes.start(office, List.of(), "run", "--date", date);
        run.waitUntilSaid("waiting for a sign of life");
        long asked = System.nanoTime();
        Ended ended = terminated(run);
        assertThat(ended.exit()).as(ended.said()).isEqualTo(4);
        assertThat(ended.said()).contains("Stopped before it had begun");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
        assertThat(Regencies.column(office, "select 1 from run")).isEmpty();
        assertThat(Regencies.column(office, "select concat(token, owner) from run_lock"))
                .containsExactly("7pid 1 on elsewhere");
    }

    @Test
    void leavesNoServerWhereItComesWhileThatIsOpened() throws Exception {
        Office office = new Office(home);
        office.write("application.yml", "");
        assertThat(office.rekap("init").exit()).isZero();
        Path noted = home.resolve("data/server/process");
        Files.deleteIfExists(noted);
        Running run = Processes.start(office, List.of(), "restart");
        for (int i = 0; i < 600 && !Files.exists(noted); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Ended ended = terminated(run);
        assertThat(ended.exit()).as(ended.said()).isEqualTo(4);
        long server = Long.parseLong(Files.readString(noted).split(" ", 2)[0]);
        assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** An import is one transaction: it ends at once, and the register is as it was. */
    @Test
    void interruptsAnImportWithAWord() throws Exception {
        Office office = Regencies.office(home);
        String people = "select count(*) from employee";
        List<String> before = Regencies.column(office, people);
        List<String> lines = Files.readAllLines(Regencies.register(office).resolve("employees.csv"));
        office.write("fewer.csv", String.join("\n", lines.subList(0, lines.size() - 100)));
        Ended ended;
        try (Connection connection = Regencies.connect(office);
                Statement statement = connection.createStatement()) {
            statement.execute("lock tables employee write");
            Running run = Processes.start(
                    office,
                    List.of(),
                    "import",
                    "employees",
                    home.resolve("fewer.csv").toString());
            while (run.process().isAlive() && Regencies.column(office, WAITING).isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            ended = terminated(run);
        }
        assertThat(ended.exit()).as(ended.said()).isEqualTo(130);
        assertThat(ended.said()).contains("Interrupted before it had ended").doesNotContain("ended 100");
        assertThat(Regencies.column(office, people)).isEqualTo(before);
    }
}
