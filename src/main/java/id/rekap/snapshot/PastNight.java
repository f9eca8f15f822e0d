package id.rekap.snapshot;

import id.rekap.database.Marks;
import id.rekap.reconcile.RunRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** An earlier date and the run whose set stood for it, with its compliance of all. */
record PastNight(long run, LocalDate date, int due, int met, boolean known, String rules, Headline headline) {
    private static final String SELECT = """
            select r.run_id, r.business_date, r.due, r.met, w.mandate rules, %s
            from run r join agency_summary s on s.run_id = r.run_id join publication_context w on w.run_id = r.run_id""".formatted(AgencySummaries.ALL);

    /** The last published revision of each earlier date, the oldest first, at most so many. */
    static List<PastNight> before(RunRef run, int most, JdbcTemplate jdbc) {
        TreeMap<LocalDate, PastNight> nights = new TreeMap<>();
        jdbc.query(
                SELECT + """
                 join (
                  select distinct business_date from run where mandate = ? and state = 'PUBLISHED' and business_date < ?
                  order by business_date desc limit ?) d on d.business_date = r.business_date
                where r.mandate = ? and r.state = 'PUBLISHED'
                order by r.business_date, r.revision""",
                r -> {
                    PastNight night = of(r);
                    nights.put(night.date(), night);
                },
                run.mandate(),
                run.date(),
                most,
                run.mandate());
        return List.copyOf(nights.values());
    }

    /** Those of these runs, the oldest first. */
    static List<PastNight> of(List<Long> runs, JdbcTemplate jdbc) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<PastNight> nights = new ArrayList<>();
        jdbc.query(
                (SELECT + " where r.run_id in (%s) order by r.business_date").formatted(Marks.of(runs)),
                r -> {
                    nights.add(of(r));
                },
                runs.toArray());
        return nights;
    }

    PublicationModel.Trend trend() {
        return new PublicationModel.Trend(date, due, met, known, rules, headline);
    }

    private static PastNight of(ResultSet r) throws SQLException {
        return new PastNight(
                r.getLong("run_id"),
                r.getObject("business_date", LocalDate.class),
                r.getInt("due"),
                r.getInt("met"),
                r.getBoolean("known"),
                r.getString("rules"),
                AgencySummaries.headline(r));
    }
}
