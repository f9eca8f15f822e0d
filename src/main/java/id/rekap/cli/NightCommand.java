package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.Diagnosis;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.NightRunner;
import id.rekap.nightly.Repair;
import id.rekap.nightly.RunStore;
import id.rekap.report.Publication;
import id.rekap.retention.Purge;
import id.rekap.snapshot.Learnt;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Option;

/** What the commands that work on a night share. */
abstract class NightCommand extends HomeCommand {
    @Option(names = "--date", paramLabel = "D", description = "The business date; today in Asia/Jakarta by default.")
    @Nullable
    LocalDate date;

    @Option(names = "--mandate", paramLabel = "ID", description = "Another mandate than the default one.")
    @Nullable
    String mandateId;

    boolean hasBegun;

    /** As a benchmark reads it. */
    record Report(
            String run,
            String end,
            double seconds,
            long rows,
            long peakHeapBytes,
            List<StepSeconds> steps,
            String set,
            List<OpenKind> open,
            List<InboxLine> inbox,
            @Nullable Learnt learnt) {}

    record StepSeconds(String name, double seconds) {}

    /** Nobody else says so where no schedule counts the nights. */
    static String notBegun(LocalDate day) {
        return "The run of " + day + " did not begin: once that is put right, give the same command again, with --date "
                + day;
    }

    static int noRegister(LocalDate day) {
        Terminal.err("There is no register that holds on " + day
                + ": import it first, ./rekap import agencies FILE --date …, then employees");
        return Exit.UNUSABLE;
    }

    /** Work on the open database that a signal stops, also while that opens. */
    int untilAsked(ToIntBiFunction<Settings, Database> work) {
        Signals.listen();
        Settings settings = settings();
        try (Database database = database(settings)) {
            return Signals.STOPPER.isAsked() ? stoppedBefore() : work.applyAsInt(settings, database);
        }
    }

    private static int stoppedBefore() {
        Terminal.err("Stopped before it had begun, nothing was done: the same command begins it");
        return Exit.STOPPED;
    }

    String mandateId(Settings settings) {
        if (mandateId == null) {
            return settings.mandate();
        }
        Mandates.requireName(mandateId);
        return mandateId;
    }

    int night(Settings settings, Database database, LocalDate day, boolean again) {
        String id = mandateId(settings);
        if (!again && new RunStore(new JdbcTemplate(database.dataSource())).isPublished(id, day)) {
            new Repair(database.dataSource()).afterPublication(id, day);
            return complete(settings, id, day);
        }
        Optional<LocalDate> kept = Purge.keptFrom(new JdbcTemplate(database.dataSource()));
        if (kept.isPresent() && day.isBefore(kept.get())) {
            Terminal.err("What the night of " + day + " would be made of was purged: nights are whole from "
                    + kept.get() + " on. Its counts stand in its set; a backup of that time has the rest");
            return Exit.UNUSABLE;
        }
        LogMark.works(id, day);
        return Watched.night(
                settings, new JdbcTemplate(database.dataSource()), () -> run(settings, database, id, day, again));
    }

    private int run(Settings settings, Database database, String id, LocalDate day, boolean again) {
        if (Checkup.fails(Checkup.beforeNight(settings, database, clock(), id, day))) {
            Terminal.err(notBegun(day));
            return Exit.UNUSABLE;
        }
        Mandates mandates = new Mandates(settings.home());
        Mandate mandate = mandates.get(id);
        NightRunner.Result result;
        try (ProgressLine progress = new ProgressLine()) {
            NightRunner nightly = new NightRunner(
                    settings.home(),
                    database.dataSource(),
                    mandate,
                    mandates.others(id),
                    settings.mandate(),
                    settings.run(),
                    settings.capacity(),
                    clock(),
                    version());
            hasBegun = true;
            result = nightly.run(day, again, progress, Terminal::err, Signals.STOPPER, database::revive);
        }
        return tell(settings, database, id, day, result);
    }

