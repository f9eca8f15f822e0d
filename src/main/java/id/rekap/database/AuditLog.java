package id.rekap.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What people did to the facts; in the caller's transaction, so that neither is there without the other. Nothing changes it. */
public final class AuditLog {
    private static final int LONGEST_SUBJECT = 500;
    private static final String ADD = "insert into audit_log (at, who, what, subject, detail) values (?, ?, ?, ?, ?)";
    private static final String LAST = """
            select at, who, what, subject, detail from audit_log
             where at >= :from and at < :to and locate(lower(:who), lower(who)) > 0
               and (:what = '' or what = :what) and locate(lower(:about), lower(concat_ws(' ', subject, detail))) > 0
             order by audit_id desc limit :most""";

    private final JdbcTemplate jdbc;

    public AuditLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One entry.
     *
     * @param at UTC
     * @param who user and host
     * @param what the act, in capital letters
     * @param subject what it was done to
     * @param detail from what to what
     */
    public record Entry(LocalDateTime at, String who, String what, String subject, String detail) {}

    /**
     * Which entries are asked for; an empty text is any.
     *
     * @param from the first instant, UTC
     * @param to the first instant that is too late, UTC
     * @param who a part of user and host
     * @param what the act
     * @param about a part of subject or detail
     */
    public record Filter(LocalDateTime from, LocalDateTime to, String who, String what, String about) {
        /** Whenever, by whomever. */
        public static Filter of(String what) {
            return new Filter(LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 30, 0, 0), "", what, "");
        }
    }

    public void add(Instant at, String who, String what, String subject, String detail) {
        jdbc.update(
                ADD,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                who,
                what,
                subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                detail);
    }

    /** The newest ones first. */
    public List<Entry> last(Filter filter, int most) {
        return new NamedParameterJdbcTemplate(jdbc)
                .query(
                        LAST,
                        new MapSqlParameterSource()
                                .addValue("from", filter.from())
                                .addValue("to", filter.to())
                                .addValue("who", filter.who())
                                .addValue("what", filter.what())
                                .addValue("about", filter.about())
                                .addValue("most", most),
                        (row, n) -> new Entry(
                                row.getObject("at", LocalDateTime.class),
                                row.getString("who"),
                                row.getString("what"),
                                row.getString("subject"),
                                row.getString("detail")));
    }
}
