package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.Meanings.Meaning;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lists in force say where their mandate's obligations have changed since they were read. Kept cells stand in the order
 * of then: an obligation that stayed has its own, one that was added has those of the sender's column under its name, if the
 * list has one, else none.
 */
public final class AskedNow {
    private static final int NONE = -1;

    private final Mandate mandate;
    private final List<String> obligations;
    private final Meanings meanings;

    public AskedNow(Mandate mandate) {
        this.mandate = mandate;
        this.obligations = mandate.obligations().stream().map(Obligation::id).toList();
        this.meanings = new Meanings(mandate);
    }

    /** Its files and what is to be said of them; the very submission where nothing has changed. */
    public Submission of(Submission read) {
        if (isAsRead(read)) {
            return read;
        }
        List<ListFile> files = new ArrayList<>();
        List<FileNote> notes = new ArrayList<>();
        for (ListFile file : read.files()) {
            List<@Nullable String> headers = new ArrayList<>();
            for (int from : from(file)) {
                headers.add(header(file, from));
            }
            ListFile now = file.reporting(obligations, headers);
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
        List<int[]> from = read.files().stream().map(this::from).toList();
        ListPages.Builder now = new ListPages.Builder();
        kept.rows().forEach(row -> now.add(row.arranged(from.get(row.file()))));
        return now.build();
    }

    /** Some of its rows. */
    public List<ListRow> of(Submission read, List<ListRow> rows) {
        if (isAsRead(read)) {
            return rows;
        }
        List<int[]> from = read.files().stream().map(this::from).toList();
        return rows.stream().map(row -> row.arranged(from.get(row.file()))).toList();
    }

    private boolean isAsRead(Submission read) {
        return read.files().stream().allMatch(this::isAsRead);
    }

    /** Older programs did not note the obligations: as many as now are those of now. */
    private boolean isAsRead(ListFile file) {
        return file.obligations() == null
                ? file.columns().size() == obligations.size()
                : obligations.equals(file.obligations());
    }

    private int[] from(ListFile file) {
        int[] from = new int[obligations.size()];
        Arrays.fill(from, NONE);
        for (int i = 0; i < from.length; i++) {
            List<String> then = file.obligations();
            from[i] = then == null ? place(file.columns(), i) : then.indexOf(obligations.get(i));
            if (from[i] == NONE || file.columns().get(from[i]) == null) {
                int own = place(file.extraHeaders(), i);
                from[i] = own == NONE ? NONE : file.columns().size() + own;
            }
        }
        return from;
    }

    private int place(List<? extends @Nullable String> headers, int obligation) {
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            if (header != null && Meaning.obligation(obligation).equals(meanings.of(header))) {
                return i;
            }
        }
        return NONE;
    }

    private static @Nullable String header(ListFile file, int from) {
        int own = from - file.columns().size();
        if (own >= 0) {
            return file.extraHeaders().get(own);
        }
        return from == NONE ? null : file.columns().get(from);
    }
}
