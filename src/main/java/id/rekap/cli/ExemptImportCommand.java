package id.rekap.cli;

import id.rekap.exemption.Exemption;
import id.rekap.exemption.ExemptionFault;
import id.rekap.exemption.Exemptions;
import id.rekap.exemption.RequestFile;
import id.rekap.exemption.RequestReader;
import id.rekap.register.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Grants all exemptions of a file, or none. */
@Command(
        name = "import",
        description = "Grants the exemptions of a file, all or none; what was granted before is not granted again.")
final class ExemptImportCommand extends ExemptCommand.OfHome {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "CSV or XLSX with the columns employee or agency, ground, from, and, where wanted, obligation,"
                            + " until, granted-by, document.")
    private Path file = Path.of("");

    private record Imported(int added, int unchanged, List<Problem> problems) {}

    @Override
    int work(Desk desk) {
        if (!Files.isReadable(file)) {
            throw new Unusable(file + " cannot be read: name a CSV or XLSX file");
        }
        List<Problem> problems = new ArrayList<>();
        List<RequestFile.Written> rows = RequestFile.read(file, problems);
        RequestReader reader =
                desk.reader(rows.stream().map(RequestFile.Written::request).toList());
        List<Exemption> exemptions = new ArrayList<>();
        for (RequestFile.Written row : rows) {
            List<ExemptionFault> faults = new ArrayList<>();
            reader.read(row.request(), faults).ifPresent(exemptions::add);
            faults.forEach(fault -> problems.add(row.problem(fault)));
        }
        if (!problems.isEmpty()) {
            return refusedImport(desk, problems);
        }
        Instant now = clock().instant();
        Integer added = desk.transaction().execute(status -> new Exemptions(desk.jdbc()).grant(exemptions, who(), now));
        int granted = added == null ? 0 : added;
        Imported imported = new Imported(granted, exemptions.size() - granted, List.of());
        if (json()) {
            printJson(imported);
        } else {
            Terminal.out("Exemptions added " + imported.added() + ", unchanged " + imported.unchanged()
                    + ". They count with the next run; ./rekap exempt list lists them");
        }
        return Exit.DONE;
    }

    private int refusedImport(Desk desk, List<Problem> problems) {
        if (json()) {
            printJson(new Imported(0, 0, problems));
        } else {
            new RefusedImport(problems).print(desk.settings().home().resolve("logs"), clock().instant());
        }
        Terminal.err("Refused: " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + ", nothing was written. Correct them and import again");
        return Exit.FINDINGS;
    }
}
