package id.rekap.cli;

import id.rekap.nightly.RunLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the newest published set of a mandate has open. */
record OpenSet(String run, String set, SetCounts exceptions, List<OpenKind> open) {

    /** Of each mandate whose set is there; the doctor finds those that are lost. */
    static List<OpenSet> of(Settings settings, List<RunLog.Line> runs, JdbcTemplate jdbc) {
        Set<String> mandates = new HashSet<>();
        List<OpenSet> sets = new ArrayList<>();
        for (RunLog.Line run : runs) {
            if (run.state().equals("PUBLISHED") && mandates.add(run.mandate())) {
                LocalDate date = LocalDate.parse(run.date());
                Path set = NightCommand.set(settings, run.mandate(), date);
                if (Files.exists(set.resolve("manifest.json"))) {
                    sets.add(new OpenSet(run.run(), set.toString(), SetCounts.of(set), OpenKinds.of(set, date, jdbc)));
                }
            }
        }
        return sets;
    }

    void print() {
        Terminal.out("set  " + run + "  " + exceptions.inWords());
        OpenKinds.lines(open, "held, see below", Path.of(set)).forEach(line -> Terminal.out("  " + line));
    }
}
