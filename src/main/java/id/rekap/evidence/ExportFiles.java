package id.rekap.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files of one delivery that are opened: those of followers, in folders and ZIPs, and control.txt. Nothing else is. */
final class ExportFiles implements AutoCloseable {
    private static final String ZIP = ".zip";
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

    private final List<ExportFile> followers = new ArrayList<>();
    private final List<Path> control = new ArrayList<>();
    private final SortedSet<LocalDate> dates = new TreeSet<>();
    private final List<ZipFile> open = new ArrayList<>();
    private boolean isPageUndated;

    /** Holds a file followers, by its name or by those of a ZIP's entries? One that cannot be opened tells nothing. */
    static boolean isFollowers(Path file, String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(ZIP)) {
            return ExportFile.of(name, () -> Files.newInputStream(file)) != null;
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            return zip.stream()
                    .anyMatch(entry -> ExportFile.of(entry.getName(), () -> zip.getInputStream(entry)) != null);
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws ExportRefused where a ZIP cannot be opened */
    static ExportFiles of(List<Path> delivery) throws IOException, ExportRefused {
        ExportFiles files = new ExportFiles();
        try {
            for (Path path : delivery) {
                files.take(path);
            }
            return files;
        } catch (IOException | ExportRefused | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    List<ExportFile> followers() {
        return followers;
    }

    List<Path> control() {
        return control;
    }

    /** The days in the names of ZIPs that hold followers. */
    SortedSet<LocalDate> dates() {
        return dates;
    }

    /** Is there a page of which nothing says when it was made? Pages write times in many languages. */
    boolean isPageUndated() {
        return isPageUndated;
    }

    /** The first number that is missing between the numbered files, or 0. */
    int gap() {
        SortedSet<Integer> numbers = new TreeSet<>();
        followers.forEach(f -> numbers.add(f.number()));
        numbers.remove(0);
        int next = 1;
        for (int number : numbers) {
            if (number != next) {
                return next;
            }
            next++;
        }
        return 0;
    }

    private void take(Path path) throws IOException, ExportRefused {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (name.equals(ControlTotal.FILE)) {
            control.add(path);
        } else if (name.endsWith(ZIP)) {
            unfold(path, dateIn(name));
        } else {
            add(ExportFile.of(name, () -> Files.newInputStream(path)), null);
        }
    }

    private void unfold(Path path, @Nullable LocalDate date) throws IOException, ExportRefused {
        try {
            // in this encoding any name is one, that of a picture too
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
            open.add(zip);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                add(ExportFile.of(entry.getName(), () -> zip.getInputStream(entry)), date);
            }
        } catch (ZipException | EOFException e) {
            throw new ExportRefused(ExportProblem.BROKEN, "ZIP");
        }
    }

    private void add(@Nullable ExportFile file, @Nullable LocalDate date) {
        if (file == null) {
            return;
        }
        followers.add(file);
        if (date != null) {
            dates.add(date);
        } else if (file.isPage()) {
            isPageUndated = true;
        }
    }

    private static @Nullable LocalDate dateIn(String name) {
        Matcher date = DATE.matcher(name);
        while (date.find()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
            } catch (DateTimeException e) {
                // digits of something else; the next ones may be a day
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : open) {
            zip.close();
        }
    }
}
