package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Limits;
import id.rekap.tabular.Row;
import id.rekap.tabular.Sheet;
import id.rekap.tabular.TableFile;
import id.rekap.value.Identifier;
import id.rekap.value.NoValue;
import id.rekap.value.ReadAs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one file as a list of a mandate: finds the sheet and its header, and tells data rows from all else. */
final class ListReader {
    private static final int TAIL_SAMPLE = 20;

    private final Mandate mandate;
    private final HeaderSearch headers;
    private final String asked;

    ListReader(Mandate mandate) {
        this.mandate = mandate;
        this.asked = HeadingMeanings.digest(mandate);
        this.headers = new HeaderSearch(mandate);
    }

    /** What was read beside the rows. */
    record Reading(ListFile file, int rows, List<FileNote> notes) {}

    /**
     * @param name {@code <folder>/<name as dropped>}
     * @param position of this file in its list, kept with each row
     */
    Reading read(Path file, String name, String sha256, int position, Consumer<ListRow> rows)
            throws FileRefused, IOException {
        try (TableFile table = TableFile.open(file, name, Limits.OF_THE_CONTRACT)) {
            HeaderSearch.Found found = headers.find(table);
            Sheet sheet = found.sheet();
            // Beside the table of a workbook people write notes; a CSV has no place beside its table.
            int width = table.form().equals("csv") ? found.heading().width() : Integer.MAX_VALUE;
            Columns columns = Columns.of(
                    found.heading(), width, sheet.name(), mandate.obligations().size());
            try (Sheet.Rows walk = sheet.open()) {
                Tails tails = new Tails();
                int count = 0;
                for (Row row = walk.next(); row != null; row = walk.next()) {
                    ListRow read = row.number() <= columns.row() ? null : data(row, columns, position);
                    if (read != null) {
                        rows.accept(read);
                        tails.see(read.no());
                        count++;
                    }
                }
                if (count == 0) {
                    throw new FileRefused(
                            ExceptionCode.FILE_EMPTY,
                            sheet.name(),
                            "0 baris data di bawah judul kolom di baris " + columns.row(),
                            "sedikitnya 1 baris data");
                }
                ListFile described = new ListFile(
                        name,
                        sha256,
                        StoredLimits.header(sheet.name()),
                        columns.identifierHeader(),
                        mandate.obligations().stream().map(Obligation::id).toList(),
                        columns.obligationHeaders(),
                        columns.extraHeaders(),
                        columns.extraLower(),
                        asked,
                        null);
                return new Reading(described, count, notes(described, tails));
            }
        }
    }

    /** Digest of what it reads for. */
    String asked() {
        return asked;
    }

    /** Does the file hold a list of this mandate? */
    boolean hasHeader(Path file, String name) throws FileRefused, IOException {
        try (TableFile table = TableFile.open(file, name, Limits.OF_THE_CONTRACT)) {
            for (Sheet sheet : table.sheets()) {
                if (headers.heading(sheet) != null) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The row as data, or null where it is none. */
    private @Nullable ListRow data(Row row, Columns columns, int position) {
        if (RowShape.isNoData(row, columns)) {
            return null;
        }
        int identifier = filledIdentifier(row, columns);
        String written =
                identifier < 0 ? "" : StoredLimits.cell(row.text(identifier).strip());
        String no = Identifier.clean(written);
        String name = text(row, columns.name());
        boolean isData = hasDigit(no) || isAboutSomebody(row, columns, name, no);
        if (columns.isTooWide(row)) {
            return isData || RowShape.hasNumber(row) ? ListRow.tooWide(row, columns.width(), position) : null;
        }
        if (!isData) {
            return null;
        }
        RowFault fault = RowFault.NONE;
        if (no.isEmpty()) {
            fault = RowFault.MISSING;
        } else if (RowShape.destroys(row.kind(identifier)) || Identifier.damaged(no)) {
            fault = RowFault.DAMAGED;
        }
        @Nullable String[] values = new @Nullable String[columns.obligations().size()];
        for (int i = 0; i < values.length; i++) {
            int column = columns.obligations().get(i);
            values[i] = column < 0 ? null : StoredLimits.cell(RowShape.plain(row.text(column)));
        }
        String[] extras = new String[columns.extras().size()];
        for (int i = 0; i < extras.length; i++) {
            extras[i] = StoredLimits.cell(row.text(columns.extras().get(i)));
        }
        return new ListRow(
                fault == RowFault.NONE ? no : "",
                written,
                fault,
                position,
                row.number(),
                name,
                text(row, columns.type()),
                values,
                extras);
    }

    /** A cell of a column that not every list has; empty, too, where nothing is written as programs write it. */
    private static String text(Row row, int column) {
        String text = column < 0 ? "" : row.text(column);
        return NoValue.isIn(text) ? "" : StoredLimits.cell(RowShape.plain(text));
    }

    /**
     * Without a number in it a row is data only when it names somebody and says something of them: places, dates, titles
     * and names of those who sign stand in the same columns.
     */
    private boolean isAboutSomebody(Row row, Columns columns, String name, String no) {
        boolean isNamed = !name.isEmpty() || (columns.name() < 0 && !no.isEmpty());
        return isNamed && hasReadableObligation(row, columns);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first that holds a number, else the first that holds a word ({@code Honorer} in the one column leaves the number in
     * the other), else the first in which anything is written: {@code -}, {@code NIP.}; else -1.
     */
    private static int filledIdentifier(Row row, Columns columns) {
        int word = -1;
        int written = -1;
        for (int column : columns.identifiers()) {
            String text = row.text(column);
            String no = Identifier.clean(StoredLimits.cell(text.strip()));
            if (hasDigit(no)) {
                return column;
            }
            word = word < 0 && !no.isEmpty() ? column : word;
            written = written < 0 && !RowShape.isBlank(text) ? column : written;
        }
        return word < 0 ? written : word;
    }

    private boolean hasReadableObligation(Row row, Columns columns) {
        for (int i = 0; i < columns.obligations().size(); i++) {
            int column = columns.obligations().get(i);
            if (column >= 0) {
                ReadAs as = AnswerReader.read(
                                mandate.obligations().get(i), StoredLimits.cell(RowShape.plain(row.text(column))))
                        .as();
                if (as == ReadAs.YES || as == ReadAs.NO) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<FileNote> notes(ListFile file, Tails tails) {
        List<FileNote> notes = file.absent(mandate);
        if (tails.suspect()) {
            notes.add(new FileNote(
                    ExceptionCode.ID_TAIL_SUSPECT,
                    file.name(),
                    file.sheet(),
                    file.identifierColumn(),
                    tails.zero + "/" + tails.all,
                    "",
                    List.of(Integer.toString(tails.zero), Integer.toString(tails.all))));
        }
        return notes;
    }

    /** Counts 16-digit identifiers and those that end in 0: a spreadsheet that lost a NIK's last digit writes a zero. */
    private static final class Tails {
        private int all;
        private int zero;

        void see(String no) {
            if (Identifier.isNik(no)) {
                all++;
                zero += no.endsWith("0") ? 1 : 0;
            }
        }

        boolean suspect() {
            return all >= TAIL_SAMPLE && zero * 2 > all;
        }
    }
}
