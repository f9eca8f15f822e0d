package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets that are made again from the database alone: three nights, the second revised after the third. */
class ReportCommandTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String FIRST = "2020-07-01";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";

    @TempDir
    static Path home;

    @TempDir
    static Path saved;

    private static Office office;
    private static Map<String, String> published;

    @BeforeAll
    static void publishThreeNights() throws Exception {
        office = new Office(home);
        register("agencies", Files.readString(SAMPLES.resolve("agencies.csv")), FIRST);
        register("employees", Files.readString(SAMPLES.resolve("employees.csv")), FIRST);
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night1"));
        done("run", "--date", FIRST);
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night2"));
        done("run", "--date", SECOND);
        office.drop(SAMPLES.resolve("FILE_UNREADABLE/bad/night1"));
        done("run", "--date", THIRD);
        // the third night's names, people and past are not those that it showed
        register(
                "agencies",
                Files.readString(SAMPLES.resolve("agencies.csv")).replace("Dinas Kesehatan", "Dinas Kesehatan Baru"),
                SECOND);
        register(
                "employees",
                Files.readString(SAMPLES.resolve("employees.csv")).replaceFirst("(?m)^1.*,7.01.02,.*\n", ""),
                SECOND);
        done("accept", "7.01.02");
        done("run", "--date", SECOND, "--again");
        assertThat(office.published(SECOND, "snapshot.csv").toString()).contains("Dinas Kesehatan Baru");
        // a revision that dies when it has taken another file and the decision
        office.write("inbox/9.03.01/foto.jpg", "no list");
        Ended killed = Processes.run(office, List.of("-Drekap.kill=publish:3"), "run", "--date", THIRD, "--again");
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        copy(home.resolve("reports"), saved.resolve("reports"));
        published = tree();
    }

    private static void register(String what, String text, String date) throws IOException {
        Path file = Files.writeString(home.resolve(what + ".csv"), text);
        done("import", what, file.toString(), "--date", date);
    }

    private static void done(String... command) {
        Said said = office.rekap(command);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    @BeforeEach
    void asPublished() throws Exception {
        copy(saved.resolve("reports"), home.resolve("reports"));
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", "rm -rf \"$2\" && cp -a \"$1\" \"$2\"", "", from + "", to + "")
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void lose() throws Exception {
        assertThat(new ProcessBuilder("rm", "-rf", home.resolve("reports").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Every entry below reports: its mode, and its bytes or where it leads. Drafts that died are not published. */
    private static Map<String, String> tree() throws IOException {
        Path reports = home.resolve("reports");
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(reports)) {
            for (Path path : all.toList()) {
                String name = reports.relativize(path).toString();
                if (!name.startsWith(".history/.tmp-")) {
                    tree.put(name, seen(path));
                }
            }
        }
        return tree;
    }

    private static String seen(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return Files.readSymbolicLink(path).toString();
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        return Files.isDirectory(path) ? mode : mode + Files.readString(path, StandardCharsets.ISO_8859_1);
    }

    private static void assertAsPublished() throws IOException {
        Map<String, String> now = tree();
        assertThat(now.keySet()).isEqualTo(published.keySet());
        published.forEach((path, seen) ->
                assertThat(seen.equals(now.get(path))).as(path + " is the same").isTrue());
    }

    @Test
    void givesEverySetBackByteForByteAfterTheReportsAreLost() throws Exception {
        List<String> facts = Regencies.facts(office);
        lose();
        for (String date : List.of(THIRD, FIRST, SECOND)) {
            Said said = office.rekap("report", "--date", date);
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).contains("Made " + date).contains("byte for byte");
        }
        done("report", "--date", SECOND, "--revision", "1");
        assertAsPublished();
        assertThat(Regencies.facts(office)).containsExactlyInAnyOrderElementsOf(facts);
        assertThat(office.rekap("report", "--date", THIRD).err()).contains("Revision 2 of " + THIRD + " is unfinished");
    }

    @Test
    void givesAllDatesBackInOneCommand() throws Exception {
        lose();
        Said said = office.rekap("report", "--from", FIRST, "--json");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("\"run\":\"" + FIRST + ".1\",\"end\":\"MADE\",\"asPublished\":true")
                .contains("\"run\":\"" + SECOND + ".2\"")
                .contains("\"run\":\"" + THIRD + ".1\"");
        assertThat(home.resolve("reports/latest/manifest.json")).content().contains(THIRD);
        assertThat(home.resolve("reports/.history/" + SECOND + ".1")).doesNotExist();
    }

    @Test
    void changesNothingWhereTheSetStandsThereWhole() throws IOException {
        var before = Files.getLastModifiedTime(home.resolve("reports/index.html"));
        Said said = office.rekap("report", "--date", SECOND);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("Nothing to do: " + SECOND + ".2 stands there whole");
        assertThat(Files.getLastModifiedTime(home.resolve("reports/index.html")))
                .isEqualTo(before);
        assertAsPublished();
    }

    @Test
    void replacesADamagedSetWhole() throws Exception {
        Path set = home.resolve("reports").resolve(THIRD).toRealPath();
        Files.writeString(set.resolve("snapshot.csv"), "half");
        Files.writeString(set.resolve("agencies/7.01.02/besides.txt"), "x");
        Files.delete(set.resolve("whatsapp.txt"));
        Files.setPosixFilePermissions(set.resolve("exceptions.csv"), PosixFilePermissions.fromString("rw-r--r--"));
        Said said = office.rekap("report", "--date", THIRD);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("Replaced " + THIRD + ".1", "exceptions.csv, snapshot.csv, whatsapp.txt and 1 more");
        assertAsPublished();
    }

    @Test
    void putsLinksAndTheListOfNightsRight() throws IOException {
        for (String entry : List.of(SECOND, "latest", "index.html")) {
            Files.delete(home.resolve("reports").resolve(entry));
        }
        Files.createSymbolicLink(home.resolve("reports/" + SECOND), Path.of(".history/" + SECOND + ".1"));
        Said said = office.rekap("report", "--date", SECOND);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("Put right what leads to " + SECOND + ".2");
        assertAsPublished();
    }

    @Test
    void saysWhatWasNeverPublished() {
        Said date = office.rekap("report", "--date", "2020-07-04");
        assertThat(date.exit()).isEqualTo(6);
        assertThat(date.err()).contains("no published set of 2020-07-04", "3 dates from " + FIRST + " to " + THIRD);
        Said revision = office.rekap("report", "--date", FIRST, "--revision", "2");
        assertThat(revision.exit()).isEqualTo(6);
        assertThat(revision.err()).contains("no published set of " + FIRST + ".2");
        assertThat(office.rekap("report", "--mandate", "no-such").exit()).isEqualTo(6);
        assertThat(office.rekap("report", "--from", "2021-01-01").exit()).isEqualTo(6);
        assertThat(office.rekap("report", "--from", FIRST, "--date", FIRST).exit())
                .isEqualTo(2);
    }

    @Test
    void leavesTheSetAloneWhereTheDatabaseHasNotWhatItHad() throws Exception {
        Files.delete(home.resolve("reports/" + FIRST + "/whatsapp.txt"));
        Map<String, String> before = tree();
        for (String table : List.of("finding_page", "outcome", "publication_context")) {
            Regencies.execute(office, "create table kept as select * from " + table);
            Regencies.execute(office, "delete from " + table);
            Said said = office.rekap("report", "--date", FIRST);
            Regencies.execute(office, "insert into " + table + " select * from kept");
            Regencies.execute(office, "drop table kept");
            assertThat(said.exit()).isEqualTo(6);
            assertThat(said.err()).contains("no longer holds what " + FIRST + ".1 was made of");
            assertThat(tree()).isEqualTo(before);
        }
    }

    @Test
    void replacesNoNewerSetThanTheDatabaseKnows() throws Exception {
        copy(home.resolve("reports/.history/" + FIRST + ".1"), home.resolve("reports/.history/" + FIRST + ".2"));
        Files.delete(home.resolve("reports/" + FIRST));
        Files.createSymbolicLink(home.resolve("reports/" + FIRST), Path.of(".history/" + FIRST + ".2"));
        Map<String, String> before = tree();
        Said said = office.rekap("report", "--date", FIRST);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err())
                .contains("newer set than this database knows: " + FIRST + ".2")
                .contains("move ");
        assertThat(tree()).isEqualTo(before);
        // another date is none of its business, but the list of nights has more than the database
        Files.delete(home.resolve("reports/" + SECOND + "/whatsapp.txt"));
        Files.writeString(home.resolve("reports/index.html"), "newer");
        Said other = office.rekap("report", "--date", SECOND);
        assertThat(other.exit()).isZero();
        assertThat(other.err()).contains("does not know: " + FIRST + ".2").contains("index.html was left");
        assertThat(home.resolve("reports/index.html")).hasContent("newer");
    }

    @Test
    void leavesAFolderThatStandsInPlaceOfALink() throws Exception {
        Files.delete(home.resolve("reports/" + FIRST));
        copy(home.resolve("reports/.history/" + FIRST + ".1"), home.resolve("reports/" + FIRST));
        Map<String, String> before = tree();
        Said said = office.rekap("report", "--date", FIRST);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("is a folder, not a link").contains("move it away");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void leavesASetToTheRunThatPutItThereAndDied() throws Exception {
        copy(home.resolve("reports/.history/" + THIRD + ".1"), home.resolve("reports/.history/" + THIRD + ".2"));
        Said said = office.rekap("report", "--date", THIRD);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("./rekap restart --date " + THIRD);
    }

    @Test
    void leavesADateToTheRunThatOwnsIt() throws Exception {
        Regencies.execute(office, """
                update run_lock set token = token + 1, host = 'elsewhere#1/2', owner = 'pid 7 on elsewhere', pid = 7,
                  since = utc_timestamp(3) where business_date = '%s'""".formatted(FIRST));
        Regencies.execute(office, """
                update heartbeat set token = token + 1, beat_at = utc_timestamp(3)
                where business_date = '%s'""".formatted(FIRST));
        ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = heartbeat.scheduleAtFixedRate(ReportCommandTest::beat, 0, 300, TimeUnit.MILLISECONDS);
            Said said = office.rekap("report", "--date", FIRST);
            assertThat(said.exit()).isEqualTo(11);
            assertThat(said.err()).contains("pid 7");
        } finally {
            heartbeat.shutdownNow();
            assertThat(heartbeat.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            Regencies.execute(office, "update run_lock set owner = null where business_date = '" + FIRST + "'");
        }
        assertAsPublished();
    }

    private static void beat() {
        try {
            Regencies.execute(office, "update heartbeat set beat_at = utc_timestamp(3)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pipe where the list of nights is written holds it there: its set has just replaced a damaged one. */
    @Test
    void killedInTheMiddleItIsRunAgain() throws Exception {
        Files.delete(home.resolve("reports/" + THIRD + "/whatsapp.txt"));
        Path pipe = home.resolve("reports/.fresh-index.html");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Running report = Processes.start(office, List.of(), "report", "--date", THIRD);
        for (int i = 0; i < 600 && !Files.exists(home.resolve("reports/" + THIRD + "/whatsapp.txt")); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        report.process().destroyForcibly();
        assertThat(report.ended().exit()).isEqualTo(137);
        Files.delete(pipe);
        Files.delete(home.resolve("reports/" + THIRD));
        Said again = office.rekap("report", "--date", THIRD);
        assertThat(again.exit()).as(again.err()).isZero();
        assertAsPublished();
    }

    @Test
    void speaksAnotherLanguageWithTheSameNumbers() throws Exception {
        String configuration = Files.readString(home.resolve("application.yml"));
        office.write("application.yml", configuration + "\nrekap.locale: en\n");
        Said said;
        try {
            said = office.rekap("report", "--date", THIRD);
        } finally {
            office.write("application.yml", configuration);
        }
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.err())
                .contains("the language is en, was id")
                .contains("Every table of data (*.csv) is the same");
        Map<String, String> now = tree();
        String set = ".history/" + THIRD + ".1/";
        assertThat(now.get(set + "summary.html")).contains("<html lang=\"en\"");
        published.forEach((path, seen) -> {
            if (path.endsWith(".csv")) {
                assertThat(now.get(path)).as(path).isEqualTo(seen);
            }
        });
        assertThat(office.rekap("report", "--date", THIRD).out()).contains("Replaced " + THIRD + ".1, byte for byte");
        assertAsPublished();
    }
}
