package id.rekap.nightly;

import id.rekap.intake.SeenFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** The reader of the step receive: files that a batch has seen in the inbox and that are still to be copied. */
final class InboxReader implements ItemReader<SeenFile> {
    private final InboxSession session;

    InboxReader(InboxSession session) {
        this.session = session;
    }

    @Override
    public @Nullable SeenFile read() {
        return session.left().poll();
    }
}
