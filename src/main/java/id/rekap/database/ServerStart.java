package id.rekap.database;

import id.rekap.files.Modes;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the running server of a data directory or starts one. The caller holds the start lock. */
final class ServerStart {
    private static final int ATTEMPTS = 3;
    private static final long LONGEST_LOG = 4L << 20;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServerFiles files;
    private final Binaries binaries;
    private final ServerLogin login;

    ServerStart(ServerFiles files, Binaries binaries, ServerLogin login) {
        this.files = files;
        this.binaries = binaries;
        this.login = login;
    }

    ServerProcess findOrStart() throws IOException, InterruptedException {
        Optional<ServerProcess> running = ServerProcess.running(files);
        if (running.isPresent() && answers(running.get())) {
            return running.get();
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            ServerProcess started = start();
            if (answers(started)) {
                return started;
            }
        }
        long mib = Files.getFileStore(files.directory()).getUsableSpace() >> 20;
        throw new DatabaseUnusable("The embedded database in " + files.directory() + " does not start; " + mib
                + " MiB are free there. The server said: "
                + LogTail.of(files.log()) + ". See " + files.log()
                + "; a library that is missing comes with a package of the system");
    }

    /** Waits as long as the process lives: it may be starting, recovering after a crash, or on its way out. */
    private boolean answers(ServerProcess process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.lives(files)) {
            if (login.succeeds(process.port())) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnusable("The embedded database's server (process " + process.pid() + ", port "
                        + process.port() + ") is there but does not answer; see " + files.log()
                        + ", end that process and try again");
            }
            Thread.sleep(POLL.toMillis());
        }
        return false;
    }

    private ServerProcess start() throws IOException {
        if (Files.exists(files.log()) && Files.size(files.log()) > LONGEST_LOG) {
            Files.delete(files.log());
        }
        Modes.OWNER.makeFile(files.log());
        int port = port();
        List<String> command = new ArrayList<>(ownSession());
        command.addAll(binaries.command(files));
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // No socket: its path may be at most 107 bytes long, a home's path is not ours to choose.
                "--socket=",
                "--skip-name-resolve",
                "--pid-file=" + files.serversOwnPid(),
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-dump-at-shutdown=OFF",
                "--innodb-buffer-pool-load-at-startup=OFF",
                "--performance-schema=OFF",
                "--local-infile=ON",
                "--secure-file-priv=" + files.temporary()));
        Process process = Binaries.start(new ProcessBuilder(command)
                .redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile())));
        ServerProcess started = new ServerProcess(process.pid(), port);
        started.remember(files);
        return started;
    }

    /** A session of its own, so that Ctrl-C in the terminal reaches the program and not its database. */
    private static List<String> ownSession() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .limit(1)
                .toList();
    }

    /** The last one where it is free: whoever has used a server that died finds the next. */
    private int port() throws IOException {
        Optional<ServerProcess> last = ServerProcess.lastStarted(files);
        try {
            return last.isPresent() ? bind(last.get().port()) : bind(0);
        } catch (BindException taken) {
            return bind(0);
        }
    }

    private static int bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(ServerLogin.LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
