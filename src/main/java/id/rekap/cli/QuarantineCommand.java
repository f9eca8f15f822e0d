package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.Delivery;
import id.rekap.intake.Quarantine;
import id.rekap.intake.Quarantine.Wish;
import id.rekap.lock.LiveRuns;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.RunLog;
import id.rekap.value.ShellWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes out a delivery that a run cannot get past; a run that failed over it goes on without it. */
@Command(
        name = "quarantine",
        description = "Takes out a delivery that a run cannot get past: it is refused, and the list before it holds.")
final class QuarantineCommand extends HomeCommand {
    @Parameters(
            paramLabel = "SUBMISSION",
            description = "As the run that failed names it, with or without the agency in front:"
                    + " 1.02.01/2020-07-31-0123456789ab.")
    private String submission = "";

    private record Quarantined(String submission, List<String> mandates, String next) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            return quarantine(settings, database);
        }
    }

    private int quarantine(Settings settings, Database database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        List<LiveRuns.Live> live = new LiveRuns(jdbc).of(null, null);
        if (!live.isEmpty()) {
            Terminal.err("The run of " + live.get(0).date() + " is working ("
                    + live.get(0).owner() + "): wait until it ends, or ./rekap stop it first");
            return Exit.LOCK_HELD;
        }
        Quarantine quarantine = new Quarantine(jdbc);
        List<Delivery> meant = quarantine.meant(submission);
        if (meant.isEmpty()) {
            Terminal.err("No delivery is named " + submission + ": ./rekap status and the run that failed name it"
                    + " <agency>/<date>-<hash>");
            return Exit.UNUSABLE;
        }
        if (meant.size() > 1) {
            Terminal.err("\"" + submission + "\" can mean several deliveries. Name one of them:");
            meant.forEach(one -> Terminal.err("  " + one.submissionName()));
            return Exit.USAGE;
        }
        return takeOut(settings, database, quarantine, meant.get(0));
    }

    private int takeOut(Settings settings, Database database, Quarantine quarantine, Delivery delivery) {
        Instant now = clock().instant();
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        List<String> out = new ArrayList<>();
        database.transaction().executeWithoutResult(status -> {
            for (Mandate mandate : mandates(settings)) {
                Wish wish = quarantine.wish(mandate.id(), delivery, who(), now);
                wishes.add(wish);
                if (wish == Wish.DONE) {
                    out.add(mandate.id());
                }
            }
            if (wishes.contains(Wish.PUBLISHED)) {
                // what a set was made with goes out of force by a withdrawal, under every mandate
                status.setRollbackOnly();
                out.clear();
            }
        });
        String name = delivery.submissionName();
        if (out.isEmpty()) {
            Terminal.err("Nothing is taken out: " + name + " " + why(name, wishes));
            return Exit.NOTHING_TO_DO;
        }
        keep(settings, database, "QUARANTINE", false, name, now);
        String next = next(settings, new RunLog(new JdbcTemplate(database.dataSource())));
        if (json()) {
            printJson(new Quarantined(name, out, next));
        } else {
            Terminal.out("Taken out: " + name + ". It is refused, and the list before it holds; its files stay in the"
                    + " archive. Next: " + next);
        }
        return Exit.DONE;
    }

    private static String why(String name, Set<Wish> wishes) {
        if (wishes.contains(Wish.PUBLISHED)) {
            return "is in a published set; ./rekap withdraw " + ShellWord.of(name)
                    + " takes it out of force from the next run on";
        }
        return wishes.contains(Wish.WAITS)
                ? "is held; ./rekap refuse " + ShellWord.of(name)
                : "is refused already, or has changed nothing";
    }

    private static String next(Settings settings, RunLog log) {
        return log.runs(settings.mandate()).stream()
                .filter(run -> !run.state().equals("PUBLISHED"))
                .map(RunLog.Line::next)
                .findFirst()
                .orElse("nothing; the next run goes without it");
    }
}
