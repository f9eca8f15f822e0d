package id.rekap.register;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.TypeWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an import says of values that nobody knows: a problem each, with the line of configuration that would accept it. */
final class Acceptance {
    /** Types that lines are proposed for: a column with more that nobody knows is another column. */
    static final int MOST_TYPES = 20;

    private final Mandate mandate;
    private final RegisterRules rules;
    private final Set<String> taken = new HashSet<>();

    Acceptance(Mandate mandate, RegisterRules rules) {
        this.mandate = mandate;
        this.rules = rules;
    }

    List<Problem> problems(UnknownValues unknown) {
        Map<UnknownValues.Value, Problem.Setting> lines = lines(unknown.listed());
        List<Problem> problems = new ArrayList<>();
        for (UnknownValues.Value value : unknown.listed()) {
            Problem.Setting line = lines.get(value);
            problems.add(value.place()
                    .problem(
                            value.kind().found(value.text()),
                            expected(value.kind()),
                            action(value.kind(), line),
                            line == null ? List.of() : List.of(line)));
        }
        problems.addAll(unknown.further());
        return problems;
    }

    private String expected(UnknownValues.Kind kind) {
        return switch (kind) {
            case TYPE -> mandate.types().stream().map(EmploymentType::code).collect(Collectors.joining(", "));
            case CANDIDATE -> "C or P";
            case STATUS -> "a code or name of " + RegisterRules.FILE;
            case AGENCY -> "code or alias of an agency that the register has on this date";
        };
    }

    private static String action(UnknownValues.Kind kind, Problem.@Nullable Setting line) {
        String mended = kind == UnknownValues.Kind.AGENCY ? "Correct it, or import the agencies first" : "Correct it";
        return line == null ? mended : mended + ", or accept it in " + line.file();
    }

    /** The line of each value that a line can accept. */
    private Map<UnknownValues.Value, Problem.Setting> lines(List<UnknownValues.Value> unknown) {
        Map<UnknownValues.Value, Problem.Setting> lines = new HashMap<>();
        Map<EmploymentType, List<UnknownValues.Value>> types = new LinkedHashMap<>();
        int proposed = 0;
        for (UnknownValues.Value value : unknown) {
            switch (value.kind()) {
                case TYPE -> {
                    if (usable(value) && proposed++ < MOST_TYPES) {
                        types.computeIfAbsent(meant(value), type -> new ArrayList<>())
                                .add(value);
                    }
                }
                case STATUS -> status(value).ifPresent(line -> lines.put(value, line));
                case CANDIDATE, AGENCY -> {}
            }
        }
        types.forEach((type, values) -> {
            Problem.Setting line = names(type, values);
            values.forEach(value -> lines.put(value, line));
        });
        return lines;
    }

    private static boolean usable(UnknownValues.Value value) {
        return value.whole() && !value.text().contains("*") && TypeWords.usable(value.text());
    }

    /** A guess that the operator looks at: the type of a similar name, else what unusual words are mostly used for. */
    private EmploymentType meant(UnknownValues.Value value) {
        List<EmploymentType> all = mandate.types();
        return TypeWords.resembling(value.text(), all)
                .orElseGet(() -> all.stream()
                        .filter(type -> value.place().national() == (type.group() == Group.ASN))
                        .findFirst()
                        .orElse(all.get(0)));
    }

    /** The whole line, since names stand on one. */
    private Problem.Setting names(EmploymentType type, List<UnknownValues.Value> values) {
        String names = Stream.concat(type.names().stream(), values.stream().map(UnknownValues.Value::text))
                .map(Acceptance::quoted)
                .collect(Collectors.joining(", ", "    names: [", "]"));
        return new Problem.Setting(
                "HOME/jobs/mandates/" + mandate.id() + ".yml",
                "under types, " + type.code() + " (or the type that is meant), in place of the line names",
                names);
    }

    private Optional<Problem.Setting> status(UnknownValues.Value value) {
        if (!value.whole() || !taken.add(RegisterRules.folded(value.text()))) {
            return Optional.empty();
        }
        String code = code(value.text());
        List<String> names = new ArrayList<>();
        if (!RegisterRules.folded(code).equals(RegisterRules.folded(value.text()))) {
            names.add(value.text());
        }
        if (rules.status(value.called()).isEmpty() && taken.add(RegisterRules.folded(value.called()))) {
            names.add(value.called());
        }
        return Optional.of(new Problem.Setting(
                "HOME/" + RegisterRules.FILE,
                "under statuses, with active: true where such people serve",
                names.stream()
                        .map(Acceptance::quoted)
                        .collect(Collectors.joining(", ", "  " + quoted(code) + ": {names: [", "], active: false}"))));
    }

    /** A code for it that no status has yet. */
    private String code(String written) {
        String code = RegisterRules.codeFor(written);
        for (int number = 1; ; number++) {
            String free = number == 1 ? code : code + "_" + number;
            String folded = RegisterRules.folded(free);
            if (rules.status(free).isEmpty() && (folded.equals(RegisterRules.folded(written)) || taken.add(folded))) {
                return free;
            }
        }
    }

    /** A text of YAML that is read as it is, whatever stands in it. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if ((c >= ' ' && c <= '~') || Character.isLetterOrDigit(c)) {
                quoted.append((char) c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return quoted.append('"').toString();
    }
}
