package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a list.
 *
 * @param name {@code <folder>/<name as dropped>}
 * @param sheet the sheet that holds the list, empty for CSV
 * @param identifierColumn header of the identifier, for messages
 * @param obligations of the mandate as it was read under, by id
 * @param columns for each of them the header under which the file reports it, null where it does not
 * @param extraHeaders headers of the columns that are not Rekap's
 * @param lower of each of these the words of the second row, where its header has two; empty where it has one; null where all
 *     have one
 * @param asked digest of what was asked for when it was read
 * @param correction with which drop of corrections it came to correct the list, counted from 1; null for a list
 */
public record ListFile(
        String name,
        String sha256,
        String sheet,
        String identifierColumn,
        List<String> obligations,
        List<@Nullable String> columns,
        List<String> extraHeaders,
        @Nullable List<String> lower,
        String asked,
        @Nullable Integer correction) {

    ListFile ofCorrections(int drop) {
        return new ListFile(
                name, sha256, sheet, identifierColumn, obligations, columns, extraHeaders, lower, asked, drop);
    }

    ListFile reporting(List<String> others, List<@Nullable String> under, List<String> own, List<String> ownLower) {
        return new ListFile(name, sha256, sheet, identifierColumn, others, under, own, ownLower, asked, correction);
    }

    /** The words of the second row of a header of the sender's own, empty where there is none. */
    String lower(int own) {
        return lower == null ? "" : lower.get(own);
    }

    /** Of each obligation that it lacks a column of, and that somebody owes. */
    List<FileNote> absent(Mandate mandate) {
        List<FileNote> notes = new ArrayList<>();
        for (int i = 0; i < mandate.obligations().size(); i++) {
            Obligation obligation = mandate.obligations().get(i);
            if (columns.get(i) == null && !obligation.voluntary()) {
                String accepted = String.join(" | ", obligation.columns());
                notes.add(new FileNote(
                        ExceptionCode.COLUMN_ABSENT,
                        name,
                        sheet,
                        obligation.id(),
                        "",
                        accepted,
                        List.of(obligation.id(), accepted)));
            }
        }
        return notes;
    }
}
