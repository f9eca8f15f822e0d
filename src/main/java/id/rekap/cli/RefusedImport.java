package id.rekap.cli;

import id.rekap.files.Modes;
import id.rekap.register.Problem;
import id.rekap.value.BusinessDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why an import is refused, for a terminal: each kind with its count, the first lines, and a file with all of them. */
final class RefusedImport {
    /** More than these would push what matters off the screen. */
    private static final int LINES = 20;

    private static final int KINDS = 10;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(BusinessDay.ZONE);

    private final List<Problem> problems;

    RefusedImport(List<Problem> problems) {
        this.problems = problems;
    }

    void print(Path logs, Instant now) {
        if (problems.size() > LINES) {
            kinds().forEach((kind, count) -> Terminal.err(String.format(Locale.ROOT, "%,7d  %s", count, kind)));
            Terminal.err("The first " + LINES + " of " + problems.size() + ":");
        }
        problems.stream().limit(LINES).forEach(problem -> Terminal.err(problem.sentence()));
        if (problems.size() > LINES) {
            Terminal.err("All " + problems.size() + " stand in " + written(logs, now));
        }
        printAccepting();
    }

    /** For logs, which outlive the files: kinds, and nothing of what stands in rows. */
    String inShort() {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Problem problem : problems) {
            places.merge(
                    problem.column().isEmpty()
                            ? problem.expected().isEmpty() ? "other" : "expected " + problem.expected()
                            : "column " + problem.column(),
                    Math.max(1, problem.rows()),
                    Integer::sum);
        }
        return problems.size()
                + (problems.size() == 1 ? " problem: " : " problems: ")
                + places.entrySet().stream()
                        .limit(KINDS)
                        .map(place -> place.getValue() + " × " + place.getKey())
                        .collect(Collectors.joining("; "))
                + (places.size() > KINDS ? "; …" : "");
    }

    /** What is expected tells kinds apart: what is found differs from line to line. */
    private Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Problem problem : problems) {
            String where = problem.column().isEmpty() ? "" : "column " + problem.column() + ": ";
            String what = problem.expected().isEmpty() ? problem.found() : "expected " + problem.expected();
            kinds.merge(where + what, 1, Integer::sum);
        }
        return kinds;
    }

    /** It shows people's numbers: for the operator and its group alone. */
    private Path written(Path logs, Instant now) {
        Path file = logs.resolve("import-refused-" + STAMP.format(now) + ".txt");
        List<String> lines = new ArrayList<>();
        kinds().forEach((kind, count) -> lines.add(count + "  " + kind));
        lines.add("");
        problems.forEach(problem -> lines.add(problem.sentence()));
        try {
            Modes.OPERATORS.makeFile(file);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new Unusable(file + " cannot be written: " + e.getMessage() + ". Make room, or correct its rights");
        }
        return file;
    }

    /** By place, each line once: ready to be pasted. */
    private void printAccepting() {
        problems.stream()
                .flatMap(problem -> problem.accepting().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        setting -> setting.file() + " (where there is none, a copy of the program's own), "
                                + setting.place(),
                        LinkedHashMap::new,
                        Collectors.mapping(Problem.Setting::line, Collectors.toList())))
                .forEach((place, lines) -> {
                    Terminal.err("To accept them as they are, in " + place + ":");
                    lines.forEach(Terminal::err);
                });
    }
}
