package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.database.AuditLog;
import id.rekap.database.Database;
import id.rekap.exemption.Exemption;
import id.rekap.exemption.Exemption.Subject;
import id.rekap.exemption.Exemptions;
import id.rekap.exemption.Exemptions.Granted;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.reconcile.PersonTrace;
import id.rekap.reconcile.PersonTraces;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.register.PersonHistory;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a person stands where they stand. */
@Command(
        name = "trace",
        description = "Why a person stands where they stand on a published night: register, rows, exemptions, rules.")
final class TraceCommand extends NightCommand {
    @Parameters(paramLabel = "EMPLOYEE", description = "Any of the person's numbers, current or former.")
    private String employee = "";

    @Option(names = "--full", description = "With name and number; this stands in the audit log.")
    private boolean full;

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            LocalDate day = orToday(date);
            Mandate mandate = new Mandates(settings.home()).get(mandateId(settings));
            Optional<Run> run = new RunStore(jdbc).lastPublished(mandate.id(), day);
            if (run.isEmpty()) {
                Terminal.err("No night up to " + day + " is published; ./rekap runs lists those that are");
                return Exit.UNUSABLE;
            }
            String no = Identifier.clean(employee);
            Person person =
                    new People(jdbc).byNumber(List.of(no), run.get().date()).get(no);
            if (person == null) {
                Terminal.err("The register of " + run.get().date() + " has never known the number "
                        + (full ? Identifier.maskedNumber(no) : TraceText.hidden(no)));
                return Exit.UNUSABLE;
            }
            if (full) {
                new AuditLog(jdbc)
                        .add(
                                clock().instant(),
                                who(),
                                "TRACE",
                                "employee " + Identifier.maskedNumber(person.no()),
                                "in full, night of " + run.get().date() + ", mandate " + mandate.id());
            }
            PersonTrace trace = new PersonTraces(
                            jdbc,
                            mandate,
                            Catalogue.load(),
                            Locale.forLanguageTag(settings.run().language()),
                            run.get().ref())
                    .of(person);
            tell(
                    new TraceText(
                            person,
                            PersonHistory.of(person, jdbc),
                            exemptions(jdbc, person, run.get().date()),
                            trace,
                            full),
                    run.get(),
                    day);
            return Exit.DONE;
        }
    }

    private static List<Granted> exemptions(JdbcTemplate jdbc, Person person, LocalDate date) {
        Exemptions all = new Exemptions(jdbc);
        return Stream.of(new Subject(person.id(), "", Exemption.ALL), new Subject("", person.agency(), Exemption.ALL))
                .flatMap(subject -> all.of(subject).stream())
                .filter(one -> one.holdsOn(date))
                .toList();
    }

    private void tell(TraceText text, Run run, LocalDate day) {
        if (json()) {
            printJson(text.told(run.mandate(), run.date(), run.revision()));
        } else {
            text.lines(run.date(), run.revision()).forEach(Terminal::out);
        }
        if (!run.date().equals(day)) {
            Terminal.err("No night of " + day + " is published; this is the one before it");
        }
        if (!text.trace().isAsPublished()) {
            Terminal.err("The register says something else of " + run.date()
                    + " now than when that night was published;" + " this is by what it says now. ./rekap run --date "
                    + run.date() + " --again publishes it so");
        }
    }
}
