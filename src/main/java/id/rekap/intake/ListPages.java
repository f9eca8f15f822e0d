package id.rekap.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A list sorted by number, file and row, in compressed pages (see {@link StoredLimits}). Rows come in any order and any number: a
 * long list is sorted in runs that are kept compressed and merged, so that its memory is that of its pages.
 */
public final class ListPages {
    /** Of a register; what JSON writes longer than it is has no place in a sample. */
    private static final Pattern SAMPLED = Pattern.compile("[!#-\\[\\]-~]{1,32}");

    /** Numbers of a list that its sample holds at most. */
    static final int SAMPLE = 64;

    private final List<Page> pages;
    private final List<String> sample;
    private final int rowCount;
    private final BitSet replaced;
    private final BitSet outdated;

    private ListPages(List<Page> pages, List<String> sample) {
        this(pages, sample, new BitSet(), new BitSet());
    }

    private ListPages(List<Page> pages, List<String> sample, BitSet replaced, BitSet outdated) {
        this.pages = pages;
        this.sample = sample;
        this.replaced = replaced;
        this.outdated = outdated;
        this.rowCount = pages.stream().mapToInt(Page::rowCount).sum() - replaced.cardinality();
    }

    /** The same list, in which corrections have replaced rows at some positions, and overruled others of their drop. */
    ListPages marked(BitSet replaced, BitSet outdated) {
        return new ListPages(pages, sample, replaced, outdated);
    }

    /** With rows of files that come behind its own. */
    ListPages with(List<ListRow> more, int offset) {
        if (more.isEmpty()) {
            return this;
        }
        Builder both = new Builder();
        rows().forEach(both::add);
        more.forEach(row -> both.add(row.inFile(offset + row.file())));
        return both.build();
    }

    /** The list of what corrections have left. */
    ListPages left() {
        if (replaced.isEmpty() && outdated.isEmpty()) {
            return this;
        }
        Builder left = new Builder();
        for (ListRow row : rows()) {
            if (!row.isReplaced()) {
                left.add(row);
            }
        }
        return left.build();
    }

    /** Numbers spread over a list that was just built; empty for one from the database, whose submission has them. */
    List<String> sample() {
        return sample;
    }

    /** One page: how many rows, and their compressed form. */
    @SuppressWarnings("ArrayRecordComponent") // held for a moment between two places, never compared
    public record Page(int rowCount, byte[] body) {
        List<ListRow> rows() {
            return PageCodec.decode(body);
        }

        @Override
        public String toString() {
            return rowCount + " rows";
        }
    }

    /** Pages as the database has them, in their order. */
    public static ListPages of(List<Page> pages) {
        return new ListPages(List.copyOf(pages), List.of());
    }

    public List<Page> pages() {
        return pages;
    }

    /** How many rows are data, those not counted that a correction has replaced. */
    public int rowCount() {
        return rowCount;
    }

    /** Bytes of all pages, compressed. */
    long bytes() {
        return pages.stream().mapToLong(page -> page.body().length).sum();
    }

    /** The rows in order, a page in memory at a time; those that a correction has replaced are marked. */
    public Iterable<ListRow> rows() {
        return replaced.isEmpty() && outdated.isEmpty()
                ? () -> new PageIterator(pages)
                : () -> new MarkedRows(new PageIterator(pages), replaced, outdated);
    }

    /** The rows at these positions, in the list's order; only their pages are unfolded, one at a time. */
    public List<ListRow> at(List<Integer> positions) {
        List<ListRow> rows = new ArrayList<>();
        List<ListRow> unfolded = List.of();
        int page = -1;
        int end = 0;
        for (int position : positions.stream().sorted().toList()) {
            while (position >= end) {
                end += pages.get(++page).rowCount();
                unfolded = List.of();
            }
            if (unfolded.isEmpty()) {
                unfolded = pages.get(page).rows();
            }
            rows.add(unfolded.get(position - end + unfolded.size()));
        }
        return rows;
    }

    /** Takes rows in any order. */
    public static final class Builder {
        private final List<List<Page>> runs = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();
        private List<ListRow> run = new ArrayList<>();
        private int characters;

        public void add(ListRow row) {
            run.add(row);
            characters += row.characters();
            if (run.size() == StoredLimits.RUN_ROWS || characters > StoredLimits.RUN_CHARACTERS) {
                endRun();
            }
        }

        private void endRun() {
            run.sort(ListRow.BY_NUMBER);
            // a sample of each run is sample enough of the whole
            for (int i = 0; i < run.size(); i += Math.max(1, run.size() / SAMPLE)) {
                String no = run.get(i).no();
                if (SAMPLED.matcher(no).matches()) {
                    numbers.add(no);
                }
            }
            runs.add(paged(run.iterator()));
            run = new ArrayList<>();
            characters = 0;
        }

        public ListPages build() {
            if (!run.isEmpty() || runs.isEmpty()) {
                endRun();
            }
            List<Page> pages = runs.size() == 1 ? runs.get(0) : paged(new Merge(runs));
            return new ListPages(pages, spread());
        }

        private List<String> spread() {
            Set<String> spread = new TreeSet<>();
            int most = Math.min(SAMPLE, numbers.size());
            for (int i = 0; i < most; i++) {
                spread.add(numbers.get((int) ((long) i * numbers.size() / most)));
            }
            return List.copyOf(spread);
        }
    }

    private static List<Page> paged(Iterator<ListRow> sorted) {
        List<Page> pages = new ArrayList<>();
        while (sorted.hasNext()) {
            pages.add(PageCodec.encode(sorted));
        }
        return pages;
    }

    private static final class PageIterator implements Iterator<ListRow> {
        private final Iterator<Page> pages;
        private Iterator<ListRow> rows = List.<ListRow>of().iterator();

        PageIterator(List<Page> pages) {
            this.pages = pages.iterator();
        }

        @Override
        public boolean hasNext() {
            while (!rows.hasNext() && pages.hasNext()) {
                rows = pages.next().rows().iterator();
            }
            return rows.hasNext();
        }

        @Override
        public ListRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }
    }

    private static final class Merge implements Iterator<ListRow> {
        private record Head(ListRow row, PageIterator rest) {}

        private final PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(Head::row, ListRow.BY_NUMBER));

        Merge(List<List<Page>> runs) {
            runs.forEach(run -> push(new PageIterator(run)));
        }

        private void push(PageIterator rest) {
            if (rest.hasNext()) {
                heads.add(new Head(rest.next(), rest));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public ListRow next() {
            Head head = heads.remove();
            push(head.rest());
            return head.row();
        }
    }
}
