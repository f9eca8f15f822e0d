package id.rekap.intake;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The list in force: its hash decides most deliveries; the rest is fetched only where something is compared with it. */
final class ListInForce {
    private final String dropHash;
    private final Supplier<Submission> fetch;
    private final Function<Submission, ListPages> pages;
    private @Nullable Submission fetched;

    ListInForce(String dropHash, Supplier<Submission> fetch, Function<Submission, ListPages> pages) {
        this.dropHash = dropHash;
        this.fetch = fetch;
        this.pages = pages;
    }

    String dropHash() {
        return dropHash;
    }

    Submission submission() {
        Submission known = fetched == null ? fetch.get() : fetched;
        fetched = known;
        return known;
    }

    ListPages list() {
        return pages.apply(submission());
    }
}
