package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.HeadingMeanings.Meaning;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What lists in force say where their mandate's obligations have changed since they were read. Kept cells stand in the order
 * of then: an obligation that stayed has its own, one that was added has those of the sender's column under its name, if the
 * list has one, else none.
 */
public final class ChangedObligations {
    private static final int NONE = -1;

    private final Mandate mandate;
    private final List<String> obligations;
    private final HeadingMeanings meanings;

    public ChangedObligations(Mandate mandate) {
        this.mandate = mandate;
        this.obligations = mandate.obligations().stream().map(Obligation::id).toList();
        this.meanings = new HeadingMeanings(mandate);
    }

    /**
     * Where a file's cells are.
     *
     * @param of each obligation; behind the last cell that was read for one those of the sender's own columns, -1 none
     * @param left of what was read for obligations that nobody asks for now: the sender's own by now
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Places(int[] of, int[] left) {
        @Override
        public String toString() {
            return of.length + " places";
        }
    }

    /** Its files and what is to be said of them; the very submission where nothing has changed. */
    public Submission of(Submission read) {
        if (isAsRead(read)) {
            return read;
        }
        List<ListFile> files = new ArrayList<>();
        List<FileNote> notes = new ArrayList<>();
        for (ListFile file : read.files()) {
            Places places = places(file);
            List<@Nullable String> headers = new ArrayList<>();
            for (int from : places.of()) {
                headers.add(header(file, from));
            }
            List<String> own = new ArrayList<>(file.extraHeaders());
            List<String> lower = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                lower.add(file.lower(i));
            }
            for (int left : places.left()) {
                own.add(String.valueOf(file.columns().get(left)));
                lower.add("");
            }
            ListFile now = file.reporting(obligations, headers, own, lower);
            files.add(now);
            notes.addAll(now.absent(mandate));
        }
        read.notes().stream()
                .filter(note -> note.code() != ExceptionCode.COLUMN_ABSENT)
                .forEach(notes::add);
        return read.reading(files, notes);
    }

    /** Its list. */
    public ListPages of(Submission read, ListPages kept) {
        if (isAsRead(read)) {
            return kept;
        }
        List<Places> places = read.files().stream().map(this::places).toList();
        ListPages.Builder now = new ListPages.Builder();
        kept.rows().forEach(row -> now.add(row.arranged(places.get(row.file()))));
        return now.build();
    }

    /** Some of its rows. */
    public List<ListRow> of(Submission read, List<ListRow> rows) {
        if (isAsRead(read)) {
            return rows;
        }
        List<Places> places = read.files().stream().map(this::places).toList();
        return rows.stream().map(row -> row.arranged(places.get(row.file()))).toList();
    }

    private boolean isAsRead(Submission read) {
        return read.files().stream().allMatch(this::isAsRead);
    }

    /** For the same obligations, and none that it lacks has a column of the sender's own by now. */
    private boolean isAsRead(ListFile file) {
        return obligations.equals(file.obligations())
                && IntStream.range(0, obligations.size())
                        .noneMatch(i -> file.columns().get(i) == null && ownPlace(file, i) != NONE);
    }

    private boolean meansAnother(@Nullable String header, int obligation) {
        Meaning meaning = header == null ? null : meanings.of(header);
        return meaning != null && !meaning.equals(Meaning.obligation(obligation));
    }

    /** What a header means now comes first; an obligation whose column had a name that means nothing now keeps it. */
    private Places places(ListFile file) {
        int[] of = new int[obligations.size()];
        List<@Nullable String> columns = file.columns();
        for (int i = 0; i < of.length; i++) {
            of[i] = place(columns, i);
            int same = file.obligations().indexOf(obligations.get(i));
            if (of[i] == NONE && same != NONE && columns.get(same) != null && !meansAnother(columns.get(same), i)) {
                of[i] = same;
            }
            int own = of[i] == NONE ? ownPlace(file, i) : NONE;
            of[i] = own == NONE ? of[i] : columns.size() + own;
        }
        int[] left = IntStream.range(0, columns.size())
                .filter(column ->
                        columns.get(column) != null && Arrays.stream(of).noneMatch(from -> from == column))
                .toArray();
        return new Places(of, left);
    }

    private int place(List<? extends @Nullable String> headers, int obligation) {
        return place(headers, i -> "", obligation);
    }

    /** Among the sender's own columns, by both rows of a header that has two. */
    private int ownPlace(ListFile file, int obligation) {
        return place(file.extraHeaders(), file::lower, obligation);
    }

    /** The one header that means it; of two nobody can say which counts. */
    private int place(List<? extends @Nullable String> headers, IntFunction<String> lower, int obligation) {
        int place = NONE;
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            if (header != null && Meaning.obligation(obligation).equals(meanings.ofKept(header, lower.apply(i)))) {
                if (place != NONE) {
                    return NONE;
                }
                place = i;
            }
        }
        return place;
    }

    private static @Nullable String header(ListFile file, int from) {
        int own = from - file.columns().size();
        if (own >= 0) {
            return file.extraHeaders().get(own);
        }
        return from == NONE ? null : file.columns().get(from);
    }
}
