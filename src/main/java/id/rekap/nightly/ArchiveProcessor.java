package id.rekap.nightly;

import id.rekap.intake.InboxReceiver;
import id.rekap.intake.SeenFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** The processor of the step receive: a file's copy in the archive, named by its content. Several threads at once. */
final class ArchiveProcessor implements ItemProcessor<SeenFile, InboxReceiver.Copied> {
    private final InboxSession session;

    ArchiveProcessor(InboxSession session) {
        this.session = session;
    }

    @Override
    public InboxReceiver.@Nullable Copied process(SeenFile file) {
        return FaultRedaction.call(() -> session.receiving().copy(file));
    }
}
