package id.rekap.reconcile;

import id.rekap.intake.ChangedObligations;
import id.rekap.intake.Corrections;
import id.rekap.intake.ListPages;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.Submissions.Place;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists as they are judged on a date: under the obligations of now, and with what corrections have left of them. */
final class JudgedLists {
    private final Submissions submissions;
    private final ChangedObligations askedNow;
    private final Corrections corrections;
    private final LocalDate date;

    JudgedLists(JdbcTemplate jdbc, Mandate mandate, LocalDate date) {
        this.submissions = new Submissions(jdbc, mandate.id());
        this.askedNow = new ChangedObligations(mandate);
        this.corrections = new Corrections(mandate, new People(jdbc));
        this.date = date;
    }

    Map<Place, ListPages> get(Collection<Place> places) {
        Map<Place, ListPages> lists = new HashMap<>();
        judged(places).forEach((place, judged) -> lists.put(place, judged.list()));
        return lists;
    }

    /** A list, and whether what is left of it hangs on whom the register means by the rows of its corrections. */
    record Judged(ListPages list, boolean isCorrected) {}

    Map<Place, Judged> judged(Collection<Place> places) {
        Map<Place, Submission> read = submissions.get(places);
        Map<Place, ListPages> pages = submissions.pages(places);
        Map<Place, Judged> lists = new HashMap<>();
        for (Place place : places) {
            Submission submission = read.get(place);
            if (submission == null) {
                throw new IllegalStateException("A submission was in force that is not there: " + place);
            }
            ListPages list = of(submission, pages.getOrDefault(place, ListPages.of(List.of())));
            lists.put(place, new Judged(list, submission.isCorrected()));
        }
        return lists;
    }

    /** Its files and what is to be said of them. */
    Submission of(Submission read) {
        return askedNow.of(read);
    }

    /** Its list, of these pages. */
    ListPages of(Submission read, ListPages pages) {
        ListPages kept = askedNow.of(read, read.whole(pages));
        return corrections.applied(kept, askedNow.of(read).files(), date);
    }
}
