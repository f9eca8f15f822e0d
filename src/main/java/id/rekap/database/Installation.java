package id.rekap.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Makes the data directory, once: the server's own system tables, one user with a generated password, no others. */
final class Installation {
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");
    private static final String UNFINISHED = ".new";
    private static final int PASSWORD_BYTES = 24;
    private static final long MOST_SECONDS = 120;

    private final Path dataDirectory;
    private final Binaries binaries;

    Installation(Path dataDirectory, Binaries binaries) {
        this.dataDirectory = dataDirectory;
        this.binaries = binaries;
    }

    /** Installs beside and renames, so that one cut off half-way is never taken for a whole one. */
    ServerFiles installOnce() throws IOException, InterruptedException {
        ServerFiles installed = ServerFiles.installed(dataDirectory);
        if (Files.isDirectory(installed.directory())) {
            return installed;
        }
        throwUnfinishedAway();
        ServerFiles unfinished = new ServerFiles(Files.createTempDirectory(dataDirectory, UNFINISHED));
        Modes.OWNER.makeFolders(unfinished.tables());
        Modes.OWNER.makeFolders(unfinished.temporary());
        String password = newPassword();
        write(unfinished.password(), password);
        bootstrap(unfinished, password);
        Files.move(unfinished.directory(), installed.directory(), ATOMIC_MOVE);
        return installed;
    }

    /** The server of an installation that was killed may still be writing; what it holds on to goes the next time. */
    private void throwUnfinishedAway() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(dataDirectory, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                deleteAsFarAsPossible(leftover);
            }
        }
    }

    private static void deleteAsFarAsPossible(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException stillInUse) {
            // It has a name of its own, so it is in nobody's way.
        }
    }

    private void bootstrap(ServerFiles files, String password) throws IOException, InterruptedException {
        Path script = files.directory().resolve("install.sql");
        write(script, script(password));
        Modes.OWNER.makeFile(files.log());
        List<String> command = binaries.command(files);
        command.add("--bootstrap");
        command.add("--max-allowed-packet=8M");
        Process process = Binaries.start(new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.log().toFile()));
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        if (!ended || process.exitValue() != 0) {
            throw new DatabaseUnusable("The embedded database could not be installed in " + dataDirectory
                    + "; check the room on the disk and the rights of the directory. The server said: "
                    + LogTail.of(files.log()));
        }
        Files.delete(script);
    }

    /** Readable for its owner alone from its first byte on. */
    private static void write(Path file, String text) throws IOException {
        Modes.OWNER.makeFile(file);
        Files.writeString(file, text);
    }

    private String script(String password) throws IOException {
        StringBuilder script = new StringBuilder("""
                CREATE DATABASE mysql;
                USE mysql;
                SET @auth_root_socket=NULL;
                """);
        for (String name : SYSTEM_TABLES) {
            script.append(Files.readString(binaries.share().resolve(name))).append('\n');
        }
        // mariadb.sys owns the system views; it cannot log in. Everyone else goes, root without a password included.
        return script.append("""
                DELETE FROM global_priv WHERE User <> 'mariadb.sys';
                DELETE FROM proxies_priv;
                FLUSH PRIVILEGES;
                CREATE USER 'rekap'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL ON *.* TO 'rekap'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(password)).toString();
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
