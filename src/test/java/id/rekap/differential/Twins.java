package id.rekap.differential;

import id.rekap.cli.Office;
import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.register.ImportResult;
import id.rekap.register.RegisterImport;
import id.rekap.register.RegisterRules;
import id.rekap.register.StepsOfImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Two homes with a database each. One goes on from night to night. The other gets, before each night, everything that was
 * received and published so far, a register imported anew in another order, and outcomes that hold for nothing: it computes
 * the night wholly anew, in other partitions and chunks.
 */
final class Twins implements AutoCloseable {
    static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final String WHO = "differential";
    private static final Path BOOKS = Path.of("sql/check/books.sql");
    /** Batch keeps its books in memory: in tables they are half of what a small night costs, and no night is made of them. */
    private static final String BOOKS_IN_MEMORY =
            "spring.autoconfigure.exclude: org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration";

    private final Path directory;
    private final Facts facts = new Facts();
    private final Databases databases;
    private final Random random;
    private final Home steps;
    private final Home anew;
    private final Team team;
    private int files;
    private int built = -1;

    /** A home, its database, and the way into its register. */
    private record Home(
            Path path, Office office, Database database, RegisterImport register, StepsOfImport stepsOfImport)
            implements AutoCloseable {
        static Home made(Path path, DatabaseSettings settings, int partitions, int chunk, String books)
                throws IOException {
            Files.createDirectories(path);
            Office office = new Office(
                    path,
                    settings,
                    "rekap.submission.max-age: 4d",
                    "rekap.partitions: " + partitions,
                    "rekap.chunk: " + chunk,
                    books);
            Office.Said made = office.rekap("init");
            if (made.exit() != 0) {
                throw new AssertionError("init: " + made.err());
            }
            Database database = Database.open(path, office.database, 12);
            Mandate mandate = new Mandates(path).get("se-480-263-2020");
            RegisterRules rules = RegisterRules.load(path);
            Clock clock = Clock.systemUTC();
            return new Home(
                    path,
                    office,
                    database,
                    new RegisterImport(database.dataSource(), mandate, rules, clock, WHO),
                    new StepsOfImport(database.dataSource(), mandate, rules, clock, WHO));
        }

        JdbcTemplate jdbc() {
            return new JdbcTemplate(database.dataSource());
        }

        ImportResult take(Facts.Imported imported) {
            if (imported.ofAgencies()) {
                return register.agencies(imported.file(), imported.date(), false, true);
            }
            return register.employees(
                    List.of(imported.file()), imported.date(), imported.of(), false, true, read -> {});
        }

        ImportResult takeAgain(Facts.Imported imported) {
            return imported.ofAgencies()
                    ? take(imported)
                    : stepsOfImport.employees(imported.file(), imported.date(), imported.of());
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** @param booksOfBatch whether Batch keeps its tables, as the program does */
    Twins(Path directory, Databases databases, Random random, boolean booksOfBatch) throws IOException {
        databases.empty();
        this.databases = databases;
        this.directory = directory;
        this.random = random;
        boolean few = random.nextBoolean();
        String books = booksOfBatch || Team.IS_WANTED ? "" : BOOKS_IN_MEMORY;
        this.steps = Home.made(directory.resolve("steps"), databases.steps(), few ? 1 : 8, few ? 50 : 1, books);
        this.anew = Home.made(
                directory.resolve("anew"), databases.anew(), few ? 8 : 1, few ? 1 : 50, Team.configured(books));
        this.team = new Team(anew.path(), anew.database());
    }

    JdbcTemplate jdbc() {
        return steps.jdbc();
    }

    Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("import" + files++ + ".csv"), text);
    }

    /** Into the home that goes on; what is refused is no fact. */
    boolean imports(Facts.Imported imported) {
        boolean isDone = !steps.take(imported).refused();
        if (isDone) {
            facts.add(imported);
            built = -1;
        }
        return isDone;
    }

    void drop(RandomLists.Dropped file) {
        steps.office().write("inbox/" + file.path(), file.text());
    }

    /** In the home that goes on; whether it was done. */
    boolean does(String... command) {
        return steps.office().rekap(command).exit() == 0;
    }

