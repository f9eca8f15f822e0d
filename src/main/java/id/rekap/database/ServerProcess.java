package id.rekap.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A server process of one data directory: what stands in its process file, and whether that still holds. */
record ServerProcess(long pid, int port) {

    private static final String PORT = "--port=";

    /** The one that lives; a process that was killed before it could note what it had started is found all the same. */
    static Optional<ServerProcess> running(ServerFiles files) throws IOException {
        Optional<ServerProcess> noted = lastStarted(files).filter(process -> process.lives(files));
        return noted.isPresent()
                ? noted
                : ProcessHandle.allProcesses()
                        .flatMap(process -> fromArguments(process, files).stream())
                        .findFirst();
    }

    private static Optional<ServerProcess> fromArguments(ProcessHandle process, ServerFiles files) {
        return process.info()
                .arguments()
                .map(Arrays::asList)
                .filter(arguments -> arguments.contains(dataOption(files)))
                .flatMap(arguments -> arguments.stream()
                        .filter(argument -> argument.startsWith(PORT))
                        .findFirst())
                .map(port -> new ServerProcess(process.pid(), Integer.parseInt(port.substring(PORT.length()))));
    }

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
        Modes.OWNER.makeFile(written);
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
        return alive().filter(process -> serves(process, files));
    }

    private Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isZombie());
    }

    private static boolean serves(ProcessHandle process, ServerFiles files) {
        Optional<String[]> arguments = process.info().arguments();
        if (arguments.isPresent()) {
            return Arrays.asList(arguments.get()).contains(dataOption(files));
        }
        // Not every system tells the arguments, then the program's name has to do.
        return process.info()
                .command()
                .map(command -> command.contains("mariadbd") || command.contains("mysqld"))
                .orElse(true);
    }

    private static String dataOption(ServerFiles files) {
        return "--datadir=" + files.tables();
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
