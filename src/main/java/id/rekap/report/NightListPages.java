package id.rekap.report;

import id.rekap.files.Fence;
import id.rekap.mandate.Mandate;
import id.rekap.report.page.IndexPage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lists of nights: {@code index.html} with the newest, and a page for each month, {@code index-<month>.html}. A publication
 * writes the first and the one of its date's month: a year of nights makes neither longer.
 */
final class NightListPages {
    private static final List<String> LISTED = List.of("summary.html", "rekap.xlsx", "whatsapp.txt");

    private final PublicationStore store;
    private final IndexPage page;
    private final Mandate mandate;
    private final Fence fence;

    NightListPages(PublicationStore store, IndexPage page, Mandate mandate, Fence fence) {
        this.store = store;
        this.page = page;
        this.mandate = mandate;
        this.fence = fence;
    }

    /** The month before the first page, which leads to it. Does either differ from the one before? */
    boolean write(NightList nights) throws IOException {
        List<IndexPage.Night> ofMonth = listed(nights.ofMonth());
        fence.check();
        boolean isChanged =
                store.place(IndexPage.file(nights.month()), out -> page.month(mandate, nights.month(), ofMonth, out));

        NavigableMap<LocalDate, List<PublishedNight>> newest = byDate(nights.newest());
        List<YearMonth> older =
                newest.size() > NightList.NEWEST ? store.months(YearMonth.from(newest.lastKey())) : List.of();
        while (newest.size() > NightList.NEWEST) {
            newest.pollLastEntry();
        }
        List<IndexPage.Night> first = listed(newest);
        fence.check();
        isChanged |= store.place("index.html", out -> page.newest(mandate, first, older, nights.missed(), out));
        return isChanged;
    }

    private List<IndexPage.Night> listed(List<PublishedNight> nights) {
        return listed(byDate(nights));
    }

    /** The newest date first, of a date the newest revision. */
    private static NavigableMap<LocalDate, List<PublishedNight>> byDate(List<PublishedNight> nights) {
        TreeMap<LocalDate, List<PublishedNight>> byDate = new TreeMap<>(Comparator.reverseOrder());
        nights.stream()
                .sorted(Comparator.comparing(PublishedNight::revision).reversed())
                .forEach(night -> byDate.computeIfAbsent(night.date(), d -> new ArrayList<>())
                        .add(night));
        return byDate;
    }

    private List<IndexPage.Night> listed(Map<LocalDate, List<PublishedNight>> byDate) {
        List<IndexPage.Night> listed = new ArrayList<>();
        byDate.forEach((date, revisions) -> listed(date, revisions).ifPresent(listed::add));
        return listed;
    }

    private Optional<IndexPage.Night> listed(LocalDate date, List<PublishedNight> revisions) {
        PublishedNight counts = revisions.get(0);
        List<IndexPage.Revision> sets = revisions.stream()
                .map(r -> new IndexPage.Revision(
                        r.revision(),
                        store.folderOf(date, r.revision(), r.equals(counts)),
                        store.filesOf(date, r.revision(), LISTED),
                        r.learnt()))
                .filter(r -> !r.files().isEmpty())
                .toList();
        return sets.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new IndexPage.Night(date, counts.due(), counts.met(), counts.known(), counts.headline(), sets));
    }
}
