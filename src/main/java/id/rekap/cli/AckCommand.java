package id.rekap.cli;

import id.rekap.acknowledgement.Acknowledgements;
import id.rekap.acknowledgement.Acknowledgements.Anomaly;
import id.rekap.acknowledgement.Acknowledgements.Given;
import id.rekap.database.Database;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.reconcile.OpenFindings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Acknowledges exceptions: they stay counted and leave the lists of what is to be done. */
@Command(
        name = "ack",
        description = "Acknowledges exceptions: they stay counted, and nobody is asked to mend them until a day.",
        subcommands = {AckCommand.EndCommand.class, AckCommand.ListCommand.class})
final class AckCommand extends HomeCommand {
    private static final int LONGEST = 500;
    private static final int ALIKE = 5;

    @Parameters(arity = "0..*", paramLabel = "FINGERPRINT", description = "As exceptions.csv has it.")
    private List<String> fingerprints = new ArrayList<>();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why nobody needs to act by now.")
    private String note = "";

    @Option(names = "--until", paramLabel = "D", description = "The last business date on which it is acknowledged.")
    private @Nullable LocalDate until;

    /** As {@code --json} prints it. */
    private record Line(
            String fingerprint,
            String code,
            String agency,
            String until,
            String note,
            boolean ended,
            String addedAt,
            String addedBy) {
        static Line of(Given given) {
            return new Line(
                    given.anomaly().fingerprint(),
                    given.anomaly().code(),
                    given.anomaly().agency(),
                    given.until().toString(),
                    given.note(),
                    given.isEnded(),
                    given.knownAt(),
                    given.knownBy());
        }

        String text() {
            return fingerprint + "  " + code + (agency.isEmpty() ? "" : " of " + agency)
                    + (ended ? "  ended, was until " : "  until ") + until + ": " + note;
        }
    }

