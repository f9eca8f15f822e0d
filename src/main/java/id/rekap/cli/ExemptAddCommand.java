package id.rekap.cli;

import id.rekap.exemption.Exemption;
import id.rekap.exemption.ExemptionFault;
import id.rekap.exemption.ExemptionRequest;
import id.rekap.exemption.Exemptions;
import id.rekap.exemption.Exemptions.Granted;
import id.rekap.nightly.RunLog;
import id.rekap.value.ShellWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Grants one exemption. */
@Command(name = "add", description = "Exempts a person or an agency from an obligation or all, from a day to a day.")
final class ExemptAddCommand extends ExemptCommand.OfHome {
    @Mixin
    private final ExemptCommand.Subject subject = new ExemptCommand.Subject();

    @Option(names = "--ground", required = true, paramLabel = "G", description = "One of jobs/exemptions.yml.")
    private String ground = "";

    @Option(names = "--from", required = true, paramLabel = "D", description = "The first exempt day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--until", paramLabel = "D", description = "The last exempt day; none by default.")
    private @Nullable LocalDate until;

    @Option(names = "--granted-by", paramLabel = "TEXT", description = "Who granted it.")
    private String grantedBy = "";

    @Option(names = "--document", paramLabel = "TEXT", description = "What it stands in.")
    private String document = "";

    /** @param next how to grant what was ended since */
    private record Added(
            boolean added,
            ExemptCommand.Line exemption,
            List<String> publishedNights,
            @Nullable String next) {}

    @Override
    int work(Desk desk) {
        ExemptionRequest request = new ExemptionRequest(
                subject.employee,
                subject.agency,
                subject.obligation,
                ground,
                from.toString(),
                until == null ? "" : until.toString(),
                grantedBy,
                document);
        List<ExemptionFault> faults = new ArrayList<>();
        Optional<Exemption> exemption = desk.reader(List.of(request)).read(request, faults);
        if (exemption.isEmpty()) {
            return refused(faults);
        }
        Instant now = clock().instant();
        Exemptions exemptions = new Exemptions(desk.jdbc());
        Integer added = desk.transaction().execute(status -> exemptions.grant(List.of(exemption.get()), who(), now));
        boolean isNew = added != null && added > 0;
        Granted granted = granted(exemptions, exemption.get());
        ExemptCommand.Line line =
                ExemptCommand.Line.of(List.of(granted), desk.jdbc()).get(0);
        List<String> nights = isNew ? nights(desk.jdbc(), from, until) : List.of();
        String next = isNew || !granted.wasEnded() ? null : again(granted);
        if (json()) {
            printJson(new Added(isNew, line, nights, next));
        } else {
            Terminal.out((isNew ? "Exempt: " : "Nothing to do, that was granted before: ") + line.text());
            tell(nights);
        }
        if (next != null) {
            Terminal.err(
                    "It was ended since, and an end is not taken back. Where that was a mistake, grant what is left"
                            + " as another one: " + next);
        }
        return isNew ? Exit.DONE : Exit.NOTHING_TO_DO;
    }

    /** One that was taken back whole begins on the same day: its document tells it from the first. */
    private String again(Granted ended) {
        boolean wasTakenBack = ended.endsOn().isBefore(from);
        List<String> words = new ArrayList<>(List.of("./rekap exempt add"));
        words.add(
                subject.employee.isEmpty()
                        ? "--agency " + ShellWord.of(subject.agency)
                        : "--employee " + ShellWord.of(subject.employee));
        if (!subject.obligation.isEmpty()) {
            words.add("--obligation " + ShellWord.of(subject.obligation));
        }
        words.add("--ground " + ShellWord.of(ended.exemption().ground()));
        words.add("--from " + (wasTakenBack ? from : ended.endsOn().plusDays(1)));
        if (until != null) {
            words.add("--until " + until);
        }
        if (!grantedBy.isEmpty()) {
            words.add("--granted-by " + ShellWord.of(grantedBy));
        }
        if (wasTakenBack || !document.isEmpty()) {
            words.add("--document " + ShellWord.of(wasTakenBack ? (document + " (again)").strip() : document));
        }
        return String.join(" ", words);
    }

    private static Granted granted(Exemptions exemptions, Exemption exemption) {
        return exemptions.of(exemption.subject()).stream()
                .filter(one -> one.exemption().equals(exemption))
                .findFirst()
                .orElseThrow();
    }

    /** Those that were published without it. */
    static List<String> nights(JdbcTemplate jdbc, LocalDate from, @Nullable LocalDate until) {
        // the day after the last one that a database knows is none
        LocalDate end = until == null || until.equals(Exemption.FOR_GOOD) ? null : until.plusDays(1);
        return new RunLog(jdbc).publishedDates(from, end);
    }

    static void tell(List<String> nights) {
        if (!nights.isEmpty()) {
            Terminal.out("It concerns " + nights.size() + (nights.size() == 1 ? " night that is" : " nights that are")
                    + " published and stay as they are. To publish one again with it: ./rekap run --date "
                    + nights.get(0) + " --again");
        }
    }
}
