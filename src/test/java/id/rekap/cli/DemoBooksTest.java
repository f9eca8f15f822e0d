package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.report.Leaks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Three nights of the made-up regency: register, lists and claims add up for each agency and group. */
class DemoBooksTest {
    @TempDir
    Path home;

    @Test
    void eachAgencysCountsAddUp() throws Exception {
        Office office = Undisturbed.night(3).office();
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
        Mandate mandate = new Mandates(home).get("se-480-263-2020");
        List<String> dates = new ArrayList<>();
        for (int night = 1; night <= 3; night++) {
            Regencies.drop(office, night);
            dates.add(Regencies.date(night));
            assertThat(office.rekap("run", "--date", Regencies.date(night)).exit())
                    .isZero();
            assertThat(Leaks.published(home.resolve("reports"), mandate, dates.toArray(String[]::new)))
                    .as(Regencies.date(night))
                    .isEmpty();
        }
    }

    /** With the demo's own home, exports, exemptions and second mandate. */
    @Test
    @Tag("long")
    void theLastOfThirtyNightsAddsUp() throws Exception {
        Office office = new Office(home);
        Said said = office.rekap("demo", "--nights", "30");
        assertThat(said.exit()).as(said.err()).isZero();
        String last = Regencies.date(30);
        Map<String, String> covered = covered(last);
        assertThat(covered).isNotEmpty();
        // whom a list from above speaks for is told of its agency
        Function<CSVRecord, String> speaker =
                row -> covered.getOrDefault(row.get("agency_code"), row.get("agency_code"));
        Map<String, Integer> missing = new TreeMap<>();
        for (CSVRecord row : office.published(last, "counts.csv")) {
            missing.merge(speaker.apply(row), number(row, "register") - number(row, "rows"), Integer::sum);
            if (!row.get("difference").isEmpty()) {
                assertThat(number(row, "claimed_following") - number(row, "rows_following"))
                        .as(row.toString())
                        .isEqualTo(number(row, "difference"));
            }
        }
        Map<String, Integer> told = new TreeMap<>();
        office.published(last, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("EMPLOYEE_NOT_REPORTED")
                        && !row.get("state").equals("RESOLVED"))
                .forEach(row -> told.merge(row.get("agency_code"), 1, Integer::sum));
        Map<String, Integer> exempt = new TreeMap<>();
        office.published(last, "snapshot.csv").stream()
                .filter(row -> row.get("obligation").equals("all"))
                .forEach(row -> exempt.merge(speaker.apply(row), number(row, "exempt"), Integer::sum));
        Set<String> silent = office.published(last, "agencies.csv").stream()
                .filter(row -> row.get("submission").isEmpty())
                .map(row -> row.get("agency_code"))
                .collect(Collectors.toSet());
        assertThat(missing.size() - silent.size()).isGreaterThan(40);
        missing.forEach((agency, people) -> {
            if (!silent.contains(agency)) {
                int open = told.getOrDefault(agency, 0);
                assertThat(open).as(agency).isBetween(people - exempt.getOrDefault(agency, 0), people);
            }
        });
        assertThat(office.path("reports/keamanan-informasi/" + last + "/summary.html"))
                .exists();
        assertThat(office.path("reports/" + last + "/summary.html")).content().contains("sudah diketahui");
        assertThat(office.published(last, "exceptions.csv"))
                .extracting(row -> row.get("code"))
                .contains("FOLLOW_UNVERIFIED", "EVIDENCE_INCOMPLETE", "COUNT_DIFFERS", "COUNT_UNREADABLE");
        try (Database database = Database.open(home, DatabaseSettings.embedded(), 2)) {
            String books = Files.readString(Path.of("sql/check/books.sql")).replaceAll(";\\s*$", "");
            assertThat(new JdbcTemplate(database.dataSource()).queryForList(books))
                    .isEmpty();
        }
    }

    /** By agency without a list of its own, whose list speaks for it. */
    private Map<String, String> covered(String date) {
        Map<String, String> covered = new TreeMap<>();
        try (Database database = Database.open(home, DatabaseSettings.embedded(), 2)) {
            new JdbcTemplate(database.dataSource())
                    .query(
                            """
                    select n.agency, n.covered_by from night n join run r on r.run_id = n.run_id
                    where n.covered_by is not null and r.mandate = 'se-480-263-2020' and r.business_date = ?""",
                            row -> {
                                covered.put(row.getString(1), row.getString(2));
                            },
                            date);
        }
        return covered;
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }
}
