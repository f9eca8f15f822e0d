package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program by its commands, messages and exit codes. */
class ProgramTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String DATE = "2020-07-01";

    @TempDir
    Path home;

    private Office registered() {
        Office office = Registered.SAMPLES.in(home);
        return office;
    }

    @Test
    void refusesARunWithoutARegister() {
        Office office = new Office(home);
        assertThat(office.rekap("init").exit()).isZero();
        Said said = office.rekap("run", "--date", DATE);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("no register").contains("import");
    }

    @Test
    void refusesARunBeforeTheRegisterBegins() {
        Said said = registered().rekap("run", "--date", "2020-06-30");
        assertThat(said.exit()).isEqualTo(6);
    }

    @Test
    void saysHowToReviseACompleteDate() {
        Office office = registered();
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Said again = office.rekap("run", "--date", DATE);
        assertThat(again.exit()).isEqualTo(10);
        assertThat(again.err()).contains("--again");
        assertThat(office.rekap("run", "--date", DATE, "--again").exit()).isZero();
        assertThat(home.resolve("reports/.history/" + DATE + ".1/manifest.json"))
                .exists();
        assertThat(home.resolve("reports/" + DATE + "/manifest.json")).content().contains("\"revision\" : 2");
    }

    @Test
    void hasNothingToRestartWhereNothingIsUnfinished() {
        Said said = registered().rekap("restart");
        assertThat(said.exit()).isEqualTo(10);
    }

    @Test
    void namesAnUnknownKeyAndWhatIsAllowed() {
        Said said = new Office(home, "rekap.partition: 2").rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err())
                .contains("rekap.partition")
                .contains("rekap.partitions")
                .doesNotContain("\tat ");
    }

    @Test
    void namesAMandateThatIsMissing() {
        Said said = new Office(home, "rekap.mandate: no-such").rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("no-such").doesNotContain("\tat ");
    }

    @Test
    void namesAnUnknownKeyOfAMandate() throws IOException {
        Office office = new Office(home, "rekap.mandate: own");
        office.write(
                "jobs/mandates/own.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"))
                        .replace("id: se-480-263-2020", "id: own\ncolour: blue"));
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("own.yml").contains("colour").contains("obligations");
    }

    @Test
    void saysThatADatabaseCannotBeReached() {
        Office office = new Office(home);
        office.write("application.yml", "spring.datasource.url: jdbc:mysql://127.0.0.1:1/x\n");
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void saysThatAPasswordIsWrongWithoutPrintingIt() {
        Office office = new Office(home);
        office.write(
                "application.yml",
                "spring.datasource:\n  url: \"%s\"\n  username: %s\n  password: not-this-one\n"
                        .formatted(office.database.url(), office.database.username()));
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).doesNotContain("not-this-one").doesNotContain("\tat ");
    }

    @Test
    void refusesASchemaThatIsNewer() throws SQLException {
        Office office = registered();
        try (Connection connection = connect(office);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                      installed_by, execution_time, success)
                    values (9000, '9000', 'tomorrow', 'SQL', 'V9000__tomorrow.sql', 1, 'someone', 1, 1)""");
        }
        Said said = office.rekap("run", "--date", DATE);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("9000").doesNotContain("\tat ");
    }

    @Test
    void listsEveryProblemOfARefusedImport() throws IOException {
        Office office = new Office(home);
        Path file = Files.writeString(home.resolve("agencies.csv"), "kode,nama,induk\nA,Dinas A,Z\nA,Dinas A,\n");
        Said said = office.rekap("import", "agencies", file.toString(), "--date", DATE);
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.err()).contains("nothing was written");
    }

    @Test
    void explainsACodeInBothLanguages() {
        Said indonesian = new Office(home).rekap("explain", "EMPLOYEE_UNKNOWN");
        Said english = new Office(home).rekap("explain", "EMPLOYEE_UNKNOWN", "--lang", "en");
        assertThat(indonesian.exit()).isZero();
        assertThat(indonesian.out()).contains("data induk");
        assertThat(english.out()).contains("employee master").isNotEqualTo(indonesian.out());
    }

    @Test
    void listsAnUnchangedDropAsResolvedOnce() throws IOException {
        Office office = registered();
        Path nights = SAMPLES.resolve("FILE_UNCHANGED/bad");
        List<String> states = new java.util.ArrayList<>();
        for (String day : List.of("2020-07-01", "2020-07-02", "2020-07-03", "2020-07-04")) {
            Path night = nights.resolve("night" + day.substring(9));
            if (!day.endsWith("3") && !day.endsWith("4")) {
                office.drop(night);
            }
            assertThat(office.rekap("run", "--date", day).exit()).isZero();
            states.add(office.published(day, "exceptions.csv").stream()
                    .filter(row -> row.get("code").equals("FILE_UNCHANGED"))
                    .map(row -> row.get("state") + " " + row.get("nights_open"))
                    .toList()
                    .toString());
        }
        assertThat(states).containsExactly("[]", "[NEW 1]", "[RESOLVED 1]", "[]");
    }

    @Test
    void refusesARowWhoseNumberIsNoAsciiAndGivesItsOwnCellsBack() {
        Office office = registered();
        office.write("inbox/9.03.01/daftar.csv", """
                nip,nama,repost,Ruang
                197807032003041030,Abdullah Amin,2,Lantai 1
                1٢3,Siti Hajar,1,Lantai 2
                １９７８０８０４２００４０５２０３１,Siti Hajar,1,Lantai 3
                """);
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(office.published(DATE, "agencies/9.03.01/exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("ID_MALFORMED"))
                .extracting(row -> row.get("row") + " " + row.get("Ruang"))
                .containsExactly("3 Lantai 2", "4 Lantai 3");
    }

    @Test
    void balancesItsBooks() throws IOException, SQLException {
        Office office = registered();
        for (String code : List.of("ROW_CONFLICT", "EMPLOYEE_TWICE", "ID_DAMAGED", "EMPLOYEE_UNKNOWN")) {
            office.drop(SAMPLES.resolve(code + "/bad/night1"));
            office.rekap("run", "--date", DATE, "--again");
        }
        assertThat(Regencies.books(office)).isEmpty();
        try (Connection connection = connect(office);
                Statement statement = connection.createStatement()) {
            statement.execute("update outcome set counted = counted + 1 where row_count > 0");
        }
        assertThat(Regencies.books(office)).isNotEmpty();
        for (CSVRecord row : office.published(DATE, "agencies.csv")) {
            assertThat(Integer.parseInt(row.get("rows")))
                    .isEqualTo(Integer.parseInt(row.get("counted")) + Integer.parseInt(row.get("refused")));
        }
        for (CSVRecord row : office.published(DATE, "snapshot.csv")) {
            assertThat(Integer.parseInt(row.get("due")))
                    .isEqualTo(Stream.of("met", "unverified", "not_met", "not_reported")
                            .mapToInt(column -> Integer.parseInt(row.get(column)))
                            .sum());
        }
    }

    private static Connection connect(Office office) throws SQLException {
        return DriverManager.getConnection(
                office.database.url(), office.database.username(), office.database.password());
    }
}