    void decide(String word, String submission) {
        Office.Said said = steps.office().rekap(word, submission);
        if (said.exit() != 0) {
            throw new AssertionError(word + " " + submission + ": " + said.err());
        }
    }

    /** A night in both homes: what differs, empty where nothing does. */
    List<String> night(LocalDate date, boolean again) throws IOException {
        likeSteps();
        List<String> differences = new ArrayList<>();
        String[] command = again
                ? new String[] {"run", "--date", date.toString(), "--again"}
                : new String[] {"run", "--date", date.toString()};
        for (Home home : List.of(steps, anew)) {
            Office.Said said = home.office().rekap(command);
            if (said.exit() != 0) {
                differences.add(home.path().getFileName() + " ends in " + said.exit() + ": " + said.err());
            }
            home.jdbc()
                    .queryForList(Files.readString(BOOKS).replaceAll(";\\s*$", ""))
                    .forEach(breach -> differences.add(home.path().getFileName() + ": the books: " + breach));
        }
        if (differences.isEmpty()) {
            Differences.between(set(steps, date), set(anew, date), differences);
        }
        return differences;
    }

    private static Path set(Home home, LocalDate date) {
        return home.path().resolve("reports").resolve(date.toString());
    }

    private void likeSteps() throws IOException {
        for (String folder : List.of("inbox", "archive")) {
            Path to = anew.path().resolve(folder);
            FileSystemUtils.deleteRecursively(to);
            copy(steps.path().resolve(folder), to);
        }
        JdbcTemplate jdbc = anew.jdbc();
        jdbc.batchUpdate(databases.copying().toArray(String[]::new));
        nothingHolds(jdbc);
        if (built < 0) {
            rebuild(jdbc);
            built = facts.size();
        }
    }

    private static void nothingHolds(JdbcTemplate jdbc) {
        jdbc.update("update outcome set list_key = repeat('\\0', 32), cross_key = repeat('\\0', 32)");
        jdbc.update("update night set cross_key = repeat('\\0', 32), match_run = 0");
        List.of("tally", "presence", "unmatched_row", "cross_agency_match", "handle_history")
                .forEach(table -> jdbc.update("delete from " + table));
    }

    /** Agencies after people: a later import may have ended one that people were imported into. */
    private void rebuild(JdbcTemplate jdbc) throws IOException {
        Databases.REGISTER.forEach(table -> jdbc.update("delete from " + table));
        Path every = file(Regency.everyAgency());
        done(new Facts.Imported(true, FIRST.minusYears(1), null, every));
        facts.shuffled(false, random).forEach(this::done);
        jdbc.update("delete from agency");
        jdbc.update("delete from register_import where kind = 'AGENCIES'");
        facts.shuffled(true, random).forEach(this::done);
    }

    private void done(Facts.Imported imported) {
        ImportResult result = anew.takeAgain(imported);
        if (result.refused()) {
            throw new AssertionError("Refused in another order: " + imported + " " + result.problems());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() {
        team.close();
        steps.close();
        anew.close();
    }

    /** Files of two sets that differ, with their first lines that do. */
    private static final class Differences {
        static void between(Path one, Path other, List<String> differences) throws IOException {
            Map<String, String> left = files(one);
            Map<String, String> right = files(other);
            Set<String> names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            for (String name : names) {
                String a = left.getOrDefault(name, "");
                String b = right.getOrDefault(name, "");
                if (!a.equals(b)) {
                    differences.add(name + (name.endsWith(".csv") ? ": " + lines(a, b) : ""));
                }
            }
        }

        private static String lines(String a, String b) {
            List<String> left = new ArrayList<>(a.lines().toList());
            List<String> right = new ArrayList<>(b.lines().toList());
            List<String> both = new ArrayList<>(left);
            right.forEach(left::remove);
            both.forEach(right::remove);
            return "\n   step by step " + left + "\n   anew         " + right;
        }

        private static Map<String, String> files(Path set) throws IOException {
            Map<String, String> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(set.toRealPath())) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(
                            set.toRealPath().relativize(file).toString(),
                            Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return files;
        }
    }
}
