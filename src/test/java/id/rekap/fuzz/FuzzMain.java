package id.rekap.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** {@code src/bench/fuzz}: a run of many minutes, with what it reached. */
final class FuzzMain {
    private FuzzMain() {}

    /**
     * Runs and prints.
     *
     * @param arguments minutes, seed, and the one number to run again, or -1
     */
    public static void main(String[] arguments) throws Exception {
        long seconds = Math.round(Double.parseDouble(arguments[0]) * 60);
        long seed = Long.parseLong(arguments[1]);
        long only = Long.parseLong(arguments[2]);
        Path work = Files.createTempDirectory("rekap-fuzz");
        Path kept = Path.of("target", "fuzz");
        Fuzz.Result result;
        try {
            Fuzz fuzz = new Fuzz(seed, work, kept, only < 0 ? 4_000 : 1);
            result = only < 0 ? fuzz.run(0, 1L << 40, seconds) : fuzz.run(only, 1, seconds);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
        print(result, seed);
        result.failures.values().forEach(failure -> System.out.println("FAILURE " + failure));
        if (!result.failures.isEmpty()) {
            System.out.println("files: " + kept);
        }
        System.exit(result.failures.isEmpty() ? 0 : 1);
    }

    private static void print(Fuzz.Result result, long seed) {
        say("seed %d, %.0f s", seed, result.seconds);
        say("executions      %,d", result.executions);
        say("a second        %,.0f", result.executions / result.seconds);
        say("sets published  %,d", result.published);
        say("whole nights    %,d", result.nights);
        say("slowest file    %.2f s (number %d)", result.slowest, result.slowestNumber);
        say("peak heap       %d MB of %d MB", peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        say("failures        %d", result.failures.size());
        say("verdicts, by file");
        result.verdicts.forEach((verdict, files) -> say("  %-22s %,d", verdict, files));
        say("codes, by file (%d of them)", result.codes.size());
        for (Map.Entry<?, Long> code : result.codes.entrySet()) {
            say("  %-22s %,d", code.getKey(), code.getValue());
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
