package id.rekap.cli;

import id.rekap.exemption.Exemption;
import id.rekap.exemption.ExemptionFault;
import id.rekap.exemption.ExemptionRequest;
import id.rekap.exemption.Exemptions;
import id.rekap.exemption.Exemptions.Granted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every exemption, ended ones too. */
@Command(name = "list", description = "Every exemption that was granted, ended ones too.")
final class ExemptListCommand extends ExemptCommand.OfHome {
    @Option(names = "--employee", paramLabel = "NO", description = "Only a person's, by any number.")
    private String employee = "";

    @Option(names = "--agency", paramLabel = "CODE", description = "Only an agency's own.")
    private String agency = "";

    @Option(names = "--date", paramLabel = "D", description = "Only those that hold on this date.")
    private @Nullable LocalDate date;

    @Override
    int work(Desk desk) {
        Exemptions exemptions = new Exemptions(desk.jdbc());
        List<Granted> granted = exemptions.all();
        if (!employee.isEmpty() || !agency.isEmpty()) {
            ExemptionRequest request = new ExemptionRequest(employee, agency, "", "", "", "", "", "");
            List<ExemptionFault> faults = new ArrayList<>();
            Optional<Exemption.Subject> whom = desk.reader(List.of(request)).subject(request, faults);
            if (whom.isEmpty()) {
                return refused(faults);
            }
            granted = exemptions.of(whom.get());
        }
        LocalDate on = date;
        List<ExemptCommand.Line> lines = ExemptCommand.Line.of(
                granted.stream().filter(one -> on == null || one.holdsOn(on)).toList(), desk.jdbc());
        if (json()) {
            printJson(lines);
        } else if (lines.isEmpty()) {
            Terminal.out(on == null ? "Nobody is exempt." : "Nobody is exempt on " + on + ".");
        } else {
            lines.forEach(line -> Terminal.out(line.text()));
        }
        return Exit.DONE;
    }
}
