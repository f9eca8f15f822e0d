package id.rekap.cli;

import id.rekap.claims.AgencyNames;
import id.rekap.claims.ChatFile;
import id.rekap.claims.ChatReading;
import id.rekap.claims.ChatReport;
import id.rekap.database.Database;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an exported chat of the reporting group holds. */
@Command(
        name = "check-chat",
        description =
                "What an exported chat holds: lines, messages, reports, and those that cannot be read; writes nothing."
                        + " Exit 20 where it is refused or a report cannot be read.")
final class CheckChatCommand extends HomeCommand {
    /** Of those that cannot be read; how many more there are is said. */
    private static final int SHOWN = 100;

    @Parameters(paramLabel = "FILE", description = "The exported chat, .txt or .zip.")
    private Path file = Path.of("");

    @Option(names = "--date", paramLabel = "D", description = "When it was received; today in Asia/Jakarta by default.")
    private @Nullable LocalDate date;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    /** As {@code --json} prints it, the first unreadable ones with their words; without a register nobody can tell reports. */
    private record Checked(
            @Nullable String refused,
            boolean dateAssumed,
            long lines,
            long headers,
            long continuations,
            long notices,
            boolean register,
            long reports,
            long unreadable,
            List<Unreadable> cannotBeRead,
            long cannotBeReadMore) {}

    private record Unreadable(long line, String sent, String agency, String doubt, String words) {}

    /** Whose names are looked for; none without a register on the date. */
    private record Known(List<Agency> agencies, Locale locale) {}

    @Override
    public Integer call() {
        if (language.isUnknown()) return Exit.USAGE;
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            Terminal.err(
                    file + (Files.exists(file) ? " cannot be read" : " does not exist") + ": name the exported chat");
            return Exit.USAGE;
        }
        LocalDate day = orToday(date);
        Known known = known(day);
        List<ChatReport> unreadable = new ArrayList<>();
        ChatReading reading;
        try (ChatFile chat = ChatFile.open(file, day, new AgencyNames(known.agencies()))) {
            reading = chat.read(LocalDate.MIN, report -> {
                if (!report.isReadable() && unreadable.size() < SHOWN) unreadable.add(report);
            });
        } catch (IOException e) {
            throw new Unusable(file + " cannot be read: " + e.getMessage());
        }
        if (json()) printJson(checked(reading, unreadable, known));
        else
            new ChatWords(known.locale())
                    .lines(reading, unreadable, !known.agencies().isEmpty())
                    .forEach(Terminal::out);
        boolean found = reading.refusal().isPresent() || reading.counts().unreadable() > 0;
        return found ? Exit.FINDINGS : Exit.DONE;
    }

    /** A chat can be looked at before there is any home; one that somebody names has to be there. */
    private Known known(LocalDate day) {
        if (!Files.exists(home()) && !isHomeNamed())
            return new Known(List.of(), language.or(() -> Settings.load(home())));
        Settings settings = settings();
        try (Database database = database(settings)) {
            List<Agency> agencies = new Agencies(new JdbcTemplate(database.dataSource())).on(day);
            return new Known(agencies, language.or(() -> settings));
        }
    }

    private static Checked checked(ChatReading reading, List<ChatReport> unreadable, Known known) {
        ChatReading.Counts counts = reading.counts();
        return new Checked(
                reading.refusal().map(Enum::name).orElse(null),
                reading.dateAssumed(),
                counts.lines(),
                counts.headers(),
                counts.continuations(),
                counts.notices(),
                !known.agencies().isEmpty(),
                counts.reports(),
                counts.unreadable(),
                unreadable.stream()
                        .map(r -> new Unreadable(r.line(), r.sent().toString(), r.agency(), r.doubt(), r.words()))
                        .toList(),
                counts.unreadable() - unreadable.size());
    }
}
