package id.rekap.reconcile;

import id.rekap.exemption.ExemptOn;
import id.rekap.intake.FileNote;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListPages;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.Submissions.Place;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads what judging the agencies of a planned night reads: of each what its input refers to, and nothing else. */
final class AgencyFactsLoader {
    private static final int AGENCIES_AT_ONCE = 16;
    private static final int ROWS_AT_ONCE = 8_000;

    private final FindingRows findings;
    private final Submissions submissions;
    private final Register register;
    private final People people;
    private final JudgedLists judgedLists;
    private final Proofs proofs;
    private final PlannedNight night;
    private final RunRef run;
    private final List<String> order;

    private final Map<String, LoadedAgency> read = new HashMap<>(); // with another agency, and not asked for yet

    /**
     * Of a night.
     *
     * @param exempt which of some people owe what not
     * @param ahead exports that come while they are judged
     * @param order the agencies in the order in which they will mostly be asked for
     */
    AgencyFactsLoader(
            JdbcTemplate jdbc,
            Mandate mandate,
            RunRef run,
            Function<Collection<Person>, ExemptOn> exempt,
            LookedAhead ahead,
            List<String> order) {
        this.order = order;
        this.findings = new FindingRows(jdbc);
        this.submissions = new Submissions(jdbc, run.mandate());
        this.people = new People(jdbc);
        this.register = new Register(people, exempt, run.date());
        this.judgedLists = new JudgedLists(jdbc, mandate, run.date());
        this.proofs = new Proofs(jdbc, mandate, run.date(), ahead);
        this.run = run;
        this.night = new PlannedNight(jdbc, run);
    }

    /** As of the night's date. */
    private record Register(People people, Function<Collection<Person>, ExemptOn> exemptions, LocalDate date)
            implements AgencyFacts.Register {
        @Override
        public Map<String, Person> byNumber(Collection<String> numbers) {
            return people.byNumber(numbers, date);
        }

        @Override
        public ExemptOn exempt(Collection<Person> some) {
            return exemptions.apply(some);
        }
    }

    /** An agency's case; with it are read those of the agencies that come after it, since a query costs more than its rows. */
    LoadedAgency of(String agency) {
        LoadedAgency ready = read.remove(agency);
        if (ready == null) {
            read.clear();
            for (LoadedAgency one : beginning(from(agency))) {
                read.put(one.facts().agency(), one);
            }
            ready = read.remove(agency);
        }
        if (ready == null) {
            throw new IllegalStateException("The agency " + agency + " is not to be judged");
        }
        return ready;
    }

    /** All of them, or the first one by itself: what those after it lack must not be its fault. */
    private List<LoadedAgency> beginning(List<AgencyInput> some) {
        try {
            return read(some);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (some.size() == 1) {
                throw e;
            }
            return read(some.subList(0, 1));
        }
    }

    /** The agency and those after it: few enough to be in memory together. */
    private List<AgencyInput> from(String agency) {
        List<AgencyInput> some = new ArrayList<>();
        int rows = 0;
        for (int i = order.indexOf(agency); i < order.size() && some.size() < AGENCIES_AT_ONCE; i++) {
            AgencyInput next = night.input(order.get(i));
            NightSubmissions.Key list = next.list();
            rows += list == null ? 0 : list.rows();
            if (rows > ROWS_AT_ONCE && !some.isEmpty()) {
                break;
            }
            some.add(next);
        }
        return some;
    }

