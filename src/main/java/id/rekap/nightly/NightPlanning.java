package id.rekap.nightly;

import id.rekap.exemption.ExemptionsInForce;
import id.rekap.nightly.FaultRedaction.StepFault;
import id.rekap.reconcile.NightPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Plans a run, and knows by which exemptions. Every run plans, a restarted one too; a worker asks what was planned. */
final class NightPlanning {
    private final RunContext night;
    private final JdbcTemplate jdbc;
    private ExemptionsInForce.@Nullable All exemptions;

    NightPlanning(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.jdbc = jdbc;
    }

    private NightPlan nightPlan() {
        return new NightPlan(
                jdbc,
                night.mandate(),
                night.catalogue(),
                night.run().settings().locale(),
                night.run().settings().maxAgeDays(),
                night.run().settings().evidenceDays(),
                night.version());
    }

    synchronized void plan() {
        exemptions = nightPlan().plan(night.run().ref(), night.run().shards());
    }

    void evidenceCame() {
        nightPlan().evidenceCame(night.run().ref(), exemptions());
    }

    synchronized ExemptionsInForce.All exemptions() {
        if (exemptions == null) {
            exemptions = nightPlan()
                    .exemptions(night.run().ref())
                    .orElseThrow(() -> new StepFault(
                            "Somebody is exempt, or no longer, who was not when the night was planned", true));
        }
        return exemptions;
    }
}
