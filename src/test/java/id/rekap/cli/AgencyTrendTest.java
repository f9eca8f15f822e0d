package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency's numbers from night to night, as its page shows them. */
class AgencyTrendTest {
    private static final Path SAMPLES = Path.of("jobs/samples");

    @TempDir
    Path home;

    @Test
    void followsTheRevisionsThatCount() throws IOException {
        Office office = Registered.SAMPLES.in(home);
        assertThat(office.rekap("run", "--date", "2020-07-01").exit()).isZero();
        assertThat(page("2020-07-01")).contains("Rekapitulasi pertama").doesNotContain("id=\"trend\"");
        office.drop(SAMPLES.resolve("HANDLE_INVALID/good/night1"));
        assertThat(office.rekap("run", "--date", "2020-07-01", "--again").exit())
                .isZero();
        assertThat(office.rekap("run", "--date", "2020-07-02").exit()).isZero();
        assertThat(office.rekap("run", "--date", "2020-07-03").exit()).isZero();
        String page = page("2020-07-03");
        String met = met(page, "3 Juli 2020");
        assertThat(met).isNotEqualTo("0");
        assertThat(met(page, "1 Juli 2020")).isEqualTo(met);
        assertThat(met(page, "2 Juli 2020")).isEqualTo(met);
        assertThat(page).contains("tetap sejak 2 Juli 2020");
    }

    private String page(String date) throws IOException {
        return Files.readString(home.resolve("reports").resolve(date).resolve("agencies/7.01.02/index.html"));
    }

    private static String met(String page, String date) {
        Matcher row = Pattern.compile("<th scope=\"row\">" + date + "</th><td>\\d+</td><td>(\\d+)</td>")
                .matcher(page);
        assertThat(row.find()).as(date).isTrue();
        return row.group(1);
    }
}
