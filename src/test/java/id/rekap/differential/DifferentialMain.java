package id.rekap.differential;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** {@code src/bench/differential}: seeds one after the other. */
final class DifferentialMain {
    private static final int TOLD_EVERY = 10;

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
        Databases databases = Databases.made();
        for (long seed = first; seed < first + seeds; seed++) {
            Path work = Files.createTempDirectory("rekap-differential");
            List<String> differences = new RandomNights(seed).run(work, databases);
            if (differences.isEmpty()) {
                FileSystemUtils.deleteRecursively(work);
            } else {
                differing++;
                differences.forEach(System.out::println);
                System.out.println("   kept: " + work);
            }
            long done = seed - first + 1;
            if (done % TOLD_EVERY == 0 || done == seeds) {
                System.out.printf(
                        "%d of %d seeds differ, %.1f s of a processor each, without the server%n",
                        differing, done, processorSeconds() / done);
            }
        }
        System.exit(differing == 0 ? 0 : 1);
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
