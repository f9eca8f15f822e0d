package id.rekap.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A server process of one data directory: what stands in its process file, and whether that still holds. */
record ServerProcess(long pid, int port) {

    /** The last one started, whether it lives or not; empty when there was none. */
    static Optional<ServerProcess> lastStarted(ServerFiles files) throws IOException {
        if (!Files.exists(files.process())) {
            return Optional.empty();
        }
        List<String> words = List.of(Files.readString(files.process()).strip().split(" ", -1));
        try {
            return Optional.of(new ServerProcess(Long.parseLong(words.get(0)), Integer.parseInt(words.get(1))));
        } catch (NumberFormatException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    void remember(ServerFiles files) throws IOException {
        Path written = files.process().resolveSibling("process.tmp");
        Files.writeString(written, pid + " " + port + "\n");
        Files.move(written, files.process(), ATOMIC_MOVE);
    }

    /** Alive, and a server of this directory: a process number is given to others after a reboot. */
    boolean lives(ServerFiles files) {
        return handle(files).isPresent();
    }

    /** Asks it to end; it finishes its transactions' log and goes. */
    void terminate(ServerFiles files) {
        handle(files).ifPresent(ProcessHandle::destroy);
    }

    private Optional<ProcessHandle> handle(ServerFiles files) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !isZombie())
                .filter(process -> serves(process, files));
    }

    private static boolean serves(ProcessHandle process, ServerFiles files) {
        Optional<String[]> arguments = process.info().arguments();
        if (arguments.isPresent()) {
            return Arrays.asList(arguments.get()).contains("--datadir=" + files.tables());
        }
        // Not every system tells the arguments, then the program's name has to do.
        return process.info()
                .command()
                .map(command -> command.contains("mariadbd") || command.contains("mysqld"))
                .orElse(true);
    }

    /** Ended, but not yet collected by its parent; in a container without an init process that can take for ever. */
    private boolean isZombie() {
        Path state = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String stat = Files.isReadable(state) ? Files.readString(state) : "";
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException gone) {
            return true;
        }
    }
}
