package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.HeldList;
import id.rekap.intake.HeldList.Decision;
import id.rekap.intake.HeldLists;
import id.rekap.intake.WrittenName;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on a held list; the next run takes the decision up, and until then it can be changed or taken back. */
abstract class DecisionCommand extends HomeCommand {
    @Parameters(
            paramLabel = "SUBMISSION",
            description = "As ./rekap status shows it, with or without the agency's code in front:"
                    + " 1.02.01/2020-07-31-0123456789ab. The agency alone will do where it has one.")
    private String submission = "";

    @Option(names = "--undo", description = "Takes the decision back, as long as no run has taken it up.")
    private boolean undo;

    abstract Decision decision();

    private record Decided(String submission, String decision, int rows, int rowsInForce, String mandate) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            return decide(settings, database);
        }
    }

    private int decide(Settings settings, Database database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        HeldLists held = new HeldLists(jdbc);
        List<HeldList> all = held.all();
        WrittenName name = new WrittenName(submission, jdbc);
        List<HeldList> meant = all.stream()
                .filter(list -> name.means(list.agency(), list.receivedOn(), list.dropHash()))
                .toList();
        Predicate<HeldList> isOpen =
                undo ? list -> list.isPending() && list.decision() == decision() : list -> list.canBecome(decision());
        List<HeldList> open = meant.stream().filter(isOpen).toList();
        if (open.isEmpty()) {
            return meant.isEmpty() ? unknown(held, all) : nothingToDecide(meant.get(meant.size() - 1));
        }
        if (open.stream().map(HeldList::name).distinct().count() > 1) {
            Terminal.err("\"" + submission + "\" can mean several held lists. Name one of them:");
            open.forEach(list -> Terminal.err("  " + HeldListText.line(list)));
            return Exit.USAGE;
        }
        Instant now = clock().instant();
        int exit = decide(held, open, now, database.transaction());
        if (exit == Exit.DONE) {
            keep(settings, database, decision().name(), undo, open.get(0).name(), now);
        }
        return exit;
    }

    /** One drop may be held under several mandates: the decision is about the drop. */
    private int decide(HeldLists held, List<HeldList> open, Instant now, TransactionTemplate transaction) {
        Boolean decided = transaction.execute(status -> {
            for (HeldList list : open) {
                boolean isDone =
                        undo ? held.takeBack(list, decision(), who(), now) : held.decide(list, decision(), who(), now);
                if (!isDone) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            return true;
        });
        HeldList list = open.get(0);
        if (!Boolean.TRUE.equals(decided)) {
            Terminal.err("Somebody else has just decided on " + list.name() + ", or a run has taken it up;"
                    + " ./rekap status shows what waits");
            return Exit.NOTHING_TO_DO;
        }
        if (json()) {
            printJson(new Decided(
                    list.name(), undo ? "UNDO" : decision().name(), list.rows(), list.rowsInForce(), list.mandate()));
        } else if (undo) {
            Terminal.out("Taken back: " + list.name() + " waits for a decision again.");
        } else {
            Terminal.out(said(list) + " This takes effect with the next run; nothing that is published changes, and"
                    + " until then --undo takes it back.");
        }
        return Exit.DONE;
    }

    abstract String said(HeldList list);

    private int nothingToDecide(HeldList list) {
        Terminal.err((undo ? "Nothing to take back: " : "Nothing to decide: ") + list.name() + " "
                + HeldListText.past(list));
        return Exit.NOTHING_TO_DO;
    }

    private int unknown(HeldLists held, List<HeldList> all) {
        if (held.isOther(submission.substring(submission.lastIndexOf('/') + 1))) {
            Terminal.err("Nothing to decide: " + submission + " is not held. A list in force goes out of force by"
                    + " ./rekap withdraw, and what was withdrawn comes back by ./rekap withdraw --undo");
            return Exit.NOTHING_TO_DO;
        }
        List<HeldList> waiting = all.stream().filter(HeldList::waits).toList();
        Terminal.err("No held list is named " + submission
                + (waiting.isEmpty() ? ", and none waits for a decision" : ". These wait for a decision:"));
        waiting.forEach(list -> Terminal.err("  " + HeldListText.line(list)));
        return Exit.UNUSABLE;
    }

    /** The held list becomes the one in force. */
    @Command(name = "accept", description = "Accepts a held list: it becomes the one in force with the next run.")
    static final class AcceptCommand extends DecisionCommand {
        @Override
        Decision decision() {
            return Decision.ACCEPT;
        }

        @Override
        String said(HeldList list) {
            return "Accepted " + list.name() + ": " + list.rows() + " rows take the place of " + list.rowsInForce()
                    + ".";
        }
    }

    /** The list in force stays. */
    @Command(name = "refuse", description = "Refuses a held list: the one in force stays.")
    static final class RefuseCommand extends DecisionCommand {
        @Override
        Decision decision() {
            return Decision.REFUSE;
        }

        @Override
        String said(HeldList list) {
            return "Refused " + list.name()
                    + (list.rowsInForce() == 0
                            ? ": no list of the agency is in force."
                            : ": the list in force stays, with its " + list.rowsInForce() + " rows.");
        }
    }
}
