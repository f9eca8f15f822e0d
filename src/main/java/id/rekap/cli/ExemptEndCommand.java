package id.rekap.cli;

import id.rekap.exemption.Exemption;
import id.rekap.exemption.ExemptionFault;
import id.rekap.exemption.ExemptionRequest;
import id.rekap.exemption.Exemptions;
import id.rekap.exemption.Exemptions.Granted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends exemptions earlier than they were granted for. */
@Command(
        name = "end",
        description = "Ends an exemption: the day named is its last one. A day before its first takes it back.")
final class ExemptEndCommand extends ExemptCommand.OfHome {
    @Mixin
    private final ExemptCommand.Subject subject = new ExemptCommand.Subject();

    @Option(names = "--until", required = true, paramLabel = "D", description = "The last exempt day.")
    private LocalDate until = LocalDate.EPOCH;

    private record Ended(List<ExemptCommand.Line> exemptions, List<String> publishedNights) {}

    @Override
    int work(Desk desk) {
        ExemptionRequest request =
                new ExemptionRequest(subject.employee, subject.agency, subject.obligation, "", "", "", "", "");
        List<ExemptionFault> faults = new ArrayList<>();
        Optional<Exemption.Subject> whom = desk.reader(List.of(request)).subject(request, faults);
        if (whom.isEmpty()) {
            return refused(faults);
        }
        Exemptions exemptions = new Exemptions(desk.jdbc());
        Instant now = clock().instant();
        List<Granted> all = exemptions.of(whom.get());
        List<Granted> holding = all.stream()
                .filter(one -> one.exemption().obligation().equals(whom.get().obligation()))
                .filter(one -> one.endsOn().isAfter(until))
                .toList();
        if (holding.isEmpty()) {
            return nothing(desk, all);
        }
        desk.transaction().executeWithoutResult(status -> exemptions.end(holding, until, who(), now));
        LocalDate last =
                holding.stream().map(Granted::endsOn).max(LocalDate::compareTo).orElseThrow();
        List<String> nights = ExemptAddCommand.nights(desk.jdbc(), until.plusDays(1), last);
        List<ExemptCommand.Line> lines = ExemptCommand.Line.of(
                holding.stream().map(one -> one.endingOn(until)).toList(), desk.jdbc());
        if (json()) {
            printJson(new Ended(lines, nights));
        } else {
            lines.forEach(line -> Terminal.out("Ended: " + line.text()));
            ExemptAddCommand.tell(nights);
        }
        return Exit.DONE;
    }

    private int nothing(Desk desk, List<Granted> all) {
        Terminal.err("Nothing to end: no such exemption holds after " + until
                + (all.isEmpty() ? ", and none was ever granted" : ". These were granted:"));
        ExemptCommand.Line.of(all, desk.jdbc()).forEach(line -> Terminal.err("  " + line.text()));
        return Exit.NOTHING_TO_DO;
    }
}
