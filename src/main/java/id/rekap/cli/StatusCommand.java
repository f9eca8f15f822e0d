package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.HeldList;
import id.rekap.intake.HeldLists;
import id.rekap.intake.Quarantine;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.Withdrawals;
import id.rekap.nightly.RunLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
            List<Waiting> held,
            List<Pending> decided,
            List<Quarantine.Out> quarantined,
            List<InboxLine> inbox,
            ScheduleStatus schedule) {}

    /** A held list with what can be done about it. */
    private record Waiting(
            String submission,
            String mandate,
            String receivedOn,
            int rows,
            int rowsInForce,
            List<String> codes,
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
            List<RunLog.Line> runs = chosen(log.runs(settings.mandate()), settings.mandate());
            List<HeldList> held = new HeldLists(jdbc).waiting();
            List<Pending> decided = decided(jdbc);
            List<Quarantine.Out> quarantined = new Quarantine(jdbc).open();
            List<InboxLine> inbox = InboxLine.of(settings, jdbc, clock(), orToday(null));
            ScheduleStatus schedule = ScheduleStatus.of(settings, jdbc, clock().instant());
            int exit = schedule.exit(oldest);
            if (json()) {
                printJson(new Status(
                        runs,
                        held.stream().map(StatusCommand::waiting).toList(),
                        decided,
                        quarantined,
                        inbox,
                        schedule));
                return exit;
            }
            show(log, runs);
            schedule.lines().forEach(Terminal::out);
            held.forEach(list -> {
                Terminal.out("held  " + HeldText.line(list));
                Terminal.out("  next: " + next(list));
            });
            decided.forEach(one -> {
                Terminal.out("decided  " + one.submission() + "  " + one.decision() + " with the next run");
                Terminal.out("  to take it back: " + one.undo());
            });
            quarantined.forEach(out -> {
                Terminal.out("quarantined  " + out.submission() + "  " + out.mandate());
                Terminal.out("  next: ask the agency for a list that can be read; until then the one before it holds");
            });
            inbox.forEach(line -> Terminal.out(line.text()));
            return exit;
        }
    }

    private static List<Pending> decided(JdbcTemplate jdbc) {
        List<Pending> decided = new ArrayList<>();
        for (HeldList list : new HeldLists(jdbc).pending()) {
            HeldList.Decision decision = Objects.requireNonNull(list.decision());
            decided.add(
                    new Pending(list.name(), list.mandate(), decision.name(), HeldText.undo(decision, list.name())));
        }
        for (String mandate : jdbc.queryForList("select distinct mandate from withdrawal", String.class)) {
            new Submissions(jdbc, mandate)
                    .get(new Withdrawals(jdbc, mandate).waiting()).values().stream()
                            .map(Submission::name)
                            .sorted()
                            .forEach(name -> decided.add(
                                    new Pending(name, mandate, "WITHDRAW", "./rekap withdraw " + name + " --undo")));
        }
        return decided;
    }

    @Override
    List<RunLog.Line> chosen(List<RunLog.Line> runs, String defaultMandate) {
        List<RunLog.Line> open =
                runs.stream().filter(run -> !run.state().equals("PUBLISHED")).toList();
        return open.isEmpty() ? runs.stream().limit(1).toList() : open;
    }

    private static Waiting waiting(HeldList list) {
        return new Waiting(
                list.name(),
                list.mandate(),
                list.receivedOn().toString(),
                list.rows(),
                list.rowsInForce(),
                list.codes().stream().map(Enum::name).toList(),
                next(list));
    }

    private static String next(HeldList list) {
        return "ask the agency, then ./rekap accept " + list.name() + " or ./rekap refuse " + list.name();
    }
}
