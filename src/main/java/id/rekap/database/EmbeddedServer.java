package id.rekap.database;

import id.rekap.files.Modes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A real MariaDB server on a free loopback port, for trying, the demo and tests. One data directory has one server:
 * whoever comes second uses the first one's, in this process or another, and the last to close stops it.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Map<Path, Shared> IN_THIS_PROCESS = new HashMap<>();

    private final Path dataDirectory;
    private final SharedServer server;
    private boolean closed;

    private EmbeddedServer(Path dataDirectory, SharedServer server) {
        this.dataDirectory = dataDirectory;
        this.server = server;
    }

    /**
     * Returns when the server answers; the first start of a directory installs it.
     *
     * @throws DatabaseUnusable with a message that says what to do
     */
    public static EmbeddedServer startOrReuse(Path dataDirectory, Path binaries) {
        synchronized (IN_THIS_PROCESS) {
            try {
                Modes.OWNER.makeFolders(dataDirectory);
                Path directory = dataDirectory.toRealPath();
                Shared shared = IN_THIS_PROCESS.get(directory);
                if (shared == null) {
                    Binaries found = Binaries.in(binaries.toAbsolutePath().normalize());
                    shared = new Shared(SharedServer.join(directory, found), 0);
                }
                IN_THIS_PROCESS.put(directory, new Shared(shared.server(), shared.users() + 1));
                return new EmbeddedServer(directory, shared.server());
            } catch (IOException failure) {
                throw new DatabaseUnusable(
                        "The embedded database cannot be kept in " + dataDirectory + " (" + failure
                                + "): make room there or make the directory writable for this user, or choose another --home",
                        failure);
            } catch (InterruptedException stopped) {
                throw interrupted("starting", stopped);
            }
        }
    }

    /** Has a server ever been installed here? */
    static boolean isInstalled(Path dataDirectory) {
        return Files.isDirectory(ServerFiles.installed(dataDirectory).directory());
    }

    /** Where the build puts the binaries: beside the packaged jar, also seen from the classes of a build. */
    public static Path besideProgram() {
        try {
            Path program = Path.of(EmbeddedServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path beside = program.resolveSibling("mariadb");
            return Files.isDirectory(program) ? program.resolveSibling("rekap").resolve("mariadb") : beside;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Returns when the server answers again, where it has died; on the same port, as long as nobody has taken that.
     *
     * @throws DatabaseUnusable with a message that says what to do
     */
    public void revive() {
        synchronized (IN_THIS_PROCESS) {
            try {
                server.revive();
            } catch (IOException failure) {
                throw new DatabaseUnusable(
                        "The embedded database in " + dataDirectory + " cannot be started again: " + failure, failure);
            } catch (InterruptedException stopped) {
                throw interrupted("starting", stopped);
            }
        }
    }

    /** How to reach a database of this server; nothing says that the database is there. */
    public DatabaseSettings settings(String database) {
        return server.settings(database);
    }

    public long pid() {
        return server.process().pid();
    }

    public int port() {
        return server.process().port();
    }

    /** Stops the server when nobody else uses it, and waits until it is gone. */
    @Override
    public void close() {
        synchronized (IN_THIS_PROCESS) {
            Shared shared = IN_THIS_PROCESS.get(dataDirectory);
            if (closed || shared == null) {
                return;
            }
            closed = true;
            if (shared.users() > 1) {
                IN_THIS_PROCESS.put(dataDirectory, new Shared(server, shared.users() - 1));
                return;
            }
            IN_THIS_PROCESS.remove(dataDirectory);
            try {
                server.leave();
            } catch (IOException failure) {
                throw new DatabaseUnusable(
                        "The embedded database's server (process " + pid() + ") was not stopped: " + failure, failure);
            } catch (InterruptedException stopped) {
                throw interrupted("stopping", stopped);
            }
        }
    }

    private static DatabaseUnusable interrupted(String doing, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DatabaseUnusable(
                "Interrupted while " + doing + " the embedded database: run the command again", cause);
    }

    private record Shared(SharedServer server, int users) {}
}
