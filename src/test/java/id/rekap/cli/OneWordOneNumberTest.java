package id.rekap.cli;

import static id.rekap.cli.NightTables.ALL;
import static id.rekap.cli.NightTables.IS_EXCEPTION;
import static id.rekap.cli.NightTables.is;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.Database;
import id.rekap.demo.Regency;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The nights of a regency: every number that is said of them comes from their tables, wherever it is said. A number that
 * nothing here derives fails too, so that none is added without its meaning.
 */
class OneWordOneNumberTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 29);
    private static final int NIGHTS = 3;
    private static final int LISTED = 40;

    @TempDir
    Path home;

    private final List<String> said = new ArrayList<>();
    private final List<NightTables> nights = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> rules = new TreeSet<>();
    private final List<Map<String, int[]>> proven = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void threeNights() throws IOException {
        Office office = new Office(home);
        Regency regency = new Regency(20200713);
        Path data = Files.createDirectories(home.resolve("demo"));
        regency.writeRegister(data, FIRST);
        for (String what : List.of("agencies", "employees")) {
            Office.Said imported =
                    office.rekap("import", what, data.resolve(what + ".csv").toString(), "--date", FIRST.toString());
            assertThat(imported.exit()).as(imported.err()).isZero();
        }
        try (Database database = Database.open(home, office.database, 2)) {
            Clock clock = Clock.fixed(Instant.parse("2020-07-29T12:00:00Z"), ZoneOffset.UTC);
            DemoFacts facts = new DemoFacts(database.dataSource(), NightTables.MANDATE.id(), clock, "petugas");
            for (int night = 1; night <= NIGHTS; night++) {
                LocalDate date = FIRST.plusDays(night - 1);
                facts.before(night, date, regency);
                regency.drop(night, home.resolve("inbox"));
                regency.dropFollowers(night, home.resolve("inbox"));
                Office.Said run = office.rekap("run", "--date", date.toString());
                assertThat(run.exit()).as(run.err()).isZero();
                said.add(run.out());
            }
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Set<String> acknowledged =
                    Set.copyOf(jdbc.queryForList("select fingerprint from acknowledgement", String.class));
            for (int night = 1; night <= NIGHTS; night++) {
                nights.add(new NightTables(set(night), night < NIGHTS ? Set.of() : acknowledged));
                proven.add(proven(jdbc, FIRST.plusDays(night - 1)));
            }
            assertThat(nights.get(NIGHTS - 1).acknowledged(ALL)).isPositive();
        }
    }

    private Path set(int night) {
        return home.resolve("reports").resolve(FIRST.plusDays(night - 1).toString());
    }

    @Test
    void everyNumberOfASetIsThatOfItsTables() throws IOException {
        for (int night = 1; night <= NIGHTS; night++) {
            Path set = set(night);
            List<NightTables> upTo = nights.subList(0, night);
            printed(night);
            manifest(set, upTo.get(night - 1));
            List<SaidLine> page = SaidLine.page(set.resolve("summary.html"));
            Predicate<CSVRecord> isShown = isShown(page);
            Map<String, int[]> evidence = proven.get(night - 1);
            derived("summary", page, rules -> new SummaryNumbers(rules, upTo, isShown, evidence).page());
            String message = Files.readString(set.resolve("whatsapp.txt"));
            derived("message", SaidLine.text(message), rules -> new HeadlineNumbers(rules, upTo, isShown).message());
            assertThat(shared(set.resolve("summary.html"))).isEqualTo(message);
            derived("workbook", SaidLine.workbook(set.resolve("rekap.xlsx")), rules -> {
                new BookNumbers(rules, upTo).book();
                new HeadlineNumbers(rules, upTo, isShown).claims("Ringkasan");
            });
            derived(
                    "operator",
                    SaidLine.page(set.resolve("operator.html")),
                    rules -> AgencyNumbers.operator(rules, upTo.get(upTo.size() - 1)));
            agencies(set, upTo);
        }
        for (String index : List.of("index.html", "index-2020-07.html")) {
            derived(
                    "index",
                    SaidLine.page(home.resolve("reports").resolve(index)),
                    rules -> new HeadlineNumbers(rules, nights, ALL).index());
        }
        rules.removeAll(used);
        rules.forEach(rule -> faults.add("no case of " + rule));
        assertThat(faults.stream().limit(LISTED).toList())
                .as("%s faults", faults.size())
                .isEmpty();
    }

    private void derived(String what, List<SaidLine> lines, Consumer<Derivations> made) {
        Derivations derivations = new Derivations(what, used);
        made.accept(derivations);
        derivations.faults(lines).forEach(fault -> faults.add(what + ": " + fault));
        rules.addAll(derivations.names());
    }

    private void agencies(Path set, List<NightTables> upTo) throws IOException {
        try (Stream<Path> folders = Files.list(set.resolve("agencies"))) {
            for (Path folder : folders.sorted().toList()) {
                String agency = folder.getFileName().toString();
                List<SaidLine> page = SaidLine.page(folder.resolve("index.html"));
                derived("agency", page, rules -> new AgencyNumbers(rules, upTo, agency, page).page());
                derived(
                        "list",
                        SaidLine.workbook(folder.resolve("exceptions.xlsx")),
                        rules -> BookNumbers.listOf(
                                rules,
                                upTo.get(upTo.size() - 1),
                                agency,
                                Office.csv(folder.resolve("exceptions.csv"))));
            }
        }
    }

    /** Agencies and groups whose numbers the page does not hide. */
    private static Predicate<CSVRecord> isShown(List<SaidLine> page) {
        Set<String> hidden = page.stream()
                .filter(line -> List.of("< 3", "tidak ditampilkan").contains(line.text()))
                .filter(line -> line.where().matches("agencies/td/(ASN|Tenaga kontrak)"))
                .map(line -> line.of() + " " + NightTables.group(line.where().substring("agencies/td/".length())))
                .collect(Collectors.toSet());
        return row -> !hidden.contains(row.get("agency_code") + " " + row.get("group"));
    }

    /** What the page offers to share. */
    private static String shared(Path page) throws IOException {
        String link = Jsoup.parse(page).select(".share a").attr("href");
        return URLDecoder.decode(link.substring(link.indexOf("text=") + 5), StandardCharsets.UTF_8);
    }

    private void printed(int night) {
        NightTables now = nights.get(night - 1);
        assertThat(said.get(night - 1))
                .contains("Exceptions: " + now.open(ALL) + " open (" + now.in("NEW", ALL) + " new, "
                        + now.in("REOPENED", ALL) + " reopened, " + now.in("OPEN", ALL) + " still open), "
                        + now.in("RESOLVED", ALL) + " resolved; information, counted apart: " + now.infos());
    }

    private static void manifest(Path set, NightTables now) throws IOException {
        JsonNode counts = JsonMapper.shared()
                .readTree(Files.readString(set.resolve("manifest.json")))
                .get("counts");
        for (String state : List.of("NEW", "REOPENED", "OPEN", "RESOLVED")) {
            assertThat(counts.get("exceptions").get(state).asLong()).isEqualTo(now.in(state, ALL));
            assertThat(counts.get("infos").get(state).asLong())
                    .isEqualTo(now.lines(is("state", state).and(IS_EXCEPTION.negate())));
        }
        assertThat(counts.get("reported").asLong()).isEqualTo(now.reported());
        assertThat(counts.get("agencies").asLong()).isEqualTo(now.agencies.size());
        assertThat(counts.get("people").asLong()).isEqualTo(now.register(ALL));
        for (String column : List.of("rows", "counted", "refused")) {
            assertThat(counts.get(column).asLong()).isEqualTo(NightTables.sum(now.agencies, column, ALL));
        }
    }

    /**
     * How many are found among an account's followers, ASN first; the tables only say how many have met it. An agency's outcome
     * is kept from the last night on which it was computed.
     */
    private static Map<String, int[]> proven(JdbcTemplate jdbc, LocalDate date) {
        Map<String, int[]> proven = new HashMap<>();
        jdbc.query(
                """
                select obligation, sum(if(type = 'TENAGA_KONTRAK', 0, proven)), sum(if(type = 'TENAGA_KONTRAK', proven, 0))
                from tally join (
                  select judged_by, max(run_id) run_id from tally join run using (run_id)
                  where business_date <= ? group by judged_by) last using (judged_by, run_id)
                group by obligation
                """,
                row -> {
                    proven.put(row.getString(1), new int[] {row.getInt(2), row.getInt(3)});
                },
                date);
        return proven;
    }
}
