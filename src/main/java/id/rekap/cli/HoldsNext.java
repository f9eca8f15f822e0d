package id.rekap.cli;

import id.rekap.intake.HeldList;
import id.rekap.intake.HeldLists;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListsInForce;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which list of an agency holds with the next run, once that takes up what is decided by now. */
record HoldsNext(JdbcTemplate jdbc, String mandate, String agency) {

    Optional<Submission> list() {
        return accepted().or(() -> new ListsInForce(jdbc, mandate).next(agency));
    }

    String inWords() {
        return accepted()
                .map(then -> then.name() + ", which you accepted, holds then, " + facts(then) + ".")
                .or(() -> list().map(then -> then.name() + " holds again, " + facts(then) + "."))
                .orElse(
                        "no list of the agency holds then; its people count by the list of an agency above it, else as not"
                                + " reported.");
    }

    /** A decision that waits is taken up by the same run, and its list holds from then on. */
    private Optional<Submission> accepted() {
        List<Submissions.Place> places = new HeldLists(jdbc)
                .toTakeUp(mandate, HeldList.Decision.ACCEPT).stream()
                        .filter(place -> place.agency().equals(agency))
                        .toList();
        return new Submissions(jdbc, mandate).get(places).values().stream().findFirst();
    }

    /** What tells a list from another one: its size, its day and its files. */
    static String facts(Submission list) {
        return list.rows() + " rows, received on " + list.receivedOn() + ": "
                + HeldListText.files(list.files().stream().map(ListFile::name).toList());
    }
}
