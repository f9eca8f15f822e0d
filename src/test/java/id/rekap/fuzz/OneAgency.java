package id.rekap.fuzz;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.reconcile.Outcome;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.RaisedException;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Claimed;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Received;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A night of one agency's outcome. */
record OneAgency(LocalDate date, Mandate mandate, Outcome outcome) implements PublicationModel {
    @Override
    public int revision() {
        return 1;
    }

    @Override
    public @Nullable LocalDate previousDate() {
        return null;
    }

    @Override
    public List<AgencyPosition> agencies() {
        return List.of(new AgencyPosition(
                outcome.agency(),
                outcome.agency(),
                AgencyState.REPORTED,
                "2020-07-01-0123456789ab",
                date,
                outcome.rows(),
                outcome.counted(),
                outcome.refused(),
                14,
                ""));
    }

    @Override
    public List<Tally> tallies() {
        return outcome.tallies();
    }

    @Override
    public List<Presence> presences() {
        return outcome.presences();
    }

    @Override
    public Map<String, Claimed> claims() {
        return Map.of();
    }

    @Override
    public List<Received> received() {
        return List.of();
    }

    @Override
    public List<Trend> trend() {
        return List.of(new Trend(date, 14, 1, true, "", new Headline(14, 1, true)));
    }

    @Override
    public List<Past> history() {
        return List.of();
    }

    @Override
    public void findings(BiConsumer<String, List<Finding>> visitor) {
        if (!outcome.raised().isEmpty()) {
            visitor.accept(
                    outcome.agency(),
                    outcome.raised().stream().map(this::finding).toList());
        }
    }

    private Finding finding(RaisedException r) {
        return new Finding(
                FindingState.NEW,
                r.code(),
                outcome.agency(),
                r.employeeNo(),
                r.employeeName(),
                r.file(),
                r.sheet(),
                r.row(),
                r.field(),
                r.value(),
                r.expected(),
                r.message(),
                r.suggestion(),
                date,
                1,
                Target.sha256((r.basis() + r.row()).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32),
                r.own());
    }
}
