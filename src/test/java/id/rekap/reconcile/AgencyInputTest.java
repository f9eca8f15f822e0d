package id.rekap.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office;
import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.exemption.ExemptOn;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency is judged again when anything differs that its outcome is made of, and only then. */
class AgencyInputTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";
    private static final Pattern WORD = Pattern.compile("(?<=:)(\"[^\"]*\"|\\d+|true)");
    private static final int STAFF = 12;
    private static final String CHANGING = "1.01";
    private static final String UNTOUCHED = "9.01";

    @TempDir
    Path home;

    private Office office;
    private LocalDate date = LocalDate.of(2020, 7, 1);

    @BeforeEach
    void open() {
        office = new Office(home);
    }

    /** What gives a component of an agency's input another value, some days after the night before. */
    private record Change(String agency, int days, Step step) {}

    @FunctionalInterface
    private interface Step {
        void happens() throws Exception;
    }

    @Test
    void anAgencyIsJudgedAgainWhicheverComponentOfItsInputDiffers() throws Exception {
        Map<String, Change> changes = changes();
        assertThat(changes.keySet()).as("a change for each component").isEqualTo(components());
        agencies("1.03,Tiga,,ya", "1.04,Empat,,ya");
        employees("PNS");
        for (String code : List.of(CHANGING, UNTOUCHED)) {
            list(code, STAFF, "ya");
        }
        followers(STAFF);
        night();
        try (Database database = Database.open(home, office.database, 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            for (Map.Entry<String, Change> one : changes.entrySet()) {
                String component = one.getKey();
                Change change = one.getValue();
                @Nullable JsonNode before = input(jdbc, change.agency(), component);
                date = date.plusDays(change.days());
                change.step().happens();
                night();
                assertThat(input(jdbc, change.agency(), component))
                        .as(component)
                        .isNotEqualTo(before);
                assertThat(reconciled(jdbc)).as(component).contains(change.agency());
                if (!Set.of("isStale", "rules").contains(component)) {
                    assertThat(reconciled(jdbc)).as(component).doesNotContain(UNTOUCHED);
                }
            }
            date = date.plusDays(1);
            night();
            assertThat(reconciled(jdbc)).as("where nothing differs").isEmpty();
        }
    }

    private Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put(
                "agency", new Change("1.05", 1, () -> agencies("1.03,Tiga,,ya", "1.04,Empat,,ya", "1.05,Lima,,ya")));
        changes.put("evidence", new Change(CHANGING, 1, () -> followers(STAFF - 1)));
        changes.put("list", new Change(CHANGING, 1, () -> list(CHANGING, STAFF, "tidak")));
        changes.put("people", new Change(CHANGING, 1, () -> employees("PPPK")));
        changes.put(
                "exempt",
                new Change(
                        CHANGING,
                        1,
                        () -> done(
                                "exempt",
                                "add",
                                "--employee",
                                no(CHANGING, 3),
                                "--ground",
                                "cuti",
                                "--from",
                                date.toString())));
        changes.put(
                "refused", new Change(CHANGING, 1, () -> office.write("inbox/1.01/catatan.csv", "catatan rapat\n")));
        changes.put("held", new Change(CHANGING, 1, () -> list(CHANGING, STAFF / 2, "ya")));
        changes.put("coveredBy", new Change("1.03", 1, () -> agencies("1.03,Tiga,1.01,ya", "1.04,Empat,,ya")));
        changes.put("state", new Change("1.04", 1, () -> agencies("1.03,Tiga,1.01,ya", "1.04,Empat,,tidak")));
        changes.put("isStale", new Change(UNTOUCHED, 40, () -> {}));
        Path settings = home.resolve("application.yml");
        changes.put(
                "rules",
                new Change(
                        UNTOUCHED,
                        1,
                        () -> Files.writeString(settings, Files.readString(settings) + "\nrekap.locale: en\n")));
        return changes;
    }

    private static Set<String> components() {
        return Arrays.stream(AgencyInput.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private void agencies(String... others) {
        office.write(
                "agencies.csv",
                "kode,nama,induk,wajib_lapor\n1.01,Satu,,ya\n9.01,Sembilan,,ya\n" + String.join("\n", others));
        done("import", "agencies", office.path("agencies.csv").toString(), "--date", date.toString());
    }

    /** Half of them contract staff. */
    private void employees(String typeOfOne) {
        StringBuilder rows = new StringBuilder("nomor,nama,jenis,kode_opd\n");
        for (String code : List.of(CHANGING, UNTOUCHED)) {
            for (int i = 0; i < STAFF; i++) {
                String type = i >= STAFF / 2 ? "TENAGA_KONTRAK" : code.equals(CHANGING) && i == 0 ? typeOfOne : "PNS";
                rows.append(String.join(",", no(code, i), name(i), type, code)).append('\n');
            }
        }
        office.write("employees.csv", rows.toString());
        done("import", "employees", office.path("employees.csv").toString(), "--date", date.toString());
    }

    private static String no(String code, int i) {
        return "19700101201001" + "1" + code.charAt(0) + "%02d".formatted(i);
    }

    private static String name(int i) {
        return "Orang Rekaan " + (char) ('A' + i);
    }

    private void list(String code, int people, String follows) {
        office.write(
                "inbox/" + code + "/daftar.csv",
                HEADER
                        + IntStream.range(0, people)
                                .mapToObj(i -> "%s,%s,akun.%s%d,%s,ya,1\n"
                                        .formatted(no(code, i), name(i), code.charAt(0), i, follows))
                                .collect(Collectors.joining()));
    }

    /** So many of the changing agency follow, and all of the other one. */
    private void followers(int following) {
        List<String> entries = new ArrayList<>();
        for (String code : List.of(CHANGING, UNTOUCHED)) {
            for (int i = 0; i < (code.equals(CHANGING) ? following : STAFF); i++) {
                entries.add("\"akun.%s%d\": \"%sT01:00:00\"".formatted(code.charAt(0), i, date));
            }
        }
        office.write(
                "inbox/_followers/humasacehbesar/connections.json",
                "{\"followers\": {" + String.join(",", entries) + "}}");
        office.write("inbox/_followers/humasacehbesar/control.txt", Integer.toString(entries.size()));
    }

    private void night() {
        done("run", "--date", date.toString());
    }

    private void done(String... command) {
        Said said = office.rekap(command);
        assertThat(said.exit())
                .as("%s: %s", String.join(" ", command), said.err())
                .isZero();
    }

    /** A component of what an agency's outcome on the last night is made of; null before it has one. */
    private static @Nullable JsonNode input(JdbcTemplate jdbc, String agency, String component) {
        return jdbc.queryForList("""
                select o.input from night n join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
                where n.run_id = (select max(run_id) from run) and n.agency = ?""", String.class, agency).stream()
                .map(json -> JSON.readTree(json).get(component))
                .findFirst()
                .orElse(null);
    }

    private static List<String> reconciled(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                "select agency from night where outcome_run = run_id and run_id = (select max(run_id) from run)",
                String.class);
    }

    @Test
    void itsDigestHasEveryWordOfIt() {
        NightSubmissions.Key key = new NightSubmissions.Key(date, 1, "2020-07-01-0123456789ab", STAFF);
        AgencyInput.Rules rules = new AgencyInput.Rules(1, "0.1", "id", "a");
        ExemptOn exempt = new ExemptOn(new TreeMap<>(Map.of(CHANGING, "repost")), new TreeMap<>(Map.of("197", "all")));
        AgencyInput input = new AgencyInput(
                CHANGING,
                "HELD",
                key,
                true,
                key,
                List.of(key),
                "1",
                new TreeMap<>(Map.of(CHANGING, "1")),
                exempt,
                new TreeMap<>(Map.of("akun", new Proof("0f", List.of(key)))),
                rules);
        String json = input.json();
        assertThat(JSON.readTree(json).propertyNames()).containsExactlyInAnyOrderElementsOf(components());
        List<String> others = new ArrayList<>();
        Matcher word = WORD.matcher(json);
        while (word.find()) {
            String other = switch (word.group().charAt(0)) {
                case 't' -> "false";
                case '"' -> word.group().matches("\"\\d{4}-\\d\\d-\\d\\d\"") ? "\"2020-07-02\"" : "\"other\"";
                default -> "7";
            };
            others.add(json.substring(0, word.start()) + other + json.substring(word.end()));
        }
        assertThat(others).hasSize(3 * 4 + 1 + 1 + 1 + 1 + 1 + 2 + 5 + 4);
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(AgencyInput.of(other).digest()).as(other).isNotEqualTo(input.digest()));
    }
}
