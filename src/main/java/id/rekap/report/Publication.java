package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.Fence;
import id.rekap.mandate.Mandate;
import id.rekap.report.page.IndexPage;
import id.rekap.report.page.WhatsAppMessage;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.PublicationModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The published sets of one mandate. A night is written beside the others first ({@link #prepare}), then made visible by
 * renaming ({@link #swap}); the caller commits its own state after that, and where it cannot, a restart does both again.
 * Both may be repeated after a crash anywhere, and a reader sees the old set or the new one, whole. One process at a time:
 * the caller holds the lock; one that has lost it without knowing writes into a draft of its own.
 */
public final class Publication {
    private final Path reports;
    private final Locale locale;
    private final SetFiles files;
    private final Fence fence;

    /**
     * For one directory of sets.
     *
     * @param reports the directory that holds the links, {@code reports} or {@code reports/<mandate>}
     * @param locale of the page: Indonesian, or English
     * @param publicUrl where readers find the reports, empty where nowhere is named
     * @param contact to whom agencies send their lists, empty where nobody is named
     * @param filesAtOnce written at a time, with no effect on their bytes
     */
    public Publication(
            Path reports,
            Locale locale,
            String publicUrl,
            String contact,
            String rekapVersion,
            Catalogue catalogue,
            int filesAtOnce,
            Fence fence) {
        this.reports = reports;
        this.locale = locale;
        this.fence = fence;
        this.files = new SetFiles(
                locale, WhatsAppMessage.address(publicUrl, reports), contact, rekapVersion, catalogue, filesAtOnce);
    }

    /** Where a mandate's sets lie: those of the default one are what readers see first. */
    public static Path reports(Path home, String mandate, String defaultMandate) {
        Path reports = home.resolve("reports");
        return mandate.equals(defaultMandate) ? reports : reports.resolve(mandate);
    }

    /** An agency's own folder in a set. */
    public static Path ofAgency(Path set, String agency) {
        return set.resolve(AgencyLists.folderOf(agency));
    }

    /** Writes the whole set of a night to the disk, not yet visible. */
    public PublishedSet prepare(PublicationModel book) {
        try {
            PublicationStore store = PublicationStore.open(reports);
            store.sweep(book.date(), book.revision(), fence.token());
            Path draft = store.draft(book.date(), book.revision(), fence.token());
            SetFolder folder = new SetFolder(draft, store.latest().orElse(null), fence);
            PublishedSet set = files.write(book, folder);
            folder.complete();
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The set of " + book.date() + " cannot be written to " + reports
                            + ". Make room or correct its rights, then restart",
                    e);
        }
    }

    /** Where the set in its place is not the prepared one, file by file; empty: nothing stands there. */
    public Optional<List<String>> differences(LocalDate date, int revision) {
        try {
            PublicationStore store = PublicationStore.open(reports);
            Path place = store.placeOf(date, revision);
            return Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(TreeComparison.differences(store.draft(date, revision, fence.token()), place))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The set of " + date + " in " + reports + " cannot be read", e);
        }
    }

    /** Drops what was prepared. */
    public void withdraw(LocalDate date, int revision) {
        try {
            PublicationStore.open(reports).sweep(date, revision, fence.token());
        } catch (IOException e) {
            throw new UncheckedIOException("What was written of the set of " + date + " cannot be removed", e);
        }
    }

    /**
     * Readers find no set of this date any more, and no list names it. May be repeated.
     *
     * @param left the nights without it
     * @return whether they found one
     */
    public boolean unpublish(Mandate mandate, LocalDate date, NightList left) {
        if (!Files.isDirectory(reports)) {
            return false;
        }
        try {
            PublicationStore store = PublicationStore.open(reports);
            boolean isChanged = new Removal(store).unpublish(date, fence);
            if (isChanged || Files.exists(reports.resolve("index.html"))) {
                index(mandate, left);
            }
            if (left.ofMonth().isEmpty()) {
                store.remove(IndexPage.file(left.month()));
            }
            return isChanged;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The set of " + date + " cannot be taken out of " + reports + ". Correct its rights, then again",
                    e);
        }
    }

    /**
     * Moves sets of a date out of the way, and no list names them any more. May be repeated.
     *
     * @param left the nights without them
     * @return where they lie now
     */
    public List<Path> setAside(Mandate mandate, LocalDate date, List<Integer> revisions, NightList left) {
        try {
            PublicationStore store = PublicationStore.open(reports);
            List<Path> moved = new Removal(store).setAside(date, revisions, fence);
            index(mandate, left);
            if (left.ofMonth().isEmpty()) {
                store.remove(IndexPage.file(left.month()));
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sets of " + date + " cannot be moved within " + reports + ". Correct its rights, then again",
                    e);
        }
    }

    /** Every set that stands in the place of one, whatever the database says. */
    public List<SetName> sets() {
        return sets(reports);
    }

    /** The same of a directory of sets that need not be there; nothing is made. */
    public static List<SetName> sets(Path reports) {
        try {
            return Files.isDirectory(reports.resolve(".history"))
                    ? PublicationStore.open(reports).sets()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The sets in " + reports + " cannot be listed", e);
        }
    }

    /**
     * Puts the prepared set in its place.
     *
     * @param counts it is the one of its date; an earlier revision only stands beside
     * @return whether readers find anything else now
     */
    public boolean swap(LocalDate date, int revision, boolean counts) {
        try {
            return PublicationStore.open(reports).publish(date, revision, counts, fence);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The set of " + date + " cannot be put in place in " + reports
                            + ". Correct its rights, then restart",
                    e);
        }
    }

    /**
     * Lists the published nights on pages beside their links. May be repeated; after a swap, so that nothing is listed that
     * cannot be read.
     *
     * @return whether readers find anything else now
     */
    public boolean index(Mandate mandate, NightList nights) {
        try {
            return new NightListPages(PublicationStore.open(reports), new IndexPage(Wording.in(locale)), mandate, fence)
                    .write(nights);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The list of nights cannot be written to " + reports
                            + ". Make room or correct its rights, then restart",
                    e);
        }
    }
}
