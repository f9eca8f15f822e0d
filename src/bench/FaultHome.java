import id.rekap.database.DatabaseSettings;
import id.rekap.database.EmbeddedServer;
import id.rekap.intake.Journal;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A home with its database, and the program at work in it. */
final class FaultHome {
    private static final List<String> NO_FACTS = List.of("flyway_schema_history", "run_lock", "heartbeat", "inbox_lock", "audit_log", "home", "worker", "worker_partition", "INT_CHANNEL_MESSAGE");
    private static final List<String> RUNS = List.of("run_id", "outcome_run", "match_run", "previous_run");
    private static final int PATIENCE_MINUTES = 4;

    final Path path;
    private final Path program;
    private final DatabaseSettings server;
    private int processes;
    private EmbeddedServer held;

    /** {@code server} is null for the embedded one. */
    FaultHome(Path path, Path program, DatabaseSettings server, String more) throws IOException {
        this.path = Files.createDirectories(path);
        this.program = program;
        this.server = server;
        // small chunks: more moments between two commits
        Files.writeString(path.resolve("application.yml"), "rekap:\n  chunk: 2\n  intake.quiet-period: 0s\n" + more);
    }

    /** The program in a process of its own. */
    record Work(Process process, Path file) {
        boolean lives() {
            return process.isAlive();
        }

        int exit() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new IOException("It did not end within " + PATIENCE_MINUTES + " minutes: " + said());
            }
            return process.exitValue();
        }

        String said() throws IOException {
            return Files.readString(file).strip();
        }

        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        }
    }

    Work start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", path.toString()));
        Path said = path.resolve("said-" + ++processes + "-" + arguments[0] + ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SPRING_") || key.startsWith("REKAP_"));
        if (server != null) {
            builder.environment().put("SPRING_DATASOURCE_URL", server.url());
            builder.environment().put("SPRING_DATASOURCE_USERNAME", server.username());
            builder.environment().put("SPRING_DATASOURCE_PASSWORD", server.password());
        }
        return new Work(builder.start(), said);
    }

    void must(String... arguments) throws IOException, InterruptedException {
        Work work = start(arguments);
        if (work.exit() != 0) {
            throw new IOException(String.join(" ", arguments) + " ended in " + work.exit() + ": " + work.said());
        }
    }

    /** The same files with the same times as in every other home. */
    void drop(Path inbox) throws IOException {
        Files.walkFileTree(inbox, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = path.resolve("inbox").resolve(inbox.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** To a server that runs already. */
    Connection connect() throws SQLException, IOException {
        if (server != null) {
            return DriverManager.getConnection(server.url(), server.username(), server.password());
        }
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + embedded()[1] + "/rekap?sslMode=DISABLED&connectTimeout=2000",
                "rekap",
                Files.readString(path.resolve("data/server/password")).strip());
    }

    long serverPid() throws IOException {
        return Long.parseLong(embedded()[0]);
    }

    private String[] embedded() throws IOException {
        return Files.readString(path.resolve("data/server/process")).strip().split(" ");
    }

    interface Asking<T> {
        T ask(Statement statement) throws SQLException;
    }

    /** Keeps the embedded server up between commands, which saves each of them a second. */
    void hold() {
        held = embeddedServer();
    }

    void release() {
        if (held != null) {
            held.close();
        }
    }

    private EmbeddedServer embeddedServer() {
        return server != null
                ? null
                : EmbeddedServer.startOrReuse(path.resolve("data"), EmbeddedServer.besideProgram());
    }

    /** Starts the embedded server when nobody has. */
    <T> T ask(Asking<T> asking) throws SQLException, IOException {
        EmbeddedServer used = embeddedServer();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return asking.ask(statement);
        } finally {
            if (used != null) {
                used.close();
            }
        }
    }

    List<String> column(String query) throws SQLException, IOException {
        return ask(statement -> rows(statement, query));
    }

    static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    line.append(i > 1 ? "|" : "").append(rows.getString(i));
                }
                found.add(line.toString());
            }
        }
        return found;
    }

    /** Everything that the input determines, by table: without clocks, numbers that the server gives, and who worked when. */
    Map<String, List<String>> facts() throws SQLException, IOException {
        return ask(statement -> {
            Map<String, List<String>> columns = new LinkedHashMap<>();
            for (String column : rows(statement, """
                    select table_name, column_name, data_type, extra from information_schema.columns
                    where table_schema = database() order by table_name, ordinal_position""")) {
                String[] parts = Arrays.copyOf(column.split("\\|", -1), 4);
                if (!parts[0].startsWith("BATCH_")
                        && !NO_FACTS.contains(parts[0])
                        && !parts[2].matches("datetime|timestamp")
                        && !parts[3].contains("auto_increment")) {
                    columns.computeIfAbsent(parts[0], t -> new ArrayList<>()).add(expression(parts[0], parts[1], parts[2]));
                }
            }
            Map<String, List<String>> facts = new TreeMap<>();
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                List<String> rows =
                        rows(statement, "select " + String.join(", ", table.getValue()) + " from " + table.getKey() + " t");
                rows.sort(null);
                facts.put(table.getKey(), rows);
            }
            return facts;
        });
    }

    private static String expression(String table, String column, String type) {
        if (RUNS.contains(column)) {
            return "(select concat(mandate, ' ', business_date, '.', revision) from run r where r.run_id = t." + column + ")";
        }
        if (table.equals("publication_context") && column.equals("body")) {
            return "sha2(substring(uncompress(t.body), locate(']', uncompress(t.body))), 256)"; // numbers of runs come first
        }
        if (column.equals("body")) {
            return "sha2(uncompress(t.body), 256)";
        }
        return type.contains("blob") || type.contains("binary") ? "hex(t." + column + ")" : "t." + column;
    }

    /** Files of reports, archive and inbox by hash, links by where they lead. */
    SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String part : List.of("reports", "archive", "inbox")) {
            try (var all = Files.walk(path.resolve(part))) {
                for (Path file : all.toList()) {
                    String name = path.relativize(file).toString();
                    if (Files.isSymbolicLink(file)) {
                        files.put(name, "-> " + Files.readSymbolicLink(file));
                    } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        files.put(name, name.equals("archive/journal.jsonl") ? journal() : sha256(file));
                    }
                }
            } catch (NoSuchFileException missing) {
                files.put(part, "is missing");
            }
        }
        return files;
    }

    /** What it says: a crash leaves a batch there twice. */
    private String journal() throws IOException {
        Journal.Found found = new Journal(path.resolve("archive")).read(at -> true);
        return found.records() + " " + found.disputed();
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
