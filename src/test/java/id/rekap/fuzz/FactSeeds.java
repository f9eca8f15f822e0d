package id.rekap.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Chats and accounts' exports as phones and Instagram write them, grown from a random number, and spoiled. */
final class FactSeeds {
    /** Of everybody in an export who is nobody's employee. */
    static final String CITIZEN = "warga.rahasia";

    private static final Path WORDINGS = Path.of("src/test/resources/chats");
    private static final List<String> HEADS = List.of(
            "%1$td/%1$tm/%1$ty %1$tH.%1$tM - ",
            "%1$td/%1$tm/%1$tY, %1$tH:%1$tM - ",
            "[%1$td/%1$tm/%1$ty, %1$tH.%1$tM.%1$tS] ",
            "\u200e[%1$td/%1$tm/%1$tY %1$tH:%1$tM:%1$tS] ",
            "[%1$tm/%1$td/%1$ty, %1$tI:%1$tM:%1$tS\u202f%1$Tp] ",
            "%1$tm/%1$td/%1$ty, %1$tI:%1$tM %1$Tp - ",
            "%1$tY-%1$tm-%1$td %1$tH.%1$tM - ",
            "[%1$tH.%1$tM, %1$td/%1$tm/%1$tY] ");
    private static final List<String> SENDERS = List.of(
            "Budi Santoso: ", "~ Siti: ", "+62 812-0000-0000: ", "Kadis Sosial: \u200e", "Humas:", "Budi keluar", "");
    private static final List<String> OTHERS = List.of(
            "<Media tidak disertakan>",
            "Pesan ini telah dihapus",
            "akta.pdf (file terlampir)",
            "\u200e<terlampir: 1.vcf>",
            "@\u2068Budi Santoso\u2069 siap",
            "0812 3456 7890 😀",
            "ASN 45\u0301 1\ufe0f\u20e3 sudah");
    private static final List<String> NAMES = List.of(
            "chat.txt", "Chat WhatsApp dengan Budi.txt", "a.zip", "_chat.txt", "=1+1.txt", "chat", "k".repeat(200));

    private final List<String> wordings = new ArrayList<>(OTHERS);

