package id.rekap.reconcile;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The batch up to which a run knows of its date: its own, or any where it takes nothing. */
public final class LastIntakeBatch {
    private LastIntakeBatch() {}

    public static int of(RunRef run, JdbcTemplate jdbc) {
        List<Integer> own = jdbc.query(
                "select coalesce(nullif(batch, 0), ?) from run where run_id = ?",
                (r, i) -> r.getInt(1),
                Integer.MAX_VALUE,
                run.id());
        return own.isEmpty() ? Integer.MAX_VALUE : own.get(0);
    }
}
