package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was restored from an older dump replaces no set that holds more than it knows. */
class OlderDatabaseTest extends SmallOffice {
    private static final String LIST = "nip,nama,repost\n197807032003041030,Abdullah Amin,";
    private static final String WRITTEN = """
            select concat('`', column_name, '`') from information_schema.columns
            where table_schema = database() and table_name = '%s' and extra not like '%%GENERATED%%'""";

    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";

    @TempDir
    Path elsewhere;

    private DatabaseSettings older;

    @BeforeEach
    void twoNightsAndADumpBetweenThem() throws Exception {
        night(DATE, 1);
        older = TestServer.get().freshDatabase();
        Database.open(elsewhere, older, 1).close();
        String from = Regencies.column(office, "select database()").get(0);
        Office restored = new Office(elsewhere, older);
        for (String table : Regencies.column(office, "show tables")) {
            Regencies.execute(restored, "create table " + table + " like `" + from + "`." + table);
            String columns = String.join(",", Regencies.column(office, WRITTEN.formatted(table)));
            Regencies.execute(
                    restored,
                    "insert into " + table + " (" + columns + ") select " + columns + " from `" + from + "`." + table);
        }
        night(SECOND, 2);
    }

    private void night(String date, int reposts) {
        office.write("inbox/9.03.01/daftar.csv", LIST + reposts + "\n");
        Said said = office.rekap("run", "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    @Test
    void neitherItsRunsNorTheDoctorAreContent() throws Exception {
        Office restored = new Office(home, older);
        restored.write("inbox/9.03.01/daftar.csv", LIST + "3\n");
        Map<String, String> sets = Office.sets(home);
        for (String[] command : new String[][] {
            {"run", "--date", THIRD}, {"run", "--date", SECOND}, {"run", "--date", DATE, "--again"}, {"doctor"}
        }) {
            Said said = restored.rekap(command);
            assertThat(said.exit()).as(String.join(" ", command)).isEqualTo(6);
            assertThat(said.out() + said.err())
                    .contains("1 set that this database does not know, the first is " + SECOND + ".1")
                    .contains("restore a newer backup");
        }
        assertThat(Office.sets(home)).isEqualTo(sets);
        assertThat(home.resolve("inbox/9.03.01/daftar.csv")).exists();
        assertThat(Regencies.column(restored, "select business_date from run")).containsExactly(DATE);
    }

    @Test
    void theRightDatabaseGoesOn() {
        new Office(home, older);
        new Office(home, office.database);
        night(THIRD, 3);
    }

    @Test
    void whoseSetsAreMovedAwayGoesOn() throws Exception {
        Office restored = new Office(home, older);
        Files.move(home.resolve("reports/.history/" + SECOND + ".1"), elsewhere.resolve("set"));
        Files.delete(home.resolve("reports/" + SECOND));
        assertThat(restored.rekap("doctor").out()).doesNotContain("does not know");
        Said said = restored.rekap("run", "--date", THIRD);
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
