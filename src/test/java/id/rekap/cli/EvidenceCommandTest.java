package id.rekap.cli;

import static id.rekap.cli.Followers.HUMAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is told of exports: by the command, on pages, and of one person. */
class EvidenceCommandTest extends ExemptOffice {
    /** Three are found, three are not, and an incomplete export follows. */
    private void nights() {
        list(
                "1.01",
                IntStream.range(0, 6)
                        .mapToObj(i -> row("1.01", i, "akun.1" + i, i < 3 ? "tidak" : "ya", "1"))
                        .toArray(String[]::new));
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.11", "akun.12", "warga");
        night(D1);
        Followers.drop(office, HUMAS, D2, "akun.10");
        Followers.control(office, HUMAS, 9);
        night(D2);
    }

    @Test
    void exportsAreShownWithWhatTheyProve() {
        nights();
        assertThat(done("evidence", "--date", D2, "--lang", "en").lines())
                .containsExactly(
                        HUMAS + "  export of 2020-07-01, received 2020-07-01: 4 followers of 4, 1 day old, holds until"
                                + " 2020-08-15; of 6 handles on lists 3 are among them",
                        "  EVIDENCE_INCOMPLETE, received 2020-07-02: only some of the followers are in it (1 / 9)",
                        "mediacenter.acehbesar  no export holds on 2020-07-02: a yes counts as declared. Put its export and"
                                + " control.txt into inbox/_followers/mediacenter.acehbesar");
        assertThat(done("evidence", "--date", D1))
                .contains("dari 6 akun di daftar, 3 ada di antaranya")
                .doesNotContain("EVIDENCE_INCOMPLETE", "warga");
        JsonNode json = JsonMapper.shared().readTree(done("evidence", "--date", D2, "--json"));
        assertThat(json.get(0).get("inForce").get("found").asInt()).isEqualTo(3);
        assertThat(json.get(0).get("open").get(0).get("code").asString()).isEqualTo("EVIDENCE_INCOMPLETE");
        assertThat(json.get(1).get("inForce").isNull()).isTrue();
        assertThat(done("evidence", "--date", "2020-08-16", "--lang", "en")).contains("no export holds on 2020-08-16");
    }

    @Test
    void pagesSayHowManyAreVerifiedInPlainWordsAndWhatTheOperatorHasToDo() throws IOException {
        nights();
        String page = Files.readString(office.path("reports/" + D2 + "/summary.html"));
        assertThat(page)
                .contains(
                        "Mengikuti humasacehbesar: 3 terverifikasi di daftar pengikut, 3 belum terverifikasi, 0 menurut"
                                + " pengakuan saja. Belum terverifikasi bukan berarti belum mengikuti.")
                .contains("Mengikuti mediacenter.acehbesar: belum ada bukti, dihitung menurut pengakuan.");
        assertThat(Files.readString(office.path("reports/" + D2 + "/operator.html")))
                .contains("EVIDENCE_INCOMPLETE", "hanya sebagian pengikut ada di dalamnya (1 / 9)");
    }

    @Test
    void oneOrTwoWhoWouldStandOutAreNotTold() throws IOException {
        list("1.01", IntStream.range(0, 6).mapToObj(i -> row("1.01", i)).toArray(String[]::new));
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.11", "akun.12", "akun.13");
        night(D1);
        assertThat(Files.readString(office.path("reports/" + D1 + "/summary.html")))
                .contains("Mengikuti humasacehbesar: tidak ditampilkan.")
                .doesNotContain("terverifikasi di daftar pengikut");
    }

    @Test
    void traceNamesTheEvidence() {
        nights();
        List<String> found = done("trace", no("1.01", 0), "--date", D2).lines().toList();
        assertThat(found)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "follow-" + HUMAS,
                                "MET",
                                "the account's export says so (rule 9)",
                                "FOLLOW_UNDECLARED"));
        assertThat(done("trace", no("1.01", 5), "--date", D2))
                .contains("UNVERIFIED: the account's export says so (rule 9), FOLLOW_UNVERIFIED");
    }

    @Test
    void aFormThatIsCheckedIsHeldAgainstTheEvidence() {
        nights();
        office.write("baru.csv", HEADER + row("1.01", 0, "akun.10", "tidak", "1") + row("1.01", 4));
        Office.Said said = office.rekap("check", office.path("baru.csv").toString(), "--agency", "1.01", "--date", D2);
        assertThat(said.out()).contains("FOLLOW_UNDECLARED", "FOLLOW_UNVERIFIED");
        assertThat(said.exit()).isEqualTo(20);
    }

    @Test
    void statusSaysThatAnExportWaits() {
        nights();
        Followers.drop(office, HUMAS, D2, "akun.10");
        assertThat(done("status")).contains("_followers/" + HUMAS);
    }
}
