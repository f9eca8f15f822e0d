import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Prints medians over the rounds of one result directory, or of two and how the second grew from the first:
 * {@code java -cp LIB/* Summary.java RESULT [RESULT]}. A directory holds for each round {@code N.peer.csv}
 * (night,step,seconds), {@code N.wall.csv} (command,seconds) and {@code N.nightM.json}, what the run said of itself.
 */
final class Summary {
    private static final String[] NIGHTS = {"first night", "every list again", "the same bytes", "no file"};

    private final Path result;
    private final Map<String, List<Double>> peer = new LinkedHashMap<>();
    private final Map<String, List<Double>> wall = new LinkedHashMap<>();
    private final List<Map<String, List<Double>>> nights = new ArrayList<>();
    private final List<Map<String, List<Double>>> steps = new ArrayList<>();

    private Summary(Path result) throws IOException {
        this.result = result;
        read(".peer.csv", peer);
        read(".wall.csv", wall);
        for (int night = 1; night <= NIGHTS.length; night++) {
            nights.add(new LinkedHashMap<>());
            steps.add(new LinkedHashMap<>());
            readRuns(night);
        }
    }

    public static void main(String[] args) throws IOException {
        Summary last = new Summary(Path.of(args[0]));
        last.print();
        if (args.length > 1) {
            Summary first = last;
            last = new Summary(Path.of(args[1]));
            last.print();
            last.printGrowthSince(first);
        }
    }

    private void print() {
        say("%n%s%n", result.getFileName().toString().replace("result-", "people: "));
        say("%nplain SQL, seconds%n");
        for (int night = 1; night <= plainNights(); night++) {
            StringBuilder line = new StringBuilder();
            for (Map.Entry<String, List<Double>> step : peer.entrySet()) {
                if (step.getKey().startsWith(night + " ") && !step.getKey().endsWith(" total")) {
                    line.append(text("%s %.2f  ", step.getKey().substring(2), median(step.getValue())));
                }
            }
            say("  night %d  %7.2f without the register  (%s)%n", night, plain(night), line.toString().strip());
        }
        if (wall.isEmpty()) {
            return;
        }
        say("%nRekap, imports: the whole commands, and beside LOAD DATA of employees.csv (%.2f s)%n", plainRegister());
        say("  agencies %.2f s%n", imported("agencies"));
        for (String what : new String[] {"employees", "again"}) {
            say("  %-9s %.2f s (%.2fx), heap %.0f MB%n", what, imported(what), imported(what) / plainRegister(),
                    imported(what + " heap"));
        }
        say("%nRekap, nights%n");
        say("  %-18s %9s %9s %10s %9s %8s %10s%n", "night", "seconds", "command", "rows", "rows/s", "heap MB", "of SQL");
        for (int i = 0; i < NIGHTS.length && !nights.get(i).isEmpty(); i++) {
            double seconds = median(nights.get(i).get("seconds"));
            double rows = median(nights.get(i).get("rows"));
            say("  %-18s %9.2f %9.2f %10.0f %9.0f %8.0f %10s%n", NIGHTS[i], seconds,
                    median(wall.get("night" + (i + 1))), rows, rows / seconds,
                    median(nights.get(i).get("peakHeapBytes")) / (1 << 20),
                    plainNights() == 0 ? "-" : text("%.3fx", seconds / plain(i + 1)));
        }
        say("%n  steps, seconds%n");
        for (int i = 0; i < NIGHTS.length && !nights.get(i).isEmpty(); i++) {
            StringBuilder line = new StringBuilder();
            steps.get(i).forEach((name, seconds) -> line.append(text("%s %.2f  ", name, median(seconds))));
            say("  %-18s %s%n", NIGHTS[i], line.toString().strip());
        }
    }

    private void printGrowthSince(Summary smaller) {
        say("%ngrowth, %s to %s%n", smaller.result.getFileName(), result.getFileName());
        for (int night = 1; night <= plainNights(); night++) {
            say("  plain SQL night %d    %5.2fx%n", night, plain(night) / smaller.plain(night));
        }
        for (String what : new String[] {"employees", "again"}) {
            if (!wall.isEmpty()) {
                say("  import %-13s %5.2fx%n", what, imported(what) / smaller.imported(what));
            }
        }
        for (int i = 0; i < NIGHTS.length && !nights.get(i).isEmpty(); i++) {
            say("  %-20s %5.2fx, heap %5.2fx%n", NIGHTS[i], grown(smaller, i, "seconds"),
                    grown(smaller, i, "peakHeapBytes"));
        }
    }

    private double grown(Summary smaller, int night, String measure) {
        return median(nights.get(night).get(measure)) / median(smaller.nights.get(night).get(measure));
    }

    private double imported(String what) {
        return median(wall.get(what));
    }

    /** Loaded once for each of its nights. */
    private double plainRegister() {
        List<Double> all = new ArrayList<>(peer.get("1 register"));
        all.addAll(peer.getOrDefault("2 register", List.of()));
        return median(all);
    }

    /** None where it loaded the register alone, one where only first nights were measured. */
    private int plainNights() {
        return (int) peer.keySet().stream().filter(step -> step.endsWith(" total")).count();
    }

    /** Seconds of plain SQL for a night of Rekap: all but the first compare with the list of night 2. */
    private double plain(int night) {
        return median(peer.get(Math.min(night, 2) + " total"));
    }

    private void read(String suffix, Map<String, List<Double>> into) throws IOException {
        for (Path file : files(suffix)) {
            for (String line : Files.readAllLines(file)) {
                int comma = line.lastIndexOf(',');
                add(into, line.substring(0, comma).replace(',', ' '), Double.parseDouble(line.substring(comma + 1)));
            }
        }
    }

    private void readRuns(int night) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (Path file : files(".night" + night + ".json")) {
            JsonNode run = mapper.readTree(Files.readString(file));
            for (String measure : new String[] {"seconds", "rows", "peakHeapBytes"}) {
                add(nights.get(night - 1), measure, number(run, measure, file));
            }
            for (JsonNode step : run.path("steps")) {
                add(steps.get(night - 1), step.path("name").asString(), number(step, "seconds", file));
            }
        }
    }

    private static double number(JsonNode of, String name, Path file) {
        if (!of.path(name).isNumber()) {
            throw new IllegalArgumentException(file + " does not say " + name);
        }
        return of.path(name).asDouble();
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(result)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static void add(Map<String, List<Double>> into, String name, double value) {
        into.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static void say(String format, Object... values) {
        System.out.print(text(format, values));
    }
}
