package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.ListsInForce;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.Withdrawals;
import id.rekap.intake.WrittenName;
import id.rekap.mandate.Mandate;
import id.rekap.value.Identifier;
import id.rekap.value.ShellWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a list out of force; the next run takes that up, and until then it can be taken back. */
@Command(
        name = "withdraw",
        description =
                "Takes the list in force of an agency out of force: with the next run the one before it holds again.")
final class WithdrawCommand extends HomeCommand {
    @Parameters(
            paramLabel = "SUBMISSION",
            description = "As agencies.csv names it, with or without the agency's code in front:"
                    + " 1.02.01/2020-07-31-0123456789ab. The agency alone means its list in force.")
    private String submission = "";

    @Option(names = "--undo", description = "Takes it back, as long as no run has taken it up.")
    private boolean undo;

    @Option(
            names = "--dry-run",
            description = "Say which list is in force, from which files, and which would hold; change nothing.")
    private boolean dryRun;

    /** @param holdsNext the list that holds with the next run, null where none does */
    private record Withdrawn(
            String submission,
            String decision,
            int rows,
            String receivedOn,
            List<String> files,
            List<String> mandates,
            @Nullable String holdsNext,
            boolean dryRun) {}

    /** A list in force, or one that waits to go out of it, under a mandate. */
    private record Candidate(String mandate, Submission list) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            return withdraw(settings, database);
        }
    }

    private int withdraw(Settings settings, Database database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        WrittenName name = new WrittenName(submission, jdbc);
        List<Candidate> meant = new ArrayList<>();
        for (Mandate mandate : mandates(settings)) {
            for (Submission list : undo ? waiting(jdbc, mandate.id()) : inForce(jdbc, mandate.id())) {
                if (name.means(list.agency(), list.receivedOn(), list.dropHash())) {
                    meant.add(new Candidate(mandate.id(), list));
                }
            }
        }
        List<String> names =
                meant.stream().map(one -> one.list().name()).distinct().toList();
        if (names.isEmpty()) {
            return nothing(jdbc, mandates(settings), name);
        }
        if (names.size() > 1) {
            Terminal.err("\"" + submission + "\" can mean several lists. Name one of them:");
            meant.stream()
                    .map(one -> "  " + one.list().name() + ", " + HoldsNext.facts(one.list()))
                    .distinct()
                    .forEach(Terminal::err);
            return Exit.USAGE;
        }
        Instant now = clock().instant();
        int exit = withdraw(jdbc, meant, now, database.transaction());
        if (exit == Exit.DONE && !dryRun) {
            keep(settings, database, "WITHDRAW", undo, names.get(0), now);
        }
        return exit;
    }

    /** As they will be in force with the next run: so a correction and the list below it can both be withdrawn at once. */
    private static List<Submission> inForce(JdbcTemplate jdbc, String mandate) {
        ListsInForce lists = new ListsInForce(jdbc, mandate);
        return jdbc.queryForList("select distinct code from agency order by code", String.class).stream()
                .flatMap(agency -> lists.next(agency).stream())
                .toList();
    }

    private static List<Submission> waiting(JdbcTemplate jdbc, String mandate) {
        return List.copyOf(new Submissions(jdbc, mandate)
                .get(new Withdrawals(jdbc, mandate).waiting())
                .values());
    }

    /** One drop may be in force under several mandates: it goes out of force under each. */
    private int withdraw(JdbcTemplate jdbc, List<Candidate> meant, Instant now, TransactionTemplate transaction) {
        Submission list = meant.get(0).list();
        Map<String, String> holds = new LinkedHashMap<>();
        Optional<Submission> next = Objects.requireNonNull(transaction.execute(status -> {
            for (Candidate one : meant) {
                Withdrawals withdrawals = new Withdrawals(jdbc, one.mandate());
                if (!(undo ? withdrawals.takeBack(one.list(), who(), now) : withdrawals.ask(one.list(), who(), now))) {
                    status.setRollbackOnly();
                    return Optional.empty();
                }
            }
            meant.forEach(one -> holds.put(one.mandate(), holdsNext(jdbc, one).inWords()));
            if (dryRun) {
                status.setRollbackOnly();
            }
            return holdsNext(jdbc, meant.get(0)).list();
        }));
        if (holds.isEmpty()) {
            Terminal.err("Somebody else has just decided on " + list.name() + ", or a run has taken it up;"
                    + " ./rekap status shows what waits");
            return Exit.NOTHING_TO_DO;
        }
        if (json()) {
            printJson(new Withdrawn(
                    list.name(),
                    undo ? "UNDO" : "WITHDRAW",
                    list.rows(),
                    list.receivedOn().toString(),
                    list.files().stream()
                            .map(file -> Identifier.maskedPath(file.name()))
                            .toList(),
                    meant.stream().map(Candidate::mandate).toList(),
                    next.map(Submission::name).orElse(null),
                    dryRun));
        } else {
            Terminal.out(said(list, holds));
        }
        return Exit.DONE;
    }

    private static HoldsNext holdsNext(JdbcTemplate jdbc, Candidate one) {
        return new HoldsNext(jdbc, one.mandate(), one.list().agency());
    }

    private String said(Submission list, Map<String, String> holds) {
        String what = list.name() + ", " + HoldsNext.facts(list);
        if (undo) {
            return (dryRun ? "Would be taken back: " : "Taken back: ") + list.name() + " stays in force, with its "
                    + HoldsNext.facts(list) + ".";
        }
        String then = new HashSet<>(holds.values()).size() == 1
                ? holds.values().iterator().next()
                : holds.entrySet().stream()
                        .map(one -> "under mandate " + one.getKey() + ", " + one.getValue())
                        .collect(Collectors.joining(" "));
        return dryRun
                ? "In force: " + what + ". If it is withdrawn, with the next run " + then + " Nothing was changed."
                : "Withdrawn " + what + ": " + then
                        + " This takes effect with the next run; nothing that is published changes, and until then"
                        + " ./rekap withdraw " + ShellWord.of(list.name()) + " --undo takes it back.";
    }

    private int nothing(JdbcTemplate jdbc, List<Mandate> mandates, WrittenName name) {
        Optional<String> why = mandates.stream()
                .flatMap(mandate -> new Submissions(jdbc, mandate.id())
                        .named(submission).stream()
                                .filter(list -> name.means(list.agency(), list.receivedOn(), list.dropHash()))
                                .map(list -> new NotInForce(jdbc, mandate.id(), list).why()))
                .findFirst();
        if (why.isEmpty()) {
            Terminal.err("No submission is named " + submission + ": agencies.csv names those in force, ./rekap status"
                    + " those that wait, as <agency>/<date>-<hash>");
            return Exit.UNUSABLE;
        }
        Terminal.err((undo ? "Nothing to take back: " : "Nothing to withdraw: ") + why.get());
        return Exit.NOTHING_TO_DO;
    }
}
