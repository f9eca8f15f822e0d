package id.rekap.retention;

import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What official accounts' exports said of people, and what lists said of their handles since; what is known of the exports
 * themselves stays.
 */
final class PastAnswers {
    private static final String OF_EXPORTS_BEFORE = """
            exists (select 1 from follower_export e where e.received_on = follower_answer.received_on
              and e.batch = follower_answer.batch and e.number = follower_answer.number and e.exported_on < ?)""";

    private final JdbcTemplate jdbc;
    private final Rows rows;

    PastAnswers(JdbcTemplate jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Then the lists that held since an export's day are needed as long as it proves anything to a kept night. */
    boolean isAny() {
        return !jdbc.queryForList("select number from follower_answer limit 1").isEmpty();
    }

    long before(LocalDate exportedOn) {
        return rows.of("follower_answer", OF_EXPORTS_BEFORE, exportedOn)
                + rows.of("handle_history", "received_on < ?", exportedOn);
    }
}
