package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.reconcile.PersonTrace;
import id.rekap.reconcile.PersonTraces;
import id.rekap.reconcile.RaisedException;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a trace says of each person adds up to what was published. */
class TraceTest {
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost,ajak keluarga\n";
    private static final List<String> AGENCIES = List.of("1.01", "2.01", "3.01", "4.01", "5.01");
    private static final int STAFF = 400;

    @TempDir
    Path home;

    private Office office;
    private final Random random = new Random(16);

    @BeforeEach
    void open() {
        office = new Office(home);
        office.write(
                "agencies.csv", "kode,nama,induk\n1.01,Satu,\n2.01,Dua,\n3.01,Tiga,2.01\n4.01,Empat,\n5.01,Lima,\n");
        done("import", "agencies", office.path("agencies.csv").toString(), "--date", "2020-07-01");
    }

    private String done(String... command) {
        Said said = office.rekap(command);
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out();
    }

    private static String no(int agency, int i) {
        return String.format(Locale.ROOT, "19700%d012010011%03d", agency + 1, i + 1);
    }

    private static String former(int agency, int i) {
        return String.format(Locale.ROOT, "19750%d012010011%03d", agency + 1, i + 1);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private void register() {
        StringBuilder rows = new StringBuilder("nomor,nama,jenis,kode_opd,status,nomor_lama\n");
        for (int a = 0; a < AGENCIES.size(); a++) {
            for (int i = 0; i < STAFF; i++) {
                rows.append(no(a, i)).append(",Orang Rekaan,");
                rows.append(one(4) ? "TENAGA_KONTRAK" : one(4) ? "PPPK" : "PNS").append(',');
                rows.append(AGENCIES.get(one(30) ? random.nextInt(AGENCIES.size()) : a))
                        .append(',');
                rows.append(one(20) ? "99" : "01")
                        .append(',')
                        .append(one(5) ? former(a, i) : "")
                        .append('\n');
            }
        }
        office.write("employees.csv", rows.toString());
        done("import", "employees", office.path("employees.csv").toString(), "--date", "2020-07-01");
    }

    private void exempt() {
        StringBuilder rows =
                new StringBuilder("employee,agency,obligation,ground,from\n,4.01,repost,cuti,2020-07-01\n");
        for (int i = 0; i < 200; i++) {
            rows.append(no(random.nextInt(AGENCIES.size()), random.nextInt(STAFF)))
                    .append(",,");
            rows.append(
                    List.of("", "account", "repost", "follow-humasacehbesar").get(random.nextInt(4)));
            rows.append(",cuti,2020-07-0").append(1 + random.nextInt(2)).append('\n');
        }
        office.write("bebas.csv", rows.toString());
        done("exempt", "import", office.path("bebas.csv").toString());
    }

    private String cell(String... usual) {
        return one(9) ? "" : one(9) ? "apa saja ini" : usual[random.nextInt(usual.length)];
    }

    private void row(StringBuilder rows, int agency, int i) {
        String no = one(6) ? former(agency, i) : no(agency, i);
        String handle = one(12) ? "akun.bersama" : "akun." + agency + "." + i;
        rows.append(String.join(
                        ",",
                        no,
                        "Orang Rekaan",
                        cell(handle),
                        cell("ya", "tidak"),
                        cell("ya"),
                        cell("0", "1", "3"),
                        cell("2")))
                .append('\n');
    }

    private void lists() {
        for (int a : new int[] {0, 1, 3}) {
            StringBuilder rows = new StringBuilder(HEADER);
            for (int i = 0; i < STAFF; i++) {
                for (int times = one(10) ? 0 : one(10) ? 2 : 1; times > 0; times--) {
                    row(rows, a, i);
                }
                if (one(12)) {
                    row(rows, random.nextInt(AGENCIES.size()), random.nextInt(STAFF));
                }
            }
            office.write("inbox/" + AGENCIES.get(a) + "/daftar.csv", rows.toString());
        }
    }

    @Test
    void agreesWithWhatIsPublishedOfEverybody() {
        register();
        exempt();
        for (String date : List.of("2020-07-01", "2020-07-02")) {
            lists();
            done("run", "--date", date);
        }
        Map<String, Integer> counts = new TreeMap<>();
        List<String> exceptions = new ArrayList<>();
        try (Database database = Database.open(home, office.database, 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Mandate mandate = new Mandates(home).get("se-480-263-2020");
            Run run = new RunStore(jdbc)
                    .lastPublished(mandate.id(), LocalDate.of(2020, 7, 31))
                    .orElseThrow();
            PersonTraces traces =
                    new PersonTraces(jdbc, mandate, Catalogue.load(), Locale.forLanguageTag("id"), run.ref());
            for (Person person : everybody(jdbc, run.date())) {
                PersonTrace trace = traces.of(person);
                assertThat(trace.isAsPublished()).isTrue();
                trace.positions()
                        .forEach(p -> counts.merge(
                                String.join(
                                        " ",
                                        person.agency(),
                                        person.type(),
                                        p.obligation(),
                                        p.status().name()),
                                1,
                                Integer::sum));
                for (RaisedException raised : trace.raised()) {
                    exceptions.add(key(
                            raised.code().name(),
                            raised.employeeNo(),
                            raised.file(),
                            raised.row() == null ? "" : raised.row().toString(),
                            raised.field()));
                }
            }
        }
        assertThat(counts).isEqualTo(published()).hasSizeGreaterThan(60);
        assertThat(exceptions).hasSizeGreaterThan(700).containsExactlyInAnyOrderElementsOf(publishedExceptions());
    }

    private static List<Person> everybody(JdbcTemplate jdbc, LocalDate date) {
        List<String> numbers = new ArrayList<>();
        for (int a = 0; a < AGENCIES.size(); a++) {
            for (int i = 0; i < STAFF; i++) {
                numbers.add(no(a, i));
            }
        }
        List<Person> people =
                new ArrayList<>(new People(jdbc).byNumber(numbers, date).values());
        assertThat(people).hasSize(AGENCIES.size() * STAFF);
        return people;
    }

    private Map<String, Integer> published() {
        Map<String, Integer> counts = new TreeMap<>();
        for (CSVRecord row : office.published("2020-07-02", "snapshot.csv")) {
            for (String status : List.of("exempt", "met", "unverified", "not_met", "not_reported")) {
                int people = Integer.parseInt(row.get(status));
                if (people > 0) {
                    counts.put(
                            String.join(
                                    " ",
                                    row.get("agency_code"),
                                    row.get("employment_type"),
                                    row.get("obligation"),
                                    status.toUpperCase(Locale.ROOT)),
                            people);
                }
            }
        }
        return counts;
    }

    private List<String> publishedExceptions() {
        return office.published("2020-07-02", "exceptions.csv").stream()
                .filter(row -> !row.get("state").equals("RESOLVED"))
                .filter(row ->
                        !row.get("employee_no").isEmpty() && !row.get("code").equals("EMPLOYEE_UNKNOWN"))
                .map(row ->
                        key(row.get("code"), row.get("employee_no"), row.get("file"), row.get("row"), row.get("field")))
                .filter(key -> !key.contains(" 1975"))
                .toList();
    }

    private static String key(String code, String no, String file, String row, String field) {
        return String.join(" ", code, no, file, row, field);
    }
}
