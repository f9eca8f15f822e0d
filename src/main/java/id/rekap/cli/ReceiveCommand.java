package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.DecisionJournal;
import id.rekap.intake.IntakeBatch;
import id.rekap.intake.JournalBatch;
import id.rekap.lock.LiveRuns;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.ArchiveRecovery;
import id.rekap.nightly.ArchiveRecovery.Plan;
import id.rekap.report.SetName;
import id.rekap.value.Identifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives a database that was restored from an older dump what was received since. */
@Command(
        name = "receive",
        description =
                "Gives a database that was restored from an older dump what was received since, from the archive.")
final class ReceiveCommand extends HomeCommand {
    private static final int SHOWN = 20;

    @Option(names = "--from-archive", description = "From the archive and its journal: the only place that this asks.")
    private boolean fromArchive;

    @Option(
            names = "--since",
            paramLabel = "D",
            description = "The first business date that is looked at; by default all.")
    @Nullable
    private LocalDate since;

    @Option(names = "--dry-run", description = "Say what it would give back; write nothing.")
    private boolean dryRun;

    /** A batch that is given back. */
    private record Line(String date, int batch, int files, long agencies) {}

    private record Given(
            boolean dryRun,
            List<Line> records,
            List<String> toInbox,
            List<String> setsAside,
            List<String> notBack,
            List<String> next) {}

    @Override
    public Integer call() {
        if (!fromArchive) {
            Terminal.err("What lies in the inbox is received by ./rekap run. ./rekap receive --from-archive gives a"
                    + " database that was restored from an older dump what was received since");
            return Exit.USAGE;
        }
        Settings settings = settings();
        try (Database database = database(settings)) {
            return receive(settings, database);
        }
    }

    private int receive(Settings settings, Database database) {
        List<LiveRuns.Live> live = new LiveRuns(new JdbcTemplate(database.dataSource())).of(null, null);
        if (!live.isEmpty()) {
            Terminal.err("The run of " + live.get(0).date() + " is working ("
                    + live.get(0).owner() + "): wait until it ends, or ./rekap stop it first");
            return Exit.LOCK_HELD;
        }
        ArchiveRecovery archive =
                new ArchiveRecovery(settings.home(), database.dataSource(), settings.run(), version());
        if (!archive.hasJournal()) {
            Terminal.err("The archive has no journal, so nobody knows what its files were: bring archive/journal.jsonl"
                    + " back from the backup of HOME. The first run writes one");
            return Exit.UNUSABLE;
        }
        List<Mandate> mandates = mandates(settings);
        Plan plan = archive.look(Objects.requireNonNullElse(since, ReportCommand.FIRST), mandates);
        if (isRefused(plan)) {
            return Exit.UNUSABLE;
        }
        List<DecisionJournal.Line> decisions = decisions(settings, database);
        if (plan.isNothing()) {
            Terminal.err("Nothing to give back: the database has all that the journal of the archive has"
                    + (since == null ? "" : " from " + since + " on"));
            if (!decisions.isEmpty()) {
                Terminal.err("Decisions that it lacks, to be given again before the run that took them up:");
                decisions.forEach(line -> Terminal.err("  " + line.command()));
            }
            return Exit.NOTHING_TO_DO;
        }
        List<Path> aside =
                dryRun ? List.of() : archive.giveBack(plan, mandates, who(), clock().instant(), Terminal::err);
        say(settings, plan, decisions, aside);
        return Exit.DONE;
    }

    private List<DecisionJournal.Line> decisions(Settings settings, Database database) {
        try {
            return new DecisionJournal(settings.home().resolve("archive"), new JdbcTemplate(database.dataSource()))
                    .lacking(Objects.requireNonNullElse(since, ReportCommand.FIRST));
        } catch (IOException e) {
            throw new UncheckedIOException("The decisions that the archive keeps cannot be read", e);
        }
    }

