package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.Fence;
import id.rekap.mandate.Mandates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Publishes into a directory and reads what a reader would read there. */
record Sets(Path reports, Locale locale, Fence fence) {
    private static final Catalogue CATALOGUE = Catalogue.load();

    Sets(Path reports) {
        this(reports, Mandates.ID);
    }

    Sets(Path reports, Locale locale) {
        this(reports, locale, new Owner(1));
    }

    /** Nobody takes over from it. */
    record Owner(long token) implements Fence {
        @Override
        public void look() {}

        @Override
        public void check() {}
    }

    Publication publication() {
        return new Publication(reports, locale, "", "", "0.1.0", CATALOGUE, 2, fence);
    }

    /** Lists nights as the publication of the last of them does. */
    Sets list(List<PublishedNight> nights) {
        return list(
                nights,
                nights.stream()
                        .map(PublishedNight::date)
                        .max(Comparator.naturalOrder())
                        .orElse(Night.DATE));
    }

    /** Lists nights as the publication of a date does, which is given the newest and those of its month. */
    Sets list(List<PublishedNight> nights, LocalDate date) {
        List<LocalDate> newest = nights.stream()
                .map(PublishedNight::date)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(NightList.NEWEST + 1)
                .toList();
        YearMonth month = YearMonth.from(date);
        publication()
                .index(
                        Night.MANDATE,
                        new NightList(
                                nights.stream()
                                        .filter(n -> newest.contains(n.date()))
                                        .toList(),
                                month,
                                nights.stream()
                                        .filter(n -> YearMonth.from(n.date()).equals(month))
                                        .toList(),
                                List.of()));
        return this;
    }

    Sets publish(Night night) {
        publication().prepare(night.whole());
        publication().swap(night.date(), night.revision(), true);
        return this;
    }

    /** Does it come to its end? */
    boolean swaps(Night night) {
        try {
            publication().swap(night.date(), night.revision(), true);
            return true;
        } catch (IllegalStateException late) {
            return false;
        }
    }

    String text(String path) {
        try {
            return Files.readString(reports.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook is no text: each byte as a character. */
    private static String bytes(Path file) {
        try {
            return Files.readString(
                    file, file.toString().endsWith(".xlsx") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the newest date. */
    String latest(String path) {
        return text("latest/" + path);
    }

    List<CSVRecord> rows(String path) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(latest(path), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> column(String path, String name) {
        return rows(path).stream().map(r -> r.get(name)).toList();
    }

    /** Every file below a directory with its content. */
    Map<String, String> files(String directory) {
        try {
            Path root = reports.resolve(directory).toRealPath();
            try (Stream<Path> paths = Files.walk(root)) {
                Map<String, String> files = new TreeMap<>();
                paths.filter(Files::isRegularFile)
                        .forEach(p -> files.put(root.relativize(p).toString(), bytes(p)));
                return files;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names in {@code .history}, leftovers included. */
    List<String> history() {
        try (Stream<Path> paths = Files.list(reports.resolve(".history"))) {
            return paths.map(p -> p.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
