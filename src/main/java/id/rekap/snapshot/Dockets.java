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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what judging the agencies of a planned night reads. */
final class Dockets {
    private static final String CROSSINGS = """
            select c.agency, c.kind, c.no, c.obligation, c.other, c.answers from night n
            join crossing c on c.run_id = n.crossing_run and c.agency = n.agency where n.run_id = ?""";

    private static final int AGENCIES_AT_ONCE = 16;
    private static final int ROWS_AT_ONCE = 8_000;

    private final FindingRows findings;
    private final Submissions submissions;
    private final People people;

    /** Submissions of all agencies as of the run's date, looked up once. */
    private final Map<String, InForce.Position> inForce;

    /** The planned night and its crossings, looked up once: a query an agency would cost more than judging it. */
    private final Map<String, NightRow> night = new TreeMap<>();

    private final Map<String, List<String>> covered = new HashMap<>();
    private final Map<String, List<Crossing>> crossings = new HashMap<>();
    private final RunRef run;
    private final List<String> order;

    /** Read with another agency, and not asked for yet. */
    private final Map<String, Case> read = new HashMap<>();

    /** @param order the agencies in the order in which they will mostly be asked for */
    Dockets(JdbcTemplate jdbc, RunRef run, List<String> order) {
        this.order = order;
        this.findings = new FindingRows(jdbc);
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
                            r.getString(5),
                            r.getString(6));
                    crossings
                            .computeIfAbsent(crossing.agency(), a -> new ArrayList<>())
                            .add(crossing);
                },
                run.id());
    }

    private NightRow row(String agency) {
        NightRow row = night.get(agency);
        if (row == null) {
            throw new IllegalStateException("The night has no agency " + agency);
        }
        return row;
    }

    /** An agency's case; with it are read those of the agencies that come after it, since a query costs more than its rows. */
    Case of(String agency) {
        Case ready = read.remove(agency);
        if (ready == null) {
            read.clear();
            for (Case one : read(from(agency))) {
                read.put(one.docket().agency(), one);
            }
            ready = read.remove(agency);
        }
        if (ready == null) {
            throw new IllegalStateException("The agency " + agency + " is not to be judged");
        }
        return ready;
    }

    /** The agency and those after it: few enough to be in memory together. */
    private List<String> from(String agency) {
        List<String> some = new ArrayList<>();
        int rows = 0;
        for (int i = order.indexOf(agency);
                i < order.size() && (some.isEmpty() || rows < ROWS_AT_ONCE) && some.size() < AGENCIES_AT_ONCE;
                i++) {
            String next = order.get(i);
            some.add(next);
            InForce.Key list = position(next).list();
            rows += list == null ? 0 : list.rows();
        }
        return some;
    }

    private List<Case> read(List<String> agencies) {
        List<Submissions.Place> lists = new ArrayList<>();
        List<Submissions.Place> all = new ArrayList<>();
        Set<String> staffed = new TreeSet<>();
        for (String agency : agencies) {
            InForce.Position position = position(agency);
            if (position.list() != null) {
                lists.add(place(agency, position.list()));
            }
            if (position.held() != null) {
                all.add(place(agency, position.held()));
            }
            position.refused().forEach(refused -> all.add(place(agency, refused)));
            staffed.addAll(spokenFor(agency));
        }
        all.addAll(lists);
        Map<Submissions.Place, Submission> submitted = submissions.get(all);
        Map<Submissions.Place, ListPages> pages = submissions.pages(lists);
        Map<String, List<Person>> rosters = people.rosters(staffed, run.date());
        Map<String, List<FindingRow>> open = findings.openBefore(run, agencies);
        return agencies.stream()
                .map(agency -> new Case(
                        docket(agency, submitted, pages, rosters),
                        row(agency).listKey(),
                        open.getOrDefault(agency, List.of())))
                .toList();
    }

    private InForce.Position position(String agency) {
        return row(agency).state().equals(NightRow.GONE)
                ? InForce.Position.NOTHING
                : inForce.getOrDefault(agency, InForce.Position.NOTHING);
    }

    private static Submissions.Place place(String agency, InForce.Key key) {
        return new Submissions.Place(agency, key.receivedOn(), key.take());
    }

    private Docket docket(
            String agency,
            Map<Submissions.Place, Submission> submitted,
            Map<Submissions.Place, ListPages> pages,
            Map<String, List<Person>> rosters) {
        InForce.Position position = position(agency);
        List<ListFile> files = List.of();
        List<FileNote> notes = new ArrayList<>();
        @Nullable ListPages list = null;
        InForce.Key key = position.list();
        if (key != null) {
            Submission submission = found(submitted, place(agency, key));
            files = submission.files();
            notes.addAll(submission.notes());
            list = submission.whole(pages.getOrDefault(place(agency, key), ListPages.of(List.of())));
        }
        for (InForce.Key refused : position.refused()) {
            notes.addAll(found(submitted, place(agency, refused)).notes());
        }
        List<Person> staff = new ArrayList<>();
        spokenFor(agency).forEach(code -> staff.addAll(rosters.getOrDefault(code, List.of())));
        return new Docket(
                agency,
                run.date(),
                list,
                key == null ? run.date() : key.receivedOn(),
                files,
                notes,
                staff,
                crossings.getOrDefault(agency, List.of()),
                notices(row(agency), position, submitted));
    }

    private static Submission found(Map<Submissions.Place, Submission> submitted, Submissions.Place place) {
        Submission submission = submitted.get(place);
        if (submission == null) {
            throw new IllegalStateException("A submission is planned that is not there: " + place);
        }
        return submission;
    }

    /** The agencies whose people an agency answers for: itself and those that its list covers. */
    private List<String> spokenFor(String agency) {
        NightRow night = row(agency);
        if (night.coveredBy() != null || night.state().equals(NightRow.GONE)) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of(agency));
        all.addAll(covered.getOrDefault(agency, List.of()));
        return all;
    }

    private static Docket.Notices notices(
            NightRow night, InForce.Position position, Map<Submissions.Place, Submission> submitted) {
        InForce.Key list = position.list();
        InForce.Key held = position.held();
        @Nullable LocalDate staleSince = list != null && night.stale() ? list.receivedOn() : null;
        return new Docket.Notices(
                night.state().equals(AgencyState.MISSING.name()),
                staleSince,
                held == null ? null : held(found(submitted, place(night.agency(), held)), list));
    }

    private static Docket.Held held(Submission held, InForce.@Nullable Key list) {
        return new Docket.Held(held.id(), held.files().get(0).name(), held.heldFor(list == null ? 0 : list.rows()));
    }
}
