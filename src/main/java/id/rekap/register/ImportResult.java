package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import did (or, as a dry run, would do) to the register on its date; or why it was refused, then nothing is
 * written and the counts are 0.
 *
 * @param total rows of its files
 * @param active active people of the whole register on the date afterwards; empty for agencies
 * @param samples the first changes of each kind
 * @param warnings what the import allows but somebody should look at
 * @param problems all reasons for refusing; empty when it is done
 * @param since the first date on which the register says something else now, who is who included; null where it does not
 */
public record ImportResult(
        int added,
        int changed,
        int ended,
        int unchanged,
        int total,
        Map<Group, Integer> active,
        List<Change> samples,
        List<String> warnings,
        List<Problem> problems,
        @Nullable LocalDate since) {

    public ImportResult {
        active = Map.copyOf(active);
        samples = List.copyOf(samples);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /** What became of an agency or a person. */
    public enum Kind {
        ADDED,
        CHANGED,
        ENDED
    }

    /**
     * One agency or person that an import changes.
     *
     * @param id the agency's code or the person's current number
     * @param detail what changed; empty when there is nothing to say
     */
    public record Change(Kind kind, String id, String name, String detail) {}

    static ImportResult refused(List<Problem> problems) {
        return new ImportResult(0, 0, 0, 0, 0, Map.of(), List.of(), List.of(), problems, null);
    }

    static ImportResult allNew(int people, Map<Group, Integer> active, List<Change> samples, List<String> warnings) {
        return new ImportResult(people, 0, 0, 0, people, active, samples, warnings, List.of(), null);
    }

    ImportResult since(@Nullable LocalDate first) {
        return new ImportResult(added, changed, ended, unchanged, total, active, samples, warnings, problems, first);
    }

    public boolean refused() {
        return !problems.isEmpty();
    }
}
