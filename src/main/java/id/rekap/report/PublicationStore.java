package id.rekap.report;

import id.rekap.files.Durable;
import id.rekap.files.Fence;
import id.rekap.files.Modes;
import id.rekap.report.page.IndexPage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where sets stand: {@code .history} holds them by date and revision, a link for each date names the one that counts, and
 * {@code latest} names the newest date. Links are relative, so that HOME may move.
 */
final class PublicationStore {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Path reports;
    private final Path history;

    private PublicationStore(Path reports) {
        this.reports = reports;
        this.history = reports.resolve(".history");
    }

    static PublicationStore open(Path reports) throws IOException {
        PublicationStore store = new PublicationStore(reports);
        if (!Files.isDirectory(store.history)) {
            Modes.EVERYONE.makeFolders(store.history);
            Audience.EVERYONE.mayEnter(store.reports);
            Audience.EVERYONE.mayEnter(store.history);
        }
        return store;
    }

    /** Where an owner of the run writes a set before it counts. */
    Path draft(LocalDate date, int revision, long owner) {
        return history.resolve(draftsOf(date, revision) + owner);
    }

    /** Where a set stands once it was published. */
    Path placeOf(LocalDate date, int revision) {
        return history.resolve(name(date, revision));
    }

    private static String draftsOf(LocalDate date, int revision) {
        return ".tmp-" + name(date, revision) + "-";
    }

    /** The set that readers of the newest date find; of most nights it is the one before. */
    Optional<Path> latest() throws IOException {
        Path latest = reports.resolve("latest");
        return Files.isDirectory(latest) ? Optional.of(latest.toRealPath()) : Optional.empty();
    }

    /** Removes what this owner and others before it left half written; never what one after it is writing. */
    void sweep(LocalDate date, int revision, long owner) throws IOException {
        String drafts = draftsOf(date, revision);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(history, drafts + "*")) {
            for (Path draft : found) {
                if (Long.parseLong(draft.getFileName().toString().substring(drafts.length())) <= owner) {
                    Trees.delete(draft);
                }
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return; // one that was thought dead still writes there: it will never count
        }
    }

    /**
     * Puts a complete draft in its place; does what is left of it after a crash.
     *
     * @param counts readers of the date are led to it; an earlier revision only stands beside
     * @return whether readers find anything else now
     */
    boolean publish(LocalDate date, int revision, boolean counts, Fence fence) throws IOException {
        fence.check();
        Path draft = draft(date, revision, fence.token());
        Path place = placeOf(date, revision);
        Path standIn = history.resolve(".swap-" + name(date, revision));
        Path link = reports.resolve(date.toString());
        boolean leads = counts || leads(link, place) || leads(link, standIn);
        boolean isNew = Files.exists(draft);
        if (isNew) {
            if (Files.exists(place)) {
                makeWay(draft, place, standIn, link, fence);
            }
            fence.check();
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            Durable.all(List.of(history));
        } else if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString(), null, "no set was prepared for " + name(date, revision));
        }
        fence.check();
        isNew |= leads && point(link, reports.relativize(place));
        fence.check();
        isNew |= pointLatest("");
        Durable.all(List.of(reports));
        Trees.delete(standIn);
        Trees.delete(gone(place));
        sweep(date, revision, fence.token());
        return isNew;
    }

    /** Leads readers of a date to the newest of the other ones. Did they find this one? */
    boolean leadElsewhere(LocalDate date) throws IOException {
        Path link = reports.resolve(date.toString());
        boolean isChanged = Files.isSymbolicLink(link);
        if (!pointLatest(date.toString()) && leads(reports.resolve("latest"), link)) {
            Files.delete(reports.resolve("latest"));
        }
        if (isChanged) {
            Files.delete(link);
        }
        Durable.all(List.of(reports));
        return isChanged;
    }

    /** Leads readers of a date to one of its revisions. */
    void leadTo(LocalDate date, int revision) throws IOException {
        point(reports.resolve(date.toString()), reports.relativize(placeOf(date, revision)));
        Durable.all(List.of(reports));
    }

    Path history() {
        return history;
    }

    void remove(String page) throws IOException {
        Files.deleteIfExists(reports.resolve(page));
    }

    /**
     * An attempt that crashed after its rename left a set in this place, and the link may lead readers to it. A directory
     * cannot be renamed over another, so the link leads to a second name of the new set while the place is cleared.
     */
    private void makeWay(Path draft, Path place, Path standIn, Path link, Fence fence) throws IOException {
        if (Files.exists(link) && Files.isSameFile(link, place)) {
            Trees.delete(standIn);
            Trees.link(draft, standIn);
            Durable.tree(standIn);
            fence.check();
            point(link, reports.relativize(standIn));
            Durable.all(List.of(reports));
        }
        Trees.delete(gone(place));
        fence.check();
        Files.move(place, gone(place), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of these files those that a set has; none where the set is gone. */
    List<String> filesOf(LocalDate date, int revision, List<String> names) {
        Path place = placeOf(date, revision);
        return names.stream().filter(n -> Files.exists(place.resolve(n))).toList();
    }

    /** As a page beside the links reaches a set: the one that counts by its date. */
    String folderOf(LocalDate date, int revision, boolean counts) {
        return counts ? date + "/" : history.getFileName() + "/" + name(date, revision) + "/";
    }

    /** Puts a page beside the links; a reader sees the old one or this one. Does it differ? */
    boolean place(String name, SetFolder.Body body) throws IOException {
        Path fresh = reports.resolve(".fresh-" + name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            body.writeTo(out);
        }
        Audience.EVERYONE.mayRead(fresh);
        if (TreeComparison.isSame(fresh, reports.resolve(name))) {
            Files.delete(fresh);
            return false;
        }
        Durable.all(List.of(fresh));
        Files.move(fresh, reports.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Durable.all(List.of(reports));
        return true;
    }

    /** The months up to one of which a list of nights stands here, the newest first. */
    List<YearMonth> months(YearMonth last) throws IOException {
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(reports, "index-*.html")) {
            return StreamSupport.stream(lists.spliterator(), false)
                    .flatMap(list -> IndexPage.month(list.getFileName().toString()).stream())
                    .filter(month -> !month.isAfter(last))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Every set that stands here, whether a link leads to it or not. */
    List<SetName> sets() throws IOException {
        try (Stream<Path> entries = Files.list(history)) {
            return entries.map(p -> SetName.of(p.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(SetName::date).thenComparing(SetName::revision))
                    .toList();
        }
    }

    private boolean pointLatest(String except) throws IOException {
        try (Stream<Path> entries = Files.list(reports)) {
            Optional<String> newest = entries.map(p -> p.getFileName().toString())
                    .filter(n -> DATE.matcher(n).matches() && !n.equals(except))
                    .max(CodePoints::compare);
            return newest.isPresent() && point(reports.resolve("latest"), Path.of(newest.get()));
        }
    }

    private boolean leads(Path link, Path place) throws IOException {
        return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(reports.relativize(place));
    }

    private static boolean point(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return false;
        }
        if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(link + " is a directory, not a link; move it away");
        }
        Path fresh = link.resolveSibling(".link-" + link.getFileName());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    static Path gone(Path place) {
        return place.resolveSibling(".gone-" + place.getFileName());
    }

    private static String name(LocalDate date, int revision) {
        return new SetName(date, revision).toString();
    }
}
