package id.rekap.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports of official accounts, as their owner downloads them. */
final class Followers {
    static final String HUMAS = "humasacehbesar";
    static final String MEDIA = "mediacenter.acehbesar";

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private Followers() {}

    /** One that is complete. */
    static void drop(Office office, String account, String date, String... names) {
        drop(office, account, date, Arrays.asList(names));
    }

    static void drop(Office office, String account, String date, Collection<String> names) {
        office.write(place(account) + "followers_1.json", json(date, names));
        control(office, account, names.size());
    }

    static void control(Office office, String account, int total) {
        office.write(place(account) + "control.txt", total + "\n");
    }

    static String place(String account) {
        return "inbox/_followers/" + account + "/";
    }

    static String json(String date, Collection<String> names) {
        long seconds = LocalDate.parse(date).atTime(LocalTime.NOON).atZone(ZONE).toEpochSecond();
        return names.stream().map(name -> """
                        {"title": "", "media_list_data": [], "string_list_data": [
                          {"href": "https://www.instagram.com/%1$s", "value": "%1$s", "timestamp": %2$d}]}""".formatted(name, seconds)).collect(Collectors.joining(",\n", "[", "]"));
    }

    /** As Instagram packs it. */
    static void zip(Office office, String account, String name, Map<String, String> entries) {
        zipAt(office, place(account) + name, entries);
    }

    /** The same, dropped wherever. */
    static void zipAt(Office office, String path, Map<String, String> entries) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            Path file = office.path(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes.toByteArray());
            Files.setLastModifiedTime(file, LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that lie in the folders of accounts. */
    static List<String> left(Office office) {
        Path folder = office.path("inbox/_followers");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
