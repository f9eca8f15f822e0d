package id.rekap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The program as a process of its own, with its own logging. */
public final class Processes {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int LONGEST_MINUTES = 10;

    private Processes() {}

    /** How a process ended, and all that it said. */
    public record Ended(int exit, String said) {}

    /** A process that may still run. */
    record Running(Process process, Path said) {
        Ended ended() throws IOException, InterruptedException {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("It has not ended yet: " + Files.readString(said));
            }
            return new Ended(process.exitValue(), Files.readString(said));
        }

        void waitUntilOwned(Office office) throws Exception {
            String owned = "select 1 from run_lock where pid = " + process.pid();
            for (int i = 0; i < 1000 && process.isAlive(); i++) {
                if (!Regencies.column(office, owned).isEmpty()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new AssertionError("It never owned its date: " + ended().said());
        }

        void waitUntilSaid(String words) throws IOException, InterruptedException {
            for (int i = 0; i < 2400 && process.isAlive(); i++) {
                if (Files.readString(said).contains(words)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new AssertionError("It never said \"" + words + "\": " + ended().said());
        }

        /** Fails when the process ends before. */
        void waitUntilStatusSays(Office office, String words) throws IOException, InterruptedException {
            for (int i = 0; i < 200 && process.isAlive(); i++) {
                if (office.rekap("status").out().contains(words)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw new AssertionError("Status never said \"" + words + "\": " + ended().said());
        }
    }

    public static Ended run(Office office, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return start(office, options, arguments).ended();
    }

    static Running start(Office office, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return startIn(Path.of("").toAbsolutePath(), office, options, arguments);
    }

    static Running startIn(Path directory, Office office, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path said = office.home.resolve("said-" + COUNT.incrementAndGet() + ".txt");
        return start(directory, List.of(), office.home, said, options, arguments);
    }

    /** With a variable of the environment, as {@code NAME=value}. */
    static Ended runWith(String variable, Office office, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path said = office.home.resolve("said-" + COUNT.incrementAndGet() + ".txt");
        return start(
                        Path.of("").toAbsolutePath(),
                        List.of("/usr/bin/env", variable),
                        office.home,
                        said,
                        options,
                        arguments)
                .ended();
    }

    /**
     * In a home that need not be there.
     *
     * @param umask of the shell that starts it
     */
    static Ended runUnder(String umask, Path home, Path said, String... arguments)
            throws IOException, InterruptedException {
        List<String> shell = List.of("/bin/sh", "-c", "umask " + umask + "; exec \"$@\"", "sh");
        return start(Path.of("").toAbsolutePath(), shell, home, said, List.of(), arguments)
                .ended();
    }

    private static Running start(
            Path directory, List<String> shell, Path home, Path said, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return startClass("id.rekap.cli.Rekap", directory, shell, home, said, options, arguments);
    }

    /** A schedule whose time the test tells, ahead of it or behind. */
    static Running schedule(Office office, int secondsAhead) throws IOException, InterruptedException {
        return startClass(
                SimulatedSchedule.class.getName(),
                Path.of("").toAbsolutePath(),
                List.of(),
                office.home,
                office.home.resolve("said-" + COUNT.incrementAndGet() + ".txt"),
                List.of(),
                Integer.toString(secondsAhead));
    }

    private static Running startClass(
            String main,
            Path directory,
            List<String> shell,
            Path home,
            Path said,
            List<String> options,
            String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(ClassArchive.java());
        command.addAll(List.of(
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-Dlogback.configurationFile=logback.xml",
                "-Dlogging.config=classpath:logback.xml"));
        command.addAll(options);
        command.add(main);
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // so that the commands it names are those without a home
        process.environment().put("REKAP_HOME", home.toString());
        return new Running(process.start(), said);
    }
}
