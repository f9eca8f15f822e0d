package id.rekap.report;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.SenderCell;
import id.rekap.snapshot.AgencyPosition;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the files of an agency's list are made of, as one number: they hold nothing of a night's own, and of most nights they
 * are those of the night before. Everything that {@link AgencyLists} writes into them goes in here; what does not is what
 * would leave them as they were.
 */
final class ListDigest {
    private static final int SHOWN = 32;

    private final String sameInAll;
    private final Set<String> acknowledged;

    ListDigest(String rekapVersion, Locale locale, Mandate mandate, Set<String> acknowledged) {
        this.sameInAll = String.join(" ", rekapVersion, locale.toLanguageTag(), mandate.version());
        this.acknowledged = acknowledged;
    }

    /**
     * Of one agency.
     *
     * @param position null for an agency that has left the register
     * @param parent whose list speaks for the agency, or null
     */
    String of(
            String agency,
            @Nullable AgencyPosition position,
            @Nullable AgencyPosition parent,
            List<ExceptionLine> lines) {
        Sha256Text text = new Sha256Text();
        text.put(sameInAll).put(agency);
        if (position != null) {
            // what the register calls it and its parent is the only free text
            text.put(position.name()).put(position.toString());
        }
        text.put(parent == null ? "" : parent.name());
        for (ExceptionLine line : lines) {
            put(text, line.finding());
        }
        return text.end().substring(0, SHOWN);
    }

    private void put(Sha256Text text, Finding finding) {
        ExceptionCode code = finding.code();
        text.put(finding.state().name()).put(code.name()).put(finding.agency());
        text.put(finding.employeeNo()).put(finding.employeeName());
        text.put(finding.file()).put(finding.sheet()).put(String.valueOf(finding.row()));
        text.put(finding.field()).put(finding.value()).put(finding.expected());
        text.put(finding.message()).put(finding.suggestion());
        text.put(finding.firstSeen().toString()).put(finding.fingerprint());
        text.put(acknowledged.contains(finding.fingerprint()) ? "acknowledged" : "");
        text.put(String.valueOf(finding.own().size()));
        for (SenderCell cell : finding.own()) {
            text.put(cell.header()).put(cell.value());
        }
    }
}
