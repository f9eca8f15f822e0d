package id.rekap.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts a command of this program as a process of its own: what kills a night kills no schedule. One at a time. */
final class Launcher {
    private static final int LAST_LINES = 3;

    /** A run stops at its next chunk; one that takes longer is killed, and can be restarted too. */
    private static final long PATIENCE_SECONDS = 6;

    private final Path home;
    private volatile @Nullable Process running;
    private volatile boolean stopped;

    Launcher(Path home) {
        this.home = home;
    }

    /**
     * How a command ended.
     *
     * @param last what it said last
     */
    record Ended(int exit, String last) {}

    Ended run(List<String> arguments) {
        List<String> command = new ArrayList<>(program());
        command.addAll(arguments);
        command.addAll(List.of("--home", home.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            running = process;
            if (stopped) {
                process.destroy();
            }
            process.getOutputStream().close();
            String last = passedOn(process);
            return new Ended(process.waitFor(), last);
        } catch (IOException e) {
            return new Ended(Exit.UNEXPECTED, "Java could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(Exit.STOPPED, "interrupted");
        } finally {
            running = null;
        }
    }

    /** As this process was started. */
    private static List<String> program() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "."), Rekap.class.getName()));
        return command;
    }

    private static String passedOn(Process process) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Terminal.err(line);
                if (!line.isBlank()) {
                    last.addLast(line.strip());
                }
                if (last.size() > LAST_LINES) {
                    last.removeFirst();
                }
            }
        }
        return String.join(" ", last);
    }

    /** Ends what runs, as a signal does. True where something ran. */
    boolean stop() {
        stopped = true;
        Process process = running;
        if (process == null) {
            return false;
        }
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
