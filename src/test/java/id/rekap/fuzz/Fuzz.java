package id.rekap.fuzz;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.cli.Office;
import id.rekap.database.Database;
import id.rekap.intake.DeliveryDecision;
import id.rekap.mandate.Mandates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Sends mutants the way of a night, one after the other, and every so many of them, one for each agency, through a real one.
 * Whatever ends otherwise than with a verdict is a failure: an exception, a file that takes longer than ten seconds, a night
 * that does not complete. A failure names seed, number and place; never what the file holds.
 */
final class Fuzz {
    private static final long LONGEST_SECONDS = 10;
    private static final long LONGEST_NIGHT_SECONDS = 120;
    private static final int PUBLISHED_EVERY = 20;
    private static final int MOST_FAILURES = 20;
    private static final int FRAMES = 12;

    private final long seed;
    private final Path work;
    private final Path kept;
    private final int nightEvery;
    private final Seeds seeds;
    private final Office office;
    private final Database database;
    private final Target target;
    private final Map<String, Mutant> tonight = new TreeMap<>();
    private final Result result = new Result();
    private LocalDate night = Target.DATE;

    private volatile long began;
    private volatile long deadline = Long.MAX_VALUE;
    private volatile long number;
    private volatile boolean ended;

    /** What came of it. */
    static final class Result {
        final Map<ExceptionCode, Long> codes = new EnumMap<>(ExceptionCode.class);
        final Map<DeliveryDecision, Long> verdicts = new EnumMap<>(DeliveryDecision.class);
        final Map<String, String> failures = new ConcurrentSkipListMap<>();
        long executions;
        long nights;
        long published;
        double seconds;
        double slowest;
        long slowestNumber;
    }

    /**
     * For one run.
     *
     * @param work is filled and emptied
     * @param kept where files stay that failed
     */
    Fuzz(long seed, Path work, Path kept, int nightEvery) throws IOException {
        this.seed = seed;
        this.work = work;
        this.kept = kept;
        this.nightEvery = nightEvery;
        this.seeds = new Seeds(Target.MANDATE);
        this.office = new Office(Files.createDirectories(work.resolve("home")));
        office.write(
                "agencies.csv",
                seeds.agencies().stream().map(a -> a + "," + a).collect(Collectors.joining("\n", "kode,nama\n", "\n")));
        office.write("employees.csv", seeds.register());
        for (String what : List.of("agencies", "employees")) {
            String file = office.path(what + ".csv").toString();
            Office.Said said = office.rekap("import", what, file, "--date", Target.DATE.toString());
            if (said.exit() != 0) {
                throw new IllegalStateException("The register was refused: " + said.err());
            }
        }
        office.write(
                "jobs/mandates/kedua.yml",
                Files.readString(Path.of("jobs/mandates", Target.MANDATE.id() + ".yml"))
                        .replace("id: " + Target.MANDATE.id(), "id: kedua")
                        .replaceAll("columns: \\[([^,\\]]+).*", "columns: [kedua $1]"));
        this.database = Database.open(office.path(""), office.database, 2);
        this.target = new Target(
                Files.createDirectories(work.resolve("files")),
                seeds,
                new Mandates(office.path("")).others(Target.MANDATE.id()),
                new JdbcTemplate(database.dataSource()));
    }

    /** Runs mutants from a number on, until so many or so much time. */
    Result run(long first, long executions, long seconds) throws InterruptedException {
        long start = System.nanoTime();
        Thread worker = new Thread(() -> all(first, executions, start + TimeUnit.SECONDS.toNanos(seconds)), "fuzz");
        worker.setDaemon(true);
        worker.start();
        while (!ended && worker.isAlive()) {
            worker.join(200);
            if (System.nanoTime() > deadline) {
                failed(
                        "hang",
                        "no end after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s",
                        worker.getStackTrace());
                break;
            }
        }
        result.seconds = (System.nanoTime() - start) / 1e9;
        database.close();
        return result;
    }

    private void all(long first, long executions, long until) {
        try {
            long end = first + executions;
            for (long next = first; next < end && System.nanoTime() < until && !isHopeless(); next++) {
                number = next;
                one(Mutant.of(seed, number, seeds));
                if (tonight.size() > 0 && (next + 1) % nightEvery == 0) {
                    night();
                }
            }
        } catch (Throwable e) {
            failed(e.getClass().getName(), "outside of a file", e.getStackTrace());
        } finally {
            ended = true;
        }
    }

    private boolean isHopeless() {
        return result.failures.size() >= MOST_FAILURES;
    }

    private void begin(long seconds) {
        began = System.nanoTime();
        deadline = began + TimeUnit.SECONDS.toNanos(seconds);
    }

    private void one(Mutant mutant) throws IOException {
        begin(LONGEST_SECONDS);
        try {
            boolean isPublished = mutant.number() % PUBLISHED_EVERY == 0;
            Target.Seen seen = target.run(mutant, isPublished);
            result.published += isPublished ? 1 : 0;
            result.verdicts.merge(seen.verdict(), 1L, Long::sum);
            Set<ExceptionCode> codes = EnumSet.noneOf(ExceptionCode.class);
            codes.addAll(seen.codes());
            codes.forEach(code -> result.codes.merge(code, 1L, Long::sum));
            tonight.put(mutant.agency(), mutant);
        } catch (Throwable e) {
            keep(mutant);
            failed(e.getClass().getName(), "", place(e));
        } finally {
            deadline = Long.MAX_VALUE;
            target.forget(mutant);
        }
        result.executions++;
        double lasted = (System.nanoTime() - began) / 1e9;
        if (lasted > result.slowest) {
            result.slowest = lasted;
            result.slowestNumber = mutant.number();
        }
    }

    /** Of the innermost cause, behind which messages with contents may stand. */
    private static StackTraceElement[] place(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getStackTrace();
    }

    /** The last mutant of each agency, dropped and taken by the program itself. */
    private void night() throws IOException {
        Path drop = work.resolve("drop");
        for (Mutant mutant : tonight.values()) {
            Path folder = Files.createDirectories(drop.resolve(mutant.agency()));
            // a terminal's locale decides which other names there can be
            Files.write(folder.resolve(mutant.name().replaceAll("[^ -~]", "_")), mutant.bytes());
        }
        // what is left alone, by its name, would stand in the way of the next of that name
        FileSystemUtils.deleteRecursively(office.path("inbox"));
        office.drop(drop);
        night = night.plusDays(1);
        begin(LONGEST_NIGHT_SECONDS);
        Office.Said said = office.rekap("run", "--date", night.toString());
        deadline = Long.MAX_VALUE;
        result.nights++;
        if (said.exit() != 0) {
            for (Mutant mutant : tonight.values()) {
                keep(mutant);
            }
            failed("night", "of the files up to this one ended with " + said.exit(), new StackTraceElement[0]);
        }
        FileSystemUtils.deleteRecursively(drop);
        tonight.clear();
    }

    private void keep(Mutant mutant) {
        try {
            Path folder = Files.createDirectories(kept.resolve(seed + "-" + mutant.number()));
            Files.write(folder.resolve(mutant.name().replaceAll("[^ -~]", "_")), mutant.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void failed(String kind, String more, StackTraceElement[] place) {
        String where = Stream.of(place).limit(FRAMES).map(f -> "\n    at " + f).collect(Collectors.joining());
        result.failures.putIfAbsent(
                kind + where, "seed " + seed + ", number " + number + ": " + kind + " " + more + where);
    }
}
