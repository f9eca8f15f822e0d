package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mandate that was edited for a run which was killed, and put right before its restart. */
class RevertedMandateTest extends SmallOffice {
    private static final String MANDATE = "jobs/mandates/se-480-263-2020.yml";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";
    /** Civil servants become candidates. */
    private static String edited(String mandate) {
        return mandate.replace(", pegawai negeri sipil,", ",")
                .replace("names: [cpns,", "names: [cpns, pegawai negeri sipil,");
    }

    @Test
    void whatOnlyThatRunFoundIsNewWhenItIsFoundAgain() throws Exception {
        String packaged = Files.readString(Path.of(MANDATE));
        office.write(MANDATE, packaged);
        office.write(
                "inbox/9.03.01/daftar.csv",
                "nip,nama,jenis,repost\n197807032003041030,Abdullah Amin,Pegawai Negeri Sipil,1\n");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        office.write(MANDATE, edited(packaged));
        Processes.Ended killed = Processes.run(office, List.of("-Drekap.kill=publish:1"), "run", "--date", SECOND);
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        office.write(MANDATE, packaged);
        assertThat(office.rekap("restart", "--date", SECOND).exit()).isZero();
        office.write(MANDATE, edited(packaged));
        assertThat(office.rekap("run", "--date", THIRD).exit()).isZero();
        assertThat(office.published(THIRD, "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("TYPE_DIFFERS")
                        && row.get("agency_code").equals("9.03.01"))
                .extracting(row -> row.get("state") + " " + row.get("first_seen"))
                .containsExactly("NEW " + THIRD);
    }
}
