package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.evidence.ExportProblem;
import id.rekap.evidence.FollowerAnswers;
import id.rekap.evidence.FollowerAnswers.Sums;
import id.rekap.evidence.FollowerExports;
import id.rekap.evidence.FollowerExports.Export;
import id.rekap.mandate.Mandate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which exports of official accounts prove who follows, and what is wrong with the others. */
@Command(
        name = "evidence",
        description =
                "The exports of official accounts that hold on a date: how complete and how old they are, and how many"
                        + " of the handles that lists claim they have; and those that nobody is judged by.")
final class EvidenceCommand extends HomeCommand {
    @Option(names = "--date", paramLabel = "D", description = "As of this date; today in Asia/Jakarta by default.")
    private @Nullable LocalDate date;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    /** An account as {@code --json} prints it; the exports that nobody is judged by since its last complete one. */
    record Line(String account, @Nullable InForce inForce, List<Open> open) {}

    /** @param holdsUntil the last day */
    record InForce(
            String exported,
            String received,
            int entries,
            @Nullable Integer control,
            int refused,
            long ageDays,
            String holdsUntil,
            int lookedFor,
            int found) {}

    record Open(
            String received,
            String code,
            String problem,
            int entries,
            @Nullable Integer control,
            String why) {}

    @Override
    public Integer call() {
        if (language.isUnknown()) {
            return Exit.USAGE;
        }
        Settings settings = settings();
        Locale locale = language.or(() -> settings);
        Mandate mandate = mandate(settings);
        try (Database database = database(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            LocalDate day = orToday(date);
            List<Line> lines = lines(jdbc, mandate, day, settings.run().evidenceDays(), locale);
            if (json()) {
                printJson(lines);
            } else {
                new EvidenceWords(locale).lines(lines, day).forEach(Terminal::out);
            }
            return Exit.DONE;
        }
    }

    private static List<Line> lines(JdbcTemplate jdbc, Mandate mandate, LocalDate day, int days, Locale locale) {
        FollowerExports exports = new FollowerExports(jdbc);
        Map<String, Export> inForce = exports.inForce(day, Integer.MAX_VALUE, days);
        Map<FollowerExports.Key, Sums> sums = new FollowerAnswers(jdbc, mandate.id())
                .sums(inForce.values().stream().map(Export::key).toList());
        List<Export> open = exports.open(day, Integer.MAX_VALUE);
        List<Line> lines = new ArrayList<>();
        for (String account : mandate.accounts()) {
            Export held = inForce.get(account);
            lines.add(new Line(
                    account,
                    held == null ? null : inForce(held, sums.getOrDefault(held.key(), Sums.NOTHING), day, days),
                    open.stream()
                            .filter(export -> export.account().equals(account))
                            .map(export -> open(export, locale))
                            .toList()));
        }
        return lines;
    }

    private static @Nullable InForce inForce(Export export, Sums sums, LocalDate day, int days) {
        LocalDate exported = export.exportedOn();
        return exported == null
                ? null
                : new InForce(
                        exported.toString(),
                        export.key().receivedOn().toString(),
                        export.entries(),
                        export.control(),
                        export.refused(),
                        ChronoUnit.DAYS.between(exported, day),
                        exported.plusDays(days).toString(),
                        sums.lookedFor(),
                        sums.found());
    }

    private static Open open(Export export, Locale locale) {
        ExportProblem problem = export.problem() == null ? ExportProblem.FAILED : export.problem();
        return new Open(
                export.key().receivedOn().toString(),
                problem.code().name(),
                problem.name(),
                export.entries(),
                export.control(),
                problem.text(locale, export.detail()));
    }
}
