package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.Diagnosis;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.Nightly;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that work on a night share. */
abstract class NightCommand extends HomeCommand {
    @Option(names = "--date", description = "The business date; today in Asia/Jakarta by default.")
    @Nullable
    LocalDate date;

    @Option(names = "--mandate", description = "Another mandate than the default one.")
    @Nullable
    String mandateId;

    /** As a benchmark reads it. */
    record Report(
            String run,
            String end,
            double seconds,
            long rows,
            long peakHeapBytes,
            List<StepSeconds> steps,
            String set) {}

    record StepSeconds(String name, double seconds) {}

    static int noRegister(LocalDate day) {
        System.err.println("There is no register that holds on " + day
                + ": import it first, ./rekap import agencies FILE --date …, then employees");
        return Exit.UNUSABLE;
    }

    int night(Settings settings, Database database, LocalDate day, boolean again) {
        if (Checkup.failsTheNight(settings, database, clock())) {
            return Exit.UNUSABLE;
        }
        String id = mandateId == null ? settings.mandate() : mandateId;
        Mandates mandates = new Mandates(settings.home());
        Mandate mandate = mandates.get(id);
        Nightly.Result result;
        try (ProgressLine progress = new ProgressLine()) {
            Nightly nightly = new Nightly(
                    settings.home(),
                    database.dataSource(),
                    mandate,
                    mandates.others(id),
                    id.equals(settings.mandate()),
                    settings.run(),
                    settings.shards(),
                    clock(),
                    version());
            result = nightly.run(day, again, progress, System.err::println, Signals::watch, database::revive);
        }
        return tell(settings, id, day, result);
    }

    private int tell(Settings settings, String mandate, LocalDate day, Nightly.Result result) {
        Path reports = settings.home().resolve("reports");
        Path set = (mandate.equals(settings.mandate()) ? reports : reports.resolve(mandate)).resolve(day.toString());
        String again = " --date " + day + (mandate.equals(settings.mandate()) ? "" : " --mandate " + mandate);
        switch (result.end()) {
            case PUBLISHED -> {
                published(settings, result, set);
                return Exit.DONE;
            }
            case ALREADY_COMPLETE -> {
                System.err.println("Nothing to do: " + day + " is complete, see " + set.resolve("summary.html")
                        + ". To publish a revision: ./rekap run" + again + " --again");
                return Exit.NOTHING_TO_DO;
            }
            case NO_REGISTER -> {
                return noRegister(day);
            }
            case STOPPED -> {
                System.err.println("Stopped. Nothing is lost: ./rekap restart" + again + " goes on");
                return Exit.STOPPED;
            }
            case FAILED -> {
                System.err.println("Failed in " + result.failure() + ". " + fullDisks(settings.home())
                        + "Nothing was published and nothing is lost: ./rekap restart" + again + " goes on");
                return Exit.FAILED;
            }
        }
        throw new IllegalStateException();
    }

    /** What a fault does not say by itself: a database whose disk is full refuses statements, or dies. */
    static String fullDisks(Path home) {
        return HomeCheckup.room(home).stream()
                .filter(Diagnosis::fails)
                .map(full -> full.found() + ": " + full.next() + ". ")
                .collect(Collectors.joining());
    }

    private void published(Settings settings, Nightly.Result result, Path set) {
        var run = result.run();
        if (run == null) {
            return;
        }
        if (json()) {
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            printJson(new Report(
                    run.name(settings.mandate()),
                    "PUBLISHED",
                    result.seconds(),
                    result.rows(),
                    peak,
                    result.steps().entrySet().stream()
                            .map(e -> new StepSeconds(e.getKey(), e.getValue()))
                            .toList(),
                    set.toString()));
        } else {
            System.out.printf(
                    java.util.Locale.ROOT,
                    "Published %s in %.1f s: %s%n",
                    run.name(settings.mandate()),
                    result.seconds(),
                    set.resolve("summary.html"));
        }
    }
}
