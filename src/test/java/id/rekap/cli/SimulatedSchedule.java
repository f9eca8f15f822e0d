package id.rekap.cli;

import id.rekap.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A schedule whose time a test tells, as a process of its own; what it starts is the program itself. */
final class SimulatedSchedule {
    private static final Daemon.Pace QUICK =
            new Daemon.Pace(Duration.ofMillis(150), Duration.ofMillis(500), Duration.ofMillis(250));

    private SimulatedSchedule() {}

    /** Ticks on from what {@code HOME/simulated} says, ahead of it or behind. */
    private static final class Told extends Clock {
        private final Path file;
        private final Duration ahead;

        Told(Path home, Duration ahead) {
            this.file = home.resolve("simulated");
            this.ahead = ahead;
        }

        @Override
        public Instant instant() {
            try {
                String[] told = Files.readString(file).split(" ", 2);
                Duration since = Duration.ofMillis(System.currentTimeMillis() - Long.parseLong(told[1]));
                return Instant.parse(told[0]).plus(since).plus(ahead);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    static void tell(Path home, Instant now) throws IOException {
        Path next = home.resolve("simulated.next");
        Files.writeString(next, now + " " + System.currentTimeMillis());
        Files.move(
                next,
                home.resolve("simulated"),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Arguments: seconds ahead, {@code --home}, home. */
    public static void main(String[] arguments) {
        Signals.watch();
        Signals.listen();
        Terminal.begin();
        Path home = Path.of(arguments[2]);
        Settings settings = Settings.load(home);
        Callers callers = new Callers(settings);
        int exit;
        try (Database database = Database.open(home, settings.database(), 6)) {
            exit = new Daemon(
                            settings,
                            database,
                            new Launcher(home),
                            new Told(home, Duration.ofSeconds(Long.parseLong(arguments[0]))),
                            QUICK,
                            Signals.STOPPER::isAsked,
                            message -> callers.isDelivered(message) && call(home, message))
                    .run();
        }
        Signals.ended(exit);
    }

    private static boolean call(Path home, String message) {
        try {
            Files.writeString(
                    home.resolve("calls"), message + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
