package id.rekap.database;

import java.nio.file.Path;

/** Where an embedded server keeps what; everything but the locks moves into place with one rename. */
record ServerFiles(Path directory) {
    /** The finished installation below {@code HOME/data}. */
    static ServerFiles installed(Path dataDirectory) {
        return new ServerFiles(dataDirectory.resolve("server"));
    }

    Path tables() {
        return directory.resolve("tables");
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    Path password() {
        return directory.resolve("password");
    }

    /** Process id and port of the last start. */
    Path process() {
        return directory.resolve("process");
    }

    Path serversOwnPid() {
        return directory.resolve("mariadb.pid");
    }

    Path log() {
        return directory.resolve("server.log");
    }
}
