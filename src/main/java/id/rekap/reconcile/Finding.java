package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exception as a night publishes it. Texts are unmasked: masking belongs to writing.
 *
 * @param agency empty where no agency is meant
 * @param employeeNo empty where the identifier was refused
 * @param file {@code <folder>/<name as dropped>}, empty where no file is meant
 * @param row as the sender's spreadsheet shows it; null for a whole file or no file
 * @param nightsOpen published sets since it opened, this one included
 * @param fingerprint 32 hex digits, the same every night for the same exception
 * @param own the row's cells in the sender's own columns, in the sender's order
 */
public record Finding(
        FindingState state,
        ExceptionCode code,
        String agency,
        String employeeNo,
        String employeeName,
        String file,
        String sheet,
        @Nullable Integer row,
        String field,
        String value,
        String expected,
        String message,
        String suggestion,
        LocalDate firstSeen,
        int nightsOpen,
        String fingerprint,
        List<SenderCell> own) {}
