import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Kills imports of a register at random moments: {@code java -cp mysql-connector-j.jar ImportKills.java LAUNCHER DIR PEOPLE
 * KILLS}. The server comes from BENCH_URL, BENCH_USER and BENCH_PASSWORD; its databases rekap_calm and rekap_killed are made
 * anew. Half of the kills are of a first import, half of one over another. After each the register must be as before the import
 * or as after it, and in the end, when the import was given once more, as that of an undisturbed one.
 */
final class ImportKills {
    private static final List<String> TABLES = List.of(
            "select concat_ws('|', agency, no, valid_from, valid_to, person, name, type, status, active) from employee"
                    + " where not exists (select 1 from register_half) order by agency, no, valid_from",
            "select concat_ws('|', no, person, known_from) from employee_number order by no",
            "select distinct concat_ws('|', agency, effective) from register_touch order by 1");

    private final String launcher;
    private final Path dir;
    private final int people;
    private final Random random = new Random(Long.getLong("seed", 1));

    private ImportKills(String launcher, Path dir, int people) {
        this.launcher = launcher;
        this.dir = dir;
        this.people = people;
    }

    public static void main(String[] args) throws Exception {
        new ImportKills(args[0], Files.createDirectories(Path.of(args[1])), Integer.parseInt(args[2]))
                .run(Integer.parseInt(args[3]));
    }

    private void run(int kills) throws Exception {
        write("agencies.csv", "kode,nama\nA,Dinas A\nB,Dinas B\n");
        write("first.csv", employees(0));
        write("second.csv", employees(1));
        begin("calm");
        begin("killed");
        kill("first", kills / 2, this::first, () -> begin("killed"));
        kill("second", kills - kills / 2, this::second, () -> {
            begin("killed");
            finish(first("killed"), 0);
        });
    }

    private interface Import {
        Process start(String name) throws Exception;
    }

    private interface Again {
        void begin() throws Exception;
    }

    /** Kills an import before which both registers are the same, and leaves both as they are after it. */
    private void kill(String which, int kills, Import imported, Again again) throws Exception {
        String before = state("calm");
        long start = System.nanoTime();
        finish(imported.start("calm"), 0);
        long millis = (System.nanoTime() - start) / 1_000_000;
        String after = state("calm");
        int killed = 0;
        int late = 0;
        for (int kill = 1; kill <= kills; kill++) {
            Process process = imported.start("killed");
            if (process.waitFor(1 + random.nextLong(millis), TimeUnit.MILLISECONDS)) {
                late++;
            } else {
                new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
                process.waitFor();
                killed++;
            }
            String now = state("killed");
            if (!now.equals(before) && !now.equals(after)) {
                throw new IllegalStateException("Kill " + kill + " left a register that no import gives");
            }
            if (now.equals(after)) {
                again.begin();
            }
        }
        finish(imported.start("killed"), 0);
        if (!state("killed").equals(after)) {
            throw new IllegalStateException("After the kills the import gives another register");
        }
        System.out.println(which + " import: " + killed + " kills within " + millis + " ms, " + late
                + " came too late; 0 failures");
    }

    private void begin(String name) throws Exception {
        try (Connection server = connect("");
                Statement statement = server.createStatement()) {
            statement.execute("drop database if exists rekap_" + name);
            statement.execute("create database rekap_" + name + " character set utf8mb4 collate utf8mb4_bin");
        }
        // it names the database that is gone
        Files.deleteIfExists(dir.resolve(name).resolve("home.id"));
        finish(rekap(name, "agencies", "agencies.csv", "2025-01-01"), 0);
    }

    private Process first(String name) throws IOException {
        return rekap(name, "employees", "first.csv", "2026-01-01");
    }

    private Process second(String name) throws IOException {
        return rekap(name, "employees", "second.csv", "2026-02-01");
    }

    private static void finish(Process process, int exit) throws InterruptedException {
        if (process.waitFor() != exit) {
            throw new IllegalStateException("An import ended with " + process.exitValue());
        }
    }

    private Process rekap(String name, String what, String file, String date) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                launcher, "--home", dir.resolve(name).toString(), "import", what, dir.resolve(file).toString(), "--date",
                date);
        builder.environment().put("SPRING_DATASOURCE_URL", url("rekap_" + name));
        builder.environment().put("SPRING_DATASOURCE_USERNAME", System.getenv("BENCH_USER"));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", System.getenv("BENCH_PASSWORD"));
        return builder.redirectErrorStream(true).redirectOutput(dir.resolve(name + ".log").toFile()).start();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }

    /** Every thirtieth moves, is new or gone, or has another number in the second month. */
    private String employees(int month) {
        return IntStream.range(0, people)
                .filter(p -> p % 90 != 30 * month)
                .mapToObj(p -> (month == 1 && p % 90 == 60 ? 50_000_000 + p : 10_000_000 + p) + ",Orang Contoh " + p + ",PNS,"
                        + (month == 1 && p % 90 == 10 ? "B" : "A") + ","
                        + (month == 1 && p % 90 == 60 ? String.valueOf(10_000_000 + p) : ""))
                .collect(Collectors.joining("\n", "nomor,nama,jenis,kode_opd,nomor_lama\n", "\n"));
    }

    private static String url(String database) {
        String url = System.getenv("BENCH_URL");
        int options = url.indexOf('?');
        String base = options < 0 ? url : url.substring(0, options);
        return base.substring(0, base.lastIndexOf('/') + 1) + database + (options < 0 ? "" : url.substring(options));
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), System.getenv("BENCH_USER"), System.getenv("BENCH_PASSWORD"));
    }

    private static String state(String name) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect("rekap_" + name);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery(table)) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
            }
        }
        return String.join("\n", rows);
    }
}
