package id.rekap.nightly;

import id.rekap.intake.Archive;
import id.rekap.intake.Delivery;
import id.rekap.intake.DeliveryReader;
import id.rekap.intake.IntakeBatch;
import id.rekap.intake.ReadDelivery;
import id.rekap.intake.Submissions;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The processor of the step read: an agency's deliveries become submissions with a verdict. One for each partition, since it
 * keeps what it has looked up.
 */
final class DeliveryProcessor implements ItemProcessor<List<Delivery>, List<ReadDelivery>> {
    private final JdbcTemplate jdbc;
    private final Submissions submissions;
    private final DeliveryReader reader;

    /**
     * @param lastRead the last batch that the mandate had read before this night
     */
    DeliveryProcessor(RunContext night, JdbcTemplate jdbc, IntakeBatch lastRead) {
        this.jdbc = jdbc;
        this.submissions = new Submissions(jdbc, night.mandate().id());
        this.reader = new DeliveryReader(
                new Archive(night.home().resolve("archive"))::path, night.mandate(), night.others(), jdbc, lastRead);
    }

    @Override
    public List<ReadDelivery> process(List<Delivery> deliveries) {
        return ConnectionKeepAlive.during(
                jdbc, () -> FaultRedaction.call(() -> submissions.writtenWhereLarge(reader.read(deliveries))));
    }
}
