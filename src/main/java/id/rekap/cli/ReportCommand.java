package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.lock.LockHeld;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.Republished;
import id.rekap.nightly.Republisher;
import id.rekap.nightly.RunStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes published sets again from the database alone. */
@Command(
        name = "report",
        description =
                "Makes the published set of a date again from the database alone, where reports are lost or damaged.")
final class ReportCommand extends NightCommand {
    static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "Every published date from this one on; the first by default.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Every published date up to this one; the last by default.")
    private @Nullable LocalDate to;

    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "An earlier revision of the date; it only stands in .history again.")
    private int revision;

    @Override
    public Integer call() {
        if (revision < 0 || (revision > 0 && (from != null || to != null))) {
            Terminal.err("--revision is a number from 1 on, of one --date");
            return Exit.USAGE;
        }
        if (date != null && (from != null || to != null)) {
            Terminal.err("Either --date, or --from and --to");
            return Exit.USAGE;
        }
        return untilAsked(this::report);
    }

    private int report(Settings settings, Database database) {
        String id = mandateId(settings);
        Mandate mandate = new Mandates(settings.home()).get(id);
        Path own = reports(settings, id);
        ReportWords words = new ReportWords(
                own,
                mandateId == null ? "" : " --mandate " + id,
                new RunStore(new JdbcTemplate(database.dataSource())),
                mandate,
                new JdbcTemplate(database.dataSource()));
        boolean isOne = from == null && to == null;
        List<LocalDate> dates = isOne ? List.of(orToday(date)) : words.published(orElse(from, FIRST), orElse(to, LAST));
        if (dates.isEmpty()) {
            Terminal.err("No set was published in these days. " + words.publishedAtAll());
            return Exit.UNUSABLE;
        }
        if (Checkup.fails(Checkup.beforeReport(settings, database, clock()))) {
            return Exit.UNUSABLE;
        }
        Republisher republisher = new Republisher(
                database.dataSource(),
                mandate,
                own,
                settings.run(),
                settings.capacity().atOnce(),
                version());
        List<ReportWords.Line> lines = new ArrayList<>();
        int exit = Exit.NOTHING_TO_DO;
        for (LocalDate day : dates) {
            int ended = report(day, republisher, words, settings.mandate(), lines);
            exit = worse(exit, ended);
            if (ended == Exit.STOPPED) {
                break;
            }
            if (Signals.STOPPER.isAsked() && !day.equals(dates.get(dates.size() - 1))) {
                Terminal.err("Stopped after " + day + ": ./rekap report --from " + day.plusDays(1) + " goes on");
                exit = Exit.STOPPED;
                break;
            }
        }
        if (json() && !lines.isEmpty()) {
            printJson(isOne ? lines.get(0) : lines);
        }
        return exit;
    }

    private int report(
            LocalDate day,
            Republisher republisher,
            ReportWords words,
            String defaultMandate,
            List<ReportWords.Line> lines) {
        Republished made;
        try {
            made = republisher.of(day, revision, Terminal::err, Signals.STOPPER);
        } catch (LockHeld e) {
            Terminal.err(String.valueOf(e.getMessage()));
            return Exit.LOCK_HELD;
        }
        switch (made.end()) {
            case MADE, REPLACED, LINKED, UNCHANGED -> {
                ReportWords.Line line = words.line(made, defaultMandate);
                lines.add(line);
                boolean isNothing = made.end() == Republished.End.UNCHANGED;
                if (!json()) {
                    String done = words.done(made, line);
                    if (isNothing) {
                        Terminal.err(done);
                    } else {
                        Terminal.out(done);
                    }
                }
                words.notes(made, day).forEach(Terminal::err);
                return isNothing ? Exit.NOTHING_TO_DO : Exit.DONE;
            }
            case NEVER_PUBLISHED, LOST, OLDER_DATABASE, CUT_OFF, NO_LINK -> {
                Terminal.err(words.refused(made, day, revision));
                return Exit.UNUSABLE;
            }
            case STOPPED -> {
                Terminal.err("Stopped at " + day + ": nothing of it was replaced. The same command goes on");
                return Exit.STOPPED;
            }
            case FAILED -> {
                Terminal.err("Failed: " + made.failure() + ". " + fullDisks(home())
                        + "Readers have the old set or the new one, whole: mend that, then the same command again");
                return Exit.FAILED;
            }
        }
        throw new IllegalStateException();
    }

    private static LocalDate orElse(@Nullable LocalDate chosen, LocalDate otherwise) {
        return chosen == null ? otherwise : chosen;
    }

    /** What somebody has to look at before what is done, and that before nothing to do. */
    private static int worse(int one, int other) {
        boolean isFault = one != Exit.DONE && one != Exit.NOTHING_TO_DO;
        return isFault || other == Exit.NOTHING_TO_DO ? one : other;
    }
}
