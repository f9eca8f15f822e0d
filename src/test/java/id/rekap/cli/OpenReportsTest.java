package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports of the group that are answered late, or beside a list. */
class OpenReportsTest extends SmallOffice {
    private static final String BAITUL_MAL = "9.03.01";

    private void night(String date) {
        Office.Said said = office.rekap("run", "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private void chat(String text) {
        office.write("inbox/_whatsapp/chat.txt", text);
    }

    private List<String> unreadable(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("COUNT_UNREADABLE"))
                .map(row -> String.join(
                        " ", row.get("state"), row.get("agency_code"), row.get("row"), row.get("first_seen")))
                .toList();
    }

    private List<String> claimed(String date) {
        return office.published(date, "counts.csv").stream()
                .filter(row -> row.get("agency_code").equals(BAITUL_MAL))
                .map(row -> row.get("group") + " " + row.get("claimed") + "/" + row.get("claimed_following"))
                .toList();
    }

    private String state(String date) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(BAITUL_MAL))
                .map(row -> row.get("state"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCannotBeReadStaysOpenUntilTheAgencysNextReportThatCan() {
        String first = """
                30/06/20 08.00 - Ratna: Selamat pagi
                01/07/20 08.02 - Ratna: Kec. Lhoknga ASN idem kemarin
                01/07/20 08.03 - Cut: Terima kasih
                """;
        chat(first);
        night("2020-07-01");
        String both = first + "02/07/20 08.00 - Cut: Dinkes ASN idem kemarin\n02/07/20 08.01 - Cut: Maaf\n";
        chat(both);
        night("2020-07-02");
        night("2020-07-31");
        night("2020-08-02");
        assertThat(unreadable("2020-08-02"))
                .as("in two exports that are as old")
                .containsExactly("OPEN 1.02.01 4 2020-07-02", "OPEN 7.01.02 2 2020-07-01");
        String second = both + "14/08/20 08.00 - Cut: Baik\n14/08/20 08.01 - Cut: Siap\n";
        chat(second);
        night("2020-08-15");
        assertThat(unreadable("2020-08-15"))
                .as("a later export has it too, and is not where it stood first")
                .containsExactly("OPEN 1.02.01 4 2020-07-02", "OPEN 7.01.02 2 2020-07-01");
        assertThat(office.rekap("claims", "--date", "2020-08-15", "--agency", "7.01.02")
                        .out())
                .contains("2020-07-01 08:02");
        chat(second + "15/08/20 08.00 - Ratna: Kec. Lhoknga ASN 4 sudah 3\n");
        night("2020-08-16");
        assertThat(unreadable("2020-08-16"))
                .containsExactly("OPEN 1.02.01 4 2020-07-02", "RESOLVED 7.01.02 2 2020-07-01");
        night("2020-10-01");
        assertThat(unreadable("2020-10-01"))
                .as("the answer is too old to count")
                .containsExactly("OPEN 1.02.01 4 2020-07-02");
    }

    @Test
    void aMessageThatWasTakenBackIsNoLongerOpenThoughItIsOld() {
        String first = """
                30/06/20 08.00 - Ratna: Selamat pagi
                %s01/07/20 08.03 - Cut: Terima kasih
                01/07/20 08.04 - Cut: Siap laksanakan
                """;
        chat(first.formatted("01/07/20 08.02 - Ratna: Kec. Lhoknga ASN idem kemarin\n"));
        night("2020-07-01");
        night("2020-08-10");
        assertThat(unreadable("2020-08-10")).hasSize(1);
        chat(first.formatted("") + "10/08/20 08.00 - Cut: Baik\n");
        night("2020-08-11");
        assertThat(unreadable("2020-08-11")).containsExactly("RESOLVED 7.01.02 2 2020-07-01");
    }

    @Test
    void nothingToReportBesideAListChangesNothingAndWithoutOneEmptiesTheClaim() {
        office.write("inbox/" + BAITUL_MAL + "/daftar.csv", """
                nip,nama,follow humasacehbesar,follow mediacenter acehbesar
                197807032003041030,Abdullah Amin,ya,ya
                """);
        chat("""
                30/06/20 08.00 - Cut: Baitul Mal ASN 3 sudah 2, TK 2 sudah 1
                01/07/20 08.00 - Cut: Baitul Mal nihil
                """);
        night("2020-07-01");
        assertThat(state("2020-07-01")).isEqualTo("REPORTED");
        assertThat(claimed("2020-07-01")).containsExactly("ASN 3/2", "TENAGA_KONTRAK 2/1");
        assertThat(office.rekap("claims", "--date", "2020-07-01", "--lang", "en")
                        .out())
                .contains("9.03.01  Sekretariat Baitul Mal: ASN 3, following 2");
        assertThat(office.rekap("withdraw", BAITUL_MAL).exit()).isZero();
        night("2020-07-02");
        assertThat(state("2020-07-02")).isEqualTo("NIL");
        assertThat(claimed("2020-07-02")).containsExactly("ASN /", "TENAGA_KONTRAK /");
    }
}
