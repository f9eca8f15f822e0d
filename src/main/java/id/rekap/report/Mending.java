package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.intake.HoldReason;
import id.rekap.snapshot.AgencyPosition;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What mending exceptions of a kind does.
 *
 * @param people whom it makes count, or whose position it makes known; 0 where it cannot be told who they are
 */
record Mending(Effect effect, int people) {
    /**
     * What sends a list or makes people count, before what is of people who count already; of both the most people first, and
     * of those with as many the surer effect.
     */
    static final Comparator<Mending> FIRST = Comparator.comparing((Mending m) -> !m.counts())
            .thenComparing(m -> -m.people())
            .thenComparing(Mending::effect);

    static final Set<ExceptionCode> NUMBERS = EnumSet.of(
            ExceptionCode.ID_MISSING,
            ExceptionCode.ID_DAMAGED,
            ExceptionCode.ID_MALFORMED,
            ExceptionCode.EMPLOYEE_UNKNOWN);
    private static final Set<ExceptionCode> VALUES = EnumSet.of(
            ExceptionCode.COLUMN_ABSENT,
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
        /** Somebody counts once a list names them. */
        ADDED,
        /** An obligation of somebody who counts already is known. */
        VALUE,
        /** Nobody counts by it. */
        NONE
    }

    /**
     * Of an agency, by kind. Whole lists are promised once, by the first kind that asks for one; people who are not reported
     * once too, see {@link Unreported}.
     *
     * @param position null for an agency that has left the register
     */
    static Map<ExceptionCode, Mending> of(AgencyKinds kinds, @Nullable AgencyPosition position) {
        Map<ExceptionCode, Mending> mendings = new EnumMap<>(ExceptionCode.class);
        Unreported unreported = new Unreported(kinds);
        int headcount = position == null ? 0 : position.headcount();
        boolean isPromised = false;
        for (AgencyKinds.Kind kind : kinds.open()) {
            ExceptionCode code = kind.code();
            Effect effect = effectOf(code, position != null && position.hasList());
            boolean isList = effect == Effect.LIST || effect == Effect.RENEWED;
            int people = switch (effect) {
                case LIST, RENEWED -> isPromised ? 0 : headcount;
                case HELD -> headcount;
                case NUMBER, ADDED -> unreported.promisedBy(code);
                case VALUE -> code == ExceptionCode.COLUMN_ABSENT ? headcount : people(kind.open());
                case NONE -> 0;
            };
            isPromised |= isList;
            mendings.put(code, new Mending(effect, people));
        }
        return mendings;
    }

    private static Effect effectOf(ExceptionCode code, boolean hasList) {
        if (HoldReason.CODES.contains(code)) {
            return Effect.HELD;
        }
        if (code == ExceptionCode.AGENCY_SILENT
                || code == ExceptionCode.AGENCY_STALE
                || ExceptionCode.REFUSED_FILES.contains(code)) {
            return hasList ? Effect.RENEWED : Effect.LIST;
        }
        if (NUMBERS.contains(code)) {
            return Effect.NUMBER;
        }
        if (code == ExceptionCode.EMPLOYEE_NOT_REPORTED) {
            return Effect.ADDED;
        }
        return VALUES.contains(code) ? Effect.VALUE : Effect.NONE;
    }

    private static int people(List<ExceptionLine> open) {
        return (int) open.stream()
                .map(line -> line.finding().employeeNo())
                .distinct()
                .count();
    }

    private boolean counts() {
        return people > 0 && effect.compareTo(Effect.VALUE) < 0;
    }

    /** What an agency is asked to do: how the operator does something is no matter of theirs. */
    static String action(ExceptionCode code, Catalogue catalogue, ListWording words) {
        if (HoldReason.CODES.contains(code)) {
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
