package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nights that were published before there were pages of months. */
class MissingMonthsTest extends SmallOffice {
    @Test
    void theNextNightMakesThePagesOfEarlierMonths() throws Exception {
        for (String date : List.of(DATE, "2020-07-31", "2020-08-01", "2020-09-01")) {
            assertThat(office.rekap("run", "--date", date).exit()).isZero();
        }
        String july = Files.readString(home.resolve("reports/index-2020-07.html"));
        String august = Files.readString(home.resolve("reports/index-2020-08.html"));
        Files.delete(home.resolve("reports/index-2020-07.html"));
        Files.delete(home.resolve("reports/index-2020-08.html"));
        assertThat(office.rekap("run", "--date", "2020-09-02").exit()).isZero();
        assertThat(home.resolve("reports/index-2020-07.html")).hasContent(july);
        assertThat(home.resolve("reports/index-2020-08.html")).hasContent(august);
        assertThat(home.resolve("reports/index.html")).content().contains("2020-09-02/", "2020-07-01/");
    }
}
