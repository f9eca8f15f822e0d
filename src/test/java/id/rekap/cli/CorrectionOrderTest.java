package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several corrections of one drop: the later one counts, and what it overrules is told. */
class CorrectionOrderTest extends SmallOffice {
    private static final String AGENCY = "9.03.01";
    private static final String HEADER = "nip,nama,repost\n";
    private static final String ABDULLAH = "197807032003041030,Abdullah Amin,%s\n";
    private static final String NEXT = "2020-07-02";

    private void drop(String name, int minute, String... reposts) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String repost : reposts) {
            rows.append(ABDULLAH.formatted(repost));
        }
        office.write("inbox/" + AGENCY + "/" + name, rows.toString());
        Files.setLastModifiedTime(
                office.path("inbox/" + AGENCY + "/" + name),
                FileTime.from(Instant.parse("2020-06-30T01:00:00Z").plusSeconds(60L * minute)));
    }

    private void listInForce() throws IOException {
        drop("daftar.csv", 0, "1");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
    }

    private List<String> conflicts(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row ->
                        row.get("code").startsWith("ROW_") && !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("code") + " " + row.get("file") + " " + row.get("row") + " " + row.get("value"))
                .toList();
    }

    private List<String> messages(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("ROW_CONFLICT"))
                .map(row -> row.get("message"))
                .toList();
    }

    @Test
    void withinOneListTheFirstRowCountsAndIsToldSo() throws IOException {
        drop("daftar.csv", 0, "5", "7");
        run(DATE);
        assertThat(counted(DATE)).isEqualTo("5: 1 of 2");
        assertThat(messages(DATE))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("baris 2 berkas 9.03.01/daftar.csv", "baris pertama yang dihitung")
                        .doesNotContain("ralat"));
    }

    /** What counts of the one person, and how the rows are booked. */
    private String counted(String date) {
        String total = office.published(date, "snapshot.csv").stream()
                .filter(row -> row.get("agency_code").equals(AGENCY)
                        && row.get("obligation").equals("repost")
                        && !row.get("total").equals("0"))
                .map(row -> row.get("total"))
                .findFirst()
                .orElse("0");
        return total
                + office.published(date, "agencies.csv").stream()
                        .filter(row -> row.get("agency_code").equals(AGENCY))
                        .map(row -> ": " + row.get("counted") + " of " + row.get("rows"))
                        .findFirst()
                        .orElse("");
    }

    private void run(String date) {
        assertThat(office.rekap("run", "--date", date).exit()).isZero();
    }

    @Test
    void theOneThatWasChangedLastCountsWhateverItsName() throws IOException {
        listInForce();
        drop("ralat b.csv", 1, "5");
        drop("ralat a.csv", 2, "7");
        run(NEXT);
        assertThat(counted(NEXT)).isEqualTo("7: 1 of 2");
        assertThat(conflicts(NEXT)).containsExactly("ROW_CONFLICT 9.03.01/ralat b.csv 2 5");
        assertThat(messages(NEXT))
                .containsExactly("Orang ini ada juga di baris 2 berkas 9.03.01/ralat a.csv dengan isi yang berbeda dari"
                        + " berkas 9.03.01/ralat b.csv; dari dua ralat yang terakhir yang dihitung, perlu konfirmasi.");
        assertThat(office.rekap("explain", "ROW_CONFLICT", "--lang", "en").out())
                .contains("of two corrections (ralat) the one that was changed last");
    }

    @Test
    void ofTwoChangedAtTheSameTimeTheHigherNumberCounts() throws IOException {
        listInForce();
        drop("ralat 9.csv", 1, "5");
        drop("ralat 10.csv", 1, "7");
        run(NEXT);
        assertThat(counted(NEXT)).isEqualTo("7: 1 of 2");
        assertThat(conflicts(NEXT)).containsExactly("ROW_CONFLICT 9.03.01/ralat 9.csv 2 5");
    }

    @Test
    void ofThreeEachThatTheLastOneContradictsIsTold() throws IOException {
        listInForce();
        drop("ralat 1.csv", 1, "5");
        drop("ralat 2.csv", 2, "6");
        drop("ralat 3.csv", 3, "5");
        run(NEXT);
        assertThat(counted(NEXT)).isEqualTo("5: 1 of 2");
        assertThat(conflicts(NEXT)).containsExactly("ROW_CONFLICT 9.03.01/ralat 2.csv 2 6");
    }

    @Test
    void twoRowsOfOneCorrectionAreToldToo() throws IOException {
        listInForce();
        drop("ralat.csv", 1, "5", "7");
        run(NEXT);
        assertThat(counted(NEXT)).isEqualTo("7: 1 of 2");
        assertThat(conflicts(NEXT)).containsExactly("ROW_CONFLICT 9.03.01/ralat.csv 2 5");
    }

    @Test
    void correctionsThatSayTheSameContradictNobody() throws IOException {
        listInForce();
        drop("ralat 1.csv", 1, "5");
        drop("ralat 2.csv", 2, "5");
        run(NEXT);
        assertThat(counted(NEXT)).isEqualTo("5: 1 of 1");
        assertThat(conflicts(NEXT)).isEmpty();
    }

    @Test
    void oneOfAnotherNightReplacesWithoutAWord() throws IOException {
        listInForce();
        drop("ralat 2.csv", 1, "5", "6");
        run(NEXT);
        drop("ralat 1.csv", 2, "7");
        run("2020-07-03");
        assertThat(counted("2020-07-03")).isEqualTo("7: 1 of 1");
        assertThat(conflicts("2020-07-03")).isEmpty();
    }

    @Test
    void aListAndItsCorrectionsInOneDropContradictNobody() throws IOException {
        drop("daftar.csv", 9, "1");
        drop("ralat 10.csv", 1, "5");
        drop("ralat 9.csv", 1, "7");
        run(DATE);
        assertThat(counted(DATE)).isEqualTo("5: 1 of 2");
        assertThat(conflicts(DATE)).containsExactly("ROW_CONFLICT 9.03.01/ralat 9.csv 2 7");
    }

    @Test
    void withoutAListInForceTheLaterOfTwoStillCounts() throws IOException {
        drop("ralat b.csv", 1, "5");
        drop("ralat a.csv", 2, "7");
        run(DATE);
        assertThat(counted(DATE)).isEqualTo("7: 1 of 2");
        assertThat(conflicts(DATE)).containsExactly("ROW_CONFLICT 9.03.01/ralat b.csv 2 5");
    }

    @Test
    void ofTwoListsTheEarlierOneIsTheFirst() throws IOException {
        drop("a.csv", 2, "5");
        drop("b.csv", 1, "7");
        run(DATE);
        assertThat(counted(DATE)).isEqualTo("7: 1 of 2");
        assertThat(conflicts(DATE)).containsExactly("ROW_CONFLICT 9.03.01/a.csv 2 5");
    }
}
