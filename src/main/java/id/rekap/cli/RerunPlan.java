package id.rekap.cli;

import id.rekap.intake.JournalBatch;
import id.rekap.nightly.ArchiveRecovery.Plan;
import id.rekap.report.SetName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The runs that publish again what was published with batches that the archive has given back, in their order. */
record RerunPlan(Settings settings, Plan plan, LocalDate today) {
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        Set<String> made = new HashSet<>();
        for (JournalBatch taken : plan.records()) {
            LocalDate date = taken.at().receivedOn();
            // of a database that had lost the first one, a second run may have been the first one too
            boolean isFirst = made.add(of(taken) + "/" + new SetName(date, taken.revision()));
            commands.add(run(of(taken), date, isFirst ? taken.revision() : taken.revision() + 1));
        }
        // a revision of an older date takes nothing: only its set tells of it
        plan.sets()
                .forEach((mandate, sets) -> sets.stream()
                        .filter(set -> !made.contains(mandate + "/" + set))
                        .forEach(set -> commands.add(run(mandate, set.date(), set.revision()))));
        return commands;
    }

    private String of(JournalBatch taken) {
        return Optional.ofNullable(taken.mandate()).orElse(settings.mandate());
    }

    private String run(String mandate, LocalDate date, int revision) {
        return "./rekap run" + NightCommand.which(settings, mandate, date) + (revision > 1 ? " --again" : "")
                + (date.isAfter(today) ? " --force" : "");
    }
}
