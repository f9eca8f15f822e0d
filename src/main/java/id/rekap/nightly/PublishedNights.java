package id.rekap.nightly;

import id.rekap.report.NightList;
import id.rekap.report.PublishedNight;
import id.rekap.snapshot.AgencySummaries;
import id.rekap.snapshot.Learnt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Published sets as the lists of nights show them; read from the end of an index, however many there are. */
final class PublishedNights {
    /** Days. */
    private static final int MISSED = 62;

    private static final String SELECT = """
            select r.business_date, r.revision, r.due, r.met, r.learnt, %s
            from run r join agency_summary s on s.run_id = r.run_id
            """.formatted(AgencySummaries.ALL);

    private final JdbcTemplate jdbc;

    PublishedNights(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is listed when this date is published. */
    NightList list(String mandate, LocalDate date) {
        List<PublishedNight> newest =
                jdbc.query(SELECT + """
                join (
                  select distinct business_date from run where mandate = ? and state = 'PUBLISHED'
                  order by business_date desc limit ?) d on d.business_date = r.business_date
                where r.mandate = ? and r.state = 'PUBLISHED'""", (r, i) -> night(r), mandate, NightList.NEWEST + 1, mandate);
        YearMonth month = YearMonth.from(date);
        List<PublishedNight> ofMonth = jdbc.query(
                SELECT + "where r.mandate = ? and r.state = 'PUBLISHED' and r.business_date between ? and ?",
                (r, i) -> night(r),
                mandate,
                month.atDay(1),
                month.atEndOfMonth());
        return new NightList(newest, month, ofMonth, missed(mandate, date));
    }

    private List<LocalDate> missed(String mandate, LocalDate date) {
        return jdbc.query("""
                select s.business_date from scheduled_date s
                left join run r on r.mandate = ? and r.business_date = s.business_date and r.state = 'PUBLISHED'
                where s.job = 'nightly' and s.state = 'MISSED' and s.business_date > ? and r.run_id is null
                order by s.business_date desc""", (r, i) -> r.getObject(1, LocalDate.class), mandate, date.minusDays(MISSED));
    }

    private static PublishedNight night(ResultSet r) throws SQLException {
        return new PublishedNight(
                r.getObject("business_date", LocalDate.class),
                r.getInt("revision"),
                r.getInt("due"),
                r.getInt("met"),
                r.getBoolean("known"),
                AgencySummaries.headline(r),
                Learnt.of(r.getString("learnt")));
    }
}
