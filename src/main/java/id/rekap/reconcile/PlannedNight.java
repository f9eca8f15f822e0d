package id.rekap.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every agency's outcome on a planned night is made of, looked up once: a query an agency would cost more than judging it. */
final class PlannedNight {
    private static final String INPUTS = """
            select n.agency, coalesce(n.input, o.input), n.outcome_run <> 0 from night n
            left join outcome o on o.run_id = n.outcome_run and o.agency = n.agency where n.run_id = ?""";

    private static final String MATCHES = """
            select c.agency, c.kind, c.no, c.obligation, c.other, c.answers from night n
            join cross_agency_match c on c.run_id = n.match_run and c.agency = n.agency where n.run_id = ?""";

    private final Map<String, String> inputs = new HashMap<>();
    private final Set<String> judged = new HashSet<>();
    private final Map<String, List<CrossAgencyMatch>> matches = new HashMap<>();

    PlannedNight(JdbcTemplate jdbc, RunRef run) {
        jdbc.query(
                INPUTS,
                r -> {
                    inputs.put(r.getString(1), r.getString(2));
                    if (r.getBoolean(3)) {
                        judged.add(r.getString(1));
                    }
                },
                run.id());
        jdbc.query(
                MATCHES,
                r -> {
                    CrossAgencyMatch match = new CrossAgencyMatch(
                            r.getString(1),
                            CrossAgencyMatch.Kind.valueOf(r.getString(2)),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6));
                    matches.computeIfAbsent(match.agency(), a -> new ArrayList<>())
                            .add(match);
                },
                run.id());
    }

    AgencyInput input(String agency) {
        String input = inputs.get(agency);
        if (input == null) {
            throw new IllegalStateException("The night has no input of agency " + agency);
        }
        return AgencyInput.of(input);
    }

    /** Has it an outcome that holds, as far as it was planned? */
    boolean isJudged(String agency) {
        return judged.contains(agency);
    }

    List<CrossAgencyMatch> matches(String agency) {
        return matches.getOrDefault(agency, List.of());
    }
}