    private List<LoadedAgency> read(List<AgencyInput> some) {
        List<Place> lists = new ArrayList<>();
        List<Place> all = new ArrayList<>();
        Set<String> staffed = new TreeSet<>();
        for (AgencyInput input : some) {
            if (input.list() != null) {
                lists.add(input.list().of(input.agency()));
            }
            if (input.held() != null) {
                all.add(input.held().of(input.agency()));
            }
            input.refused().forEach(refused -> all.add(refused.of(input.agency())));
            staffed.addAll(input.people().keySet());
        }
        all.addAll(lists);
        Map<Place, Submission> submitted = submissions.get(all);
        Map<Place, ListPages> pages = submissions.pages(lists);
        Map<String, List<Person>> rosters = people.rosters(staffed, run.date());
        Map<String, ListPages> inForce = inForce(some, submitted, pages);
        Map<String, Evidence> evidence = evidence(some, submitted, inForce, rosters);
        Map<String, List<FindingRow>> open =
                findings.openBefore(run, some.stream().map(AgencyInput::agency).toList());
        return some.stream()
                .map(input -> new LoadedAgency(
                        facts(
                                input,
                                submitted,
                                inForce.get(input.agency()),
                                rosters,
                                evidence.getOrDefault(input.agency(), Evidence.NONE)),
                        input,
                        open.getOrDefault(input.agency(), List.of()),
                        night.isJudged(input.agency())))
                .toList();
    }

    /** By agency; none of those without one. */
    private Map<String, ListPages> inForce(
            List<AgencyInput> some, Map<Place, Submission> submitted, Map<Place, ListPages> pages) {
        Map<String, ListPages> inForce = new HashMap<>();
        for (AgencyInput input : some) {
            if (input.list() != null) {
                Place place = input.list().of(input.agency());
                inForce.put(
                        input.agency(),
                        judgedLists.of(found(submitted, place), pages.getOrDefault(place, ListPages.of(List.of()))));
            }
        }
        return inForce;
    }

    private Map<String, Evidence> evidence(
            List<AgencyInput> some,
            Map<Place, Submission> submitted,
            Map<String, ListPages> inForce,
            Map<String, List<Person>> rosters) {
        List<Proofs.Of> all = new ArrayList<>();
        for (AgencyInput input : some) {
            ListPages list = inForce.get(input.agency());
            if (list != null && input.list() != null) {
                Place place = input.list().of(input.agency());
                all.add(new Proofs.Of(
                        place, input.evidence(), list, found(submitted, place).isCorrected(), staff(input, rosters)));
            }
        }
        return proofs.load(all);
    }

    private AgencyFacts facts(
            AgencyInput input,
            Map<Place, Submission> submitted,
            @Nullable ListPages list,
            Map<String, List<Person>> rosters,
            Evidence evidence) {
        List<ListFile> files = List.of();
        List<FileNote> notes = new ArrayList<>();
        NightSubmissions.Key key = input.list();
        if (key != null) {
            Submission submission = judgedLists.of(found(submitted, key.of(input.agency())));
            files = submission.files();
            notes.addAll(submission.notes());
        }
        for (NightSubmissions.Key refused : input.refused()) {
            notes.addAll(found(submitted, refused.of(input.agency())).notes());
        }
        return new AgencyFacts(
                input.agency(),
                list,
                key == null ? run.date() : key.receivedOn(),
                files,
                notes,
                staff(input, rosters),
                input.exempt(),
                register,
                evidence,
                night.matches(input.agency()),
                notices(input, submitted));
    }

    private static List<Person> staff(AgencyInput input, Map<String, List<Person>> rosters) {
        List<Person> staff = new ArrayList<>();
        input.people().keySet().forEach(code -> staff.addAll(rosters.getOrDefault(code, List.of())));
        return staff;
    }

    private static Submission found(Map<Place, Submission> submitted, Place place) {
        Submission submission = submitted.get(place);
        if (submission == null) {
            throw new IllegalStateException("A submission is planned that is not there: " + place);
        }
        return submission;
    }

    private static AgencyFacts.Notices notices(AgencyInput input, Map<Place, Submission> submitted) {
        NightSubmissions.Key list = input.list();
        NightSubmissions.Key held = input.held();
        @Nullable LocalDate staleSince = list != null && input.isStale() ? list.receivedOn() : null;
        return new AgencyFacts.Notices(
                staleSince, held == null ? null : held(found(submitted, held.of(input.agency()))));
    }

    private static AgencyFacts.Held held(Submission held) {
        return new AgencyFacts.Held(held.id(), held.files().get(0).name(), held.heldFor());
    }
}
