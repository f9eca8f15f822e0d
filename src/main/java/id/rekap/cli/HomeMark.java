package id.rekap.cli;

import id.rekap.database.DatabaseSettings;
import id.rekap.files.Durable;
import id.rekap.files.Modes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * The file that says that a directory is a home, and which one. While a home is being made it has the file's draft only: a
 * crash before both sides hold the id is told by it from a home and a database that are strangers.
 *
 * @param id that the home's database holds too
 * @param address of the database's server, empty for the embedded one
 * @param isDemo made-up people live here
 */
record HomeMark(String id, String address, boolean isDemo) {
    static final String NAME = "home.id";

    private static final String DRAFT = ".home.id.new";
    private static final String FORM = "[0-9a-f]{32}";
    private static final String EMBEDDED = "embedded";

    static HomeMark fresh(DatabaseSettings database, boolean isDemo) {
        return new HomeMark(UUID.randomUUID().toString().replace("-", ""), database.address(), isDemo);
    }

    /** None where the directory is no home, or not yet. */
    static Optional<HomeMark> of(Path home) {
        Path file = home.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(read(file)
                .orElseThrow(() -> new Unusable(
                        file + " holds no id: bring it back from a backup, or remove it and give the home and its"
                                + " database another by ./rekap init --adopt")));
    }

    /** Of a home that somebody began to make. */
    static Optional<HomeMark> draftOf(Path home) {
        return read(home.resolve(DRAFT));
    }

    private static Optional<HomeMark> read(Path file) {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        String id = lines.getProperty("id", "");
        String database = lines.getProperty("database", "");
        return id.matches(FORM) && !database.isEmpty()
                ? Optional.of(new HomeMark(id, database.equals(EMBEDDED) ? "" : database, lines.containsKey("demo")))
                : Optional.empty();
    }

    boolean isEmbedded() {
        return address.isEmpty();
    }

    HomeMark of(DatabaseSettings database) {
        return new HomeMark(id, database.address(), isDemo);
    }

    HomeMark ofDemo(boolean demo) {
        return new HomeMark(id, address, demo);
    }

    void draft(Path home) {
        write(home, DRAFT);
    }

    /** Nothing was begun after all. */
    static void forgetDraft(Path home) {
        try {
            Files.deleteIfExists(home.resolve(DRAFT));
        } catch (IOException e) {
            throw cannotBeWritten(home, e);
        }
    }

    /** From now on the directory is a home. */
    void complete(Path home) {
        write(home, NAME);
        forgetDraft(home);
    }

    private void write(Path home, String name) {
        try {
            Modes.PASSAGE.makeFolders(home);
            Path fresh = Files.createTempFile(home, ".home.id-", "");
            Files.write(
                    fresh,
                    List.of(
                            "# Which home of Rekap this is: its database holds the same id. Belongs into backups of the home.",
                            "id: " + id,
                            "database: " + (isEmbedded() ? EMBEDDED : address),
                            isDemo ? "demo: yes" : ""));
            Modes.OPERATORS.setFile(fresh);
            Durable.all(List.of(fresh));
            Files.move(fresh, home.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.all(List.of(home));
        } catch (IOException e) {
            throw cannotBeWritten(home, e);
        }
    }

    private static Unusable cannotBeWritten(Path home, IOException e) {
        return new Unusable("HOME " + home + " cannot be written: " + e.getMessage()
                + ". Give its owner the right to write, or name another with --home");
    }
}
