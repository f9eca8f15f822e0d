package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A home and a database that do not belong together are not worked on, and nothing is made in either. */
class HomeBindingTest extends SmallOffice {
    private static final String MARK = "home.id";

    @TempDir
    Path other;

    private static final List<String> COMMANDS = List.of(
            "status",
            "runs",
            "show 2020-07-01",
            "stop",
            "run --date 2020-07-01",
            "restart",
            "report",
            "repair",
            "accept 7.01.02",
            "doctor");

    /** What stands below a directory, with its bytes. */
    private static Map<String, String> tree(Path directory) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(p -> !p.toString().contains("/logs/")).toList()) {
                tree.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return tree;
    }

    private void use(DatabaseSettings database) {
        new Office(home, database);
    }

    private static List<String> tables(Office office) throws Exception {
        return Regencies.column(office, "show tables");
    }

    @Test
    void aDirectoryThatIsNoHomeIsNotMadeOne() throws Exception {
        Files.writeString(other.resolve("surat.txt"), "of somebody");
        for (String command : COMMANDS) {
            Said said = Office.said((command + " --home " + other).split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("home.id").contains("./rekap init");
        }
        assertThat(tree(other).keySet()).hasSize(2);
    }

    @Test
    void aMistypedDatabaseIsNotMade() throws Exception {
        use(TestServer.get().freshDatabase());
        for (String command : COMMANDS) {
            Said said = office.rekap(command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("spring.datasource.url");
        }
        Said said = office.rekap(
                "import", "agencies", SAMPLES.resolve("agencies.csv").toString());
        assertThat(said.exit()).as(said.err()).isEqualTo(6);
        assertThat(said.err()).contains("spring.datasource.url");
    }

    @Test
    void anEmptyDatabaseIsNotFilled() throws Exception {
        DatabaseSettings empty = TestServer.get().freshDatabase();
        id.rekap.database.Database.open(other, empty, 1).close();
        use(empty);
        Office mistyped = new Office(home, empty);
        for (String command : COMMANDS) {
            Said said = mistyped.rekap(command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("is empty").contains("./rekap init --adopt");
        }
        assertThat(mistyped.rekap(
                                "import",
                                "agencies",
                                SAMPLES.resolve("agencies.csv").toString())
                        .exit())
                .isEqualTo(6);
        assertThat(tables(mistyped)).isEmpty();
    }

    @Test
    void aHomeOnAServerGetsNoEmbeddedDatabase() throws Exception {
        office.write("application.yml", "");
        Map<String, String> before = tree(home);
        for (String command : COMMANDS) {
            Said said = office.rekap(command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("spring.datasource.url is not set");
        }
        assertThat(office.rekap(
                                "import",
                                "agencies",
                                SAMPLES.resolve("agencies.csv").toString())
                        .exit())
                .isEqualTo(6);
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(tree(home)).isEqualTo(before);
    }

    @Test
    void aHomeThatLostItsMarkIsBoundAgainAndTheOneThatHadTheDatabaseIsTold() throws Exception {
        Path mark = home.resolve(MARK);
        Files.copy(mark, other.resolve(MARK));
        Files.delete(mark);
        for (String command : List.of("status", "import agencies " + SAMPLES.resolve("agencies.csv"), "init")) {
            Said said = office.rekap(command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.err()).contains("./rekap init --adopt");
        }
        assertThat(mark).doesNotExist();
        Said adopted = office.rekap("init", "--adopt");
        assertThat(adopted.exit()).as(adopted.err()).isZero();
        assertThat(office.rekap("status").exit()).isZero();
        assertThat(Regencies.column(office, "select what from audit_log")).contains("ADOPT");

        Office former = new Office(other, office.database);
        Said told = former.rekap("status");
        assertThat(told.exit()).isEqualTo(6);
        assertThat(told.err()).contains("do not belong together");
    }

    @Test
    void aDatabaseOfAnotherHomeIsLeftAloneUntilItIsAdopted() throws Exception {
        Office stranger = new Office(other);
        assertThat(stranger.rekap("init").exit()).isZero();
        use(stranger.database);
        for (String command : COMMANDS) {
            Said said = office.rekap(command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("do not belong together");
        }
        assertThat(office.rekap("init", "--adopt").exit()).isZero();
        assertThat(office.rekap("status").exit()).isZero();
        assertThat(stranger.rekap("status").exit()).isEqualTo(6);
    }

    @Test
    void anImportIntoAMistypedHomeMakesNothing() {
        Path mistyped = other.resolve("hoem");
        System.setProperty("spring.datasource.url", office.database.url());
        System.setProperty("spring.datasource.username", office.database.username());
        System.setProperty("spring.datasource.password", office.database.password());
        try {
            for (String command : List.of("import agencies " + SAMPLES.resolve("agencies.csv"), "init")) {
                Said said = Office.said((command + " --home " + mistyped).split(" "));
                assertThat(said.exit()).as(command).isEqualTo(6);
                assertThat(said.err()).contains("belongs to another home");
            }
            assertThat(mistyped).doesNotExist();
        } finally {
            List.of("url", "username", "password").forEach(key -> System.clearProperty("spring.datasource." + key));
        }
    }

    /** At each moment of making a pair: before the database holds the id, and before the home does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHomeWhoseMakingWasCutOffIsFinished(boolean databaseHasTheId) throws Exception {
        Files.move(home.resolve(MARK), home.resolve(".home.id.new"), StandardCopyOption.REPLACE_EXISTING);
        if (!databaseHasTheId) {
            use(TestServer.get().freshSchema());
        }
        assertThat(office.rekap("status").exit()).isEqualTo(6);
        Said said = office.rekap(
                "import", "agencies", SAMPLES.resolve("agencies.csv").toString(), "--date", DATE);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(office.rekap("status").exit()).isZero();
        assertThat(home.resolve(".home.id.new")).doesNotExist();
    }

    @Test
    void aDatabaseOfNoHomeIsAdoptedOnRequestOnly() throws Exception {
        Regencies.execute(office, "delete from home");
        for (String command : COMMANDS) {
            Said said = office.rekap(command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("belongs to no home").contains("./rekap init --adopt");
        }
        assertThat(office.rekap("init").exit()).isEqualTo(6);
        assertThat(Regencies.column(office, "select id from home")).isEmpty();
        assertThat(office.rekap("init", "--adopt").exit()).isZero();
        assertThat(office.rekap("status").exit()).isZero();
    }

    @Test
    void aHomeAndADatabaseThatBothWereUsedButHaveNoIdAreNotTakenForNew() throws Exception {
        Regencies.execute(office, "delete from home");
        Files.delete(home.resolve(MARK));
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("was used before it had an id").contains("./rekap init --adopt");
        assertThat(home.resolve(MARK)).doesNotExist();
        assertThat(office.rekap("init", "--adopt").exit()).isZero();
        assertThat(office.rekap("status").exit()).isZero();
    }
}
