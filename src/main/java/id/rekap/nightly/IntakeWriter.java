package id.rekap.nightly;

import id.rekap.intake.InboxReceiver;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** The writer of the step receive: what became of the files that a batch saw. */
final class IntakeWriter implements ItemWriter<InboxReceiver.Copied> {
    private final RunContext night;
    private final InboxSession session;

    IntakeWriter(RunContext night, InboxSession session) {
        this.night = night;
        this.session = session;
    }

    @Override
    public void write(Chunk<? extends InboxReceiver.Copied> copies) {
        FaultRedaction.call(() -> {
            List<InboxReceiver.Copied> all = new ArrayList<>(copies.getItems());
            session.receiving().keep(all);
            night.progress().done(all.size(), 0);
            return null;
        });
    }
}
