package id.rekap.cli;

import id.rekap.intake.HeldList;
import id.rekap.intake.HeldList.Decision;
import java.util.stream.Collectors;

/** Held lists in words. */
final class HeldText {
    private HeldText() {}

    /** What waits, and beside what. */
    static String line(HeldList list) {
        return list.name() + "  " + list.rows() + " rows, " + list.rowsInForce() + " in force: "
                + list.codes().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** What became of one that does not wait any more. */
    static String past(HeldList list) {
        Decision decision = list.decision();
        if (decision != null && list.decidedOn() != null) {
            return switch (decision) {
                case ACCEPT -> "was accepted with the run of " + list.decidedOn();
                case REFUSE -> "was refused with the run of " + list.decidedOn();
            };
        }
        if (list.replaced()) {
            return "was replaced by a newer drop of the agency";
        }
        return "was " + (decision == Decision.ACCEPT ? "accepted" : "refused") + " already; the next run takes that up";
    }
}
