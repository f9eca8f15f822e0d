package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.lock.LiveRuns;
import id.rekap.lock.LiveRuns.Live;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the running job, of this or of another machine, to stop at its next chunk, and waits for it. */
@Command(name = "stop", description = "Asks the running job to stop at its next chunk, and waits until it has.")
final class StopCommand extends HomeCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(names = "--date", paramLabel = "D", description = "Its business date; any by default.")
    private @Nullable LocalDate date;

    @Option(names = "--mandate", paramLabel = "ID", description = "Its mandate; any by default.")
    private @Nullable String mandate;

    private record Stopped(String mandate, String date, String owner, String end) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            return stop(new JdbcTemplate(database.dataSource()), settings.mandate());
        }
    }

    private int stop(JdbcTemplate jdbc, String defaultMandate) {
        LiveRuns live = new LiveRuns(jdbc);
        List<Live> running = live.of(mandate, date);
        if (running.isEmpty()) {
            Terminal.err("Nothing to stop: no run " + (date == null ? "" : "of " + date + " ")
                    + "is working. ./rekap status shows what is unfinished");
            return Exit.NOTHING_TO_DO;
        }
        for (Live run : running) {
            live.askToStop(run);
            Terminal.err("Asked the run of " + run.date() + " (" + run.owner()
                    + ") to stop at its next chunk; waiting at most " + PATIENCE.toSeconds() + " s");
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<Stopped> ends = running.stream()
                .map(run -> new Stopped(run.mandate(), run.date().toString(), run.owner(), end(jdbc, run, until)))
                .toList();
        if (json()) {
            printJson(ends);
        } else {
            ends.forEach(end -> Terminal.out(words(end, defaultMandate)));
        }
        return Exit.DONE;
    }

    private static String end(JdbcTemplate jdbc, Live run, long until) {
        LiveRuns live = new LiveRuns(jdbc);
        while (!live.isOver(run)) {
            if (System.nanoTime() > until) {
                return "ASKED";
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "ASKED";
            }
        }
        Optional<Run> ended = new RunStore(jdbc).latest(run.mandate(), run.date());
        return ended.map(Run::state).map(Run.State::name).orElse("NOTHING");
    }

    private static String words(Stopped run, String defaultMandate) {
        String option = run.mandate().equals(defaultMandate) ? "" : " --mandate " + run.mandate();
        String restart = "./rekap restart --date " + run.date() + option;
        String begin = "The run of " + run.date() + " ";
        return switch (run.end()) {
            case "STOPPED" -> begin + "has stopped. Nothing is lost: " + restart + " goes on";
            case "PUBLISHED" -> begin + "was published before it could stop";
            case "FAILED" -> begin + "failed before it could stop: " + restart + " goes on";
            case "ASKED" -> begin + "is still at the chunk in hand and will stop after it; ./rekap status shows when";
            case "NOTHING" -> begin + "ended before it had begun";
            default -> begin + "ended without a word: its process died. " + restart + " goes on";
        };
    }
}
