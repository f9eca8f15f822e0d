package id.rekap.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** The parts of a workbook, spoiled and zipped again so that the spoiled part is still reached. */
final class Book {
    private static final int LARGEST = 4 << 20;
    private static final List<String> NAMES = List.of(
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
            "XL/WORKBOOK.XML",
            "../a.xml",
            "/xl/a.xml",
            "xl\\a.xml",
            "c:a.xml",
            "",
            "a/",
            "xl/vbaProject.bin",
            "xl/workbook.bin",
            "mimetype",
            "word/document.xml",
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "customXml/item1.xml",
            "\ud800.xml",
            "é.xml");

    @SuppressWarnings("ArrayRecordComponent") // carried about, never compared
    private record Part(String name, byte[] bytes) {}

    private final List<Part> parts;
    private final RandomGenerator random;

    private Book(List<Part> parts, RandomGenerator random) {
        this.parts = parts;
        this.random = random;
    }

    /** As much of a zip as can be read; no parts where it is none. */
    static Book open(byte[] zip, RandomGenerator random) {
        List<Part> parts = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.add(new Part(entry.getName(), in.readNBytes(LARGEST)));
            }
        } catch (IOException | IllegalArgumentException e) {
            // a broken zip is a seed too, of what could be read of it
        }
        return new Book(parts, random);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void mutate(Supplier<byte[]> anotherFile) {
        int at = random.nextInt(parts.size());
        Part part = parts.get(at);
        switch (random.nextInt(50)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(part);
            case 2 -> parts.set(at, new Part(Words.pick(NAMES, random), part.bytes()));
            case 3 -> parts.add(new Part(Words.pick(NAMES, random), part.bytes()));
            case 4 -> parts.set(at, new Part(part.name(), new byte[0]));
            case 5 -> parts.add(new Part("xl/embeddings/a.xlsx", anotherFile.get()));
            case 6 -> parts.set(at, new Part(part.name(), anotherFile.get()));
            default -> spoil(heaviest());
        }
        if (parts.isEmpty()) {
            parts.add(part);
        }
    }

    /** Mostly a part that is parsed cell by cell. */
    private int heaviest() {
        String wanted = Words.pick(
                List.of("sheet1.xml", "sheet1.xml", "sheet1.xml", "sharedStrings", "styles", "workbook.xml", ".rels"),
                random);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).name().contains(wanted)) {
                return i;
            }
        }
        return random.nextInt(parts.size());
    }

    private void spoil(int at) {
        Part part = parts.get(at);
        Mutation mutation = new Mutation(
                random, true, () -> Text.of(Words.pick(parts, random).bytes()));
        parts.set(at, new Part(part.name(), mutation.of(Text.of(part.bytes())).bytes()));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // unlike the JDK's it writes a name twice
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setLevel(1);
            for (Part part : parts) {
                ZipArchiveEntry entry = new ZipArchiveEntry(part.name());
                zip.putArchiveEntry(entry);
                if (!entry.isDirectory()) {
                    zip.write(part.bytes());
                }
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
