package id.rekap.snapshot;

import id.rekap.intake.FileNote;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListPages;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.reconcile.Crossing;
import id.rekap.reconcile.Docket;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what judging an agency of a planned night reads. */
final class Dockets {
    private static final String CROSSINGS = """
            select c.agency, c.kind, c.no, c.other, c.answers from night n
            join crossing c on c.run_id = n.crossing_run and c.agency = n.agency where n.run_id = ?""";

    private final Submissions submissions;
    private final People people;

    /** Submissions of all agencies as of the run's date, looked up once. */
    private final Map<String, InForce.Position> inForce;

    /** The planned night and its crossings, looked up once: a query an agency would cost more than judging it. */
    private final Map<String, NightRow> night = new TreeMap<>();

    private final Map<String, List<String>> covered = new HashMap<>();
    private final Map<String, List<Crossing>> crossings = new HashMap<>();
    private final RunRef run;

    Dockets(JdbcTemplate jdbc, RunRef run) {
        this.submissions = new Submissions(jdbc, run.mandate());
        this.people = new People(jdbc);
        this.inForce = InForce.on(run.date(), run.mandate(), jdbc);
        this.run = run;
        for (NightRow row : new Nights(jdbc).rows(run)) {
            night.put(row.agency(), row);
            if (row.coveredBy() != null) {
                covered.computeIfAbsent(row.coveredBy(), a -> new ArrayList<>()).add(row.agency());
            }
        }
        jdbc.query(
                CROSSINGS,
                r -> {
                    Crossing crossing = new Crossing(
                            r.getString(1),
                            Crossing.Kind.valueOf(r.getString(2)),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5));
                    crossings
                            .computeIfAbsent(crossing.agency(), a -> new ArrayList<>())
                            .add(crossing);
                },
                run.id());
    }

    NightRow row(String agency) {
        NightRow row = night.get(agency);
        if (row == null) {
            throw new IllegalStateException("The night has no agency " + agency);
        }
        return row;
    }

    Docket docket(String agency) {
        NightRow night = row(agency);
        InForce.Position position = inForce.getOrDefault(agency, InForce.Position.NOTHING);
        if (night.state().equals(NightRow.GONE)) {
            position = InForce.Position.NOTHING;
        }
        List<ListFile> files = List.of();
        List<FileNote> notes = new ArrayList<>();
        @Nullable ListPages list = null;
        InForce.Key key = position.list();
        if (key != null) {
            Submission submission = submissions.get(agency, key.receivedOn(), key.take());
            files = submission.files();
            notes.addAll(submission.notes());
            list = submissions.pages(agency, key.receivedOn(), key.take());
        }
        for (InForce.Key refused : position.refused()) {
            notes.addAll(submissions
                    .get(agency, refused.receivedOn(), refused.take())
                    .notes());
        }
        return new Docket(
                agency,
                run.date(),
                list,
                files,
                notes,
                people(agency, night),
                crossings.getOrDefault(agency, List.of()),
                notices(night, position));
    }

    private List<Person> people(String agency, NightRow night) {
        if (night.coveredBy() != null || night.state().equals(NightRow.GONE)) {
            return List.of();
        }
        List<Person> all = new ArrayList<>(people.roster(agency, run.date()));
        for (String covered : this.covered.getOrDefault(agency, List.of())) {
            all.addAll(people.roster(covered, run.date()));
        }
        return all;
    }

    private static Docket.Notices notices(NightRow night, InForce.Position position) {
        InForce.Key list = position.list();
        InForce.Key held = position.held();
        @Nullable LocalDate staleSince = list != null && night.stale() ? list.receivedOn() : null;
        return new Docket.Notices(
                night.state().equals(AgencyState.MISSING.name()),
                staleSince,
                held == null ? null : new Docket.Held(held.id(), held.rows(), list == null ? 0 : list.rows()));
    }
}
