package id.rekap.reconcile;

import id.rekap.intake.Submissions;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.CrossAgencyMatch.Kind;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What agencies' lists mean for each other: people on several lists, people on another agency's list only, handles that two
 * people claim. Computed from tables only, so a repeat gives the same.
 */
public final class CrossCheck {
    private final JdbcTemplate jdbc;
    private final NightStore nights;
    private final Submissions submissions;
    private final People people;
    private final Mandate mandate;
    private final int evidenceDays;

    /** @param evidenceDays an older export proves nothing */
    public CrossCheck(JdbcTemplate jdbc, Mandate mandate, int evidenceDays) {
        this.jdbc = jdbc;
        this.nights = new NightStore(jdbc);
        this.submissions = new Submissions(jdbc, mandate.id());
        this.people = new People(jdbc);
        this.mandate = mandate;
        this.evidenceDays = evidenceDays;
    }

    /** In the caller's transaction. Where nothing was judged and nothing came, what held last night holds. */
    public void cross(RunRef run, EvidenceArrivals exports) {
        if (run.hasPrevious() && !nights.hasJudged(run) && !exports.isAny()) {
            return;
        }
        Map<String, NightRow> night = new TreeMap<>();
        nights.rows(run).stream()
                .filter(row -> !row.state().equals(NightRow.GONE))
                .forEach(row -> night.put(row.agency(), row));
        Map<String, List<Candidate>> candidates = candidates(run);
        List<CrossAgencyMatch> matches = new ArrayList<>();
        Map<String, Candidate> winners = new TreeMap<>();
        standOff(run, candidates, night, matches, winners);
        Map<String, CrossAgencyMatch> shared = new SharedHandles(jdbc, mandate).of(run, night, matches);
        if (exports.isAny()) {
            Map<String, Set<String>> lost = new HashMap<>();
            matches.forEach(
                    c -> lost.computeIfAbsent(c.agency(), a -> new HashSet<>()).add(c.no()));
            exports.take(new HandleLookup(jdbc, mandate, run, night, lost));
        }
        shared.values().forEach(matches::add);
        Map<String, Evidence> evidence = evidence(run, winners, night);
        winners.forEach((no, winner) -> matches.add(reported(winner, night, shared, evidence)));
        write(run, matches);
    }

    /** What is proven of people on the lists of agencies whose rows count for others. */
    private Map<String, Evidence> evidence(RunRef run, Map<String, Candidate> winners, Map<String, NightRow> night) {
        if (winners.isEmpty()) {
            return Map.of();
        }
        EvidenceInForce inForce =
                EvidenceInForce.on(run.date(), LastIntakeBatch.of(run, jdbc), evidenceDays, mandate, jdbc);
        JudgedLists lists = new JudgedLists(jdbc, mandate, run.date());
        List<Proofs.Of> all = new ArrayList<>();
        for (String agency :
                new TreeSet<>(winners.values().stream().map(Candidate::agency).toList())) {
            Submissions.Place place = row(night, agency).place();
            SortedMap<String, Proof> proofs =
                    inForce.of(agency, new NightSubmissions.Key(place.receivedOn(), place.batch(), "", 0));
            if (!proofs.isEmpty()) {
                JudgedLists.Judged judged =
                        Objects.requireNonNull(lists.judged(List.of(place)).get(place));
                all.add(new Proofs.Of(
                        place,
                        proofs,
                        judged.list(),
                        judged.isCorrected(),
                        people.rosters(List.of(agency), run.date()).getOrDefault(agency, List.of())));
            }
        }
        return new Proofs(jdbc, mandate, run.date(), LookedAhead.NONE).load(all);
    }

    /** An agency's row about somebody of another agency, which counts unless another row does. */
    private record Candidate(String agency, Person person, String answers) {}

    private Map<String, List<Candidate>> candidates(RunRef run) {
        record Row(String agency, String no, String answers) {}
        List<Row> rows = jdbc.query("""
                select s.agency, s.no, s.answers from night n
                join unmatched_row s on s.run_id = n.outcome_run and s.agency = n.agency and s.counts
                where n.run_id = ? order by s.agency, s.seq""", (r, i) -> new Row(r.getString(1), r.getString(2), r.getString(3)), run.id());
        Map<String, Person> known =
                people.byNumber(new TreeSet<>(rows.stream().map(Row::no).toList()), run.date());
        Map<String, List<Candidate>> candidates = new TreeMap<>();
        for (Row row : rows) {
            Person person = known.get(row.no());
            if (person != null && person.active()) {
                candidates
                        .computeIfAbsent(person.no(), n -> new ArrayList<>())
                        .add(new Candidate(row.agency(), person, row.answers()));
            }
        }
        return candidates;
    }

