package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database does to a run: it kills, deadlocks, lets wait, goes away. */
class FaultTest {
    @TempDir
    Path disturbed;

    /** Something that another session does while the run pauses in judge with a transaction open. */
    private interface Trouble {
        /** The run goes on when the file is there. */
        void make(Office office, Running run, Path goOn) throws Exception;
    }

    @Test
    void whatPassesByItselfDoesNotEndANightNorChangeABitOfIt() throws Exception {
        Office troubled = Regencies.office(disturbed);
        List<Trouble> troubles = List.of(FaultTest::killConnections, FaultTest::letWait);
        for (int night = 1; night <= troubles.size(); night++) {
            String date = Regencies.date(night);
            Regencies.drop(troubled, night);
            String url = troubled.database.url();
            Path goOn = disturbed.resolve("go-on-" + night);
            Running run = Processes.start(
                    troubled,
                    List.of(
                            "-Drekap.kill=reconcile:4",
                            "-Drekap.until=" + goOn,
                            "-Dspring.datasource.url=" + url + (url.contains("?") ? "&" : "?")
                                    + "sessionVariables=innodb_lock_wait_timeout=3"),
                    "run",
                    "--date",
                    date);
            run.waitUntilSaid("PAUSED in reconcile:shard");
            troubles.get(night - 1).make(troubled, run, goOn);
            Ended ended = run.ended();
            assertThat(ended.exit()).as(ended.said()).isZero();
            assertThat(ended.said())
                    .contains("The run failed")
                    .contains(List.of("connection to the database was lost", "error 1205")
                            .get(night - 1))
                    .contains("going on in 1 s");
            Undisturbed.night(night).assertIsThatOf(troubled);
        }
    }

    /** The other session has more to roll back than a chunk, so that the server takes the chunk. */
    @Test
    void aChunkThatTheServerTakesForADeadlockIsDoneAgain() throws Exception {
        Office troubled = Regencies.office(disturbed);
        String date = Regencies.date(1);
        Regencies.drop(troubled, 1);
        Regencies.execute(troubled, "create table ballast (n int not null)");
        Ended ended;
        try (Connection connection = Regencies.connect(troubled);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into ballast with recursive n (n) as (select 1 union all select n + 1 from n where n < 900)
                    select a.n from n a, (select n from n where n <= 60) b""");
            Running run = Processes.start(troubled, List.of(), "run", "--date", date);
            run.waitUntilOwned(troubled);
            waitForStep(run, troubled, "read", date);
            // a chunk that has written its rows comes to the check of its token, which waits for this
            statement.execute("select * from run_lock for update");
            Thread.sleep(3_000);
            for (String table : List.of("intake_batch", "intake_file", "submission", "list_page", "night", "outcome")) {
                statement.execute("select count(*) from " + table + " for update");
            }
            connection.rollback();
            ended = run.ended();
        }
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("error 1213").contains("going on in 1 s");
        Undisturbed.night(1).assertIsThatOf(troubled);
    }

    /** Waits as long as a run does before it gives up. */
    @Test
    @Tag("long")
    void endsRestartableWhereTheDatabaseStaysAway() throws Exception {
        Office cut = Regencies.office(disturbed);
        String date = Regencies.date(1);
        Regencies.drop(cut, 1);
        Relay relay = Relay.to(cut.database.url());
        Running run = Processes.start(
                cut,
                List.of(
                        "-Drekap.kill=reconcile:4",
                        "-Drekap.pause=4",
                        "-Dspring.datasource.url=" + relay.instead(cut.database.url())),
                "run",
                "--date",
                date);
        run.waitUntilOwned(cut);
        waitForStep(run, cut, "reconcile:shard", date);
        Thread.sleep(1_000);
        relay.cut();
        Ended failed = run.ended();
        assertThat(failed.exit()).as(failed.said()).isEqualTo(5);
        assertThat(failed.said()).contains("./rekap restart --date " + date);
        Ended restarted = Processes.run(cut, List.of(), "restart", "--date", date);
        assertThat(restarted.exit()).as(restarted.said()).isZero();
        Undisturbed.night(1).assertIsThatOf(cut);
    }

    private static void waitForStep(Running run, Office office, String step, String date) throws Exception {
        for (int i = 0; i < 300 && run.process().isAlive(); i++) {
            if (!Regencies.column(office, """
                    select 1 from BATCH_STEP_EXECUTION s join BATCH_JOB_EXECUTION_PARAMS p
                      on p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID and p.PARAMETER_VALUE like '%%/%s.1'
                    where s.STEP_NAME like '%s%%' and s.STATUS = 'STARTED'""".formatted(date, step)).isEmpty()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(
                "The run never came to " + step + ": " + run.ended().said());
    }

    private static void killConnections(Office office, Running run, Path goOn) throws Exception {
        List<String> all = Regencies.column(office, """
                select id from information_schema.processlist where db = database() and id <> connection_id()""");
        assertThat(all).isNotEmpty();
        for (String id : all) {
            try {
                Regencies.execute(office, "kill " + id);
            } catch (SQLException gone) {
                assertThat(gone.getErrorCode()).as(gone.getMessage()).isEqualTo(1094);
            }
        }
        Files.createFile(goOn);
    }

    private static void letWait(Office office, Running run, Path goOn) throws Exception {
        try (Connection connection = Regencies.connect(office);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select count(*) from night for update");
            Files.createFile(goOn);
            run.waitUntilSaid("going on in 1 s");
            connection.rollback();
        }
    }
}
