import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Prints medians of the steps' seconds for each number of workers, and how many times sooner than the run alone:
 * {@code java -cp LIB/* WorkerSummary.java DIR ROUNDS "0 1 2"}. DIR holds {@code ROUND-WORKERS-NIGHT.json}, what a run said of itself.
 */
final class WorkerSummary {
    private static final String[] NIGHTS = {"every list", "every list again"};
    private static final List<String> SHARED = List.of("read", "reconcile");

    private WorkerSummary() {}

    public static void main(String[] args) throws IOException {
        for (int night = 1; night <= NIGHTS.length; night++) {
            System.out.println("\n" + NIGHTS[night - 1]);
            Map<String, Double> alone = null;
            for (String workers : args[2].split(" ")) {
                Map<String, Double> medians = medians(Path.of(args[0]), Integer.parseInt(args[1]), workers, night);
                alone = alone == null ? medians : alone;
                print(workers, medians, alone);
            }
        }
    }

    private static void print(String workers, Map<String, Double> seconds, Map<String, Double> alone) {
        StringBuilder line = new StringBuilder();
        for (String what : seconds.keySet()) {
            line.append(String.format(Locale.ROOT, "%s %.2f (%.2fx)  ", what, seconds.get(what),
                    alone.get(what) / seconds.get(what)));
        }
        System.out.printf("  workers %s  %s%n", workers, line.toString().strip());
    }

    private static Map<String, Double> medians(Path dir, int rounds, String workers, int night) throws IOException {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            JsonNode run = new ObjectMapper().readTree(dir.resolve(round + "-" + workers + "-" + night + ".json").toFile());
            double shared = 0;
            for (JsonNode step : run.get("steps")) {
                String name = step.get("name").asString();
                double seconds = step.get("seconds").asDouble();
                add(all, name, seconds);
                shared += SHARED.contains(name) ? seconds : 0;
            }
            add(all, "read + reconcile", shared);
            add(all, "all", run.get("seconds").asDouble());
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((what, seconds) -> medians.put(
                what, seconds.stream().sorted().toList().get(seconds.size() / 2)));
        return medians;
    }

    private static void add(Map<String, List<Double>> all, String what, double value) {
        all.computeIfAbsent(what, w -> new ArrayList<>()).add(value);
    }
}
