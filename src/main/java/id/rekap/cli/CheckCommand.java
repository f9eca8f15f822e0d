package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import id.rekap.database.Database;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.ListCheck;
import id.rekap.reconcile.ListCheckResult;
import id.rekap.reconcile.RaisedException;
import id.rekap.register.Agency;
import id.rekap.report.CheckText;
import id.rekap.value.Identifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the night would say of a file. */
@Command(
        name = "check",
        description = "What the night would say of a file; writes nothing. Exit 20 on any error or warning.")
final class CheckCommand extends AgencyCommand {
    @Parameters(paramLabel = "FILE", description = "A list or a correction, under the name that it will be sent with.")
    private Path file = Path.of("");

    @Mixin
    private final LanguageOption language = new LanguageOption();

    /** As {@code --json} prints it. */
    private record Checked(
            String file,
            String agency,
            String date,
            String mandate,
            String verdict,
            String submission,
            int rows,
            int counted,
            int refused,
            long notReported,
            long errors,
            long warnings,
            List<Problem> problems) {}

    /** One exception, in the words of {@code exceptions.csv}. */
    private record Problem(
            String severity,
            String code,
            String responsible,
            String employeeNo,
            String employeeName,
            String file,
            String sheet,
            @Nullable Integer row,
            String field,
            String value,
            String expected,
            String message,
            String suggestion,
            String action) {}

    @Override
    public Integer call() {
        if (language.isUnknown()) {
            return Exit.USAGE;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            Terminal.err(file + (Files.exists(file) ? " cannot be read" : " does not exist")
                    + ": name the file that the agency wants to send");
            return Exit.USAGE;
        }
        return ofAgency();
    }

    @Override
    int work(Settings settings, Database database, LocalDate day, Agency agency) {
        String id = mandateId(settings);
        Mandates mandates = new Mandates(settings.home());
        Mandate mandate = mandates.get(id);
        Locale locale = language.or(() -> settings);
        ListCheckResult said = new ListCheck(
                        settings.home(), database.dataSource(), mandate, mandates.others(id), settings.run(), version())
                .of(file.toAbsolutePath(), agency.code(), day, locale);
        Catalogue catalogue = Catalogue.load();
        long errors = said.count(Severity.ERROR, catalogue);
        long warnings = said.count(Severity.WARNING, catalogue);
        if (json()) {
            printJson(new Checked(
                    Identifier.masked(file.toString()),
                    agency.code(),
                    day.toString(),
                    id,
                    said.verdict().name(),
                    said.submission(),
                    said.rows(),
                    said.counted(),
                    said.refused(),
                    said.count(ExceptionCode.EMPLOYEE_NOT_REPORTED),
                    errors,
                    warnings,
                    said.raised().stream()
                            .map(r -> problem(r, catalogue, locale))
                            .toList()));
        } else {
            new CheckText(mandate, catalogue, locale)
                    .lines(file.toString(), agency, day, said)
                    .forEach(Terminal::out);
        }
        return errors + warnings > 0 ? Exit.FINDINGS : Exit.DONE;
    }

    private static Problem problem(RaisedException r, Catalogue catalogue, Locale locale) {
        return new Problem(
                catalogue.severity(r.code()).word(),
                r.code().name(),
                catalogue.responsible(r.code()).word(),
                Identifier.maskedNumber(r.employeeNo()),
                Identifier.masked(r.employeeName()),
                Identifier.maskedPath(r.file()),
                Identifier.masked(r.sheet()),
                r.row(),
                r.field(),
                Identifier.masked(r.value()),
                Identifier.masked(r.expected()),
                Identifier.masked(r.message()),
                Identifier.masked(r.suggestion()),
                catalogue.action(r.code(), locale));
    }
}