    FactSeeds() throws IOException {
        for (String file : List.of("readable.txt", "unreadable.txt", "chatter.txt")) {
            for (String line : Files.readAllLines(WORDINGS.resolve(file))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    wordings.add(line.substring(line.indexOf(" => ") < 0 ? 0 : line.indexOf(" => ") + 4)
                            .replace("\\n", "\n"));
                }
            }
        }
    }

    /** A file as it is dropped. */
    @SuppressWarnings("ArrayRecordComponent") // carried about, never compared
    record Dropped(String name, byte[] bytes) {}

    Dropped chat(LocalDate night, RandomGenerator random) {
        byte[] bytes = spoiled(text(night, random), false, random);
        if (random.nextInt(4) == 0) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("_chat.txt", bytes);
            entries.put("IMG-1.jpg", new byte[] {1, 2, 3});
            if (random.nextInt(8) == 0) entries.put("b.txt", text(night, random));
            bytes = spoiledZip(zip(entries), random);
        }
        return new Dropped(Words.pick(NAMES, random), bytes);
    }

    private byte[] text(LocalDate night, RandomGenerator random) {
        String head = Words.pick(HEADS, random);
        LocalDateTime sent = night.minusDays(random.nextInt(12)).atStartOfDay();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            sent = sent.plusMinutes(random.nextInt(400));
            text.append(String.format(Locale.ROOT, head, sent))
                    .append(Words.pick(SENDERS, random))
                    .append(Words.pick(wordings, random))
                    .append(random.nextInt(12) == 0 ? "\r\n" : "\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What lies in an account's folder. */
    List<Dropped> export(LocalDate night, RandomGenerator random) {
        int entries = random.nextInt(40);
        List<Dropped> files = new ArrayList<>();
        if (random.nextInt(10) > 0) {
            byte[] control = (entries + (random.nextInt(4) == 0 ? 100 : 0) + "\n").getBytes(StandardCharsets.UTF_8);
            files.add(new Dropped("control.txt", random.nextInt(10) == 0 ? spoiled(control, false, random) : control));
        }
        Map<String, byte[]> parts = parts(night.minusDays(random.nextInt(5)), entries, random);
        if (random.nextBoolean()) {
            String name = "instagram-x-" + night.minusDays(random.nextInt(3)) + "-a" + random.nextInt(9) + ".zip";
            byte[] zip = zip(parts);
            files.add(new Dropped(name, random.nextInt(3) == 0 ? spoiledZip(zip, random) : zip));
        } else {
            parts.forEach((name, bytes) -> files.add(new Dropped(name, bytes)));
        }
        return files;
    }

    private static Map<String, byte[]> parts(LocalDate day, int entries, RandomGenerator random) {
        long time = day.atTime(5, 0).toEpochSecond(ZoneOffset.UTC);
        int layout = random.nextInt(7);
        int half = layout < 4 && random.nextBoolean() ? entries / 2 : entries;
        String folder = random.nextBoolean() ? "connections/followers_and_following/" : "";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(folder + name(layout, 1), part(layout, time, 0, half, random));
        if (half < entries)
            parts.put(folder + name(layout, 2 + random.nextInt(2)), part(layout, time, half, entries, random));
        if (random.nextInt(5) == 0) parts.put(folder + "following.json", part(layout, time, 0, 3, random));
        return parts;
    }

    private static String name(int layout, int number) {
        return switch (layout) {
            case 4 -> "followers.json";
            case 5 -> "connections.json";
            case 6 -> "followers_" + number + ".html";
            default -> "followers_" + number + ".json";
        };
    }

    private static byte[] part(int layout, long time, int from, int to, RandomGenerator random) {
        String text = switch (layout) {
            case 0 -> "{\"relationships_followers\": [" + each(from, to, ",", value(time)) + "]}";
            case 1 -> "[" + each(from, to, ",\n", value(time)) + "]";
            case 2 ->
                "["
                        + each(
                                from,
                                to,
                                ",",
                                i -> ("{\"title\": \"%1$s\", \"string_list_data\": [{\"href\":"
                                                + " \"https://www.instagram.com/_u/%1$s\", \"timestamp\": %2$d}]}")
                                        .formatted(handle(i), time - i))
                        + "]";
            case 3 ->
                "["
                        + each(
                                from,
                                to,
                                ",",
                                i -> ("{\"timestamp\": %2$d, \"media\": [], \"label_values\":"
                                                + " [{\"label\": \"Username\", \"value\": \"%1$s\"}], \"fbid\": \"1\"}")
                                        .formatted(handle(i), time - i))
                        + "]";
            case 6 ->
                "<html><body>"
                        + each(
                                from,
                                to,
                                "\n",
                                i -> ("<div><a target=\"_blank\""
                                                + " href=\"https://www.instagram.com/%1$s\">%1$s</a><div>Jul 1</div></div>")
                                        .formatted(handle(i)))
                        + "</body></html>";
            default ->
                (layout == 5 ? "{\"following\": {\"kawan\": \"2020-01-01T00:00:00\"}, \"followers\": {" : "{")
                        + each(from, to, ", ", i -> "\"" + handle(i) + "\": " + (time - i))
                        + (layout == 5 ? "}}" : "}");
        };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) > 0 ? bytes : spoiled(bytes, layout == 6, random);
    }

    private static IntFunction<String> value(long time) {
        return i -> ("{\"title\": \"\", \"media_list_data\": [], \"string_list_data\": [{\"href\":"
                        + " \"https://www.instagram.com/%1$s\", \"value\": \"%1$s\", \"timestamp\": %2$d}]}")
                .formatted(handle(i), time - i);
    }

    private static String each(int from, int to, String between, IntFunction<String> entry) {
        return IntStream.range(from, to).mapToObj(entry).collect(Collectors.joining(between));
    }

    /** Every third is somebody whom a list may name. */
    private static String handle(int i) {
        return i % 3 == 0 ? "akun.rekaan." + i : CITIZEN + i;
    }

    private static byte[] spoiled(byte[] bytes, boolean isXml, RandomGenerator random) {
        Mutation mutation = new Mutation(random, isXml, () -> Text.of(bytes));
        Text text = Text.of(bytes);
        for (int i = random.nextInt(4); i > 0; i--) {
            text = mutation.of(text);
        }
        return text.bytes();
    }

    private static byte[] spoiledZip(byte[] zip, RandomGenerator random) {
        if (random.nextInt(3) == 0) return spoiled(zip, false, random);
        Book book = Book.open(zip, random);
        if (book.isEmpty() || random.nextBoolean()) return zip;
        book.mutate(() -> zip);
        return book.bytes();
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