    private int tell(Settings settings, Database database, String mandate, LocalDate day, NightRunner.Result result) {
        String again = which(settings, mandate, day);
        return switch (result.end()) {
            case PUBLISHED -> {
                JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
                Path set = set(settings, mandate, day);
                List<InboxLine> inbox = InboxLine.of(settings, jdbc, clock(), day);
                Learnt learnt = new RunStore(jdbc).learnt(Objects.requireNonNull(result.run()));
                yield published(report(settings, result, set, OpenKinds.told(set, day, jdbc), inbox, learnt));
            }
            case ALREADY_COMPLETE -> complete(settings, mandate, day);
            case NO_REGISTER -> noRegister(day);
            case STOPPED -> {
                if (result.run() == null) {
                    yield stoppedBefore();
                }
                Terminal.err("Stopped. Nothing is lost: ./rekap restart" + again + " goes on");
                yield Exit.STOPPED;
            }
            case FAILED -> {
                Terminal.err("Failed in " + result.failure() + ". " + fullDisks(settings.home())
                        + "It does not count as published, and nothing is lost: ./rekap restart" + again + " goes on");
                yield Exit.FAILED;
            }
        };
    }

    /** What a fault does not say by itself: a database whose disk is full refuses statements, or dies. */
    static String fullDisks(Path home) {
        return HomeCheckup.room(home).stream()
                .filter(Diagnosis::fails)
                .map(full -> full.found() + ": " + full.next() + ". ")
                .collect(Collectors.joining());
    }

    static int complete(Settings settings, String mandate, LocalDate day) {
        Path page = set(settings, mandate, day).resolve("summary.html");
        String which = which(settings, mandate, day);
        Terminal.err(
                Files.exists(page)
                        ? "Nothing to do: " + day + " is complete, see " + page + ". To publish a revision: ./rekap run"
                                + which + " --again"
                        : "Nothing to count: " + day + " is complete, but its set is not whole, there is no " + page
                                + ". ./rekap report" + which + " makes it again, to the byte");
        return Exit.NOTHING_TO_DO;
    }

    /** The options that name a night to a command. */
    static String which(Settings settings, String mandate, LocalDate day) {
        return " --date " + day + (mandate.equals(settings.mandate()) ? "" : " --mandate " + mandate);
    }

    /** Where readers find the set of a date. */
    static Path set(Settings settings, String mandate, LocalDate day) {
        return reports(settings, mandate).resolve(day.toString());
    }

    static Path reports(Settings settings, String mandate) {
        return Publication.reports(settings.home(), mandate, settings.mandate());
    }

    private static Report report(
            Settings settings,
            NightRunner.Result result,
            Path set,
            List<OpenKind> open,
            List<InboxLine> inbox,
            @Nullable Learnt learnt) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Report(
                Objects.requireNonNull(result.run()).name(settings.mandate()),
                "PUBLISHED",
                result.seconds(),
                result.rows(),
                peak,
                result.steps().entrySet().stream()
                        .map(e -> new StepSeconds(e.getKey(), e.getValue()))
                        .toList(),
                set.toString(),
                open,
                inbox,
                learnt);
    }

    /** Says that a set is published, and with what the command ends. */
    int published(Report report) {
        if (json()) {
            printJson(report);
        } else {
            Terminal.out(String.format(
                    Locale.ROOT,
                    "Published %s in %.1f s: %s",
                    report.run(),
                    report.seconds(),
                    Path.of(report.set(), "summary.html")));
            Terminal.out("  " + SetCounts.of(Path.of(report.set())).inWords());
            OpenKinds.lines(report.open(), "./rekap status", Path.of(report.set()))
                    .forEach(line -> Terminal.out("  " + line));
            if (report.learnt() != null) {
                Terminal.out("  It knows what was learnt only after the first set of its date: "
                        + LearntText.of(report.learnt()));
            }
            report.inbox().forEach(line -> Terminal.out("  " + line.text()));
        }
        return Exit.DONE;
    }
}
