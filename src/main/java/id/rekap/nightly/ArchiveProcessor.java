package id.rekap.nightly;

import id.rekap.intake.Listed;
import id.rekap.intake.Receiving;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** The processor of the step receive: a file's copy in the archive, named by its content. Several threads at once. */
final class ArchiveProcessor implements ItemProcessor<Listed, Receiving.Copied> {
    private final InboxSession session;

    ArchiveProcessor(InboxSession session) {
        this.session = session;
    }

    @Override
    public Receiving.@Nullable Copied process(Listed file) {
        return Discreet.call(() -> session.receiving().copy(file));
    }
}