    @Override
    public Integer call() {
        LocalDate day = until;
        if (fingerprints.isEmpty() || note.isBlank() || note.strip().length() > LONGEST || day == null) {
            Terminal.err("Name what is acknowledged, why and until when: ./rekap ack FINGERPRINT… --note TEXT (at most "
                    + LONGEST + " characters) --until D; ./rekap ack list, ./rekap ack end FINGERPRINT…");
            return Exit.USAGE;
        }
        Settings settings = settings();
        try (Database database = database(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Map<String, Anomaly> open = open(settings, jdbc);
            List<String> named = named(fingerprints);
            List<String> unknown =
                    named.stream().filter(one -> !open.containsKey(one)).toList();
            if (!unknown.isEmpty()) {
                unknown.forEach(one -> unknown(one, open));
                return Exit.UNUSABLE;
            }
            Instant now = clock().instant();
            Acknowledgements acknowledgements = new Acknowledgements(jdbc);
            database.transaction()
                    .executeWithoutResult(status -> acknowledgements.give(
                            named.stream().map(open::get).toList(), note.strip(), day, who(), now));
            tell(
                    named.stream()
                            .flatMap(one -> acknowledgements.inForce(one).stream())
                            .map(Line::of)
                            .toList(),
                    "Acknowledged, for sets that are published from now on: ");
            newest(jdbc, mandate(settings))
                    .filter(newest -> day.isBefore(newest.date()))
                    .ifPresent(newest -> Terminal.err("The newest set is of " + newest.date() + ", after " + day
                            + ": it counts only where a date up to then is published again"));
            return Exit.DONE;
        }
    }

    private static List<String> named(List<String> written) {
        return written.stream()
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private void tell(List<Line> lines, String what) {
        if (json()) {
            printJson(lines);
        } else {
            lines.forEach(line -> Terminal.out(what + line.text()));
        }
    }

    /** By fingerprint, in the newest set of each mandate. */
    private static Map<String, Anomaly> open(Settings settings, JdbcTemplate jdbc) {
        Map<String, Anomaly> open = new TreeMap<>();
        for (Mandate mandate : mandates(settings)) {
            newest(jdbc, mandate)
                    .ifPresent(run -> OpenFindings.of(
                            run.ref(),
                            jdbc,
                            one -> open.put(
                                    one.fingerprint(), new Anomaly(one.fingerprint(), one.code(), one.agency()))));
        }
        return open;
    }

    private static Optional<Run> newest(JdbcTemplate jdbc, Mandate mandate) {
        return new RunStore(jdbc).lastPublished(mandate.id(), ReportCommand.LAST);
    }

    private static void unknown(String written, Map<String, Anomaly> open) {
        Terminal.err("No open exception of the newest set has the fingerprint " + written
                + ": reports/latest/exceptions.csv has them in its last column");
        open.values().stream()
                .filter(one -> unlike(written, one.fingerprint()) <= written.length() / 2)
                .sorted(Comparator.comparing((Anomaly one) -> unlike(written, one.fingerprint()))
                        .thenComparing(Anomaly::fingerprint))
                .limit(ALIKE)
                .forEach(one -> Terminal.err("  is it " + one.fingerprint() + ", " + one.code()
                        + (one.agency().isEmpty() ? "" : " of " + one.agency()) + "?"));
    }

    /** Characters that differ at their places, of what was written. */
    private static int unlike(String written, String fingerprint) {
        int unlike = Math.max(0, written.length() - fingerprint.length());
        for (int i = 0; i < Math.min(written.length(), fingerprint.length()); i++) {
            unlike += written.charAt(i) == fingerprint.charAt(i) ? 0 : 1;
        }
        return unlike;
    }

    /** Takes acknowledgements back. */
    @Command(name = "end", description = "Takes acknowledgements back: the exceptions are to be mended again.")
    static final class EndCommand extends HomeCommand {
        @Parameters(arity = "1..*", paramLabel = "FINGERPRINT", description = "As ./rekap ack list has it.")
        private List<String> fingerprints = new ArrayList<>();

        @Override
        public Integer call() {
            Settings settings = settings();
            try (Database database = database(settings)) {
                Acknowledgements acknowledgements = new Acknowledgements(new JdbcTemplate(database.dataSource()));
                List<Given> given = new ArrayList<>();
                List<String> unknown = new ArrayList<>();
                for (String one : named(fingerprints)) {
                    List<Given> inForce = acknowledgements.inForce(one);
                    given.addAll(inForce);
                    if (inForce.isEmpty()) {
                        unknown.add(one);
                    }
                }
                if (!unknown.isEmpty()) {
                    Terminal.err("Nothing is acknowledged under " + String.join(", ", unknown)
                            + "; ./rekap ack list lists what is. Nothing was ended");
                    return Exit.NOTHING_TO_DO;
                }
                Instant now = clock().instant();
                database.transaction().executeWithoutResult(status -> acknowledgements.end(given, who(), now));
                List<Line> lines = given.stream().map(Line::of).toList();
                if (json()) {
                    printJson(lines);
                } else {
                    lines.forEach(line -> Terminal.out("Ended: " + line.text()));
                }
                return Exit.DONE;
            }
        }
    }

    /** What is acknowledged. */
    @Command(name = "list", description = "What is acknowledged, until when and why; --all: what was, too.")
    static final class ListCommand extends HomeCommand {
        @Option(names = "--all", description = "What was taken back or replaced, too.")
        private boolean all;

        @Option(names = "--date", paramLabel = "D", description = "Only what is acknowledged on this business date.")
        private @Nullable LocalDate date;

        @Override
        public Integer call() {
            Settings settings = settings();
            try (Database database = database(settings)) {
                LocalDate on = date;
                List<Line> lines = new Acknowledgements(new JdbcTemplate(database.dataSource()))
                        .all().stream()
                                .filter(one -> all || !one.isEnded())
                                .filter(one -> on == null || !one.until().isBefore(on))
                                .map(Line::of)
                                .toList();
                if (json()) {
                    printJson(lines);
                } else if (lines.isEmpty()) {
                    Terminal.out("Nothing is acknowledged.");
                } else {
                    lines.forEach(line -> Terminal.out(line.text()));
                }
                return Exit.DONE;
            }
        }
    }
}
