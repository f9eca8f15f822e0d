package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A drop whose bytes are the list in force. */
class UnchangedDropTest extends SmallOffice {
    private static final String LIST = "inbox/9.03.01/";
    private static final String ONE = "nip,nama,repost\n197807032003041030,Abdullah Amin,%d\n";

    @Test
    void namesTheListThatWasInForceWhenItCame() {
        office.write(LIST + "daftar.csv", ONE.formatted(1));
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        office.write(LIST + "salinan.csv", ONE.formatted(1));
        assertThat(office.rekap("run", "--date", "2020-07-02").exit()).isZero();
        String said = unchanged();
        assertThat(said).startsWith(DATE);

        office.write(LIST + "daftar.csv", ONE.formatted(2));
        assertThat(office.rekap("run", "--date", "2020-07-02", "--again").exit())
                .isZero();
        assertThat(unchanged()).isEqualTo(said);
    }

    @Test
    void namesItAlsoWhereItHasBeenWithdrawnSince() {
        office.write(LIST + "daftar.csv", ONE.formatted(3));
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        office.write(LIST + "daftar.csv", ONE.formatted(1));
        assertThat(office.rekap("run", "--date", DATE, "--again").exit()).isZero();
        office.write(LIST + "salinan.csv", ONE.formatted(1));
        assertThat(office.rekap("run", "--date", "2020-07-02").exit()).isZero();
        String said = unchanged();
        assertThat(office.rekap("withdraw", "9.03.01").exit()).isZero();
        assertThat(office.rekap("run", "--date", "2020-07-02", "--again").exit())
                .isZero();
        assertThat(unchanged()).isEqualTo(said);
    }

    private String unchanged() {
        return office.published("2020-07-02", "exceptions.csv").stream()
                .filter(e -> e.get("code").equals("FILE_UNCHANGED"))
                .map(e -> e.get("value") + " " + e.get("message") + " " + e.get("fingerprint"))
                .findFirst()
                .orElseThrow();
    }
}
