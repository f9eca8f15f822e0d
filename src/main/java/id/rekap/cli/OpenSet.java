package id.rekap.cli;

import id.rekap.nightly.RunLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the newest published set of a mandate has open.
 *
 * @param seconds from the first start of its run to its end
 * @param open what {@code run} told when it was published
 * @param still the rest of what is open since an earlier night and not acknowledged
 */
record OpenSet(
        String run,
        String set,
        @Nullable Double seconds,
        SetCounts exceptions,
        List<OpenKind> open,
        List<OpenKind> still) {

    /** Of each mandate whose set is there; the doctor finds those that are lost. */
    static List<OpenSet> of(Settings settings, List<RunLog.Line> runs, JdbcTemplate jdbc) {
        Set<String> mandates = new HashSet<>();
        List<OpenSet> sets = new ArrayList<>();
        for (RunLog.Line run : runs) {
            if (run.state().equals("PUBLISHED") && mandates.add(run.mandate())) {
                LocalDate date = LocalDate.parse(run.date());
                Path set = NightCommand.set(settings, run.mandate(), date);
                if (Files.exists(set.resolve("manifest.json"))) {
                    OpenKinds kinds = OpenKinds.of(set, date, jdbc);
                    sets.add(new OpenSet(
                            run.run(), set.toString(), run.seconds(), SetCounts.of(set), kinds.told(), kinds.still()));
                }
            }
        }
        return sets;
    }

    void print() {
        Terminal.out("set  " + run
                + (seconds == null ? "" : String.format(Locale.ROOT, "  published %.1f s after it began", seconds))
                + "  "
                + exceptions.inWords());
        OpenKinds.lines(open, "held, see below", Path.of(set)).forEach(line -> Terminal.out("  " + line));
        if (!still.isEmpty()) {
            Terminal.out(
                    "  still open: " + still.stream().map(OpenKind::counted).collect(Collectors.joining(", ")));
        }
    }
}
