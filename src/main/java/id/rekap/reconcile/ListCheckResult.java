package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import id.rekap.intake.DeliveryDecision;
import java.util.List;

/**
 * What a night would say of one file.
 *
 * @param isCorrection the file corrects the list in force: the counts are of the list that this gives
 * @param submission as it would be published
 * @param rows data rows = counted + refused, 0 where nothing was read
 * @param raised exceptions of this file; of a whole list the people who are missing on it too; of a held one also those that
 *     there would be once somebody accepts it
 */
public record ListCheckResult(
        DeliveryDecision verdict,
        boolean isCorrection,
        String submission,
        int rows,
        int counted,
        int refused,
        List<RaisedException> raised) {

    public long count(ExceptionCode code) {
        return raised.stream().filter(r -> r.code() == code).count();
    }

    public long count(Severity severity, Catalogue catalogue) {
        return raised.stream()
                .filter(r -> catalogue.severity(r.code()) == severity)
                .count();
    }
}
