package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.database.Database;
import id.rekap.database.Diagnosis;
import id.rekap.intake.HeldList;
import id.rekap.intake.HeldLists;
import id.rekap.intake.Quarantine;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.Withdrawals;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.nightly.RunLog;
import id.rekap.schedule.ScheduledJob;
import id.rekap.value.Identifier;
import id.rekap.value.ShellWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is running or unfinished, else the latest; and what waits for a decision. */
@Command(
        name = "status",
        description = "What is running or unfinished, who owns it, which lists are held, and what is safe to do next.")
final class StatusCommand extends RunsCommand {
    private record Status(
            List<RunLog.Line> runs,
            List<OpenSet> sets,
            List<Waiting> held,
            List<Pending> decided,
            List<Quarantine.Out> quarantined,
            List<Diagnosis> problems,
            List<InboxLine> inbox,
            ScheduleStatus schedule,
            List<MissingNights> missing,
            List<WorkerLine> workers) {}

    /** A held list with what can be done about it. */
    private record Waiting(
            String submission,
            String mandate,
            String receivedOn,
            int rows,
            int rowsInForce,
            List<String> codes,
            String facts,
            List<String> files,
            String next) {}

    /** A decision that the next run takes up. */
    private record Pending(String submission, String mandate, String decision, String undo) {}

    @Option(
            names = "--fail-if-older",
            paramLabel = "AGE",
            description = "End with 20 where the newest published date was due longer ago, such as 26h.")
    private @Nullable String limit;

    @Override
    public Integer call() {
        Duration oldest = null;
        if (limit != null) {
            try {
                oldest = DurationStyle.detectAndParse(limit.strip());
            } catch (IllegalArgumentException e) {
                Terminal.err("--fail-if-older is " + limit + "; write it as 26h, 90m or 2d");
                return Exit.USAGE;
            }
        }
        return status(oldest);
    }

    private int status(@Nullable Duration oldest) {
        Settings settings = settings();
        try (Database database = database(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            RunLog log = new RunLog(jdbc);
            List<RunLog.Line> all = log.runs(settings.mandate());
            List<RunLog.Line> runs = chosen(all, settings.mandate());
            List<OpenSet> sets = OpenSet.of(settings, all, jdbc);
            List<HeldList> held = new HeldLists(jdbc).waiting();
            List<Pending> decided = decided(jdbc);
            List<Quarantine.Out> quarantined = new Quarantine(jdbc).open();
            List<Diagnosis> problems = problems(settings, database);
            List<InboxLine> inbox = InboxLine.of(settings, jdbc, clock(), orToday(null)).stream()
                    .map(line -> problems.isEmpty() ? line : line.whileRefused())
                    .toList();
            ScheduleStatus schedule = ScheduleStatus.of(settings, jdbc, clock().instant());
            List<MissingNights> missing =
                    schedule.isKept() ? List.of() : MissingNights.of(all, settings.mandate(), orToday(null));
            List<WorkerLine> workers = WorkerLine.of(jdbc);
            int exit = schedule.exit(oldest);
            if (json()) {
                printJson(new Status(
                        runs,
                        sets,
                        held.stream().map(StatusCommand::waiting).toList(),
                        decided,
                        quarantined,
                        problems,
                        inbox,
                        schedule,
                        missing,
                        workers));
                return exit;
            }
            show(log, runs);
            sets.forEach(OpenSet::print);
            workers.forEach(worker -> Terminal.out(worker.text()));
            schedule.lines().forEach(Terminal::out);
            missing.forEach(nights -> Terminal.out(nights.line(settings.mandate())));
            held.forEach(StatusCommand::print);
            decided.forEach(StatusCommand::print);
            quarantined.forEach(StatusCommand::print);
            problems.forEach(problem -> Terminal.out(Checkup.line(problem)));
            inbox.forEach(line -> Terminal.out(line.text()));
            return exit;
        }
    }

    private static void print(HeldList list) {
        Terminal.out("held  " + HeldListText.line(list));
        Terminal.out("  " + list.facts(Catalogue.load(), Locale.ENGLISH));
        Terminal.out("  received on " + list.receivedOn() + ": " + HeldListText.files(list.files()));
        Terminal.out("  next: " + next(list));
    }

    private static void print(Pending one) {
        Terminal.out("decided  " + one.submission() + "  " + one.decision() + " with the next run");
        Terminal.out("  to take it back: " + one.undo());
    }

    private static void print(Quarantine.Out out) {
        Terminal.out("quarantined  " + out.submission() + "  " + out.mandate());
        Terminal.out("  next: ask the agency for a list that can be read; until then the one before it holds");
    }

    /** What ends the next run before it begins. */
    private List<Diagnosis> problems(Settings settings, Database database) {
        List<Diagnosis> found = new ArrayList<>();
        try {
            ScheduledJob.NIGHTLY.plan(settings.home());
        } catch (ConfigurationInvalid e) {
            found.add(Diagnosis.problem("configuration", String.valueOf(e.getMessage()), "correct it"));
        }
        Checkup.beforeNight(settings, database, clock(), settings.mandate(), orToday(null)).stream()
                .filter(Diagnosis::fails)
                .forEach(found::add);
        return found;
    }

    private static List<Pending> decided(JdbcTemplate jdbc) {
        List<Pending> decided = new ArrayList<>();
        for (HeldList list : new HeldLists(jdbc).pending()) {
            HeldList.Decision decision = Objects.requireNonNull(list.decision());
            decided.add(new Pending(
                    list.name(), list.mandate(), decision.name(), HeldListText.undo(decision, list.name())));
        }
        for (String mandate : jdbc.queryForList("select distinct mandate from withdrawal", String.class)) {
            new Submissions(jdbc, mandate)
                    .get(new Withdrawals(jdbc, mandate).waiting()).values().stream()
                            .map(Submission::name)
                            .sorted()
                            .forEach(name -> decided.add(new Pending(
                                    name, mandate, "WITHDRAW", "./rekap withdraw " + ShellWord.of(name) + " --undo")));
        }
        return decided;
    }

    @Override
    List<RunLog.Line> chosen(List<RunLog.Line> runs, String defaultMandate) {
        List<RunLog.Line> open =
                runs.stream().filter(run -> !run.state().equals("PUBLISHED")).toList();
        return open.isEmpty() ? latest(runs, defaultMandate) : open;
    }

    /** Of each mandate, the default one first. */
    private static List<RunLog.Line> latest(List<RunLog.Line> runs, String defaultMandate) {
        Map<String, RunLog.Line> latest = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparing(run -> !run.mandate().equals(defaultMandate)))
                .forEach(run -> latest.putIfAbsent(run.mandate(), run));
        return List.copyOf(latest.values());
    }

    private static Waiting waiting(HeldList list) {
        return new Waiting(
                list.name(),
                list.mandate(),
                list.receivedOn().toString(),
                list.rows(),
                list.rowsInForce(),
                list.codes().stream().map(Enum::name).toList(),
                list.facts(Catalogue.load(), Locale.ENGLISH),
                list.files().stream().map(Identifier::maskedPath).toList(),
                next(list));
    }

    private static String next(HeldList list) {
        String name = ShellWord.of(list.name());
        return "ask the agency, then ./rekap accept " + name + " or ./rekap refuse " + name;
    }
}
