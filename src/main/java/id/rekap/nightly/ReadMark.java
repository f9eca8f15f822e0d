package id.rekap.nightly;

import id.rekap.intake.IntakeBatch;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Up to which batch a mandate has read everything, so that a night looks only at what came later. Kept with each run. */
final class ReadMark {
    private static final RowMapper<IntakeBatch> BATCH =
            (r, i) -> new IntakeBatch(r.getObject(1, LocalDate.class), r.getInt(2));
    private static final IntakeBatch LAST = new IntakeBatch(LocalDate.of(9999, 12, 31), 0);

    private final JdbcTemplate jdbc;

    ReadMark(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last batch up to this one before which none is still copying. */
    IntakeBatch lastDone(IntakeBatch upTo) {
        Optional<IntakeBatch> undone = jdbc
                .query(
                        "select received_on, batch from intake_batch where done = false order by received_on, batch limit 1",
                        BATCH)
                .stream()
                .findFirst();
        return jdbc
                .query(
                        """
                        select received_on, batch from intake_batch
                        where (received_on < ? or (received_on = ? and batch <= ?))
                          and (received_on < ? or (received_on = ? and batch < ?))
                        order by received_on desc, batch desc limit 1""",
                        BATCH,
                        upTo.receivedOn(),
                        upTo.receivedOn(),
                        upTo.batch(),
                        undone.orElse(LAST).receivedOn(),
                        undone.orElse(LAST).receivedOn(),
                        undone.orElse(LAST).batch())
                .stream()
                .findFirst()
                .orElse(IntakeBatch.NONE);
    }

    /** The batch up to which a mandate has read everything; a mandate that was never run has read nothing. */
    IntakeBatch of(String mandate) {
        return jdbc.query("""
                        select read_on, read_batch from run where mandate = ? and read_on is not null
                        order by read_on desc, read_batch desc limit 1""", BATCH, mandate).stream().findFirst().orElse(IntakeBatch.NONE);
    }

    void set(Run run, IntakeBatch upTo) {
        jdbc.update(
                "update run set read_on = ?, read_batch = ? where run_id = ?",
                upTo.receivedOn(),
                upTo.batch(),
                run.id());
    }
}
