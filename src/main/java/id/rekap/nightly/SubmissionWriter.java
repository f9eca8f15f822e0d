package id.rekap.nightly;

import id.rekap.intake.ReadDelivery;
import id.rekap.intake.Submissions;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** The writer of the step read: submissions and their lists, replaced whole, so a repeated chunk does no harm. */
final class SubmissionWriter implements ItemWriter<List<ReadDelivery>> {
    private final RunContext night;
    private final Submissions submissions;

    SubmissionWriter(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.submissions = new Submissions(jdbc, night.mandate().id());
    }

    @Override
    public void write(Chunk<? extends List<ReadDelivery>> agencies) {
        List<ReadDelivery> all =
                agencies.getItems().stream().flatMap(List::stream).toList();
        submissions.write(all);
        long rows = all.stream().mapToLong(read -> read.submission().rows()).sum();
        night.progress().done(agencies.size(), rows);
    }
}
