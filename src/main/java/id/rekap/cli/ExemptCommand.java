package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.exemption.Exemption;
import id.rekap.exemption.ExemptionFault;
import id.rekap.exemption.ExemptionRequest;
import id.rekap.exemption.Exemptions.Granted;
import id.rekap.exemption.Grounds;
import id.rekap.exemption.RequestReader;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who need not. */
@Command(
        name = "exempt",
        description = "Exempts people and agencies, ends exemptions and lists them.",
        subcommands = {
            ExemptAddCommand.class,
            ExemptImportCommand.class,
            ExemptEndCommand.class,
            ExemptListCommand.class
        })
final class ExemptCommand implements Runnable {
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: add, import, end or list");
        }
    }

    /** Whom and what an exemption is about. */
    static final class Subject {
        @Option(names = "--employee", paramLabel = "NO", description = "A person, by any number, current or former.")
        String employee = "";

        @Option(names = "--agency", paramLabel = "CODE", description = "An agency's people, by its code or an alias.")
        String agency = "";

        @Option(
                names = "--obligation",
                paramLabel = "ID",
                description = "One obligation; all by default, voluntary too.")
        String obligation = "";
    }

    /** What the commands share. */
    abstract static class OfHome extends HomeCommand {
        /** Stays within the command's own database. */
        record Desk(Settings settings, JdbcTemplate jdbc, TransactionTemplate transaction) {
            RequestReader reader(Collection<ExemptionRequest> requests) {
                return new RequestReader(jdbc, Grounds.load(settings.home()), mandates(settings), requests);
            }
        }

        abstract int work(Desk desk);

        @Override
        public Integer call() {
            Settings settings = settings();
            try (Database database = database(settings)) {
                return work(new Desk(settings, new JdbcTemplate(database.dataSource()), database.transaction()));
            }
        }

        /** Says what is wrong with the options, and with what the command ends. */
        static int refused(List<ExemptionFault> faults) {
            faults.forEach(fault ->
                    Terminal.err(fault.part().option() + " is " + fault.found() + "; expected " + fault.expected()));
            return faults.stream().allMatch(ExemptionFault::isUnknown) ? Exit.UNUSABLE : Exit.USAGE;
        }
    }

    /** As {@code --json} prints it. */
    record Line(
            @Nullable String employee,
            @Nullable String agency,
            String obligation,
            String ground,
            String from,
            @Nullable String until,
            @Nullable String grantedUntil,
            String grantedBy,
            String document,
            String addedAt,
            String addedBy) {

        static List<Line> of(Collection<Granted> granted, JdbcTemplate jdbc) {
            Map<String, Person> people = new People(jdbc)
                    .byNumber(
                            new TreeSet<>(granted.stream()
                                    .map(one -> one.exemption().person())
                                    .filter(person -> !person.isEmpty())
                                    .toList()),
                            LocalDate.of(9999, 12, 30));
            return granted.stream().map(one -> of(one, people)).toList();
        }

        private static Line of(Granted granted, Map<String, Person> people) {
            Exemption e = granted.exemption();
            Person person = people.get(e.person());
            String no = person == null ? e.person() : person.no();
            return new Line(
                    no.isEmpty() ? null : Identifier.maskedNumber(no),
                    e.agency().isEmpty() ? null : e.agency(),
                    e.obligation(),
                    e.ground(),
                    e.from().toString(),
                    granted.isForGood() ? null : granted.endsOn().toString(),
                    granted.wasEnded() && !e.isForGood() ? e.until().toString() : null,
                    e.grantedBy(),
                    e.document(),
                    granted.knownAt(),
                    granted.knownBy());
        }

        String text() {
            return (employee == null ? "agency " + agency : "employee " + employee) + "  " + obligation + "  " + ground
                    + "  from " + from
                    + (until == null ? ", no last day" : until.compareTo(from) < 0 ? ", taken back" : " until " + until)
                    + (grantedUntil == null ? "" : " (granted until " + grantedUntil + ")")
                    + (grantedBy.isEmpty() ? "" : ", granted by " + grantedBy)
                    + (document.isEmpty() ? "" : ", " + document);
        }
    }
}
