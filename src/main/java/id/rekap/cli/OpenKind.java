package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.intake.HoldReason;
import id.rekap.reconcile.FindingState;
import java.util.List;

/**
 * One kind of exception that is open in a published set, in one state, counted as its pages count.
 *
 * @param acknowledged how many of them somebody has acknowledged
 * @param agencies the first ones that have it; none where it is of no agency
 * @param moreAgencies so many have it beside those
 */
record OpenKind(
        FindingState state,
        Severity severity,
        ExceptionCode code,
        String responsible,
        int count,
        int acknowledged,
        List<String> agencies,
        int moreAgencies) {

    /** Some agencies stand for all. */
    private static final int AGENCIES = 3;

    static OpenKind of(
            Catalogue catalogue,
            FindingState state,
            ExceptionCode code,
            int count,
            int acknowledged,
            List<String> agencies) {
        List<String> first = agencies.stream().limit(AGENCIES).toList();
        return new OpenKind(
                state,
                catalogue.severity(code),
                code,
                catalogue.responsible(code).word(),
                count,
                acknowledged,
                first,
                agencies.size() - first.size());
    }

    boolean isOfOperator() {
        return responsible.equals(Responsible.OPERATOR.word());
    }

    /** Its number alone. */
    String counted() {
        return count + " " + code + (acknowledged == 0 ? "" : " (" + acknowledged + " acknowledged)");
    }

    /** @param heldAt where a held list is told */
    String text(String heldAt) {
        String state = switch (this.state) {
            case NEW -> "new";
            case REOPENED -> "reopened";
            case OPEN -> "still open";
            case RESOLVED -> "resolved";
        };
        String next = HoldReason.CODES.contains(code) ? heldAt : "./rekap explain " + code;
        return state + ": " + count + " " + code
                + (agencies.isEmpty() ? "" : " of " + String.join(", ", agencies))
                + (moreAgencies == 0 ? "" : " and " + moreAgencies + " more")
                + " (" + responsible + (isOfOperator() ? ": " + next : "")
                + (acknowledged == 0 ? "" : "; " + acknowledged + " acknowledged") + ")";
    }
}
