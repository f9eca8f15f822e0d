package id.rekap.fuzz;

import id.rekap.tabular.Xlsx;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files of any size. */
final class SizeFiles {
    private SizeFiles() {}

    interface Content {
        void write(Writer out) throws IOException;
    }

    static void csv(Path file, Content content) throws IOException {
        csv(file, StandardCharsets.UTF_8, content);
    }

    static void csv(Path file, Charset charset, Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, charset)) {
            content.write(out);
        }
    }

    static <T extends Appendable> T rows(T out, int rows, IntFunction<String> row) throws IOException {
        for (int i = 0; i < rows; i++) {
            out.append(row.apply(i));
        }
        return out;
    }

    static String text(int times, IntFunction<String> each) {
        return IntStream.range(0, times).mapToObj(each).collect(Collectors.joining());
    }

    /** Of a civil servant whom no register knows. */
    static String number(int i) {
        int day = i / 999;
        return "%d%02d%02d2015021%03d".formatted(1960 + day / 336 % 35, 1 + day / 28 % 12, 1 + day % 28, 1 + i % 999);
    }

    /** Of a random text. */
    static final int LETTERS = 58;

    static int between(RandomGenerator random, int from, int to) {
        return from + random.nextInt(to - from);
    }

    static String pick(RandomGenerator random, String... of) {
        return of[random.nextInt(of.length)];
    }

    static String letters(RandomGenerator random, int count) {
        char[] letters = new char[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (char) ('A' + random.nextInt(LETTERS));
        }
        return new String(letters);
    }

    static String header() {
        return row(1, "NIP", "Repost");
    }

    static String row(int number, String first, String second) {
        return "<row r=\"" + number + "\">" + Xlsx.inline("A" + number, first) + Xlsx.inline("B" + number, second)
                + "</row>";
    }

    static void workbook(Path folder, Xlsx book) throws IOException {
        Files.write(folder.resolve("daftar.xlsx"), book.bytes());
    }

    static void parts(ZipOutputStream zip) throws IOException {
        String main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        part(
                zip,
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"" + main
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + main + "\"><sheets><sheet name=\"D\" r:id=\"a\"/></sheets></workbook>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"" + main
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
