package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.intake.ListsInForce;
import id.rekap.intake.Submission;
import id.rekap.retention.Purge;
import id.rekap.retention.Retention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** What goes when it is old, and that nothing goes with it that is still needed. */
class PurgeTest {
    private static final LocalDate FIRST = LocalDate.parse(Regencies.date(1));

    /** Days after the first; of the last two all is kept. */
    private static final List<Integer> NIGHTS = List.of(0, 1, 2, 40, 70, 72);

    private static final LocalDate LAST = FIRST.plusDays(72);
    private static final Retention MONTH = new Retention(31, 31, 31, 31, 31, 31);

    private static final String[] SETTINGS = {
        "rekap.chunk: 2",
        "rekap.retention:",
        "  raw: 31d",
        "  chats: 31d",
        "  people: 31d",
        "  exceptions: 31d",
        "  batch: 31d",
        "  reports: 31d"
    };

    private static final List<String> TABLES = List.of(
            "tally",
            "presence",
            "agency_summary",
            "night",
            "publication_context",
            "claimed",
            "run",
            "submission",
            "finding_opening",
            "employee",
            "agency",
            "outcome",
            "unmatched_row",
            "cross_agency_match",
            "finding_page",
            "list_page",
            "intake_file",
            "chat",
            "claim");

    @TempDir
    Path homes;

    /** A regency whose agencies send a list now and then, chats with it, and revisions of two nights. */
    private Office nights(String name) throws Exception {
        Office office = Regencies.office(Files.createDirectories(homes.resolve(name)));
        office.write(
                "application.yml",
                Files.readString(office.path("application.yml"))
                        .replace("rekap.chunk: 2", String.join("\n", SETTINGS)));
        for (int night = 0; night < NIGHTS.size(); night++) {
            Regencies.drop(office, night % 3 + 1);
            if (night > 2) {
                FileSystemUtils.deleteRecursively(office.path("inbox/" + silent(office)));
            }
            run(office, NIGHTS.get(night));
            if (night == 2) {
                Regencies.execute(office, """
                        insert into withdrawal (mandate, agency, received_on, batch, supposed, holds_from, known_at)
                        select mandate, agency, received_on, batch, 0, '%s', utc_timestamp(3) from submission
                        where agency = '%s' and received_on > '%s'""".formatted(date(3), silent(office), date(0)));
            }
            if (night == 1) {
                assertThat(office.rekap("run", "--again", "--date", date(NIGHTS.get(night)))
                                .exit())
                        .isZero();
            }
        }
        return office;
    }

    /** It sends three lists, the last two of which are withdrawn, and nothing after: the first one holds for good. */
    private static String silent(Office office) throws Exception {
        return Regencies.column(office, """
                        select agency from submission where verdict = 'ACCEPTED' and received_on <= '%s'
                        group by agency having count(*) = 3 order by agency""".formatted(date(2))).get(0);
    }

