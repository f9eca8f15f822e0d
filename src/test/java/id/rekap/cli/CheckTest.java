package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.intake.DeliveryDecision;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.ListCheck;
import id.rekap.reconcile.ListCheckResult;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What check says of a file, beside what a real night then says of it; and that it leaves no trace. */
class CheckTest {
    /** Columns that are written; the server makes the others of them. */
    private static final String SUBMITTED = "mandate, agency, received_on, batch, submission_id, drop_hash, verdict,"
            + " decision, decided_on, row_count, files, notes, held_for";

    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final Path CLEAN = SAMPLES.resolve("EMPLOYEE_NOT_REPORTED/good/night1");
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final String HEALTH = "1.02.01";
    private static final String BAITUL_MAL = "9.03.01";

    @TempDir
    Path home;

    @TempDir
    Path desk;

    private Office office;

    @BeforeEach
    void register() {
        office = Registered.SAMPLES.in(home);
    }

    private static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(SAMPLES.getFileSystem().getPathMatcher("glob:**/bad/night1/[!_]*/*")::matches)
                    .filter(f -> Files.isRegularFile(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void saysOfEveryBadSampleWhatTheNightThenSays() throws Exception {
        LocalDate date = FIRST;
        for (Path sample : badFiles()) {
            String folder = sample.getName(sample.getNameCount() - 2).toString();
            String name = sample.getFileName().toString();
            String before = everything();
            Said said = check(sample, folder, date, "--json");
            if (said.exit() == Exit.UNUSABLE) {
                continue; // the sample of a folder that is no agency's
            }
            assertThat(everything()).as("%s leaves no trace", sample).isEqualTo(before);
            office.dropFile(sample, folder);
            Said night = office.rekap("run", "--date", date.toString());
            assertThat(night.exit()).as(night.err()).isZero();
            List<String> told = new ArrayList<>();
            for (JsonNode problem : problems(said)) {
                told.add(line(problem));
            }
            boolean held = false;
            List<String> published = new ArrayList<>();
            for (CSVRecord row : office.published(date.toString(), "exceptions.csv")) {
                if (row.get("agency_code").equals(folder) && !row.get("state").equals("RESOLVED")) {
                    held |= row.get("code").startsWith("LIST_");
                    if (row.get("file").equals(folder + "/" + name)
                            || row.get("code").startsWith("LIST_")
                            || row.get("code").equals("EMPLOYEE_NOT_REPORTED")) {
                        published.add(line(row));
                    }
                }
            }
            if (held) {
                assertThat(told).as(sample.toString()).anyMatch(line -> line.contains("|LIST_"));
            } else if (verdict(said).equals("REFUSED")) {
                assertThat(told).as(sample.toString()).isSubsetOf(published).isNotEmpty();
            } else {
                assertThat(told).as(sample.toString()).containsExactlyInAnyOrderElementsOf(published);
            }
            assertThat(said.exit()).isEqualTo(told.stream().anyMatch(line -> !line.startsWith("info")) ? 20 : 0);
            date = date.plusDays(1);
        }
    }

    private static String line(JsonNode problem) {
        String file = problem.get("file").asString();
        return String.join(
                "|",
                problem.get("severity").asString(),
                problem.get("code").asString(),
                problem.get("responsible").asString(),
                problem.get("employeeNo").asString(),
                problem.get("employeeName").asString(),
                file.substring(file.lastIndexOf('/') + 1),
                problem.get("sheet").asString(),
                problem.get("row").isNull() ? "" : problem.get("row").asString(),
                problem.get("field").asString(),
                problem.get("expected").asString(),
                problem.get("suggestion").asString());
    }

    private static String line(CSVRecord row) {
        String file = row.get("file");
        return String.join(
                "|",
                row.get("severity"),
                row.get("code"),
                row.get("responsible"),
                row.get("employee_no"),
                row.get("employee_name"),
                file.substring(file.lastIndexOf('/') + 1),
                row.get("sheet"),
                row.get("row"),
                row.get("field"),
                row.get("expected"),
                row.get("suggestion"));
    }

    private static JsonNode problems(Said said) {
        return JsonMapper.shared().readTree(said.out()).get("problems");
    }

    private static String verdict(Said said) {
        return JsonMapper.shared().readTree(said.out()).get("verdict").asString();
    }

    private Said check(Path file, String agency, LocalDate date, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("check", file.toString(), "--agency", agency, "--date", date.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return office.rekap(arguments);
    }

    /** Every table's checksum and every file of the home with its time and bytes, logs excepted. */
    private String everything() throws IOException, SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(
                        office.database.url(), office.database.username(), office.database.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("show tables")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            try (ResultSet sums =
                    statement.executeQuery("checksum table `" + String.join("`, `", tables) + "` extended")) {
                while (sums.next()) {
                    all.append(sums.getString(1))
                            .append(' ')
                            .append(sums.getString(2))
                            .append('\n');
                }
            }
        }
        TreeMap<String, String> files = new TreeMap<>();
        Path logs = home.resolve("logs");
        // with what the walk has read of each: there are many of them
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes read) {
                if (!file.startsWith(logs)) {
                    files.put(file.toString(), read.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + read.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return all.append(files).toString();
    }

    @Test
    void findsNothingInACleanListBeforeTheFirstNight() {
        Said said = check(CLEAN.resolve(BAITUL_MAL + "/daftar.csv"), "Baitul Mal", FIRST);
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        assertThat(said.out())
                .contains("Sekretariat Baitul Mal (9.03.01)")
                .contains("5 baris: 5 terhitung, 0 ditolak; 0 pegawai belum ada")
                .contains("Berkas dapat dikirim.");
    }

    @Test
    void showsRowsToMendAndWhatToDo() throws IOException {
        Path list = write("daftar.csv", """
                nip,nama,instagram,follow humas,repost
                1978070320030410,Tgk. Abdullah Amin,abdullah.contoh,ya,2
                1.98E+17,Siti Hajar,siti.contoh,mungkin,1
                198009052019211032,Muhammad Iqbal Putra,\u001b[31miqbal putra,ya,1
                """);
        Said said = check(list, BAITUL_MAL, FIRST);
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.out())
                .contains("Kesalahan")
                .contains("ID_DAMAGED")
                .contains("EMPLOYEE_NOT_REPORTED")
                .contains("Format kolom nomor sebagai teks")
                .contains("Belum siap dikirim: perbaiki 2 kesalahan")
                .doesNotContain("\u001b");
        assertThat(check(list, BAITUL_MAL, FIRST, "--lang", "en").out())
                .contains("Not ready to be sent: correct 2 errors")
                .doesNotContain("Kesalahan");
    }

    @Test
    void judgesACorrectionBesideTheListInForce() throws IOException {
        Path whole = Files.createDirectories(desk.resolve("drop/" + BAITUL_MAL));
        Files.writeString(whole.resolve("ralat.csv"), """
                nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost
                197807032003041030,Abdullah Amin,abdullah.contoh,ya,ya,2
                197908042004052031,Siti Hajar,siti hajar contoh,ya,ya,1
                """);
        office.drop(desk.resolve("drop"));
        run(FIRST);
        Path good = write("ralat.csv", """
                nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost
                197807032003041030,Abdullah Amin,abdullah.amin.contoh,ya,ya,3
                """);
        Said said = check(good, BAITUL_MAL, FIRST.plusDays(1));
        assertThat(said.exit())
                .as("an old problem of an old file of the same name: " + said.out())
                .isZero();
        assertThat(said.out()).contains("ralat bagi daftar yang berlaku").contains("2 baris: 2 terhitung, 0 ditolak");
        Path bad = write("ralat 2.csv", """
                nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost
                198009052019211032,Muhammad Iqbal Putra,iqbal.contoh,ya,ya,banyak
                """);
        Said wrong = check(bad, BAITUL_MAL, FIRST.plusDays(1), "--json");
        assertThat(wrong.exit()).isEqualTo(20);
        assertThat(problems(wrong).findValuesAsString("code")).containsExactly("VALUE_UNREADABLE");
    }

    @Test
    void saysThatAShrunkListIsHeldAndWhatIsInIt() throws IOException {
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night1"));
        run(FIRST);
        Path shrunk = SAMPLES.resolve("LIST_SHRANK/bad/night2/" + HEALTH + "/daftar.csv");
        Said said = check(shrunk, HEALTH, FIRST.plusDays(1));
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.out())
                .contains("akan ditahan sampai operator memutuskan")
                .contains("LIST_SHRANK")
                .contains("12 baris: 12 terhitung")
                .contains("EMPLOYEE_NOT_REPORTED");
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night2"));
        run(FIRST.plusDays(1));
        assertThat(office.rekap("accept", HEALTH).exit()).isZero();
        Said accepted = check(shrunk, HEALTH, FIRST.plusDays(2), "--json");
        assertThat(verdict(accepted)).as("the decision holds with the next run").isEqualTo("UNCHANGED");
    }

    @Test
    void saysThatAFileIsTheListInForceAndShowsItsProblems() throws IOException {
        Path bad = SAMPLES.resolve("VALUE_UNREADABLE/bad/night1/" + BAITUL_MAL);
        Path list;
        try (Stream<Path> files = Files.list(bad)) {
            list = files.findFirst().orElseThrow();
        }
        office.dropFile(list, BAITUL_MAL);
        run(FIRST);
        Path renamed = Files.copy(list, desk.resolve("nama lain.csv"));
        Said said = check(renamed, BAITUL_MAL, FIRST.plusDays(1), "--json");
        assertThat(said.exit()).isEqualTo(20);
        assertThat(problems(said).findValuesAsString("code")).contains("FILE_UNCHANGED", "VALUE_UNREADABLE");
        assertThat(check(renamed, BAITUL_MAL, FIRST, "--lang", "en").out()).contains("This file is the list in force");
    }

    @Test
    void namesWhatIsNotThere() throws IOException {
        Path list = CLEAN.resolve(BAITUL_MAL + "/daftar.csv");
        assertThat(check(list, "0.00", FIRST).exit()).isEqualTo(6);
        assertThat(check(list, "0.00", FIRST).err()).contains("0.00").contains("agencies.csv");
        assertThat(check(list, BAITUL_MAL, FIRST.minusDays(1)).exit()).isEqualTo(6);
        assertThat(check(desk.resolve("none.csv"), BAITUL_MAL, FIRST).exit()).isEqualTo(2);
        assertThat(check(desk, BAITUL_MAL, FIRST).exit()).isEqualTo(2);
        assertThat(office.rekap("check", list.toString()).exit()).isEqualTo(2);
        assertThat(check(list, BAITUL_MAL, FIRST, "--lang", "fr").exit()).isEqualTo(2);
    }

    @Test
    void tellsAListOfAnotherMandateApart() throws IOException {
        String other = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"))
                .replace("id: se-480-263-2020", "id: kedua");
        for (String column : List.of("instagram", "follow humasacehbesar", "follow mediacenter acehbesar", "repost")) {
            other = other.replaceFirst("columns: \\[" + column + ",.*", "columns: [kedua " + column + "]");
        }
        office.write("jobs/mandates/kedua.yml", other.replaceFirst("columns: \\[ajak.*", "columns: [kedua ajak]"));
        Path list = write("daftar.csv", """
                nip,nama,kedua instagram,kedua repost
                197807032003041030,Abdullah Amin,abdullah amin contoh,2
                """);
        Said said = check(list, BAITUL_MAL, FIRST);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("--mandate");
        Said meant = check(list, BAITUL_MAL, FIRST, "--mandate", "kedua", "--json");
        assertThat(meant.exit()).isEqualTo(20);
        assertThat(problems(meant).findValuesAsString("code")).contains("COLUMN_ABSENT", "HANDLE_INVALID");
        assertThat(check(list, BAITUL_MAL, FIRST, "--mandate", "ketiga").exit()).isEqualTo(6);
    }

    @Test
    void answersTwoAtATimeWhileANightIsCutShort() throws Exception {
        office.drop(CLEAN);
        Processes.Ended killed =
                Processes.run(office, List.of("-Drekap.kill=reconcile:3"), "run", "--date", FIRST.toString());
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        String before = everything();
        Settings settings = Settings.load(home);
        try (Database database = Database.open(home, settings.database(), 8);
                Connection night = database.dataSource().getConnection()) {
            // what a night holds in the middle of its chunks
            night.setAutoCommit(false);
            try (Statement statement = night.createStatement()) {
                statement.execute("select * from run_lock for update");
                statement.execute("insert into night (run_id, agency, shard, state, stale, cross_key,"
                        + " outcome_run, match_run) values (999, 'x', 0, 'MISSING', 0, '', 0, 0)");
            }
            Mandates mandates = new Mandates(home);
            ListCheck listCheck = new ListCheck(
                    home,
                    database.dataSource(),
                    mandates.get(settings.mandate()),
                    List.of(),
                    settings.run(),
                    "development");
            List<CompletableFuture<ListCheckResult>> both = Stream.of(BAITUL_MAL, "7.01.02", BAITUL_MAL, "4.01.01")
                    .map(agency -> CompletableFuture.supplyAsync(() -> listCheck.of(
                            CLEAN.resolve(BAITUL_MAL + "/daftar.csv").toAbsolutePath(), agency, FIRST, Locale.ENGLISH)))
                    .toList();
            for (CompletableFuture<ListCheckResult> one : both) {
                assertThat(one.get().verdict())
                        .isIn(DeliveryDecision.ACCEPTED, DeliveryDecision.UNCHANGED, DeliveryDecision.HELD);
            }
            night.rollback();
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(office.rekap("restart", "--date", FIRST.toString()).exit()).isZero();
    }

    /** What a run has written and not committed: a decision taken up, a delivery read. */
    @Test
    void answersWhileARunHoldsWhatItWouldChangeToo() throws Exception {
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night1"));
        run(FIRST);
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night2"));
        run(FIRST.plusDays(1));
        assertThat(office.rekap("accept", HEALTH).exit()).isZero();
        Path shrunk = SAMPLES.resolve("LIST_SHRANK/bad/night2/" + HEALTH + "/daftar.csv");
        Path whole = SAMPLES.resolve("LIST_SHRANK/bad/night1/" + HEALTH + "/daftar.csv");
        String held = check(whole, HEALTH, FIRST.plusDays(2), "--json").out();
        String before = everything();
        try (Connection run = connection()) {
            try (Statement statement = run.createStatement()) {
                statement.execute("update submission set decided_on = '2020-07-03' where decision is not null");
                statement.execute("select * from submission for update");
            }
            Said said = check(shrunk, HEALTH, FIRST.plusDays(2), "--json");
            assertThat(said.err()).isEmpty();
            assertThat(verdict(said)).isEqualTo("UNCHANGED");
            assertThat(check(whole, HEALTH, FIRST.plusDays(2), "--json").out()).isEqualTo(held);
            run.rollback();
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void answersWhileARunReadsWhatTheAgencyHasDropped() throws Exception {
        office.drop(CLEAN);
        run(FIRST);
        try (Connection run = connection();
                Statement statement = run.createStatement()) {
            statement.execute("create table copy as select " + SUBMITTED + " from submission");
            statement.execute("delete from submission");
            statement.execute("delete from list_page");
            statement.execute("update run set read_on = null, read_batch = null");
            run.commit();
            String before = everything();
            statement.execute("insert into submission (" + SUBMITTED + ") select * from copy");
            Said said = check(CLEAN.resolve(BAITUL_MAL + "/daftar.csv"), BAITUL_MAL, FIRST.plusDays(1), "--json");
            assertThat(said.err()).isEmpty();
            assertThat(verdict(said)).isEqualTo("UNCHANGED");
            run.rollback();
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void letsARunTakeUpDecisionsMeanwhile() throws Exception {
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night1"));
        run(FIRST);
        office.drop(SAMPLES.resolve("LIST_SHRANK/bad/night2"));
        run(FIRST.plusDays(1));
        assertThat(office.rekap("accept", HEALTH).exit()).isZero();
        try (Connection check = connection();
                Statement statement = check.createStatement()) {
            // what a check supposes
            statement.execute("create temporary table supposed as select " + SUBMITTED
                    + " from submission where verdict = 'HELD'");
            statement.execute("update supposed set batch = 2147000000, decided_on = '2020-07-03'");
            statement.execute("insert into submission (" + SUBMITTED + ") select * from supposed");
            long began = System.nanoTime();
            run(FIRST.plusDays(2));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("locks are waited for 20 s")
                    .isLessThan(Duration.ofSeconds(18));
            check.rollback();
        }
        assertThat(office.published(FIRST.plusDays(2).toString(), "agencies.csv"))
                .anyMatch(r ->
                        r.get("agency_code").equals(HEALTH) && r.get("state").equals("REPORTED"));
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(
                office.database.url(), office.database.username(), office.database.password());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(desk.resolve(name), text);
    }

    private void run(LocalDate date) {
        Said said = office.rekap("run", "--date", date.toString());
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
