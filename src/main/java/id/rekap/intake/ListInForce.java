package id.rekap.intake;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The list in force: its hash and size decide most deliveries; the rest is fetched only where it is compared. */
final class ListInForce {
    private final Brief brief;
    private final Supplier<Submission> fetch;
    private final Function<Submission, ListPages> pages;
    private @Nullable Submission fetched;

    /** What is known of all lists in force by one query. */
    record Brief(String dropHash, int rows, String asked) {
        static Brief of(Submission submission) {
            return new Brief(submission.dropHash(), submission.rows(), Objects.requireNonNull(submission.asked()));
        }
    }

    ListInForce(Brief brief, Supplier<Submission> fetch, Function<Submission, ListPages> pages) {
        this.brief = brief;
        this.fetch = fetch;
        this.pages = pages;
    }

    String dropHash() {
        return brief.dropHash();
    }

    /** Digest of what was asked for when it was read. */
    String asked() {
        return brief.asked();
    }

    int rows() {
        return brief.rows();
    }

    Submission submission() {
        Submission known = fetched == null ? fetch.get() : fetched;
        fetched = known;
        return known;
    }

    ListPages list() {
        return submission().whole(pages.apply(submission()));
    }
}
