package id.rekap.cli;

import id.rekap.cli.Launcher.Ended;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.RunStore;
import id.rekap.schedule.ScheduledJob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a scheduled job does for a date: commands as an operator would give them. */
final class Work {
    private final Settings settings;
    private final RunStore runs;
    private final Launcher launcher;

    Work(Settings settings, JdbcTemplate jdbc, Launcher launcher) {
        this.settings = settings;
        this.runs = new RunStore(jdbc);
        this.launcher = launcher;
    }

    /** The run table says which nights are done; of other jobs nothing but the schedule's own word does. */
    boolean isDone(ScheduledJob job, LocalDate date) {
        return switch (job) {
            case NIGHTLY -> mandates().stream().allMatch(mandate -> runs.isPublished(mandate, date));
            case REGISTER_IMPORT, PURGE -> false;
        };
    }

    /** Does it; where a mandate's night fails, the others are run all the same. */
    Ended of(ScheduledJob job, LocalDate date) {
        List<List<String>> commands = switch (job) {
            case NIGHTLY ->
                mandates().stream()
                        .filter(mandate -> !runs.isPublished(mandate, date))
                        .map(mandate -> List.of("run", "--date", date.toString(), "--mandate", mandate))
                        .toList();
            case REGISTER_IMPORT -> List.of(List.of("import", "inbox", "--date", date.toString(), "--unless-refused"));
            case PURGE -> List.of(List.of("purge", "--date", date.toString()));
        };
        Ended worst = new Ended(Exit.DONE, "");
        for (List<String> command : commands) {
            Ended ended = launcher.run(command);
            if (ended.exit() == Exit.STOPPED) {
                return ended;
            }
            worst = worse(worst, ended);
        }
        return worst;
    }

    /** Of two that failed the first is told; what is at work elsewhere has not failed. */
    static Ended worse(Ended first, Ended second) {
        return weight(second) > weight(first) ? second : first;
    }

    private static int weight(Ended ended) {
        return switch (ended.exit()) {
            case Exit.DONE, Exit.NOTHING_TO_DO -> 0;
            case Exit.LOCK_HELD -> 1;
            default -> 2;
        };
    }

    /** The default one first. Where a mandate's file is wrong, the run itself says so. */
    private List<String> mandates() {
        List<String> mandates = new ArrayList<>(List.of(settings.mandate()));
        try {
            new Mandates(settings.home())
                    .others(settings.mandate()).stream().map(Mandate::id).forEach(mandates::add);
        } catch (ConfigurationInvalid e) {
            return mandates;
        }
        return mandates;
    }
}
