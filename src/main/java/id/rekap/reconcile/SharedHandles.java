package id.rekap.reconcile;

import id.rekap.intake.ChangedObligations;
import id.rekap.intake.ListRow;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.CrossAgencyMatch.Kind;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Answer;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handles that two people claim, on whatever lists they stand. */
final class SharedHandles {
    private static final int NAMED = 5;

    private final JdbcTemplate jdbc;
    private final Submissions submissions;
    private final People people;
    private final Mandate mandate;
    private final ChangedObligations askedNow;

    SharedHandles(JdbcTemplate jdbc, Mandate mandate) {
        this.jdbc = jdbc;
        this.submissions = new Submissions(jdbc, mandate.id());
        this.people = new People(jdbc);
        this.mandate = mandate;
        this.askedNow = new ChangedObligations(mandate);
    }

    private record Claim(String agency, String obligation, String handle, String person, String no) {
        String key() {
            return SharedHandles.key(agency, no, obligation);
        }
    }

    static String key(String agency, String no, String obligation) {
        return String.join("\u0000", agency, no, obligation);
    }

    /**
     * Handles that rows of two people or more claim, by {@link #key}; rows that have lost against another agency's claim
     * nothing.
     */
    Map<String, CrossAgencyMatch> of(RunRef run, Map<String, NightRow> night, List<CrossAgencyMatch> standOff) {
        HandleHits hits = new HandleHits();
        jdbc.query(
                """
                select n.agency, o.claims from night n join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
                where n.run_id = ? and length(o.claims) > 0 order by n.agency""",
                r -> {
                    hits.add(r.getString(1), r.getBytes(2));
                },
                run.id());
        Set<String> lost = new HashSet<>();
        standOff.forEach(c -> lost.add(c.agency() + "\u0000" + c.no()));
        Map<String, List<Claim>> byHandle = new TreeMap<>();
        hits.positions().forEach((agency, positions) -> {
            for (Claim claim : claims(run, Objects.requireNonNull(night.get(agency)), positions)) {
                if (!lost.contains(agency + "\u0000" + claim.no())) {
                    byHandle.computeIfAbsent(claim.obligation() + "\u0000" + claim.handle(), h -> new ArrayList<>())
                            .add(claim);
                }
            }
        });
        Map<String, CrossAgencyMatch> shared = new TreeMap<>();
        byHandle.values().forEach(claims -> {
            Map<String, Set<String>> claimants = new TreeMap<>();
            claims.forEach(claim -> claimants
                    .computeIfAbsent(claim.agency(), a -> new HashSet<>())
                    .add(claim.person()));
            for (Claim claim : claims) {
                String others = others(claim, claimants);
                if (!others.isEmpty()) {
                    shared.put(
                            claim.key(),
                            new CrossAgencyMatch(
                                    claim.agency(), Kind.SHARED, claim.no(), claim.obligation(), others, ""));
                }
            }
        });
        return shared;
    }

    /** Agencies on whose lists others claim the handle. One that hundreds claim need not name them all. */
    private static String others(Claim claim, Map<String, Set<String>> claimants) {
        List<String> first = new ArrayList<>();
        int agencies = 0;
        for (Map.Entry<String, Set<String>> on : claimants.entrySet()) {
            if (on.getValue().size() > 1 || !on.getValue().contains(claim.person())) {
                agencies++;
                if (agencies <= NAMED) {
                    first.add(on.getKey());
                }
            }
        }
        String named = String.join(", ", first);
        return agencies <= NAMED ? named : named + ", … (" + agencies + ")";
    }

    private List<Claim> claims(RunRef run, NightRow row, List<Integer> positions) {
        Submissions.Place place = row.place();
        Submission read = submissions.get(List.of(place)).get(place);
        if (read == null) {
            throw new IllegalStateException("A submission is in force that is not there: " + place);
        }
        List<ListRow> rows = askedNow.of(read, submissions.pages(place).at(positions));
        Map<String, Person> known =
                people.byNumber(rows.stream().map(ListRow::no).toList(), run.date());
        List<Claim> claims = new ArrayList<>();
        for (ListRow claimed : rows) {
            Person person = known.get(claimed.no());
            if (person == null) {
                continue;
            }
            for (int handle : mandate.handles()) {
                String written = claimed.value(handle);
                Answer answer = Answer.handle(written == null ? "" : written);
                if (answer.as() == ReadAs.YES) {
                    String obligation = mandate.obligations().get(handle).id();
                    claims.add(new Claim(row.agency(), obligation, answer.value(), person.id(), person.no()));
                }
            }
        }
        return claims;
    }
}
