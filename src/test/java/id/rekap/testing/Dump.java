package id.rekap.testing;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dump of a database as the runbook has it made, by the server's own client programs. Where this machine has none, and it
 * says so, its tables are copied within the server.
 */
public final class Dump {
    private static final Pattern ADDRESS = Pattern.compile("jdbc:\\w+://([^:/]+)(?::(\\d+))?/(\\w+).*");
    private static final String WRITTEN = """
            select concat('`', column_name, '`') from information_schema.columns
            where table_schema = '%s' and table_name = '%s' and extra not like '%%GENERATED%%'""";

    /** Where a client program may be: on the machine, or beside the MySQL 9.7 that the tests start. */
    private static final List<List<String>> PLACES = List.of(List.of(), List.of("src/test/mysql97", "client"));

    private final DatabaseSettings of;
    private final Path file;
    private final Optional<List<String>> reader;
    private final String copy;

    private Dump(DatabaseSettings of, Path file, Optional<List<String>> reader, String copy) {
        this.of = of;
        this.file = file;
        this.reader = reader;
        this.copy = copy;
    }

    /**
     * Makes one.
     *
     * @param folder where its file goes
     */
    public static Dump of(DatabaseSettings database, Path folder) throws Exception {
        boolean isMaria = column(database, "select version()").get(0).contains("Maria");
        List<String> arguments = new ArrayList<>(List.of("--single-transaction"));
        if (!isMaria) {
            arguments.addAll(List.of("--set-gtid-purged=OFF", "--no-tablespaces"));
        }
        Optional<List<String>> writer = program(isMaria ? "mariadb-dump" : "mysqldump", isMaria);
        Optional<List<String>> reader = program(isMaria ? "mariadb" : "mysql", isMaria);
        Path file = folder.resolve("rekap.sql");
        if (writer.isPresent() && reader.isPresent()) {
            List<String> command = new ArrayList<>(writer.get());
            command.addAll(arguments);
            command.addAll(login(database));
            run(new ProcessBuilder(command).redirectOutput(file.toFile()));
            return new Dump(database, file, reader, "");
        }
        System.out.println("No client program of the server is here: its tables are copied instead of dumped");
        DatabaseSettings copied = TestServer.get().freshDatabase();
        copy(database, copied);
        return new Dump(database, file, Optional.empty(), name(copied));
    }

    /** Into a new, empty database. */
    public DatabaseSettings restored() throws Exception {
        DatabaseSettings fresh = TestServer.get().freshDatabase();
        if (reader.isEmpty()) {
            copy(new DatabaseSettings(of.url().replace(name(of), copy), of.username(), of.password()), fresh);
            return fresh;
        }
        Database.open(Path.of("target"), fresh, 1).close();
        List<String> command = new ArrayList<>(reader.get());
        command.addAll(login(fresh));
        run(new ProcessBuilder(command).redirectInput(file.toFile()));
        return fresh;
    }

    /** The server's own program: MariaDB's packages bring programs of MySQL's names that do not know its options. */
    private static Optional<List<String>> program(String name, boolean isMaria) throws IOException {
        Path version = Files.createTempFile("version", ".txt");
        for (List<String> place : PLACES) {
            List<String> command =
                    Stream.concat(place.stream(), Stream.of(name)).toList();
            try {
                run(new ProcessBuilder(Stream.concat(command.stream(), Stream.of("--version"))
                                .toList())
                        .redirectOutput(version.toFile()));
                if (Files.readString(version).contains("Maria") == isMaria) {
                    return Optional.of(command);
                }
            } catch (IOException | InterruptedException | AssertionError e) {
                // not in this place
            }
        }
        return Optional.empty();
    }

    private static List<String> login(DatabaseSettings database) {
        Matcher address = ADDRESS.matcher(database.url());
        if (!address.matches()) {
            throw new IllegalStateException("No address: " + database.url());
        }
        String port = address.group(2) == null ? "3306" : address.group(2);
        return List.of(
                "-h",
                address.group(1).equals("localhost") ? "127.0.0.1" : address.group(1),
                "-P",
                port,
                "-u",
                database.username(),
                "-p" + database.password(),
                address.group(3));
    }

    private static String name(DatabaseSettings database) {
        return login(database).get(login(database).size() - 1);
    }

    private static void run(ProcessBuilder program) throws IOException, InterruptedException {
        Path said = Files.createTempFile("client", ".txt");
        program.redirectError(said.toFile());
        if (program.redirectOutput().equals(ProcessBuilder.Redirect.PIPE)) {
            program.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        }
        int exit = program.start().waitFor();
        String words = Files.readString(said);
        Files.delete(said);
        if (exit != 0) {
            throw new AssertionError(program.command().get(0) + " ended with " + exit + ": " + words);
        }
    }

    private static void copy(DatabaseSettings from, DatabaseSettings to) throws SQLException {
        Database.open(Path.of("target"), to, 1).close();
        try (Connection connection = connect(to);
                Statement statement = connection.createStatement()) {
            for (String table : column(from, "show tables")) {
                String original = "`" + name(from) + "`." + table;
                String columns = String.join(",", column(from, WRITTEN.formatted(name(from), table)));
                statement.execute("create table " + table + " like " + original);
                statement.execute(
                        "insert into " + table + " (" + columns + ") select " + columns + " from " + original);
            }
        }
    }

    private static List<String> column(DatabaseSettings database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static Connection connect(DatabaseSettings database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
