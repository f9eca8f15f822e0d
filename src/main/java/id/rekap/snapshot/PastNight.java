package id.rekap.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** An earlier date and the run whose set stood for it, with its compliance of all. */
record PastNight(long run, LocalDate date, int due, int met) {

    /** The last published revision of each earlier date, the oldest first, at most so many. */
    static List<PastNight> before(RunRef run, int most, JdbcTemplate jdbc) {
        TreeMap<LocalDate, PastNight> nights = new TreeMap<>();
        jdbc.query(
                """
                select run_id, business_date, due, met from run
                where mandate = ? and state = 'PUBLISHED' and business_date < ?
                order by business_date desc, revision""",
                r -> {
                    PastNight night = of(r);
                    nights.put(night.date(), night);
                },
                run.mandate(),
                run.date());
        while (nights.size() > most) {
            nights.pollFirstEntry();
        }
        return List.copyOf(nights.values());
    }

    /** Those of these runs, the oldest first. */
    static List<PastNight> of(List<Long> runs, JdbcTemplate jdbc) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<PastNight> nights = new ArrayList<>();
        jdbc.query(
                "select run_id, business_date, due, met from run where run_id in (%s) order by business_date"
                        .formatted(String.join(",", Collections.nCopies(runs.size(), "?"))),
                r -> {
                    nights.add(of(r));
                },
                runs.toArray());
        return nights;
    }

    NightBook.Trend trend() {
        return new NightBook.Trend(date, due, met);
    }

    private static PastNight of(ResultSet r) throws SQLException {
        return new PastNight(
                r.getLong("run_id"), r.getObject("business_date", LocalDate.class), r.getInt("due"), r.getInt("met"));
    }
}