    private static boolean isRefused(Plan plan) {
        if (plan.torn() > 1) {
            Terminal.err(
                    "warning: " + plan.torn() + " lines of archive/journal.jsonl cannot be read; each crash while it"
                            + " was written leaves one");
        }
        if (!plan.passed().isEmpty()) {
            Terminal.err("Nothing was given back: later batches than "
                    + names(plan.passed().stream().map(ReceiveCommand::name).toList())
                    + " are in the database, which was run on without "
                    + (plan.passed().size() == 1 ? "it" : "them")
                    + ". Restore the dump again, then ./rekap receive --from-archive before any run; or go on without,"
                    + " by a later --since");
            return true;
        }
        if (!plan.lost().isEmpty()) {
            Terminal.err("Nothing was given back: the archive has "
                    + (plan.lost().size() == 1
                            ? "a file no more: "
                            : plan.lost().size() + " files no more: ")
                    + names(plan.lost().stream().map(Identifier::maskedPath).toList())
                    + ". Bring the archive back from the backup of HOME, or begin later by --since");
            return true;
        }
        return false;
    }

    private static String name(IntakeBatch at) {
        return at.receivedOn() + (at.batch() == 1 ? "" : " (batch " + at.batch() + ")");
    }

    private static String names(List<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? ", and " + (names.size() - SHOWN) + " more" : "");
    }

    private void say(Settings settings, Plan plan, List<DecisionJournal.Line> decisions, List<Path> aside) {
        List<String> toInbox = plan.unfinished().stream()
                .flatMap(taken -> taken.archived().stream())
                .map(file -> Identifier.maskedPath(file.folder() + "/" + file.name()))
                .toList();
        List<String> sets = dryRun
                ? plan.sets().values().stream()
                        .flatMap(List::stream)
                        .map(SetName::toString)
                        .toList()
                : aside.stream().map(Path::toString).toList();
        Given given = new Given(
                dryRun,
                plan.records().stream().map(ReceiveCommand::line).toList(),
                toInbox,
                sets,
                notBack(),
                new DecisionsAgain(decisions)
                        .among(new RerunPlan(settings, plan, orToday(null)).commands(), plan.records()));
        if (json()) {
            printJson(given);
        } else {
            print(given);
        }
    }

    private static Line line(JournalBatch taken) {
        return new Line(
                taken.at().receivedOn().toString(),
                taken.at().batch(),
                taken.archived().size(),
                taken.archived().stream()
                        .map(JournalBatch.File::agency)
                        .distinct()
                        .count());
    }

    private static List<String> notBack() {
        return List.of(
                "imports of the register: ./rekap imports lists those that the database has; import the others again,"
                        + " each with its --date, before the runs",
                "exemptions: ./rekap exempt list shows those that the database has; give the others again before the runs",
                "acknowledgements: ./rekap ack list shows those that the database has; give the others again",
                "chats of the reporting group, and with them what heads of agency claimed: put a new export into"
                        + " inbox/_whatsapp, it holds what the ones before held; the first date after the runs below takes"
                        + " it, theirs go without",
                "decisions (accept, refuse, withdraw, quarantine): those that were made with this version of the program"
                        + " stand among the commands below; give others again before the run of the date that took them up");
    }

    private static void print(Given given) {
        Terminal.out(given.dryRun() ? "From the archive would come back:" : "From the archive came back:");
        given.records()
                .forEach(line -> Terminal.out("  " + line.date() + "  batch " + line.batch() + "  "
                        + counted(line.files(), "file") + " of "
                        + (line.agencies() == 1 ? "1 agency" : line.agencies() + " agencies")));
        if (!given.toInbox().isEmpty()) {
            Terminal.out("Into the inbox, from a batch that was cut off: " + names(given.toInbox()));
        }
        if (!given.setsAside().isEmpty()) {
            Terminal.out("Sets that the database does not know "
                    + (given.dryRun() ? "would be moved to .history/.aside: " : "lie there now: ")
                    + names(given.setsAside()));
        }
        Terminal.out("Not in the archive, and not back where they were made after the dump:");
        given.notBack().forEach(line -> Terminal.out("  " + line));
        Terminal.out("Then, in this order:");
        given.next().forEach(line -> Terminal.out("  " + line));
        if (!given.setsAside().isEmpty()) {
            Terminal.out("After that compare each set that was moved with the one of its name that was made again:"
                    + " diff -r reports/.history/.aside/DATE.N reports/.history/DATE.N says nothing where they are the"
                    + " same. Then .aside may be deleted");
        }
    }

    private static String counted(int files, String what) {
        return files + " " + what + (files == 1 ? "" : "s");
    }
}
