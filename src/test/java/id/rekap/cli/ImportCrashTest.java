package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in every step of an import, then the same command again: the same register as without the kill. */
class ImportCrashTest {
    /** More than one of two connections writes at once. */
    private static final int PEOPLE = 12_000;

    private static final List<String> TABLES = List.of(
            "select concat_ws('|', agency, no, valid_from, valid_to, person, name, type, status, active) from employee"
                    + " order by agency, no, valid_from",
            "select concat_ws('|', no, person, known_from) from employee_number order by no",
            "select concat_ws('|', effective, added, changed, ended) from register_import where added > 0 order by import_id",
            "select distinct concat_ws('|', agency, effective) from register_touch order by 1");

    /** The most statements that a kill waits for in each step; every step but the rest has them. */
    private static final Map<String, Integer> STEPS =
            new TreeMap<>(Map.of("compare", 3, "stage", 6, "match", 5, "change", 25));

    /** Into a register that has nobody there is nobody to compare or to match. */
    private static final Map<String, Integer> FIRST_STEPS = new TreeMap<>(Map.of("stage", 4, "change", 10));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void aKilledImportLeavesTheRegisterAsItWasAndTheNextOneGivesWhatItWouldHaveGiven() throws Exception {
        Path january = people("january.csv", 0);
        Path february = people("february.csv", 1);
        Office calm = office("calm");
        Office crashed = office("crashed");
        List<String> empty = tables(calm);
        imported(calm, january, "2026-01-01");
        List<String> before = tables(calm);
        imported(calm, february, "2026-02-01");
        List<String> after = tables(calm);

        killed(crashed, january, "2026-01-01", FIRST_STEPS, empty);
        killedBetweenItsCommits(crashed, january);
        imported(crashed, january, "2026-01-01");
        assertThat(tables(crashed)).isEqualTo(before);
        killed(crashed, february, "2026-02-01", STEPS, before);
        imported(crashed, february, "2026-02-01");
        assertThat(tables(crashed)).isEqualTo(after);
        assertThat(Regencies.column(crashed, """
                        select e.STATUS from BATCH_JOB_EXECUTION e
                        join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID
                        where i.JOB_NAME = 'register-import' and e.STATUS not in ('COMPLETED', 'FAILED')"""))
                .as("what the killed ones left open is closed")
                .isEmpty();
    }

    private static void killed(
            Office crashed, Path file, String date, Map<String, Integer> steps, List<String> unchanged)
            throws Exception {
        Random random = new Random(20260101);
        Map<String, Integer> kills = new TreeMap<>();
        for (Map.Entry<String, Integer> step : steps.entrySet()) {
            int at = 1 + random.nextInt(step.getValue());
            Ended ended = Processes.run(
                    crashed,
                    List.of("-Drekap.kill=" + step.getKey() + ":" + at),
                    "import",
                    "employees",
                    file.toString(),
                    "--date",
                    date);
            assertThat(ended.exit()).as(step + " " + at + ": " + ended.said()).isEqualTo(137);
            kills.merge(step.getKey(), 1, Integer::sum);
            assertThat(tables(crashed)).as(step.getKey() + " at " + at).isEqualTo(unchanged);
        }
        assertThat(kills).as("every step was killed").hasSameSizeAs(steps);
    }

    /** Some people are there, and count for nothing. */
    private static void killedBetweenItsCommits(Office crashed, Path file) throws Exception {
        Ended ended = Processes.run(
                crashed,
                List.of("-Drekap.kill=change:delete from register_half"),
                "import",
                "employees",
                file.toString(),
                "--date",
                "2026-01-01");
        assertThat(ended.exit()).as(ended.said()).isEqualTo(137);
        assertThat(Integer.parseInt(Regencies.column(crashed, "select count(*) from employee")
                        .get(0)))
                .isBetween(1, PEOPLE - 1000);
        Office.Said run = crashed.rekap("run", "--date", "2026-01-15");
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        assertThat(run.err()).contains("import");
    }

    private Office office(String name) throws IOException {
        DatabaseSettings plain = TestServer.get().freshSchema();
        String killing = plain.url() + (plain.url().contains("?") ? "&" : "?")
                + "queryInterceptors=id.rekap.crash.KillAtStatement";
        Office office = new Office(
                Files.createDirectories(home.resolve(name)),
                new DatabaseSettings(killing, plain.username(), plain.password()));
        Path agencies = Files.writeString(home.resolve("agencies.csv"), "kode,nama\nA,Dinas A\nB,Dinas B\n");
        assertThat(office.rekap("import", "agencies", agencies.toString(), "--date", "2025-01-01")
                        .exit())
                .isZero();
        return office;
    }

    private static void imported(Office office, Path file, String date) {
        Office.Said said = office.rekap("import", "employees", file.toString(), "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    /** Every thirtieth of the people moves, is new, or has another number from one month to the next. */
    private Path people(String name, int month) throws IOException {
        String rows = IntStream.range(0, PEOPLE)
                .filter(p -> p % 90 != 30 * month)
                .mapToObj(p -> {
                    boolean renumbered = month == 1 && p % 90 == 60;
                    return (renumbered ? 500_000 + p : 100_000 + p) + ",Orang Contoh " + p + ",PNS,"
                            + (month == 1 && p % 90 == 10 ? "B" : "A") + ",," + (renumbered ? 100_000 + p : "");
                })
                .collect(Collectors.joining("\n"));
        return Files.writeString(home.resolve(name), "nomor,nama,jenis,kode_opd,status,nomor_lama\n" + rows + "\n");
    }

    private static List<String> tables(Office office) throws Exception {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.addAll(Regencies.column(office, table));
        }
        return rows;
    }
}
