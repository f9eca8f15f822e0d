package id.rekap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The unpacked MariaDB: its server program and the options that every use of it needs. */
record Binaries(Path server, Path share) {
    private static final String ELSEWHERE =
            "name a MySQL or MariaDB server with SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD";

    static Binaries in(Path directory) {
        Path server = Stream.of("bin/mariadbd", "bin/mysqld.exe")
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnusable("No spring.datasource.url is given and the embedded server is"
                        + " not there (looked in " + directory + "): build it with 'mvn package', or " + ELSEWHERE));
        // The macOS build keeps its messages one folder deeper.
        Path nested = directory.resolve("share/mysql");
        return new Binaries(server, Files.isDirectory(nested) ? nested : directory.resolve("share"));
    }

    /** {@code --no-defaults} must come first: nothing of the machine's own servers may leak in. */
    List<String> command(ServerFiles files) {
        List<String> command = new ArrayList<>(List.of(
                server.toString(),
                "--no-defaults",
                "--datadir=" + files.tables(),
                "--tmpdir=" + files.temporary(),
                "--lc-messages-dir=" + share,
                "--character-sets-dir=" + share.resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--innodb-log-file-size=64M",
                // MariaDB makes a new TLS key at each start, which takes most of ten seconds; this is loopback.
                "--skip-ssl"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    static Process start(ProcessBuilder program) {
        // the server's own words for the modes of what it makes
        program.environment().putAll(Map.of("UMASK", "0600", "UMASK_DIR", "0700"));
        try {
            return program.start();
        } catch (IOException cannotRun) {
            throw new DatabaseUnusable(
                    "The embedded server cannot be run here (" + cannotRun.getMessage() + "): " + ELSEWHERE, cannotRun);
        }
    }
}
