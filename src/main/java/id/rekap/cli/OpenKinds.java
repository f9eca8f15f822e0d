package id.rekap.cli;

import id.rekap.acknowledgement.Acknowledgements;
import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.snapshot.FindingState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which kinds of exceptions are new or reopened in a published set, and which the operator acts on as long as they are open;
 * errors first. They are read from its exception list, so that they say what its pages say; of each line only the first
 * columns, since the list may be long.
 */
final class OpenKinds {
    /** The rest stands on the page. */
    private static final int SHOWN = 10;

    private static final int AGENCIES = 3;
    private static final int COLUMNS = 6;

    private static final Comparator<OpenKind> ORDER = Comparator.comparing(OpenKind::severity)
            .thenComparing(kind -> !kind.isOfOperator())
            .thenComparing(OpenKind::state)
            .thenComparing(OpenKind::code);

    private final Catalogue catalogue = Catalogue.load();
    private final Set<String> acknowledged;
    private final Map<FindingState, Map<ExceptionCode, Kind>> kinds = new TreeMap<>();

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
        try (BufferedReader in = Files.newBufferedReader(file)) {
            kinds.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return kinds.inOrder();
    }

    /** The lines to print. */
    static List<String> lines(List<OpenKind> kinds, String heldAt, Path set) {
        return Stream.concat(
                        kinds.stream().limit(SHOWN).map(kind -> kind.text(heldAt)),
                        kinds.size() > SHOWN
                                ? Stream.of(
                                        "and " + (kinds.size() - SHOWN) + " more kinds: " + set.resolve("summary.html"))
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
            add(first, line == null ? "" : line.substring(line.lastIndexOf(',') + 1));
            if (line == null) {
                return;
            }
        }
    }

    private static boolean isOdd(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private void add(String line, String fingerprint) throws IOException {
        String[] cells = line.split(",", COLUMNS + 1);
        ExceptionCode code = ExceptionCode.valueOf(cells[3]);
        FindingState state = FindingState.valueOf(cells[1]);
        if (isTold(state, code)) {
            Kind kind = kinds.computeIfAbsent(state, s -> new TreeMap<>()).computeIfAbsent(code, c -> new Kind());
            kind.count++;
            kind.acknowledged += acknowledged.contains(fingerprint) ? 1 : 0;
            String agency = cells[5].startsWith("\"") ? quoted(line) : cells[5];
            if (!agency.isEmpty()) {
                kind.agencies.add(agency);
            }
        }
    }

    /** Whoever has a comma in its code. */
    private static String quoted(String line) throws IOException {
        int end = line.indexOf("\",", line.indexOf(",\"") + 2);
        try (CSVParser cells = CSVParser.parse(line.substring(0, end + 1), CSVFormat.RFC4180)) {
            return cells.getRecords().get(0).get(COLUMNS - 1);
        }
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
            if (state != FindingState.OPEN || kind.acknowledged < kind.count) {
                found.add(
                        OpenKind.of(state, code, kind.count, kind.acknowledged, List.copyOf(kind.agencies), AGENCIES));
            }
        }));
        found.sort(ORDER);
        return found;
    }
}
