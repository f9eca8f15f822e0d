package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on which nobody has sent a list yet, then the first one. */
class UnknownNightTest {
    private static final Path SAMPLES = Path.of("jobs/samples");

    @TempDir
    Path home;

    @Test
    void aNightWithoutAnyListIsNotKnownAndStaysSoInWhatComesAfter() throws IOException {
        Office office = Registered.SAMPLES.in(home);
        run(office, "2020-07-01");
        assertThat(text("2020-07-01/summary.html"))
                .contains("<p class=\"big words\">belum diketahui</p>")
                .containsPattern("<p class=\"of\">Posisi \\d+ pegawai belum diketahui</p>");
        assertThat(text("2020-07-01/whatsapp.txt"))
                .contains("*Mengikuti kedua akun: belum diketahui*")
                .containsPattern("\nPosisi \\d+ pegawai belum diketahui\n");
        assertThat(text("index.html")).contains("<p class=\"rate\">belum diketahui</p>");
        saysNothingOfZero("2020-07-01");

        office.drop(SAMPLES.resolve("HANDLE_INVALID/good/night1"));
        run(office, "2020-07-02");
        assertThat(text("2020-07-02/summary.html"))
                .containsPattern(
                        "Tidak dapat dibandingkan dengan 1 Juli 2020; \\d+ perangkat daerah baru diketahui</p>")
                .containsPattern("\">1 Juli 2020</th><td>belum diketahui</td><td>–</td><td>tidak ditampilkan</td>");
        assertThat(text("2020-07-02/agencies/7.01.02/index.html"))
                .contains("posisi per 1 Juli 2020 belum diketahui")
                .containsPattern("\">1 Juli 2020</th><td>\\d+</td><td>&#8211;</td><td>belum diketahui</td>");
        assertThat(text("index.html")).contains("<p class=\"rate\">belum diketahui</p>");
        for (String date : new String[] {"2020-07-01", "2020-07-02"}) {
            Office.Said again = office.rekap("report", "--date", date);
            assertThat(again.exit()).as(again.out() + again.err()).isEqualTo(10);
        }
    }

    private static void run(Office office, String date) {
        Office.Said said = office.rekap("run", "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    /** No page, letter or message of the night calls unknown 0%. */
    private void saysNothingOfZero(String date) throws IOException {
        try (Stream<Path> files =
                Files.walk(home.resolve("reports").resolve(date).toRealPath())) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(html|txt)")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("0,0%")
                        .doesNotContainPattern("\\b0 dari \\d+ pegawai");
            }
        }
    }

    private String text(String path) throws IOException {
        return Files.readString(home.resolve("reports").resolve(path));
    }
}
