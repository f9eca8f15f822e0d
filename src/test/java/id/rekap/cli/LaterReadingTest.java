package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a night reads of what came before it. */
class LaterReadingTest extends SmallOffice {
    private static final String LIST = "nip,nama,follow humasacehbesar\n197807032003041030,Abdullah Amin,%s\n";

    @Test
    void aMandateThatIsAddedLaterReadsAllThatEverCame() throws Exception {
        office.write("inbox/9.03.01/daftar.csv", LIST.formatted("ya"));
        run("2020-07-01");
        office.write("inbox/9.03.01/daftar.csv", LIST.formatted("tidak"));
        run("2020-07-02");
        run("2020-07-03");
        office.write(
                "jobs/mandates/own.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml")).replaceFirst("(?m)^id: .*", "id: own"));
        run("2020-07-03", "--mandate", "own");
        assertThat(Regencies.column(office, "select received_on from submission where mandate = 'own' order by 1"))
                .containsExactly("2020-07-01", "2020-07-02");
        for (String file : List.of("agencies.csv", "snapshot.csv", "counts.csv")) {
            assertThat(Files.readString(home.resolve("reports/own/2020-07-03").resolve(file))
                            .replace(",own,", ",se,"))
                    .isEqualTo(
                            Files.readString(home.resolve("reports/2020-07-03").resolve(file))
                                    .replaceAll(",se-480-263-2020,", ",se,"));
        }
    }

    @Test
    void aNightBeginsWhereTheOneBeforeItHasEnded() throws Exception {
        office.write("inbox/9.03.01/daftar.csv", LIST.formatted("ya"));
        run("2020-07-01");
        run("2020-07-02");
        assertThat(Regencies.column(office, "select concat(read_on, '/', read_batch) from run order by run_id"))
                .containsExactly("2020-07-01/1", "2020-07-02/1");
        // as if it had come by then: a night does not look there again
        Regencies.execute(office, """
                insert into intake_file (received_on, batch, folder, name, agency, size, modified, sha256, state, blanks)
                select received_on, batch, folder, 'other.csv', '4.01.01', size, modified, sha256, state, blanks from intake_file""");
        run("2020-07-03");
        assertThat(Regencies.column(office, "select distinct agency from submission"))
                .containsExactly("9.03.01");
        // a run of an older date neither
        run("2020-07-02", "--again");
        assertThat(Regencies.column(office, "select distinct agency from submission"))
                .containsExactly("9.03.01");
    }

    @Test
    void aReopenedExceptionIsFoundByTheDateOnWhichItWasFirstSeen() throws Exception {
        for (int night = 1; night <= 6; night++) {
            office.write("inbox/9.03.01/daftar.csv", LIST.formatted(night % 2 == 1 ? "mungkin" : "ya"));
            String date = "2020-07-0" + night;
            run(date);
            assertThat(office.published(date, "exceptions.csv"))
                    .filteredOn(e -> e.get("code").equals("VALUE_UNREADABLE"))
                    .extracting(e -> e.get("state") + " " + e.get("first_seen"))
                    .containsExactly((night == 1 ? "NEW" : night % 2 == 1 ? "REOPENED" : "RESOLVED") + " 2020-07-01");
        }
        // however often it came back: looking it up costs the same
        assertThat(
                        Regencies.column(
                                office,
                                "select max(n) from (select count(*) as n from finding_opening group by agency, fingerprint) f"))
                .containsExactly("1");
    }

    private void run(String date, String... more) {
        List<String> command = new ArrayList<>(List.of("run", "--date", date));
        command.addAll(List.of(more));
        Said said = office.rekap(command.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
