package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two agencies of six people each and one of one, whose lists say what somebody wrote who need not have. */
abstract class ExemptOffice {
    static final String D1 = "2020-07-01";
    static final String D2 = "2020-07-02";
    static final String D3 = "2020-07-03";
    static final String D4 = "2020-07-04";
    static final String HEADER = "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";

    @TempDir
    Path home;

    Office office;

    @BeforeEach
    void register() {
        office = new Office(home);
        office.write("agencies.csv", "kode,nama,alias\n1.01,Satu,Kantor Satu\n2.01,Dua,\n3.01,Tiga,\n");
        done("import", "agencies", office.path("agencies.csv").toString(), "--date", D1);
        employees(D1, Map.of());
    }

    /** @param moved agencies of those who are not where their number says */
    void employees(String date, Map<String, String> moved) {
        StringBuilder rows = new StringBuilder("nomor,nama,jenis,kode_opd,nomor_lama\n");
        for (String code : List.of("1.01", "2.01", "3.01")) {
            for (int i = 0; i < (code.equals("3.01") ? 1 : 6); i++) {
                String no = no(code, i);
                String former = i == 0 ? former(code) : "";
                rows.append(String.join(",", no, name(i), "PNS", moved.getOrDefault(no, code), former))
                        .append('\n');
            }
        }
        office.write("employees.csv", rows.toString());
        done("import", "employees", office.path("employees.csv").toString(), "--date", date);
    }

    static String no(String code, int i) {
        return "19700101201001" + "1" + code.charAt(0) + "0" + i;
    }

    static String former(String code) {
        return "19700101201001" + "2" + code.charAt(0) + "00";
    }

    static String name(int i) {
        return "Orang Rekaan " + (char) ('A' + i);
    }

    /** A row that says yes to everything. */
    static String row(String code, int i) {
        return row(code, i, "akun." + code.charAt(0) + i, "ya", "1");
    }

    static String row(String code, int i, String handle, String follows, String repost) {
        return String.join(",", no(code, i), name(i), handle, follows, "ya", repost) + "\n";
    }

    void list(String code, String... rows) {
        office.write("inbox/" + code + "/daftar.csv", HEADER + String.join("", rows));
    }

    String done(String... command) {
        Said said = office.rekap(command);
        assertThat(said.exit())
                .as("%s: %s", String.join(" ", command), said.err())
                .isZero();
        return said.out();
    }

    void night(String date) {
        done("run", "--date", date);
    }

    /** Of an agency and obligation: headcount, exempt, due, met, unverified, not met, not reported, rate, total. */
    String figures(String date, String agency, String obligation) {
        return office.published(date, "snapshot.csv").stream()
                .filter(row -> row.get("agency_code").equals(agency)
                        && row.get("obligation").equals(obligation))
                .map(row -> String.join(
                        " ",
                        row.get("headcount"),
                        row.get("exempt"),
                        row.get("due"),
                        row.get("met"),
                        row.get("unverified"),
                        row.get("not_met"),
                        row.get("not_reported"),
                        row.get("rate"),
                        row.get("total")))
                .findFirst()
                .orElse("");
    }

    /** Open ones as {@code agency code number field}. */
    Set<String> open(String date) {
        Set<String> open = new TreeSet<>();
        for (CSVRecord row : office.published(date, "exceptions.csv")) {
            if (!row.get("state").equals("RESOLVED")) {
                open.add(String.join(
                                " ", row.get("agency_code"), row.get("code"), row.get("employee_no"), row.get("field"))
                        .strip());
            }
        }
        return open;
    }

    /** Everything but what only tells the date. */
    Map<String, String> position(String date) {
        Map<String, String> position = new TreeMap<>();
        office.published(date, "snapshot.csv").forEach(row -> {
            Map<String, String> cells = new TreeMap<>(row.toMap());
            cells.remove("date");
            position.put(cells.get("agency_code") + cells.get("obligation"), cells.toString());
        });
        return position;
    }

    <T> T database(Function<JdbcTemplate, T> work) {
        try (Database database = Database.open(home, office.database, 2)) {
            return work.apply(new JdbcTemplate(database.dataSource()));
        }
    }

    List<String> reconciled(String date) {
        return database(jdbc -> jdbc.queryForList("""
                select agency from night n join run r on r.run_id = n.run_id
                where n.outcome_run = n.run_id and r.business_date = ? order by agency""", String.class, date));
    }
}
