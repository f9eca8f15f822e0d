package id.rekap.cli;

import id.rekap.database.DatabaseSettings;
import id.rekap.files.Durable;
import id.rekap.files.Modes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.commons.text.similarity.LevenshteinDistance;

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

    /** Two letters that changed places are two slips. */
    private static final LevenshteinDistance SLIPS = new LevenshteinDistance(2);

    private static final int MEANT = 3;

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

    /** A question, with a blank behind it, where a home beside this place has nearly its name; else nothing. */
    static String near(Path home) {
        Path beside = home.getParent();
        String name = String.valueOf(home.getFileName());
        if (beside == null || !Files.isDirectory(beside)) {
            return "";
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(beside, other -> isNear(other, name))) {
            List<String> near = StreamSupport.stream(all.spliterator(), false)
                    .map(Path::toString)
                    .sorted()
                    .limit(MEANT)
                    .toList();
            return near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
        } catch (IOException | DirectoryIteratorException e) {
            return "";
        }
    }

    private static boolean isNear(Path other, String name) {
        String its = String.valueOf(other.getFileName());
        return !its.equals(name)
                && Files.isRegularFile(other.resolve(NAME))
                && SLIPS.apply(its.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) >= 0;
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
