package id.rekap.cli;

import id.rekap.claims.AgencyClaim;
import id.rekap.claims.ChatReceiving;
import id.rekap.claims.ChatReport;
import id.rekap.claims.ChatRows;
import id.rekap.claims.Claim;
import id.rekap.claims.Count;
import id.rekap.database.Database;
import id.rekap.mandate.Group;
import id.rekap.nightly.RunStore;
import id.rekap.reconcile.NightStore;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What heads of agency claim in the chat, and the words that it was read from. */
@Command(
        name = "claims",
        description = "What each agency's head claims in the chat on a date, with the words it was read from, and the"
                + " messages before it; senders are known to nobody.")
final class ClaimsCommand extends HomeCommand {
    @Option(names = "--date", paramLabel = "D", description = "As of this date; today in Asia/Jakarta by default.")
    private @Nullable LocalDate date;

    @Option(names = "--agency", paramLabel = "CODE", description = "Only this agency: its code or an alias.")
    private @Nullable String agency;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    /** An agency as {@code --json} prints it. */
    record Line(String agency, String name, Map<Group, Count> claimed, boolean nil, List<Message> messages) {}

    /** A message, the newest first. */
    record Message(
            String sent,
            String received,
            String file,
            long line,
            String words,
            Map<Group, Count> counts,
            boolean nil,
            boolean inForce,
            String doubt,
            String why) {}

    @Override
    public Integer call() {
        if (language.isUnknown()) return Exit.USAGE;
        Settings settings = settings();
        ClaimWords words = new ClaimWords(language.or(() -> settings));
        try (Database database = database(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            LocalDate day = orToday(date);
            if (!new RunStore(jdbc).hasRegister(day)) {
                Terminal.err("No register holds on " + day + ": import it with ./rekap import agencies FILE and"
                        + " ./rekap import employees FILE");
                return Exit.UNUSABLE;
            }
            Optional<List<Agency>> asked = asked(jdbc, day);
            if (asked.isEmpty()) {
                Terminal.err("The register of " + day + " has no agency with the code or alias \"" + agency
                        + "\"; reports/latest/agencies.csv lists the codes");
                return Exit.UNUSABLE;
            }
            Set<String> spokenFor = new RunStore(jdbc)
                    .lastPublished(settings.mandate(), day)
                    .map(run -> new NightStore(jdbc).spokenFor(run.ref()))
                    .orElse(Set.of());
            Map<String, AgencyClaim> claims =
                    new ChatRows(jdbc).on(day, Integer.MAX_VALUE, settings.run().claimDays(), spokenFor::contains);
            List<Line> lines = lines(new ChatRows(jdbc), claims, asked.get(), day, words);
            if (json()) printJson(lines);
            else words.lines(lines, day).forEach(Terminal::out);
            return Exit.DONE;
        }
    }

    /** All agencies, or the one; nothing where there is none like it. */
    private Optional<List<Agency>> asked(JdbcTemplate jdbc, LocalDate day) {
        Agencies agencies = new Agencies(jdbc);
        return agency == null
                ? Optional.of(agencies.on(day))
                : agencies.directory(day).named(agency.strip()).map(List::of);
    }

    /** Agencies of which a message is recorded; an agency that is asked for in any case. */
    private List<Line> lines(
            ChatRows rows, Map<String, AgencyClaim> claims, List<Agency> agencies, LocalDate day, ClaimWords words) {
        Map<String, List<Claim>> messages = rows.inForce(day, Integer.MAX_VALUE, ChatReceiving.RECORDED_DAYS).stream()
                .collect(Collectors.groupingBy(claim -> claim.report().agency()));
        List<Line> lines = new ArrayList<>();
        for (Agency one : agencies) {
            List<Claim> own = new ArrayList<>(messages.getOrDefault(one.code(), List.of()));
            if (own.isEmpty() && agency == null) continue;
            Collections.reverse(own);
            AgencyClaim claim = claims.getOrDefault(one.code(), AgencyClaim.NONE);
            Map<Group, Count> counts = claim.counts();
            lines.add(new Line(
                    one.code(),
                    one.name(),
                    counts,
                    claim.nil(),
                    own.stream().map(said -> message(said, claim, words)).toList()));
        }
        return lines;
    }

    private static Message message(Claim said, AgencyClaim claim, ClaimWords words) {
        ChatReport report = said.report();
        return new Message(
                report.sent().toString(),
                said.received().toString(),
                "_whatsapp/" + said.file(),
                report.line(),
                report.words(),
                report.counts(),
                report.nil(),
                claim.isFrom(said),
                report.doubt(),
                report.why(words.locale()));
    }
}
