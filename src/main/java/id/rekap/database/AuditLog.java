package id.rekap.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people did to the facts; in the caller's transaction, so that neither is there without the other. */
public final class AuditLog {
    private static final int LONGEST_SUBJECT = 500;

    private final JdbcTemplate jdbc;

    public AuditLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Instant at, String who, String what, String subject, String detail) {
        jdbc.update(
                "insert into audit_log (at, who, what, subject, detail) values (?, ?, ?, ?, ?)",
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                who,
                what,
                subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                detail);
    }
}
