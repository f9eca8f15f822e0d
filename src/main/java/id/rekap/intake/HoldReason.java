package id.rekap.intake;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Group;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a whole list waits for a decision.
 *
 * @param facts numbers and names, in the order in which the catalogue's hint of the kind takes them
 */
public record HoldReason(Kind kind, List<String> facts) {
    /** What held lists are published as. */
    public static final Set<ExceptionCode> CODES =
            Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.toUnmodifiableSet());

    /** What about the list. */
    public enum Kind {
        /** Its rows, those in force. */
        SHRANK_ROWS(ExceptionCode.LIST_SHRANK),
        /** A group without anyone: how many of it in the list in force, and the group. */
        SHRANK_GROUP(ExceptionCode.LIST_SHRANK),
        /** Nobody whom the register knows: its rows, those without a readable number, people in the list in force. */
        SHRANK_NUMBERS(ExceptionCode.LIST_SHRANK),
        /** Rows of active people, how many of them the agency answers for, most others, and whose they are. */
        FOREIGN(ExceptionCode.LIST_FOREIGN);

        private final ExceptionCode code;

        Kind(ExceptionCode code) {
            this.code = code;
        }

        /** What it is published as. */
        public ExceptionCode code() {
            return code;
        }
    }

    /** Why, in words. */
    public static String said(List<HoldReason> reasons, Catalogue catalogue, Locale locale) {
        return said(reasons, "", " ", catalogue, locale);
    }

    /** What would not have been held, in words. */
    public static String expected(List<HoldReason> reasons, Catalogue catalogue, Locale locale) {
        return said(reasons, "_EXPECTED", ", ", catalogue, locale);
    }

    private static String said(
            List<HoldReason> reasons, String part, String between, Catalogue catalogue, Locale locale) {
        return reasons.stream()
                .map(reason -> catalogue.hint(
                        reason.kind() + part,
                        locale,
                        reason.facts().stream()
                                .map(fact -> group(fact, catalogue, locale))
                                .toArray(String[]::new)))
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static String group(String fact, Catalogue catalogue, Locale locale) {
        return Arrays.stream(Group.values()).anyMatch(group -> group.name().equals(fact))
                ? catalogue.hint("GROUP_" + fact, locale)
                : fact;
    }

    static HoldReason of(Kind kind, Object... facts) {
        return new HoldReason(
                kind, List.of(facts).stream().map(Object::toString).toList());
    }
}
