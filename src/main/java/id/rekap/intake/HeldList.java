package id.rekap.intake;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list that was held, and what became of it.
 *
 * @param id as published: {@code <received_on>-<first 12 hex digits of its drop's hash>}
 * @param rows its data rows
 * @param rowsInForce data rows of the list that was in force when it came
 * @param reasons why it is held
 * @param files {@code <folder>/<name as dropped>}
 * @param decision null until somebody decides
 * @param decidedOn the business date from which the decision holds, null until a run takes it up
 * @param replaced a later drop of the agency has taken its place
 */
public record HeldList(
        String mandate,
        String agency,
        LocalDate receivedOn,
        int batch,
        String id,
        String dropHash,
        int rows,
        int rowsInForce,
        List<HoldReason> reasons,
        List<String> files,
        @Nullable Decision decision,
        @Nullable LocalDate decidedOn,
        boolean replaced) {

    /** What an operator says of it. */
    public enum Decision {
        /** It becomes the list in force. */
        ACCEPT,
        /** The list in force stays. */
        REFUSE
    }

    /** What it is held for, each once. */
    public List<ExceptionCode> codes() {
        return reasons.stream()
                .map(reason -> reason.kind().code())
                .distinct()
                .sorted()
                .toList();
    }

    /** Why it is held, with its numbers. */
    public String facts(Catalogue catalogue, Locale locale) {
        return HoldReason.said(reasons, catalogue, locale);
    }

    HeldList beside(int inForce) {
        return new HeldList(
                mandate,
                agency,
                receivedOn,
                batch,
                id,
                dropHash,
                rows,
                inForce,
                reasons,
                files,
                decision,
                decidedOn,
                replaced);
    }

    /** Does it still wait for somebody to decide? */
    public boolean waits() {
        return decision == null && !replaced;
    }

    /** Is it decided, and can that still be taken back? */
    public boolean isPending() {
        return decision != null && decidedOn == null && !replaced;
    }

    /** Can somebody decide this of it: for the first time, or in place of the opposite? */
    public boolean canBecome(Decision wish) {
        return waits() || (isPending() && decision != wish);
    }

    public boolean isAt(Submissions.Place place) {
        return new Submissions.Place(agency, receivedOn, batch).equals(place);
    }

    /** How commands name it, whatever else is held. */
    public String name() {
        return agency + "/" + id;
    }
}
