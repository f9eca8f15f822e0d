package id.rekap.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a list.
 *
 * @param name {@code <folder>/<name as dropped>}
 * @param sheet the sheet that holds the list, empty for CSV
 * @param identifierColumn header of the identifier, for messages
 * @param columns for each obligation of the mandate the header under which the file reports it, null where it does not
 * @param extraHeaders headers of the columns that are not Rekap's
 * @param correction with which drop of corrections it came to correct the list, counted from 1; null for a list
 */
public record ListFile(
        String name,
        String sha256,
        String sheet,
        String identifierColumn,
        List<@Nullable String> columns,
        List<String> extraHeaders,
        @Nullable Integer correction) {

    ListFile ofCorrections(int drop) {
        return new ListFile(name, sha256, sheet, identifierColumn, columns, extraHeaders, drop);
    }
}