    /** Rule 5: the own agency's row counts, else that of the newest submission, else of the lowest code. */
    private void standOff(
            RunRef run,
            Map<String, List<Candidate>> candidates,
            Map<String, NightRow> night,
            List<CrossAgencyMatch> matches,
            Map<String, Candidate> winners) {
        Set<String> atHome = atHome(run, candidates, night);
        Comparator<Candidate> newest = Comparator.comparing(
                (Candidate c) -> row(night, c.agency()).receivedOn(), Comparator.nullsFirst(Comparator.naturalOrder()));
        Comparator<Candidate> best = newest.thenComparing(
                        c -> row(night, c.agency()).batch())
                .reversed()
                .thenComparing(Candidate::agency);
        candidates.forEach((no, rows) -> {
            String speaker = speaker(night, rows.get(0).person().agency());
            String counts = speaker;
            if (counts == null || !atHome.contains(no)) {
                Candidate winner = rows.stream().min(best).orElseThrow();
                counts = winner.agency();
                if (speaker != null) {
                    winners.put(no, winner);
                }
            }
            for (Candidate row : rows) {
                if (!row.agency().equals(counts)) {
                    matches.add(new CrossAgencyMatch(row.agency(), Kind.TWICE, no, "", counts, ""));
                }
            }
        });
    }

    private static NightRow row(Map<String, NightRow> night, String agency) {
        NightRow row = night.get(agency);
        if (row == null) {
            throw new IllegalStateException("The night has no agency " + agency);
        }
        return row;
    }

    /** The agency that judges the people of this one; null where it has ended with people in it. */
    private static @Nullable String speaker(Map<String, NightRow> night, String agency) {
        NightRow row = night.get(agency);
        if (row == null) {
            return null;
        }
        return row.coveredBy() == null ? agency : row.coveredBy();
    }

    /** Of these people, by current number, those who stand on the list that speaks for their own agency. */
    private Set<String> atHome(RunRef run, Map<String, List<Candidate>> candidates, Map<String, NightRow> night) {
        Map<String, List<Person>> bySpeaker = new TreeMap<>();
        candidates.values().forEach(rows -> {
            Person person = rows.get(0).person();
            String speaker = speaker(night, person.agency());
            if (speaker != null) {
                bySpeaker.computeIfAbsent(speaker, s -> new ArrayList<>()).add(person);
            }
        });
        Set<String> atHome = new HashSet<>();
        bySpeaker.forEach((speaker, persons) -> {
            NightRow row = row(night, speaker);
            if (row.hasList()) {
                Set<String> numbers = new HashSet<>();
                submissions.pages(row.place()).rows().forEach(r -> numbers.add(r.no()));
                Map<String, List<String>> theirs =
                        people.numbersOf(persons.stream().map(Person::id).toList(), run.date());
                for (Person person : persons) {
                    if (theirs.getOrDefault(person.id(), List.of()).stream().anyMatch(numbers::contains)) {
                        atHome.add(person.no());
                    }
                }
            }
        });
        return atHome;
    }

    private CrossAgencyMatch reported(
            Candidate winner,
            Map<String, NightRow> night,
            Map<String, CrossAgencyMatch> shared,
            Map<String, Evidence> evidence) {
        Person person = winner.person();
        FollowProof proof = new FollowProof(mandate);
        boolean isShared = mandate.obligations().stream()
                .map(Obligation::id)
                .filter(proof::isHandle)
                .anyMatch(handle -> shared.containsKey(SharedHandles.key(winner.agency(), person.no(), handle)));
        RowStatuses declared = RowStatuses.decoded(winner.answers());
        RowStatuses statuses = isShared
                ? declared
                : proof.reconciled(declared, evidence.getOrDefault(winner.agency(), Evidence.NONE), person.id());
        for (int handle : mandate.handles()) {
            String obligation = mandate.obligations().get(handle).id();
            if (shared.containsKey(SharedHandles.key(winner.agency(), person.no(), obligation))) {
                statuses = statuses.with(handle, ObligationStatus.UNVERIFIED);
            }
        }
        String speaker = Objects.requireNonNull(speaker(night, person.agency()));
        return new CrossAgencyMatch(speaker, Kind.REPORTED, person.no(), "", winner.agency(), statuses.encoded());
    }

    private void write(RunRef run, List<CrossAgencyMatch> matches) {
        jdbc.update("delete from cross_agency_match where run_id = ?", run.id());
        Map<String, List<CrossAgencyMatch>> byAgency = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (CrossAgencyMatch c : matches) {
            byAgency.computeIfAbsent(c.agency(), a -> new ArrayList<>()).add(c);
            rows.add(new Object[] {run.id(), c.agency(), c.kind().name(), c.no(), c.obligation(), c.other(), c.answers()
            });
        }
        jdbc.batchUpdate(
                "insert into cross_agency_match (run_id, agency, kind, no, obligation, other, answers) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
        Map<String, byte[]> keys = new HashMap<>();
        byAgency.forEach((agency, own) -> keys.put(agency, UnmatchedRows.key(own)));
        new NightStore(jdbc).matched(run, keys, UnmatchedRows.key(List.of()));
    }
}
