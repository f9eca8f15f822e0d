package id.rekap.cli;

import id.rekap.acknowledgement.Acknowledgements;
import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which kinds of exceptions are new or reopened in a published set, and which the operator acts on as long as they are open;
 * errors first. They are read from its exception list, so that they say what its pages say; of each line only the first
 * columns, since the list may be long.
 */
final class OpenKinds {
    /** The rest stands on the page. */
    private static final int SHOWN = 10;

    private static final Comparator<OpenKind> ORDER = Comparator.comparing(OpenKind::severity)
            .thenComparing(kind -> !kind.isOfOperator())
            .thenComparing(OpenKind::state)
            .thenComparing(OpenKind::code);

    private final Catalogue catalogue = Catalogue.load();
    private final Set<String> acknowledged;
    private final Map<String, Map<String, Kind>> kinds = new HashMap<>();

    private static final Kind NOT_TOLD = new Kind();

    private static final class Kind {
        private final Set<String> agencies = new TreeSet<>();
        private int count;
        private int acknowledged;
    }

    private OpenKinds(Set<String> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** Of a set; none where it is not there. */
    static List<OpenKind> of(Path set, LocalDate date, JdbcTemplate jdbc) {
        Path file = set.resolve("exceptions.csv");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        OpenKinds kinds = new OpenKinds(new Acknowledgements(jdbc).on(date));
        // all that is looked at is ASCII, and so every byte may stand for itself
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            kinds.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return kinds.inOrder();
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
        Kind kind = kind(line.substring(state, severity - 1), line.substring(code, responsible - 1));
        if (kind != NOT_TOLD) {
            kind.count++;
            if (!acknowledged.isEmpty() && acknowledged.contains(last.substring(last.lastIndexOf(',') + 1))) {
                kind.acknowledged++;
            }
            boolean isQuoted = line.charAt(agency) == '"';
            int end = isQuoted ? line.indexOf('"', agency + 1) : line.indexOf(',', agency);
            if (end > agency) {
                kind.agencies.add(line.substring(isQuoted ? agency + 1 : agency, end));
            }
        }
    }

    private Kind kind(String state, String code) {
        return kinds.computeIfAbsent(state, s -> new HashMap<>())
                .computeIfAbsent(
                        code,
                        c -> isTold(FindingState.valueOf(state), ExceptionCode.valueOf(c)) ? new Kind() : NOT_TOLD);
    }

    private boolean isTold(FindingState state, ExceptionCode code) {
        return catalogue.severity(code) != Severity.INFO
                && switch (state) {
                    case NEW, REOPENED -> true;
                    case OPEN -> catalogue.responsible(code) == Responsible.OPERATOR;
                    case RESOLVED -> false;
                };
    }

    private List<OpenKind> inOrder() {
        List<OpenKind> found = new ArrayList<>();
        kinds.forEach((state, codes) -> codes.forEach((code, kind) -> {
            // what is known and was told before asks for nothing
            boolean isKnown = FindingState.valueOf(state) == FindingState.OPEN && kind.acknowledged == kind.count;
            if (kind != NOT_TOLD && !isKnown) {
                found.add(OpenKind.of(
                        catalogue,
                        FindingState.valueOf(state),
                        ExceptionCode.valueOf(code),
                        kind.count,
                        kind.acknowledged,
                        List.copyOf(kind.agencies)));
            }
        }));
        found.sort(ORDER);
        return found;
    }
}
