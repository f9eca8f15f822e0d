package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mandate whose obligations change under lists that are in force. */
class ChangedObligationsTest extends SmallOffice {
    private static final String MANDATE = "jobs/mandates/se-480-263-2020.yml";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";
    private static final String HUMAS = "follow-humasacehbesar";
    private static final String MEDIA = "follow-mediacenter.acehbesar";

    private static final String ADDED = """
              - id: course
                kind: yes-no
                label: {id: Mengikuti kursus, en: Took the course}
                columns: [kursus]
            """;

    private String shipped;

    @BeforeEach
    void listOfOneAgency() throws IOException {
        shipped = Files.readString(Path.of(MANDATE));
        office.write("inbox/9.03.01/daftar.csv", """
                nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost,kursus
                197807032003041030,Abdullah Amin,abdullah.a,ya,tidak,3,ya
                197908042004052031,Siti Hajar,sitihajar,ya,tidak,1,tidak
                198009052019211032,Muhammad Iqbal Putra,iqbalputra,ya,ya,0,mungkin
                """);
        night(DATE);
        assertThat(met(DATE, HUMAS, MEDIA, "repost")).containsExactly("PNS 2 0 2", "PPPK 1 1 0");
    }

    private void night(String date) {
        Office.Said said = office.rekap("run", "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private void mandate(String obligations) {
        office.write(MANDATE, obligations);
    }

    private String block(String id) {
        var found = Pattern.compile("  - id: " + Pattern.quote(id) + "\\n(?:    .*\\n)+")
                .matcher(shipped);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** By type, how many people meet each of these. */
    private List<String> met(String date, String... obligations) {
        return List.of("PNS", "PPPK").stream()
                .map(type -> type
                        + List.of(obligations).stream()
                                .map(id -> " " + cell(date, type, id, "met"))
                                .reduce("", String::concat))
                .toList();
    }

    private String cell(String date, String type, String obligation, String column) {
        return office.published(date, "snapshot.csv").stream()
                .filter(row -> row.get("agency_code").equals("9.03.01")
                        && row.get("employment_type").equals(type)
                        && row.get("obligation").equals(obligation))
                .map(row -> row.get(column))
                .findFirst()
                .orElseThrow();
    }

    private List<String> absent(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("COLUMN_ABSENT")
                        && !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("field"))
                .toList();
    }

    @Test
    void countsTheSameCellsWhereTheyStandInAnotherOrder() {
        String swapped = shipped.replace(block(HUMAS), "").replace(block(MEDIA), block(MEDIA) + block(HUMAS));
        mandate(swapped);
        night(SECOND);
        assertThat(met(SECOND, HUMAS, MEDIA, "repost")).containsExactly("PNS 2 0 2", "PPPK 1 1 0");
        office.write(
                "inbox/9.03.01/ralat.csv", "nip,nama,follow mediacenter acehbesar\n197908042004052031,Siti Hajar,ya\n");
        night(THIRD);
        assertThat(met(THIRD, HUMAS, MEDIA, "repost"))
                .as("a correction of a list that was read in the old order")
                .containsExactly("PNS 1 1 1", "PPPK 1 1 0");
    }

    @Test
    void takesWhatIsAskedForAnewFromTheSendersOwnColumn() {
        mandate(shipped + ADDED);
        night(SECOND);
        assertThat(met(SECOND, HUMAS, MEDIA, "repost", "course")).containsExactly("PNS 2 0 2 1", "PPPK 1 1 0 0");
        assertThat(absent(SECOND)).isEmpty();
        assertThat(office.published(SECOND, "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("VALUE_UNREADABLE"))
                .extracting(row -> row.get("field") + " " + row.get("value"))
                .containsExactly("course mungkin");
        assertThat(office.rekap("report", "--date", DATE).exit())
                .as("the night before")
                .isZero();
    }

    @Test
    void takesItFromUnderAHeadingOfTwoRows() {
        office.write("inbox/9.03.01/daftar.csv", """
                nip,nama,instagram,follow,,repost,pelatihan,,rapat
                ,,,humasacehbesar,mediacenter acehbesar,,kursus,seminar,(ya/tidak)
                197807032003041030,Abdullah Amin,abdullah.a,ya,tidak,3,ya,tidak,ya
                197908042004052031,Siti Hajar,sitihajar,ya,tidak,1,tidak,ya,ya
                """);
        night(SECOND);
        String meeting = ADDED.replace("course", "meeting").replace("[kursus]", "[rapat]");
        mandate(shipped + ADDED + meeting);
        night(THIRD);
        assertThat(met(THIRD, HUMAS, MEDIA, "course", "meeting")).containsExactly("PNS 2 0 1 2", "PPPK 0 0 0 0");
        assertThat(absent(THIRD)).isEmpty();
    }

    @Test
    void theSameBytesAreReadAgainOnceSomethingElseIsAsked() {
        String list = """
                nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost%s,kursus
                197807032003041030,Abdullah Amin,abdullah.a,ya,tidak,3%s,ya
                197908042004052031,Siti Hajar,sitihajar,ya,tidak,1%s,tidak
                """.formatted(own("kolom %d"), own("isi"), own("isi"));
        office.write("inbox/9.03.01/daftar.csv", list);
        night(SECOND);
        mandate(shipped + ADDED);
        office.write("inbox/9.03.01/daftar.csv", list);
        night(THIRD);
        assertThat(met(THIRD, HUMAS, "course")).containsExactly("PNS 2 1", "PPPK 0 0");
        assertThat(codes(THIRD)).doesNotContain("FILE_UNCHANGED", "COLUMN_ABSENT");
        office.write("inbox/9.03.01/daftar.csv", list);
        night("2020-07-04");
        assertThat(codes("2020-07-04")).contains("FILE_UNCHANGED");
        assertThat(met("2020-07-04", HUMAS, "course")).containsExactly("PNS 2 1", "PPPK 0 0");
    }

    /** More than are kept of a sender's own columns. */
    private static String own(String cell) {
        return IntStream.range(0, 45).mapToObj(i -> "," + cell.formatted(i)).collect(Collectors.joining());
    }

    private List<String> codes(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("code"))
                .toList();
    }

    @Test
    void saysOnceAFileThatItLacksWhatIsAskedForAnew() {
        mandate(shipped + ADDED.replace("[kursus]", "[seminar]"));
        night(SECOND);
        assertThat(met(SECOND, HUMAS, MEDIA, "repost")).containsExactly("PNS 2 0 2", "PPPK 1 1 0");
        assertThat(cell(SECOND, "PNS", "course", "not_reported")).isEqualTo(cell(SECOND, "PNS", "course", "due"));
        assertThat(absent(SECOND)).containsExactly("course");
    }

    @Test
    void forgetsWhatIsAskedForNoMore() {
        mandate(shipped.replace(block(HUMAS), ""));
        night(SECOND);
        assertThat(met(SECOND, MEDIA, "repost")).containsExactly("PNS 0 2", "PPPK 1 0");
        mandate(shipped);
        night(THIRD);
        assertThat(met(THIRD, HUMAS, MEDIA, "repost")).containsExactly("PNS 2 0 2", "PPPK 1 1 0");
    }

    @Test
    void aNewIdOfWhatIsAskedForKeepsItsColumn() {
        mandate(shipped.replace("id: " + HUMAS + "\n", "id: follow-humas-2020\n"));
        night(SECOND);
        assertThat(met(SECOND, "follow-humas-2020", MEDIA)).containsExactly("PNS 2 0", "PPPK 1 1");
        assertThat(absent(SECOND)).isEmpty();
    }

    @Test
    void ofAnObligationThatIsSplitEachPartHasItsOwnColumn() {
        String both =
                "follow humas, follow mediacenter acehbesar, mengikuti mediacenter acehbesar, mediacenter acehbesar";
        mandate(shipped.replace(block(MEDIA), "")
                .replace(
                        "columns: [follow humasacehbesar",
                        "columns: [" + both + ", follow mediacenter, follow humasacehbesar")
                .replace("humasacehbesar, follow humas]", "humasacehbesar]"));
        office.write("inbox/9.03.01/daftar.csv", """
                nip,nama,instagram,follow mediacenter acehbesar,repost
                197807032003041030,Abdullah Amin,abdullah.a,ya,3
                197908042004052031,Siti Hajar,sitihajar,tidak,1
                """);
        night(SECOND);
        assertThat(met(SECOND, HUMAS)).containsExactly("PNS 1", "PPPK 0");
        mandate(shipped);
        night(THIRD);
        assertThat(met(THIRD, HUMAS, MEDIA)).containsExactly("PNS 0 1", "PPPK 0 0");
        assertThat(absent(THIRD)).containsExactly(HUMAS);
    }

    @Test
    void aCorrectionMeanwhileLosesNothingOfWhatIsAskedForAgain() {
        mandate(shipped.replace(block(HUMAS), ""));
        office.write("inbox/9.03.01/ralat.csv", "nip,nama,repost\n197908042004052031,Siti Hajar,0\n");
        night(SECOND);
        mandate(shipped);
        night(THIRD);
        assertThat(met(THIRD, HUMAS, "repost")).containsExactly("PNS 1 1", "PPPK 1 0");
    }
}
