package id.rekap.cli;

import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A home with a database of its own, and the program as an operator uses it. */
public final class Office {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    final Path home;
    public final DatabaseSettings database;

    /** What a command printed, and its exit code. */
    public record Said(int exit, String out, String err) {}

    public Office(Path home, String... configuration) {
        this(home, TestServer.get().freshSchema(), configuration);
    }

    /** With a database as it is. */
    public Office(Path home, DatabaseSettings database, String... configuration) {
        this.home = home;
        this.database = database;
        write("application.yml", """
                spring.datasource:
                  url: "%s"
                  username: "%s"
                  password: "%s"
                %s
                """.formatted(
                        database.url(), database.username(), database.password(), String.join("\n", configuration)));
    }

    public Path path(String inHome) {
        return home.resolve(inHome);
    }

    public void write(String path, String text) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies one file into an agency's folder, as one that has been quiet for long. */
    void dropFile(Path file, String folder) throws IOException {
        Path target = home.resolve("inbox").resolve(folder).resolve(file.getFileName());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setLastModifiedTime(target, LONG_AGO);
    }

    /** Copies everything below a folder into the inbox, as files that have been quiet for long. */
    public void drop(Path folder) throws IOException {
        Path inbox = home.resolve("inbox");
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = inbox.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                if (!Files.isSymbolicLink(target)) {
                    Files.setLastModifiedTime(target, LONG_AGO);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** As in a home by default: commands that are named to be copied are those without it. */
    public Said rekap(String... arguments) {
        Said said = inNamedHome(arguments);
        String option = " --home " + home;
        return new Said(said.exit(), said.out().replace(option, ""), said.err().replace(option, ""));
    }

    Said inNamedHome(String... arguments) {
        return said(Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                .toArray(String[]::new));
    }

    /** Whatever the arguments say. */
    static Said said(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream toOut = new ByteArrayOutputStream();
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
            int exit = Rekap.execute(arguments);
            return new Said(exit, toOut.toString(StandardCharsets.UTF_8), toErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    List<CSVRecord> published(String date, String file) {
        return csv(home.resolve("reports").resolve(date).resolve(file));
    }

    public static List<CSVRecord> csv(Path file) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of every published set of every mandate, by path, with its bytes as text. */
    static Map<String, String> sets(Path home) throws IOException {
        Map<String, String> sets = new TreeMap<>();
        Path reports = home.resolve("reports");
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = reports.relativize(file).toString();
                if (name.contains(".history/")) {
                    sets.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return sets;
    }
}