    /** Days from the first kept one on, and agencies whose list in force then has no rows any more. */
    private static List<String> lost(Office office) throws Exception {
        List<String> lost = new ArrayList<>();
        try (Database database = Database.open(office.home, office.database, 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            String mandate = Settings.load(office.home).mandate();
            for (String agency : jdbc.queryForList("select distinct agency from submission", String.class)) {
                for (LocalDate day = LAST.minusDays(31); !day.isAfter(LAST); day = day.plusDays(1)) {
                    Optional<Submission> list = new ListsInForce(jdbc, mandate).of(agency, day);
                    if (list.isPresent()
                            && jdbc.queryForList(
                                            "select 1 from list_page where agency = ? and received_on = ? and batch = ?",
                                            Integer.class,
                                            agency,
                                            list.get().receivedOn(),
                                            list.get().batch())
                                    .isEmpty()) {
                        lost.add(day + " " + agency);
                    }
                }
            }
        }
        return lost;
    }

    private static String date(int day) {
        return FIRST.plusDays(day).toString();
    }

    private static void run(Office office, int day) {
        Said said = office.rekap("run", "--date", date(day));
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private static Map<String, Long> counts(Office office) throws Exception {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : TABLES) {
            counts.put(
                    table,
                    Long.valueOf(Regencies.column(office, "select count(*) from " + table)
                            .get(0)));
        }
        return counts;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> set(Office office, String set) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path folder = office.path("reports/.history/" + set);
        for (String file : files(folder)) {
            bytes.put(file, Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    private static Said purge(Office office, String... more) {
        return office.rekap(Stream.concat(Stream.of("purge", "--date", LAST.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void takesAwayWhatIsOldAndNothingThatAKeptNightNeeds() throws Exception {
        Office office = nights("purged");
        Office twin = nights("twin");
        Map<String, Long> before = counts(office);
        List<String> archive = files(office.path("archive"));
        List<String> reports = files(office.path("reports"));

        Said wouldGo = purge(office, "--dry-run");
        assertThat(wouldGo.exit()).as(wouldGo.err()).isZero();
        assertThat(counts(office)).isEqualTo(before);
        assertThat(files(office.path("archive"))).isEqualTo(archive);
        assertThat(files(office.path("reports"))).isEqualTo(reports);

        cutOff(office);
        Said gone = purge(office);
        assertThat(gone.exit()).as(gone.err()).isZero();
        Map<String, Long> after = counts(office);
        // counts of agencies and groups, what was published, the register, and when exceptions opened
        for (String table : TABLES.subList(0, 12)) {
            assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
        // what names people
        for (String table : List.of("unmatched_row", "finding_page", "list_page")) {
            assertThat(after.get(table)).as(table).isLessThan(before.get(table));
        }
        assertThat(Regencies.column(office, "select count(*) from outcome where claims = '' and input = ''")
                        .get(0))
                .isNotEqualTo("0");
        assertThat(lost(office)).isEmpty();
        assertThat(Regencies.column(office, "select count(*) from list_page where agency = '" + silent(office) + "'"))
                .as("the first list, which holds")
                .containsExactly("1");
        Map<String, Long> said = said(wouldGo);
        assertThat(of(before, "list_page") - of(after, "list_page")).isEqualTo(said.get("lists"));
        assertThat(of(before, "finding_page") - of(after, "finding_page")).isEqualTo(said.get("exceptions"));
        for (String table : List.of("claim", "chat")) {
            assertThat(of(after, table)).as("what may be open still: " + table).isEqualTo(of(before, table));
        }
        assertThat(said.get("chats"))
                .as("every export of then is one that counts, too")
                .isZero();
        assertThat(Regencies.column(office, "select count(*) from intake_file where state = 'PURGED'"))
                .containsExactly(Long.toString(of(said, "raw")));
        assertThat((long) reports.size() - files(office.path("reports")).size()).isEqualTo(said.get("reports"));
        assertThat(files(office.path("archive")).size()).isLessThan(archive.size());
        assertThat(reports)
                .contains(".history/" + date(0) + ".1/exceptions.csv", ".history/" + date(1) + ".1/summary.html");
        assertThat(files(office.path("reports")))
                .contains(".history/" + date(0) + ".1/snapshot.csv", ".history/" + date(1) + ".2/summary.html")
                .doesNotContain(".history/" + date(0) + ".1/exceptions.csv", ".history/" + date(1) + ".1/summary.html");
        assertThat(Regencies.column(office, "select what from audit_log where what = 'PURGE'"))
                .hasSize(1);
        assertThat(purge(office).out()).contains("people 0, lists 0, exceptions 0, raw 0, chats 0, batch 0, reports 0");

        for (int day : List.of(70, 72)) {
            FileSystemUtils.deleteRecursively(office.path("reports/.history/" + date(day) + ".1"));
            Said made = office.rekap("report", "--date", date(day));
            assertThat(made.exit()).as(made.err()).isZero();
            assertThat(set(office, date(day) + ".1")).as(date(day)).isEqualTo(set(twin, date(day) + ".1"));
        }
        for (Office one : List.of(office, twin)) {
            for (int day : List.of(70, 72)) {
                Said again = one.rekap("run", "--again", "--date", date(day));
                assertThat(again.exit()).as(again.err()).isZero();
            }
            Regencies.drop(one, 2);
            run(one, 73);
        }
        for (String set : List.of(date(70) + ".2", date(72) + ".2", date(73) + ".1")) {
            assertThat(set(office, set)).as(set).isEqualTo(set(twin, set));
        }
        assertThat(purge(twin).exit()).isZero();
        assertThat(purge(office).exit()).isZero();
        assertThat(counts(office)).as("as without being cut off").isEqualTo(counts(twin));
        assertThat(files(office.path("archive"))).isEqualTo(files(twin.path("archive")));
        assertThat(files(office.path("reports"))).isEqualTo(files(twin.path("reports")));
        Said past = office.rekap("run", "--again", "--date", date(2));
        assertThat(past.exit()).isEqualTo(6);
        assertThat(past.err()).contains("was purged");
        assertThat(office.rekap("report", "--date", date(2)).exit()).isEqualTo(6);
    }

    /** Fails at a change of the database, as a process that is killed there. */
    private static final class Cut extends JdbcTemplate {
        private int left;

        Cut(DataSource dataSource, int after) {
            super(dataSource);
            this.left = after;
        }

        @Override
        public int update(String sql, @Nullable Object @Nullable ... arguments) {
            if (left-- == 0) {
                throw new IllegalStateException("cut off");
            }
            return super.update(sql, arguments);
        }
    }

    /** Again and again, each time a little later. */
    private static void cutOff(Office office) throws IOException {
        int times = 0;
        try (Database database = Database.open(office.home, office.database, 2)) {
            for (int after = 0; times < 20; after += 3, times++) {
                Purge purge = new Purge(office.home, new Cut(database.dataSource(), after), MONTH, 31, 45);
                try {
                    purge.of(LAST, List.of(Settings.load(office.home).mandate()), false);
                    break;
                } catch (IllegalStateException cutOff) {
                    assertThat(cutOff).hasMessage("cut off");
                }
            }
        }
        assertThat(times).isGreaterThan(2);
    }

    private static Map<String, Long> said(Said purge) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String kind : purge.out()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceAll(".*: ", "")
                .split(", ", -1)) {
            counts.put(kind.split(" ", 2)[0], Long.valueOf(kind.split(" ", 2)[1]));
        }
        return counts;
    }

    @Test
    void isRefusedWhatIsNoAge() throws Exception {
        Office office = Regencies.office(homes);
        String file = Files.readString(office.path("application.yml"));
        office.write("application.yml", file + "\nrekap.retention.people: 3d\n");
        assertThat(office.rekap("purge").err())
                .contains("rekap.retention.people is \"3d\"; allowed: whole days, 31d to");
        office.write("application.yml", file + "\nrekap.retention.peple: 90d\n");
        Said said = office.rekap("purge");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("did you mean rekap.retention.people?");
        office.write("application.yml", file);
        assertThat(office.rekap("purge", "--date", "2999-01-01").exit()).isEqualTo(2);
    }

    private static long of(Map<String, Long> counts, String kind) {
        return Objects.requireNonNull(counts.get(kind), kind);
    }
}
