package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command repair: what a crash left behind. */
class RepairTest extends FirstNight {
    @Test
    void hasNothingToRepairWhereNothingCrashed() {
        assertThat(office.rekap("repair").exit()).isEqualTo(10);
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Said said = office.rekap("repair", "--date", DATE);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("Nothing to repair");
    }

    @Test
    void leavesNothingToARunThatFindsItsDatePublished() throws Exception {
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        // as a kill between the publication and the end of the job leaves it
        Regencies.execute(office, """
                update BATCH_JOB_EXECUTION set STATUS = 'STARTED', END_TIME = null
                where JOB_INSTANCE_ID in (select JOB_INSTANCE_ID from BATCH_JOB_INSTANCE where JOB_NAME = 'nightly')""");
        assertThat(Regencies.column(office, "select STATUS from BATCH_JOB_EXECUTION where STATUS = 'STARTED'"))
                .hasSize(1);
        assertThat(office.rekap("run", "--date", DATE).exit()).isEqualTo(10);
        assertThat(Regencies.column(office, "select STATUS from BATCH_JOB_EXECUTION where STATUS = 'STARTED'"))
                .isEmpty();
        assertThat(Regencies.column(office, "select state from run")).containsExactly("PUBLISHED");
        assertThat(Regencies.column(office, "select ifnull(owner, 'free') from run_lock"))
                .containsExactly("free");
        assertThat(office.rekap("repair", "--date", DATE).exit()).isEqualTo(10);
    }

    @Test
    void refusesWhileTheOwnerLivesAndLeavesItUnharmed() throws Exception {
        Running run =
                Processes.start(office, List.of("-Drekap.kill=reconcile:5", "-Drekap.pause=6"), "run", "--date", DATE);
        run.waitUntilOwned(office);
        Said said = office.rekap("repair");
        assertThat(said.exit()).as(said.err()).isEqualTo(11);
        assertThat(said.err()).contains("pid " + run.process().pid()).contains("lives");
        assertThat(run.ended().exit()).isZero();
        assertThat(Regencies.column(office, "select 1 from audit_log where what = 'REPAIR'"))
                .isEmpty();
    }

    @Test
    void makesAKilledRunRestartableAndWritesItDown() throws Exception {
        kill("reconcile:20");
        // as a failed write of Batch's own leaves it: nothing of Batch's would accept it any more
        Regencies.execute(office, "update BATCH_JOB_EXECUTION set STATUS = 'UNKNOWN' where STATUS = 'STARTED'");
        Said said = office.rekap("repair");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("UNKNOWN").contains("lock of pid").contains("./rekap restart --date " + DATE);
        assertThat(Regencies.column(
                        office,
                        "select STATUS from BATCH_JOB_EXECUTION union all select STATUS from BATCH_STEP_EXECUTION"))
                .isSubsetOf("FAILED", "COMPLETED")
                .contains("FAILED");
        assertThat(Regencies.column(office, "select state from run")).containsExactly("FAILED");
        assertThat(Regencies.column(office, "select ifnull(owner, 'free') from run_lock"))
                .containsExactly("free");
        assertThat(Regencies.column(
                        office, "select concat(who, ' ', subject, ' ', detail) from audit_log where what = 'REPAIR'"))
                .singleElement()
                .asString()
                .contains(HomeCommand.who(), DATE, "before: ", "UNKNOWN", "after: ", "run " + DATE + ".1 FAILED");
        assertThat(office.rekap("repair").exit()).isEqualTo(10);
        assertThat(office.rekap("restart").exit()).isZero();
        Undisturbed.night(1).assertIsThatOf(office);
    }

    @Test
    void namesTheMandateWithWhichToRestart() throws Exception {
        office.write(
                "jobs/mandates/m2.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml")).replaceFirst("(?m)^id: .*", "id: m2"));
        assertThat(Processes.run(office, List.of("-Drekap.kill=reconcile:5"), "run", "--date", DATE, "--mandate", "m2")
                        .exit())
                .isEqualTo(137);
        Said said = office.rekap("repair", "--mandate", "m2");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("./rekap restart --date " + DATE + " --mandate m2");
    }

    @Test
    void removesAnInstanceThatHasNoExecution() throws Exception {
        kill("reconcile:20");
        for (String table : List.of(
                "BATCH_STEP_EXECUTION_CONTEXT",
                "BATCH_STEP_EXECUTION",
                "BATCH_JOB_EXECUTION_CONTEXT",
                "BATCH_JOB_EXECUTION_PARAMS",
                "BATCH_JOB_EXECUTION")) {
            Regencies.execute(office, "delete from " + table);
        }
        Said said = office.rekap("repair", "--date", DATE);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("without an execution");
        assertThat(Regencies.column(office, "select 1 from BATCH_JOB_INSTANCE where JOB_NAME = 'nightly'"))
                .isEmpty();
        assertThat(office.rekap("restart").exit()).isZero();
    }
}
