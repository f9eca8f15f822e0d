package id.rekap.acknowledgement;

import id.rekap.database.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every acknowledgement that was ever given. */
public final class Acknowledgements {
    private static final String COLUMNS = """
            select acknowledgement_id, fingerprint, code, agency, note, valid_until, known_at, known_by, ended_at
            from acknowledgement\s""";

    private final JdbcTemplate jdbc;
    private final AuditLog audit;

    public Acknowledgements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.audit = new AuditLog(jdbc);
    }

    /** An exception that can be acknowledged. */
    public record Anomaly(String fingerprint, String code, String agency) {}

    /**
     * One that was given.
     *
     * @param until the last business date on which it holds
     */
    public record Given(
            long id, Anomaly anomaly, String note, LocalDate until, String knownAt, String knownBy, boolean isEnded) {}

    /**
     * Fingerprints that are acknowledged for a date, as far as anybody has said so by now: a set that is published keeps what
     * it knew.
     */
    public Set<String> on(LocalDate date) {
        return new HashSet<>(jdbc.queryForList(
                "select fingerprint from acknowledgement where ended_at is null and valid_until >= ?",
                String.class,
                date));
    }

    /** In the caller's transaction; one that is given already makes way. */
    public void give(Collection<Anomaly> anomalies, String note, LocalDate until, String who, Instant now) {
        for (Anomaly one : anomalies) {
            end(inForce(one.fingerprint()), who, now);
            jdbc.update(
                    """
                    insert into acknowledgement (fingerprint, code, agency, note, valid_until, known_at, known_by)
                    values (?, ?, ?, ?, ?, ?, ?)""",
                    one.fingerprint(),
                    one.code(),
                    one.agency(),
                    note,
                    until,
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                    who);
            audit.add(now, who, "ACK", "exception " + one.fingerprint(), about(one) + ", until " + until + ": " + note);
        }
    }

    private static String about(Anomaly one) {
        return one.code() + (one.agency().isEmpty() ? "" : " of " + one.agency());
    }

    /** Those of an exception that nobody has taken back, whether their day has passed or not. */
    public List<Given> inForce(String fingerprint) {
        return jdbc.query(COLUMNS + "where fingerprint = ? and ended_at is null", (r, i) -> given(r), fingerprint);
    }

    /** In the caller's transaction. */
    public void end(Collection<Given> given, String who, Instant now) {
        for (Given one : given) {
            jdbc.update(
                    "update acknowledgement set ended_at = ? where acknowledgement_id = ? and ended_at is null",
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                    one.id());
            audit.add(
                    now,
                    who,
                    "ACK_END",
                    "exception " + one.anomaly().fingerprint(),
                    about(one.anomaly()) + ", was until " + one.until() + ": " + one.note());
        }
    }

    /** All of them, the latest last. */
    public List<Given> all() {
        return new ArrayList<>(jdbc.query(COLUMNS + "order by acknowledgement_id", (r, i) -> given(r)));
    }

    private static Given given(ResultSet r) throws SQLException {
        return new Given(
                r.getLong("acknowledgement_id"),
                new Anomaly(r.getString("fingerprint"), r.getString("code"), r.getString("agency")),
                r.getString("note"),
                r.getObject("valid_until", LocalDate.class),
                String.valueOf(r.getString("known_at")),
                r.getString("known_by"),
                r.getObject("ended_at") != null);
    }
}
