package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Mandates;
import id.rekap.report.Leaks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights of the made-up regency: register, lists and claims add up for each agency and group. */
class DemoBooksTest {
    @TempDir
    Path home;

    @Test
    void eachAgencysCountsAddUp() throws Exception {
        Office office = Regencies.office(home);
        for (int night = 1; night <= 3; night++) {
            Regencies.drop(office, night);
            assertThat(office.rekap("run", "--date", Regencies.date(night)).exit())
                    .isZero();
        }
        assertThat(Regencies.books(office)).isEmpty();
        String last = Regencies.date(3);
        Set<String> differing = office.published(last, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("COUNT_DIFFERS"))
                .filter(row -> !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("agency_code") + row.get("field") + row.get("value") + row.get("expected"))
                .collect(Collectors.toSet());
        List<CSVRecord> counts = office.published(last, "counts.csv");
        Set<String> told = counts.stream()
                .filter(row -> !row.get("difference").isEmpty()
                        && !row.get("difference").equals("0"))
                .map(row -> row.get("agency_code")
                        + row.get("group")
                        + row.get("claimed_following")
                        + row.get("rows_following"))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(differing).hasSizeGreaterThan(20);
        assertThat(office.published(last, "agencies.csv"))
                .extracting(row -> row.get("state"))
                .contains("NIL");
        assertThat(office.published(last, "exceptions.csv"))
                .extracting(row -> row.get("code"))
                .contains("COUNT_UNREADABLE")
                .doesNotContain("CHAT_UNREADABLE");
    }

    @Test
    void whatCirculatesOfThreeNightsGivesBackNoSmallGroup() throws Exception {
        Office office = Regencies.office(home);
        Files.writeString(home.resolve("application.yml"), "\nrekap.locale: en\n", StandardOpenOption.APPEND);
        List<LocalDate> dates = new ArrayList<>();
        for (int night = 1; night <= 3; night++) {
            Regencies.drop(office, night);
            assertThat(office.rekap("run", "--date", Regencies.date(night)).exit())
                    .isZero();
            dates.add(LocalDate.parse(Regencies.date(night)));
        }
        for (LocalDate date : dates) {
            assertThat(Leaks.published(home.resolve("reports"), dates, date, new Mandates(home).get("se-480-263-2020")))
                    .as(date.toString())
                    .isEmpty();
        }
    }
}
