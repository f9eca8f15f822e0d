package id.rekap.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** {@code src/bench/fuzz --facts}: nights with spoiled chats and exports. */
final class FactFuzzMain {
    private FactFuzzMain() {}

    /**
     * Runs and prints.
     *
     * @param arguments minutes and seed
     */
    public static void main(String[] arguments) throws Exception {
        double seconds = Double.parseDouble(arguments[0]) * 60;
        long seed = Long.parseLong(arguments[1]);
        Path work = Files.createTempDirectory("rekap-fuzz");
        Path kept = Path.of("target", "fuzz");
        FactFuzz.Result result;
        try {
            result = new FactFuzz(seed, work, kept).run(Integer.MAX_VALUE, seconds);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
        System.out.println("seed " + seed + ": " + result.nights + " nights, the slowest "
                + Math.round(result.slowest * 10) / 10.0 + " s, peak heap " + (peak() >> 20) + " MB of "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB, failures " + result.failures.size());
        result.became.forEach((what, count) -> System.out.println("  " + what + " " + count));
        result.failures.forEach(failure -> System.out.println("FAILURE " + failure));
        System.exit(result.failures.isEmpty() ? 0 : 1);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
