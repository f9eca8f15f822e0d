package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.HeldList;
import id.rekap.intake.HeldLists;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Decides on a held list; the next run takes the decision up. */
abstract class DecisionCommand extends HomeCommand {
    @Parameters(
            paramLabel = "SUBMISSION",
            description = "As ./rekap status shows it, with or without the agency's code in front:"
                    + " 1.02.01/2020-07-31-0123456789ab. The agency alone will do where it has one.")
    private String submission = "";

    abstract HeldList.Decision decision();

    private record Decided(String submission, String decision, int rows, int rowsInForce, String mandate) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            return decide(database.dataSource());
        }
    }

    private int decide(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        HeldLists held = new HeldLists(jdbc);
        Agencies agencies = new Agencies(jdbc);
        List<HeldList> all = held.all();
        List<HeldList> meant = HeldLists.meant(
                all,
                submission,
                (list, written) -> written.equals(list.agency())
                        || agencies.directory(list.receivedOn())
                                .named(written)
                                .map(Agency::code)
                                .filter(list.agency()::equals)
                                .isPresent());
        List<HeldList> waiting = meant.stream().filter(HeldList::waits).toList();
        if (waiting.isEmpty()) {
            return meant.isEmpty() ? unknown(held, all) : nothingToDecide(meant.get(meant.size() - 1));
        }
        if (waiting.stream().map(HeldList::name).distinct().count() > 1) {
            Terminal.err("\"" + submission + "\" can mean several held lists. Name one of them:");
            waiting.forEach(list -> Terminal.err("  " + HeldText.line(list)));
            return Exit.USAGE;
        }
        return decide(held, waiting, new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    /** One drop may be held under several mandates: the decision is about the drop. */
    private int decide(HeldLists held, List<HeldList> waiting, TransactionTemplate transaction) {
        Boolean decided = transaction.execute(status -> {
            for (HeldList list : waiting) {
                if (!held.decide(list, decision(), who(), clock().instant())) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            return true;
        });
        HeldList list = waiting.get(0);
        if (!Boolean.TRUE.equals(decided)) {
            Terminal.err("Somebody else has just decided on " + list.name() + "; ./rekap status shows what waits");
            return Exit.NOTHING_TO_DO;
        }
        if (json()) {
            printJson(new Decided(list.name(), decision().name(), list.rows(), list.rowsInForce(), list.mandate()));
        } else {
            Terminal.out(said(list) + " This takes effect with the next run; nothing that is published changes.");
        }
        return Exit.DONE;
    }

    abstract String said(HeldList list);

    private static int nothingToDecide(HeldList list) {
        Terminal.err("Nothing to decide: " + list.name() + " " + HeldText.past(list));
        return Exit.NOTHING_TO_DO;
    }

    private int unknown(HeldLists held, List<HeldList> all) {
        if (held.isOther(submission.substring(submission.lastIndexOf('/') + 1))) {
            Terminal.err("Nothing to decide: " + submission + " is not held");
            return Exit.NOTHING_TO_DO;
        }
        List<HeldList> waiting = all.stream().filter(HeldList::waits).toList();
        Terminal.err("No held list is named " + submission
                + (waiting.isEmpty() ? ", and none waits for a decision" : ". These wait for a decision:"));
        waiting.forEach(list -> Terminal.err("  " + HeldText.line(list)));
        return Exit.UNUSABLE;
    }

    /** The held list becomes the one in force. */
    @Command(name = "accept", description = "Accepts a held list: it becomes the one in force with the next run.")
    static final class AcceptCommand extends DecisionCommand {
        @Override
        HeldList.Decision decision() {
            return HeldList.Decision.ACCEPT;
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
        HeldList.Decision decision() {
            return HeldList.Decision.REFUSE;
        }

        @Override
        String said(HeldList list) {
            return "Refused " + list.name() + ": the list in force stays, with its " + list.rowsInForce() + " rows.";
        }
    }
}
