package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as judging raises it, before its lifecycle: what {@link id.rekap.reconcile.Finding} says, without the nights.
 *
 * @param basis what the fingerprint is made of, equal for equal exceptions
 * @param own the row's cells in the sender's own columns
 */
public record RaisedException(
        ExceptionCode code,
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
        String basis,
        List<SenderCell> own) {

    /** By file and row: equal exceptions are numbered in this order. */
    public static final Comparator<RaisedException> BY_PLACE = Comparator.comparing(RaisedException::file)
            .thenComparing(RaisedException::row, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RaisedException::code)
            .thenComparing(RaisedException::employeeNo)
            .thenComparing(RaisedException::field)
            .thenComparing(RaisedException::value)
            .thenComparing(RaisedException::basis);

    @Override
    public String toString() {
        return code + " in row " + row;
    }
}
