package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.Preview;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.RegisterTypes;
import id.rekap.nightly.RevisionCheck;
import id.rekap.nightly.RevisionCheck.Foreseen;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunIntake;
import id.rekap.nightly.RunStore;
import id.rekap.register.Agencies;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nightly job for a business date. */
@Command(name = "run", description = "The nightly job for a business date.")
final class RunCommand extends NightCommand {
    @Option(names = "--again", description = "Publish a revision of a date that is complete.")
    private boolean again;

    @Option(
            names = "--dry-run",
            description =
                    "Say what the night would take from the inbox, with --again also what would change; write nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Even for a day that has not come.")
    private boolean force;

    @Mixin
    private final FailOn failOn = new FailOn();

    @Override
    public Integer call() {
        LocalDate today = orToday(null);
        if (date != null && date.isAfter(today) && !force) {
            Terminal.err(date + " has not come yet, in Asia/Jakarta it is " + today + ": nothing was done."
                    + " A night of that day would keep the nights until then from taking files."
                    + " Correct --date, or add --force where it is meant");
            return Exit.USAGE;
        }
        return untilAsked((settings, database) ->
                dryRun ? dryRun(settings, database) : night(settings, database, orToday(date), again));
    }

    /** Ends in something that cannot be used: says so of the night, too, where none has begun. */
    void unusable() {
        if (!dryRun && !hasBegun) {
            Terminal.err(notBegun(orToday(date)));
        }
    }

    @Override
    int published(Report report) {
        return failOn.exit(report, super.published(report));
    }

    private int dryRun(Settings settings, Database database) {
        LocalDate day = orToday(date);
        RunStore runs = new RunStore(new JdbcTemplate(database.dataSource()));
        if (!runs.hasRegister(day)) {
            return noRegister(day);
        }
        String id = mandateId(settings);
        Mandates mandates = new Mandates(settings.home());
        Mandate mandate = mandates.get(id);
        Optional<Run> latest = runs.latest(id, day);
        boolean isComplete = latest.filter(Run::isPublished).isPresent();
        if (isComplete && !again) {
            if (json()) {
                say(List.of());
            }
            InboxLine.of(settings, new JdbcTemplate(database.dataSource()), clock(), day)
                    .forEach(line -> Terminal.err(line.text()));
            return complete(settings, id, day);
        }
        RegisterTypes.check(database.dataSource(), mandate, day);
        if (isComplete) {
            return revision(settings, database, mandate, mandates.others(id), day);
        }
        RunIntake records = new RunIntake(new JdbcTemplate(database.dataSource()));
        if (records.givenBack(day).isPresent()) {
            say(List.of());
            Terminal.err("The run of " + day + " reads what the archive gave back, and takes no files from the inbox");
            return Exit.DONE;
        }
        if (records.takesNothing(day)) {
            say(List.of());
            Terminal.err(day + " is not the newest date: its run takes no files");
            return Exit.DONE;
        }
        if (latest.isPresent() && latest.get().hasLooked()) {
            say(List.of());
            Terminal.err("The run of " + day + " is unfinished and has looked at the inbox before:"
                    + " it goes on with what it saw then, and takes nothing that came later");
            return Exit.DONE;
        }
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        say(new DryRun(settings, mandate, mandates.others(id))
                .lines(clock().instant(), new Agencies(jdbc).directory(day)));
        InboxLine.of(settings, jdbc, clock(), day).stream()
                .filter(line -> !line.kind().equals("WAITS"))
                .forEach(line -> Terminal.err(line.text()));
        return Exit.DONE;
    }

    /** What a revision would take, and what would change by it and by what was learnt since. */
    private int revision(Settings settings, Database database, Mandate mandate, List<Mandate> others, LocalDate day) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        RunIntake records = new RunIntake(jdbc);
        List<Preview.Line> files =
                records.takesNothing(day) || records.givenBack(day).isPresent()
                        ? List.of()
                        : new DryRun(settings, mandate, others)
                                .lines(clock().instant(), new Agencies(jdbc).directory(day)).stream()
                                        .map(RunCommand::masked)
                                        .toList();
        Foreseen foreseen = new RevisionCheck(
                        settings.home(), database.dataSource(), mandate, others, settings.run(), clock(), version())
                .of(day);
        if (json()) {
            printJson(new ForeseenText.Document(foreseen, files));
        } else {
            files.forEach(line -> Terminal.out(line.file() + ": " + DryRun.words(line)));
            new ForeseenText(foreseen).lines().forEach(Terminal::out);
            Terminal.out("Nothing was taken or written: ./rekap run" + which(settings, mandate.id(), day)
                    + " --again publishes it");
        }
        return Exit.DONE;
    }

    private void say(List<Preview.Line> found) {
        List<Preview.Line> lines = found.stream().map(RunCommand::masked).toList();
        if (json()) {
            printJson(lines);
        } else {
            lines.forEach(line -> Terminal.out(line.file() + ": " + DryRun.words(line)));
            Terminal.out(lines.size() + (lines.size() == 1 ? " file" : " files") + "; nothing was taken or written");
        }
    }

    private static Preview.Line masked(Preview.Line line) {
        return new Preview.Line(
                Identifier.maskedPath(line.file()),
                line.agency(),
                line.rows(),
                line.refusedFor(),
                Identifier.masked(line.found()));
    }
}
