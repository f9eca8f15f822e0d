package id.rekap.cli;

import id.rekap.files.Modes;
import id.rekap.intake.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The register's files that somebody put into the inbox: agencies, then employees, as {@code import} takes them. What was
 * taken goes to the archive; what was refused stays until it is corrected.
 */
@Command(
        name = "inbox",
        description = "What lies in inbox/_register: agencies*, then employees*; then puts the files into the archive.")
final class ImportInboxCommand extends HomeCommand {
    static final String FOLDER = "inbox/_register";
    static final String ARCHIVE = "archive/_register";

    /** Of the files that were refused last, so that they are refused once. */
    private static final String REFUSED = ".refused";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--date", paramLabel = "D", description = "From when it holds; today in Asia/Jakarta by default.")
    private @Nullable LocalDate date;

    @Option(names = "--unless-refused", description = "Not where the same files were refused before.")
    private boolean unlessRefused;

    @Override
    public Integer call() {
        Settings settings = settings();
        Path folder = settings.home().resolve(FOLDER);
        try {
            List<Path> files = files(folder);
            if (files.isEmpty()) {
                Terminal.err("Nothing to import: no agencies*.csv, no employees*.csv (or .xlsx) lies in " + folder);
                return Exit.NOTHING_TO_DO;
            }
            if (!isQuiet(settings, files)) {
                Terminal.err(
                        "The files in " + folder + " are still being written: nothing was imported. Try again later");
                return Exit.FAILED;
            }
            Path refused = folder.resolve(REFUSED);
            if (unlessRefused
                    && Files.exists(refused)
                    && Files.readString(refused).equals(seen(files))) {
                Terminal.err(
                        "Nothing to import: the files in " + folder + " were refused before, and stand as they did");
                return Exit.NOTHING_TO_DO;
            }
            int exit = imported(settings, named(files, "agencies"), named(files, "employees"));
            if (exit == Exit.FINDINGS) {
                Modes.OPERATORS.makeFile(refused);
                Files.writeString(refused, seen(files(folder))); // agencies may have been taken
            } else if (exit == Exit.DONE) {
                Files.deleteIfExists(refused);
            }
            return exit;
        } catch (IOException e) {
            throw new Unusable(folder + " cannot be read and emptied: " + e.getMessage() + ". Give the user " + user()
                    + " the right to");
        }
    }

    private int imported(Settings settings, List<Path> agencies, List<Path> employees) throws IOException {
        int exit = agencies.isEmpty() ? Exit.DONE : imported(settings, "agencies", agencies);
        return exit != Exit.DONE || employees.isEmpty() ? exit : imported(settings, "employees", employees);
    }

    private int imported(Settings settings, String what, List<Path> files) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("import", what));
        files.forEach(file -> arguments.add(file.toString()));
        LocalDate day = orToday(date);
        arguments.addAll(
                List.of("--date", day.toString(), "--home", settings.home().toString()));
        if (json()) {
            arguments.add("--json");
        }
        int exit = Rekap.line().execute(arguments.toArray(String[]::new));
        if (exit == Exit.DONE) {
            Path archive = settings.home().resolve(ARCHIVE).resolve(day.toString());
            Modes.OPERATORS.makeFolders(archive);
            for (Path file : files) {
                moveAside(file, archive);
            }
            Terminal.err(files.size() + (files.size() == 1 ? " file" : " files") + " moved to " + archive);
        } else {
            Terminal.err("What was refused stays in " + settings.home().resolve(FOLDER));
        }
        return exit;
    }

    /** One that is there already under this name keeps it. */
    private static void moveAside(Path file, Path archive) throws IOException {
        Path target = archive.resolve(String.valueOf(file.getFileName()));
        for (int n = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); n++) {
            target = archive.resolve(n + "-" + file.getFileName());
        }
        Files.move(file, target);
        Modes.OPERATORS.setFile(target);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> name(file).matches("(agencies|employees).*\\.(csv|xlsx)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> named(List<Path> files, String what) {
        return files.stream().filter(file -> name(file).startsWith(what)).toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Waits for files that somebody may still write. */
    private static boolean isQuiet(Settings settings, List<Path> files) throws IOException {
        Instant end = clock().instant().plus(PATIENCE);
        while (!isQuietNow(Duration.ofSeconds(settings.run().quietSeconds()), files)) {
            if (clock().instant().isAfter(end)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean isQuietNow(Duration quiet, List<Path> files) throws IOException {
        Instant now = clock().instant();
        for (Path file : files) {
            if (Inbox.changedWithin(quiet, Files.getLastModifiedTime(file).toInstant(), now)) {
                return false;
            }
        }
        return true;
    }

    private static String seen(List<Path> files) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (Path file : files) {
            seen.append(name(file))
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis())
                    .append('\n');
        }
        return seen.toString();
    }
}
