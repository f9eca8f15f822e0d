package id.rekap.cli;

import id.rekap.intake.HeldList;
import id.rekap.intake.HeldLists;
import id.rekap.intake.ListsInForce;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.Withdrawals;
import id.rekap.value.ShellWord;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** A list that somebody names to withdraw it, and that is not in force. */
record NotInForce(JdbcTemplate jdbc, String mandate, Submission list) {
    String why() {
        Withdrawals withdrawals = new Withdrawals(jdbc, mandate);
        Submissions.Place place = new Submissions.Place(list.agency(), list.receivedOn(), list.batch());
        if (withdrawals.since(place) != null) {
            return list.name() + " was withdrawn with the run of " + withdrawals.since(place)
                    + "; to bring it back, its files are sent again";
        }
        if (withdrawals.waiting().contains(place)) {
            return list.name() + " is withdrawn already; the next run takes that up, ./rekap withdraw "
                    + ShellWord.of(list.name()) + " --undo takes it back";
        }
        Optional<HeldList> held = new HeldLists(jdbc)
                .all().stream()
                        .filter(one -> one.mandate().equals(mandate) && one.isAt(place))
                        .filter(one -> one.decision() != HeldList.Decision.ACCEPT || one.decidedOn() == null)
                        .findFirst();
        if (held.isPresent()) {
            return held.get().waits()
                    ? list.name() + " is held and not in force: ./rekap refuse " + ShellWord.of(list.name())
                            + " leaves it out"
                    : list.name() + " " + HeldListText.past(held.get());
        }
        return list.name() + " "
                + switch (list.verdict()) {
                    case REFUSED, NOT_MEANT -> "was refused, it has never been in force";
                    case UNCHANGED, ACCEPTED, HELD ->
                        "is not in force"
                                + new ListsInForce(jdbc, mandate)
                                        .next(list.agency())
                                        .map(now -> ": " + now.name() + " is; withdraw that first")
                                        .orElse("");
                };
    }
}
