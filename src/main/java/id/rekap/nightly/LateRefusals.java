package id.rekap.nightly;

import id.rekap.nightly.FaultRedaction.ProgramFault;
import id.rekap.nightly.FaultRedaction.StepFault;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lists that were refused after the night was planned with them: it has to be planned again. */
final class LateRefusals {
    private final AtomicReference<@Nullable StepFault> last = new AtomicReference<>();

    void refused(String name, ProgramFault fault) {
        last.set(new StepFault(
                name + " was refused, since judging it failed (" + fault.getMessage() + "); the log says where", true));
    }

    /** Ends the attempt where there are any: the next one goes on with the lists before them. */
    void planAgain() {
        StepFault refused = last.get();
        if (refused != null) {
            throw refused;
        }
    }
}
