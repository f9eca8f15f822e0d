package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists that offices really send and that were read one column off, or not at all: each is read right, or its row refused. */
class OddListsTest {
    private static final Path LISTS = Path.of("src/test/resources/odd-lists");
    private static final List<String> NIGHTS = List.of("2020-07-01", "2020-07-02");

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() {
        office = new Office(home);
        for (String what : List.of("agencies", "employees")) {
            String file = LISTS.resolve(what + ".csv").toString();
            Said said = office.rekap("import", what, file, "--date", NIGHTS.get(0));
            assertThat(said.exit()).as(said.err()).isZero();
        }
    }

    private static List<Path> files(int night) throws IOException {
        try (Stream<Path> files = Files.walk(LISTS.resolve("night" + night))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void theNightReadsEachAsItWasMeant() throws IOException {
        List<String> raised = new ArrayList<>();
        List<String> standing = new ArrayList<>();
        for (int night = 1; night <= NIGHTS.size(); night++) {
            String date = NIGHTS.get(night - 1);
            office.drop(LISTS.resolve("night" + night));
            Said said = office.rekap("run", "--date", date);
            assertThat(said.exit()).as(said.err()).isZero();
            for (Path file : files(night)) {
                String agency = agency(file);
                for (CSVRecord row : office.published(date, "exceptions.csv")) {
                    if (row.get("agency_code").equals(agency)
                            && !row.get("state").equals("RESOLVED")) {
                        raised.add(String.join(",", Integer.toString(night), agency, exception(row)));
                    }
                }
                for (CSVRecord row : office.published(date, "snapshot.csv")) {
                    if (row.get("agency_code").equals(agency)
                            && !row.get("obligation").equals("all")) {
                        standing.add(String.join(",", Integer.toString(night), agency, standing(row)));
                    }
                }
            }
        }
        assertThat(raised).containsExactlyElementsOf(lines("exceptions.csv"));
        assertThat(standing).containsExactlyElementsOf(lines("standing.csv"));
    }

    @Test
    void checkSaysTheSame() throws IOException {
        List<String> told = new ArrayList<>();
        for (int night = 1; night <= NIGHTS.size(); night++) {
            for (Path file : files(night)) {
                String agency = agency(file);
                Said said = office.rekap(
                        "check", file.toString(), "--agency", agency, "--date", NIGHTS.get(night - 1), "--json");
                for (JsonNode p : JsonMapper.shared().readTree(said.out()).get("problems")) {
                    told.add(String.join(
                            ",",
                            Integer.toString(night),
                            agency,
                            p.get("code").asString(),
                            p.get("row").isNull() ? "" : p.get("row").asString(),
                            p.get("field").asString(),
                            p.get("employeeNo").asString()));
                }
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(lines("exceptions.csv"));
    }

    private static String agency(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    /** It is named by what stands in it, of which nothing is shown. */
    @Test
    void aRowThatIsTooWideStaysItselfWhereverItStands() throws IOException {
        String header = "nip,nama,follow humas\n";
        String sari = "197503102014031546,Sari Misalnya, M.Kes,tidak\n";
        String budi = "197506102014122659,Budiman Andaian, M.Kes,ya\n";
        office.write("inbox/K09/a.csv", header + sari + "197509102014031772,Hasanah Seumpama,ya\n");
        assertThat(office.rekap("run", "--date", NIGHTS.get(0)).exit()).isZero();
        office.write("inbox/K09/b.csv", header + budi + "\n" + sari.toUpperCase(Locale.ROOT) + sari);
        assertThat(office.rekap("run", "--date", NIGHTS.get(1)).exit()).isZero();

        List<CSVRecord> first = tooWide(NIGHTS.get(0));
        List<CSVRecord> second = tooWide(NIGHTS.get(1));
        assertThat(second)
                .extracting(row -> row.get("row") + " " + row.get("state"))
                .containsExactly("2 NEW", "4 OPEN", "5 NEW");
        assertThat(second.get(1).get("fingerprint")).isEqualTo(first.get(0).get("fingerprint"));
        assertThat(second).extracting(row -> row.get("fingerprint")).doesNotHaveDuplicates();
        assertThat(second)
                .extracting(
                        row -> row.get("employee_no") + row.get("employee_name") + row.get("field") + row.get("value"))
                .containsOnly("4");
        assertThat(office.published(NIGHTS.get(1), "agencies.csv"))
                .filteredOn(row -> row.get("agency_code").equals("K09"))
                .extracting(row -> row.get("rows") + " " + row.get("counted") + " " + row.get("refused"))
                .containsExactly("3 0 3");
        assertThat(Files.readString(home.resolve("reports/latest/agencies/K09/exceptions.csv")))
                .contains("ROW_TOO_WIDE")
                .doesNotContain("M.Kes", "M.KES");
    }

    private List<CSVRecord> tooWide(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("ROW_TOO_WIDE"))
                .toList();
    }

    private static String exception(CSVRecord row) {
        return String.join(",", row.get("code"), row.get("row"), row.get("field"), row.get("employee_no"));
    }

    private static String standing(CSVRecord row) {
        return String.join(
                ",",
                row.get("employment_type"),
                row.get("obligation"),
                row.get("met"),
                row.get("not_met"),
                row.get("not_reported"),
                row.get("total"));
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(LISTS.resolve(file));
        return lines.subList(1, lines.size());
    }
}
