package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A mandate that changed between two nights: told as that, and never as people who did less. */
class RuleChangeTest extends SmallOffice {
    private static final String MANDATE = "jobs/mandates/se-480-263-2020.yml";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";
    private static final String FOURTH = "2020-07-04";

    private void night(String date) {
        Office.Said said = office.rekap("run", "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private String text(String date, String file) throws IOException {
        return Files.readString(home.resolve("reports").resolve(date).resolve(file), StandardCharsets.UTF_8);
    }

    private String workbook(String date) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip =
                new ZipFile(home.resolve("reports/" + date + "/rekap.xlsx").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    @Test
    void saysThatTheRulesChangedInsteadOfWhatTheRateDid() throws IOException {
        office.drop(SAMPLES.resolve("HANDLE_INVALID/good/night1"));
        night(DATE);
        night(SECOND);
        assertThat(text(SECOND, "summary.html"))
                .contains("Tetap sejak 1 Juli 2020")
                .doesNotContain("Aturan berubah");

        office.write(MANDATE, Files.readString(Path.of(MANDATE)) + "\n# another edition\n");
        night(THIRD);
        String change = "Aturan berubah pada 3 Juli 2020: tidak dibandingkan dengan 2 Juli 2020";
        String mark = "Aturan berubah pada 3 Juli 2020: angka sebelum dan sesudahnya tidak dapat dibandingkan.";
        assertThat(text(THIRD, "summary.html"))
                .contains(change, mark)
                .doesNotContain(" poin (", " poin sejak", "Tetap sejak");
        assertThat(text(THIRD, "whatsapp.txt")).contains(change).doesNotContain("poin");
        assertThat(text(THIRD, "agencies/7.01.02/index.html")).contains(change).doesNotContain("tetap sejak");
        assertThat(workbook(THIRD)).contains("aturan berubah");
        assertThat(workbook(SECOND)).doesNotContain("aturan berubah");

        night(FOURTH);
        assertThat(text(FOURTH, "summary.html"))
                .contains("Tetap sejak 3 Juli 2020", mark)
                .doesNotContain(change);
        assertThat(office.rekap("report", "--date", FOURTH).err()).contains("byte for byte as it was published");
    }
}
