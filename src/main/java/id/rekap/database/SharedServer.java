package id.rekap.database;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One process's use of a server that others may use too.
 *
 * <p>Two files decide. Whoever starts or stops holds {@code start.lock}, so one at a time. Whoever uses the server
 * shares {@code users.lock}; who gets it for himself alone when leaving was the last one and stops the server. The
 * system drops both locks of a process that is killed: its server stays, and the next one finds it.
 */
final class SharedServer {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;

    private final FileChannel starting;
    private final FileChannel users;
    private final FileLock use;
    private final ServerFiles files;
    private final ServerStart start;
    private final ServerLogin login;
    private volatile ServerProcess process;

    private SharedServer(
            FileChannel starting,
            FileChannel users,
            ServerFiles files,
            ServerStart start,
            ServerProcess process,
            ServerLogin login)
            throws IOException {
        this.starting = starting;
        this.users = users;
        this.files = files;
        this.start = start;
        this.process = process;
        this.login = login;
        this.use = users.lock(0, Long.MAX_VALUE, true);
    }

    static SharedServer join(Path dataDirectory, Binaries binaries) throws IOException, InterruptedException {
        FileChannel starting = open(dataDirectory.resolve("start.lock"));
        FileChannel users = open(dataDirectory.resolve("users.lock"));
        boolean joined = false;
        FileLock alone = starting.lock();
        try {
            ServerFiles files = new Installation(dataDirectory, binaries).installOnce();
            ServerLogin login = ServerLogin.of(files);
            ServerStart start = new ServerStart(files, binaries, login);
            SharedServer server = new SharedServer(starting, users, files, start, start.findOrStart(), login);
            joined = true;
            return server;
        } finally {
            alone.release();
            if (!joined) {
                starting.close();
                users.close();
            }
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        Modes.OWNER.makeFile(lock);
        return FileChannel.open(lock, READ, WRITE);
    }

    DatabaseSettings settings(String database) {
        return login.settings(process.port(), database);
    }

    ServerProcess process() {
        return process;
    }

    /** Starts it again where it has died. */
    void revive() throws IOException, InterruptedException {
        FileLock alone = starting.lock();
        try {
            process = start.findOrStart();
        } finally {
            alone.release();
        }
    }

    void leave() throws IOException, InterruptedException {
        // Closing the channels gives the locks back, in the reverse order.
        try (starting;
                users) {
            starting.lock();
            use.release();
            if (users.tryLock() != null) {
                stop();
            }
        }
    }

    private void stop() throws InterruptedException {
        process.terminate(files);
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        while (process.lives(files) && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
        }
    }
}
