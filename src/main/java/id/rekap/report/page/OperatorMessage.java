package id.rekap.report.page;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.HoldReason;
import id.rekap.reconcile.AgencyState;
import id.rekap.snapshot.AgencyPosition;
import java.util.Map;
import java.util.Set;

/**
 * What the operator may send to an agency: where it stands, and the one thing that it has to do first.
 *
 * @param agencies by code
 * @param unread codes of agencies with a refused file that nobody has acknowledged
 */
record OperatorMessage(
        String date, Map<String, AgencyPosition> agencies, FindingCounts counts, Set<String> unread, Wording words) {

    String to(AgencyPosition agency) {
        return words.text("operator.message", agency.name(), date, state(agency), asked(agency));
    }

    String state(AgencyPosition agency) {
        return switch (agency.state()) {
            case STALE -> words.text("state.STALE", agency.receivedOn() == null ? "" : words.date(agency.receivedOn()));
            case COVERED -> words.text("state.COVERED", covering(agency));
            case HELD, REPORTED, NIL, MISSING, NOT_EXPECTED -> words.text("state." + agency.state());
        };
    }

    /** A list that is sent anew takes the place of the one whose rows are wrong, so it is asked for alone. */
    private String asked(AgencyPosition agency) {
        boolean isUnread = unread.contains(agency.code());
        if (agency.state() == AgencyState.HELD && !counts.isAcknowledged(agency.code(), HoldReason.CODES)) {
            String held = words.text("operator.ask.held");
            return isUnread ? words.text("operator.ask.refused") + " " + held : held;
        }
        if (isUnread) {
            return words.text("operator.ask.refused");
        }
        if (agency.state() == AgencyState.MISSING) {
            return words.text("operator.ask.list");
        }
        if (agency.state() == AgencyState.STALE
                && !counts.isAcknowledged(agency.code(), Set.of(ExceptionCode.AGENCY_STALE))) {
            return words.text("operator.ask.stale");
        }
        int mendable = counts.toMend(agency.code());
        if (mendable == 0) {
            return words.text("operator.ask.nothing");
        }
        String number = words.number(mendable);
        return agency.state() == AgencyState.COVERED
                ? words.text("operator.ask.covered", number, covering(agency), agency.coveredBy())
                : words.text("operator.ask.mend", number);
    }

    private String covering(AgencyPosition agency) {
        AgencyPosition covering = agencies.get(agency.coveredBy());
        return covering == null ? agency.coveredBy() : covering.name();
    }
}
