package id.rekap.differential;

import com.sun.management.OperatingSystemMXBean;
import id.rekap.testing.TestPlace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.FileSystemUtils;

/** {@code src/bench/differential}: seeds one after the other. */
final class DifferentialMain {
    private static final int TOLD_EVERY = 10;

    private final long first;
    private final Databases databases = Databases.made();
    private final AtomicBoolean isEnding = new AtomicBoolean();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong differing = new AtomicLong();

    private DifferentialMain(long first) {
        this.first = first;
    }

    /**
     * Runs and prints. Ended from outside it says how far it came.
     *
     * @param arguments the first seed and how many
     */
    public static void main(String[] arguments) throws Exception {
        DifferentialMain main = new DifferentialMain(Long.parseLong(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(main::end));
        main.run(Long.parseLong(arguments[1]));
        System.exit(main.differing.get() == 0 ? 0 : 1);
    }

    private void run(long seeds) throws IOException {
        while (ended.get() < seeds) {
            Path work = Files.createTempDirectory(TestPlace.PATH, "rekap-differential");
            List<String> differences = new RandomNights(first + ended.get()).run(work, databases);
            if (isEnding.get()) {
                return;
            }
            if (differences.isEmpty()) {
                FileSystemUtils.deleteRecursively(work);
            } else {
                differing.incrementAndGet();
                differences.forEach(System.out::println);
                System.out.println("   kept: " + work);
            }
            if (ended.incrementAndGet() % TOLD_EVERY == 0) {
                tell();
            }
        }
    }

    /** The server goes with the process: what a seed that is cut off says is no difference. */
    private void end() {
        isEnding.set(true);
        tell();
    }

    private void tell() {
        System.out.printf(
                "%d of %d seeds from %d on differ, %.1f s of a processor each, without the server%n",
                differing.get(), ended.get(), first, processorSeconds() / Math.max(1, ended.get()));
        if (Team.IS_WANTED) {
            System.out.printf("%d partitions were worked on by workers%n", Team.WORKED.get());
        }
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
