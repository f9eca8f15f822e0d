package id.rekap.nightly;

import id.rekap.reconcile.AgencyOutcome;
import id.rekap.reconcile.OutcomeStore;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** The writer of the steps reconcile and reconcile-again: an agency's rows are replaced whole, so a repeated chunk does no harm. */
final class OutcomeWriter implements ItemWriter<AgencyOutcome> {
    private final RunContext night;
    private final OutcomeStore outcomes;

    OutcomeWriter(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.outcomes = new OutcomeStore(jdbc);
    }

    @Override
    public void write(Chunk<? extends AgencyOutcome> agencies) {
        outcomes.write(night.run().ref(), agencies.getItems());
        long rows = agencies.getItems().stream()
                .mapToLong(agency -> agency.outcome().rows())
                .sum();
        night.progress().done(agencies.size(), rows);
    }
}
