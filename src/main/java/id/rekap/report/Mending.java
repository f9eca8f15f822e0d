package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.snapshot.AgencyPosition;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What mending exceptions of a kind does.
 *
 * @param people whom it makes count, or whose position it makes known
 */
record Mending(Effect effect, int people) {
    /** The most people first, and of those with as many the surer effect. */
    static final Comparator<Mending> FIRST =
            Comparator.comparing((Mending m) -> -m.people()).thenComparing(Mending::effect);

    private static final Set<ExceptionCode> LISTS =
            EnumSet.range(ExceptionCode.FILE_UNREADABLE, ExceptionCode.FILE_UNSAFE);
    private static final Set<ExceptionCode> HELD = EnumSet.of(ExceptionCode.LIST_SHRANK, ExceptionCode.LIST_FOREIGN);
    private static final Set<ExceptionCode> NUMBERS = EnumSet.of(
            ExceptionCode.ID_MISSING,
            ExceptionCode.ID_DAMAGED,
            ExceptionCode.ID_MALFORMED,
            ExceptionCode.EMPLOYEE_UNKNOWN);
    private static final Set<ExceptionCode> VALUES = EnumSet.of(
            ExceptionCode.VALUE_UNREADABLE,
            ExceptionCode.HANDLE_INVALID,
            ExceptionCode.HANDLE_SHARED,
            ExceptionCode.FOLLOW_UNVERIFIED);

    /** In the order of how sure it is. */
    enum Effect {
        /** A whole list counts. */
        LIST,
        /** A whole list counts once somebody has decided that it may. */
        HELD,
        /** A newer list counts in place of the one that counts now. */
        RENEWED,
        /** A refused row counts once its number is right. */
        NUMBER,
        /** A refused row counts once its cells are where they belong. */
        ROW,
        /** Somebody counts once a list names them. */
        ADDED,
        /** An obligation of somebody who counts already is known. */
        VALUE,
        /** Nobody counts by it. */
        NONE
    }

    /** @param position null for an agency that has left the register */
    static Mending of(ExceptionCode code, List<ExceptionLine> open, @Nullable AgencyPosition position) {
        int headcount = position == null ? 0 : position.headcount();
        if (HELD.contains(code)) {
            return new Mending(Effect.HELD, headcount);
        }
        if (code == ExceptionCode.AGENCY_SILENT || code == ExceptionCode.AGENCY_STALE || LISTS.contains(code)) {
            return new Mending(position != null && position.hasList() ? Effect.RENEWED : Effect.LIST, headcount);
        }
        if (code == ExceptionCode.COLUMN_ABSENT) {
            return new Mending(Effect.VALUE, headcount);
        }
        if (NUMBERS.contains(code)) {
            return new Mending(Effect.NUMBER, open.size());
        }
        if (code == ExceptionCode.ROW_TOO_WIDE) {
            return new Mending(Effect.ROW, open.size());
        }
        if (code == ExceptionCode.EMPLOYEE_NOT_REPORTED) {
            return new Mending(Effect.ADDED, open.size());
        }
        if (VALUES.contains(code)) {
            long people = open.stream()
                    .map(line -> line.finding().employeeNo())
                    .distinct()
                    .count();
            return new Mending(Effect.VALUE, (int) people);
        }
        return new Mending(Effect.NONE, 0);
    }

    /** What an agency is asked to do: how the operator does something is no matter of theirs. */
    static String action(ExceptionCode code, Catalogue catalogue, ListWording words) {
        if (HELD.contains(code)) {
            return words.text("own.held");
        }
        return catalogue.responsible(code) == Responsible.OPERATOR
                ? words.text("own.waits")
                : catalogue.action(code, words.locale());
    }

    /** Empty where nobody counts by it. */
    String says(ListWording words) {
        return effect == Effect.NONE || people == 0 ? "" : words.text("own.mends." + effect, words.number(people));
    }
}
