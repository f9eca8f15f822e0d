package id.rekap.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** {@code src/bench/differential}: seeds one after the other. */
final class DifferentialMain {
    private DifferentialMain() {}

    /**
     * Runs and prints.
     *
     * @param arguments the first seed and how many
     */
    public static void main(String[] arguments) throws Exception {
        long first = Long.parseLong(arguments[0]);
        long seeds = Long.parseLong(arguments[1]);
        long differing = 0;
        long start = System.nanoTime();
        for (long seed = first; seed < first + seeds; seed++) {
            Path work = Files.createTempDirectory("rekap-differential");
            List<String> differences = new RandomNights(seed).run(work);
            if (differences.isEmpty()) {
                FileSystemUtils.deleteRecursively(work);
            } else {
                differing++;
                differences.forEach(System.out::println);
                System.out.println("   kept: " + work);
            }
        }
        System.out.printf("%d of %d seeds differ, %.0f s%n", differing, seeds, (System.nanoTime() - start) / 1e9);
        System.exit(differing == 0 ? 0 : 1);
    }
}
