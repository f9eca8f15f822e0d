package id.rekap.cli;

import id.rekap.acknowledgement.Acknowledgements;
import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import id.rekap.reconcile.FindingState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which kinds of exceptions are open in a published set: told are those that are new or reopened, and those that the operator
 * acts on as long as they are open, errors first; the rest is still open. What is of no agency is a kind apart. They are
 * read from its exception list, so that they say what its pages say; of each line only the first columns, since the list may
 * be long.
 */
final class OpenKinds {
    /** The rest stands on the page. */
    private static final int SHOWN = 10;

    private static final Comparator<OpenKind> ORDER = Comparator.comparing(OpenKind::severity)
            .thenComparing(kind -> !kind.isOfOperator())
            .thenComparing(OpenKind::state)
            .thenComparing(OpenKind::code)
            .thenComparing(kind -> kind.agencies().isEmpty());

    private static final Kinds NOT_OPEN = new Kinds();

    private final Set<String> acknowledged;
    private final Map<String, Map<String, Kinds>> kinds = new HashMap<>();
    private List<OpenKind> open = List.of();

    private static final class Kinds {
        private final Kind ofAgencies = new Kind();
        private final Kind ofNone = new Kind();
    }

    private static final class Kind {
        private final Set<String> agencies = new TreeSet<>();
        private int count;
        private int acknowledged;
    }

    private OpenKinds(Set<String> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** Of a set; none where it is not there. */
    static OpenKinds of(Path set, LocalDate date, JdbcTemplate jdbc) {
        Path file = set.resolve("exceptions.csv");
        if (!Files.isRegularFile(file)) {
            return new OpenKinds(Set.of());
        }
        OpenKinds kinds = new OpenKinds(new Acknowledgements(jdbc).on(date));
        // all that is looked at is ASCII, and so every byte may stand for itself
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            kinds.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        kinds.open = kinds.inOrder();
        return kinds;
    }

    static List<OpenKind> told(Path set, LocalDate date, JdbcTemplate jdbc) {
        return of(set, date, jdbc).told();
    }

    List<OpenKind> told() {
        return open.stream().filter(OpenKinds::isTold).toList();
    }

    List<OpenKind> still() {
        return open.stream().filter(kind -> !isTold(kind)).toList();
    }

    private static boolean isTold(OpenKind kind) {
        return kind.state() != FindingState.OPEN || kind.isOfOperator();
    }

    /** The lines to print; one kind more than are shown is told itself, for it takes no more room than its number. */
    static List<String> lines(List<OpenKind> kinds, String heldAt, Path set) {
        int shown = kinds.size() == SHOWN + 1 ? SHOWN + 1 : SHOWN;
        return Stream.concat(
                        kinds.stream().limit(shown).map(kind -> kind.text(heldAt)),
                        kinds.size() > shown
                                ? Stream.of(
                                        "and " + (kinds.size() - shown) + " more kinds: " + set.resolve("summary.html"))
                                : Stream.of())
                .toList();
    }

    /** A record ends where its quotes do. */
    private void read(BufferedReader in) throws IOException {
        in.readLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String first = line;
            boolean isOpen = isOdd(line);
            while (isOpen && (line = in.readLine()) != null) {
                isOpen = !isOdd(line);
            }
            if (line == null) {
                return;
            }
            add(first, line);
        }
    }

    private static boolean isOdd(String line) {
        boolean isOdd = false;
        for (int at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
            isOdd = !isOdd;
        }
        return isOdd;
    }

    /** Date, state, severity, code, who acts, agency: of these only an agency's code may have a comma in it. */
    private void add(String line, String last) {
        int state = line.indexOf(',') + 1;
        int severity = line.indexOf(',', state) + 1;
        int code = line.indexOf(',', severity) + 1;
        int responsible = line.indexOf(',', code) + 1;
        int agency = line.indexOf(',', responsible) + 1;
        Kinds both = kinds(line.substring(state, severity - 1), line.substring(code, responsible - 1));
        if (both != NOT_OPEN) {
            boolean isQuoted = line.charAt(agency) == '"';
            int end = isQuoted ? line.indexOf('"', agency + 1) : line.indexOf(',', agency);
            Kind kind = end > agency ? both.ofAgencies : both.ofNone;
            kind.count++;
            if (!acknowledged.isEmpty() && acknowledged.contains(last.substring(last.lastIndexOf(',') + 1))) {
                kind.acknowledged++;
            }
            if (end > agency) {
                kind.agencies.add(line.substring(isQuoted ? agency + 1 : agency, end));
            }
        }
    }

    private Kinds kinds(String state, String code) {
        return state.equals(FindingState.RESOLVED.name())
                ? NOT_OPEN
                : kinds.computeIfAbsent(state, s -> new HashMap<>()).computeIfAbsent(code, c -> new Kinds());
    }

    private List<OpenKind> inOrder() {
        Catalogue catalogue = Catalogue.of(kinds.values().stream()
                .flatMap(codes -> codes.keySet().stream())
                .map(ExceptionCode::valueOf)
                .collect(Collectors.toSet()));
        List<OpenKind> found = new ArrayList<>();
        kinds.forEach((state, codes) -> codes.forEach((code, both) -> {
            for (Kind kind : List.of(both.ofAgencies, both.ofNone)) {
                // what is known and was told before asks for nothing
                boolean isKnown = FindingState.valueOf(state) == FindingState.OPEN && kind.acknowledged == kind.count;
                if (kind.count > 0 && !isKnown) {
                    found.add(OpenKind.of(
                            catalogue,
                            FindingState.valueOf(state),
                            ExceptionCode.valueOf(code),
                            kind.count,
                            kind.acknowledged,
                            List.copyOf(kind.agencies)));
                }
            }
        }));
        found.removeIf(kind -> kind.severity() == Severity.INFO);
        found.sort(ORDER);
        return found;
    }
}
