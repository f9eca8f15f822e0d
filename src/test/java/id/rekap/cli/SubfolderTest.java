package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies in an inbox where nobody reads it is reported every night, under the agency whose folder it is. */
class SubfolderTest extends SmallOffice {
    private static final String LIST = "nip,nama,repost\n197807032003041030,Abdullah Amin,1\n";

    @Test
    void reportsASubfolderUnderItsAgencyAndReadsTheFilesBesideIt() {
        office.write("inbox/9.03.01/daftar.csv", LIST);
        office.write("inbox/9.03.01/Desember/daftar.csv", LIST.replace(",1", ",2"));
        office.write("inbox/9.03.01/Desember/lama/daftar.csv", LIST);
        office.write("inbox/9.99.99/lama/daftar.csv", LIST);
        office.write("inbox/9.03.01/.sampah/daftar.csv", LIST);
        office.write("inbox/_register/employees.csv", "nomor\n");
        for (String date : List.of("2020-07-01", "2020-07-02")) {
            assertThat(office.rekap("run", "--date", date, "--dry-run").out())
                    .contains("FOLDER_UNKNOWN 9.03.01/Desember");
            assertThat(office.rekap("run", "--date", date).exit()).isZero();
            assertThat(office.published(date, "exceptions.csv"))
                    .filteredOn(row -> row.get("code").equals("FOLDER_UNKNOWN"))
                    .satisfies(rows -> assertThat(rows)
                            .extracting(row -> row.get("message"))
                            .allMatch(message -> message.contains("satu tingkat ke atas")))
                    .extracting(row -> row.get("agency_code") + " " + row.get("file") + " " + row.get("responsible"))
                    .containsExactly(" 9.99.99/lama operator", "9.03.01 9.03.01/Desember operator");
            assertThat(office.published(date, "agencies.csv"))
                    .filteredOn(row -> row.get("agency_code").equals("9.03.01"))
                    .extracting(row -> row.get("state") + " " + row.get("rows"))
                    .containsExactly("REPORTED 1");
        }
        assertThat(office.path("inbox/9.03.01/Desember/daftar.csv")).exists();
        assertThat(office.path("inbox/9.03.01/daftar.csv")).doesNotExist();
        assertThat(office.published("2020-07-02", "agencies/9.03.01/exceptions.csv"))
                .anyMatch(row -> row.get("code").equals("FOLDER_UNKNOWN"));
    }

    @Test
    void theOperatorsPageSaysWhichAgenciesAFolderMayMean() throws Exception {
        office.write("inbox/sekretariat baitul/daftar.csv", LIST);
        office.write("inbox/zzz/daftar.csv", LIST);
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        String page = Files.readString(office.path("reports/" + DATE + "/operator.html"));
        assertThat(page)
                .contains("Menunggu operator (2)")
                .containsOnlyOnce("Mungkin yang dimaksud: ")
                .contains("Mungkin yang dimaksud: Sekretariat Baitul Mal (9.03.01).");
    }

    @Test
    void aSubfolderThatIsGoneIsResolved() throws Exception {
        Path folder = office.path("inbox/9.03.01/Desember");
        Files.createDirectories(folder);
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Files.delete(folder);
        assertThat(office.rekap("run", "--date", "2020-07-02").exit()).isZero();
        assertThat(office.published("2020-07-02", "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("FOLDER_UNKNOWN"))
                .extracting(row -> row.get("state"))
                .containsExactly("RESOLVED");
    }

    /** Java cannot write such names; bash can. */
    @Test
    void namesThatDifferInBytesThatAreNoTextAreOneRefusalAndEndNoNight() throws Exception {
        office.write("inbox/7.01.02/daftar.csv", "nip,nama,repost\n197908042004052031,Siti Hajar,1\n");
        Path folder = Files.createDirectories(office.path("inbox/9.03.01"));
        String script = "printf '%s' '" + LIST.replace("\n", "'$'\\n''")
                + "' > $'a\\xff.csv'; cp $'a\\xff.csv' $'a\\xfe.csv'" + "; touch -t 202001010000 *.csv";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(bash.waitFor()).isZero();
        for (String date : List.of("2020-07-01", "2020-07-02")) {
            assertThat(office.rekap("run", "--date", date).exit()).isZero();
            assertThat(office.published(date, "exceptions.csv"))
                    .filteredOn(row -> row.get("agency_code").equals("9.03.01"))
                    .extracting(row -> row.get("code"))
                    .contains("FILE_UNSAFE");
            assertThat(office.published(date, "agencies.csv"))
                    .filteredOn(row -> row.get("agency_code").equals("7.01.02"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("REPORTED");
        }
    }
}
