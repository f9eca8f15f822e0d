package id.rekap.snapshot;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.NightBook.Trend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each agency's compliance on the last published dates. Most nights share their outcomes, so each is read once. */
record AgencyTrends(JdbcTemplate jdbc, Mandate mandate) {
    private static final int NIGHTS = 14;

    /** Of an outcome, people of one agency. */
    private record People(String agency, int due, int met) {
        People plus(People other) {
            return new People(agency, due + other.due, met + other.met);
        }
    }

    private record Outcome(long run, String judgedBy) {}

    Map<String, List<Trend>> upTo(LocalDate date, List<Tally> tallies) {
        TreeMap<LocalDate, Long> runs = runsBefore(date);
        Map<String, List<Trend>> trends = new HashMap<>();
        if (!runs.isEmpty()) {
            Map<Long, List<Outcome>> nights = nights(runs);
            Map<Outcome, List<People>> people = people(nights);
            runs.forEach((night, run) -> {
                List<People> all = new ArrayList<>();
                nights.getOrDefault(run, List.of()).forEach(o -> all.addAll(people.getOrDefault(o, List.of())));
                add(trends, night, all);
            });
        }
        List<People> now = tallies.stream()
                .filter(tally -> tally.obligation().equals(Mandate.ALL))
                .map(tally -> new People(tally.agency(), tally.due(), tally.met()))
                .toList();
        add(trends, date, now);
        return trends;
    }

    /** The revision that counts of each date. */
    private TreeMap<LocalDate, Long> runsBefore(LocalDate date) {
        TreeMap<LocalDate, Long> runs = new TreeMap<>();
        jdbc.query(
                """
                select business_date, run_id from run
                where mandate = ? and state = 'PUBLISHED' and business_date < ?
                order by business_date desc, revision""",
                r -> {
                    runs.put(r.getDate(1).toLocalDate(), r.getLong(2));
                },
                mandate.id(),
                date);
        while (runs.size() > NIGHTS) {
            runs.pollFirstEntry();
        }
        return runs;
    }

    private Map<Long, List<Outcome>> nights(TreeMap<LocalDate, Long> runs) {
        Map<Long, List<Outcome>> nights = new HashMap<>();
        jdbc.query(
                "select run_id, outcome_run, agency from night where run_id in (%s)".formatted(list(runs.values())),
                r -> {
                    nights.computeIfAbsent(r.getLong(1), n -> new ArrayList<>())
                            .add(new Outcome(r.getLong(2), r.getString(3)));
                });
        return nights;
    }

    private Map<Outcome, List<People>> people(Map<Long, List<Outcome>> nights) {
        Map<Outcome, List<People>> people = new HashMap<>();
        List<Long> outcomes = nights.values().stream()
                .flatMap(List::stream)
                .map(Outcome::run)
                .distinct()
                .toList();
        if (outcomes.isEmpty()) {
            return people;
        }
        jdbc.query("""
                select run_id, judged_by, agency, headcount - exempt, met from tally
                where run_id in (%s) and obligation = '%s'""".formatted(list(outcomes), Mandate.ALL), r -> {
            people.computeIfAbsent(new Outcome(r.getLong(1), r.getString(2)), o -> new ArrayList<>())
                    .add(new People(r.getString(3), r.getInt(4), r.getInt(5)));
        });
        return people;
    }

    private static String list(Iterable<Long> runs) {
        List<String> ids = new ArrayList<>();
        runs.forEach(run -> ids.add(Long.toString(run)));
        return String.join(", ", ids);
    }

    private static void add(Map<String, List<Trend>> trends, LocalDate date, List<People> people) {
        Map<String, People> sums = new HashMap<>();
        people.forEach(p -> sums.merge(p.agency(), p, People::plus));
        sums.forEach((agency, p) ->
                trends.computeIfAbsent(agency, a -> new ArrayList<>()).add(new Trend(date, p.due(), p.met())));
    }
}
