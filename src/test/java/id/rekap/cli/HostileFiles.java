package id.rekap.cli;

import id.rekap.tabular.Xlsx;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that are meant to bring down whoever opens them; too large for the repository, so written on the spot. */
final class HostileFiles {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String ROW = "<worksheet><sheetData><row r=\"1\">";
    private static final String ROW_END = "</row></sheetData></worksheet>";

    private HostileFiles() {}

    /** Writes one file into a folder that exists. */
    interface Writer {
        void write(Path file, CorpusTeam team) throws IOException;
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** By case; the name of the file is that of the expected exception. */
    static Map<String, Writer> all() {
        Map<String, Writer> all = new LinkedHashMap<>();
        Content bomb = out -> {
            out.write("<styleSheet>".getBytes(StandardCharsets.UTF_8));
            repeat(out, "<a>" + " ".repeat(1024) + "</a>", 520 << 10);
            out.write("</styleSheet>".getBytes(StandardCharsets.UTF_8));
        };
        all.put("xlsx-bomb", (file, team) -> zip(file, "xl/styles.xml", bomb));
        all.put("xlsx-bomb-that-lies", (file, team) -> {
            zip(file, "xl/styles.xml", bomb);
            Files.write(file, withoutSizes(Files.readAllBytes(file)));
        });
        all.put(
                "xlsx-bomb-nobody-opens",
                (file, team) -> zip(
                        CorpusWorkbooks.good(team),
                        file,
                        "xl/media/nol.bin",
                        out -> repeat(out, "\0".repeat(1024), 520 << 10)));
        all.put(
                "xlsx-gigabyte-in-a-cell",
                (file, team) -> zip(file, SHEET, out -> {
                    out.write((ROW + "<c r=\"A1\" t=\"inlineStr\"><is><t>").getBytes(StandardCharsets.UTF_8));
                    repeat(out, "9".repeat(1024), 1 << 20);
                    out.write(("</t></is></c>" + ROW_END).getBytes(StandardCharsets.UTF_8));
                }));
        all.put(
                "xlsx-million-columns",
                (file, team) -> zip(file, SHEET, numbered(ROW, "<c t=\"str\"><v>%d</v></c>", ROW_END)));
        all.put("xlsx-names-without-end", (file, team) -> zip(file, SHEET, numbered(ROW, "<a%d/>", ROW_END)));
        all.put(
                "xlsx-formats-without-end",
                (file, team) -> zip(
                        file,
                        "xl/styles.xml",
                        numbered(
                                "<styleSheet><numFmts>",
                                "<numFmt numFmtId=\"%d\" formatCode=\"d\"/>",
                                "</numFmts></styleSheet>")));
        all.put(
                "xlsx-sheets-without-end",
                (file, team) -> zip(
                        file,
                        "xl/workbook.xml",
                        numbered(
                                "<workbook xmlns:r=\"r\"><sheets>",
                                "<sheet name=\"%d\" r:id=\"rId1\"/>",
                                "</sheets></workbook>")));
        all.put("csv-over-50-mb", (file, team) -> text(file, team.csv(), "x;".repeat(512), 51 << 10));
        all.put("csv-one-endless-field", (file, team) -> text(file, team.csv() + "\"", "x".repeat(1024), 49 << 10));
        all.put("csv-million-columns", (file, team) -> text(file, team.csv(), "x;".repeat(500), 2_000));
        all.put("csv-million-rows", (file, team) -> text(file, team.csv(), "1;a;b;ya;ya;3\r\n", 1_000_000));
        all.put("link", (file, team) -> {
            Path outside = file.resolveSibling("../../outside.csv").normalize();
            Files.writeString(outside, team.csv());
            Files.createSymbolicLink(file, outside);
        });
        all.put("link-to-nothing", (file, team) -> Files.createSymbolicLink(file, Path.of("/nowhere/daftar.csv")));
        return all;
    }

    private static Content numbered(String before, String item, String after) {
        return out -> {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(item.replace("%d", Integer.toString(i)).getBytes(StandardCharsets.UTF_8));
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void repeat(OutputStream out, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private static void text(Path file, String start, String text, int times) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            repeat(out, text, times);
        }
    }

    /** A workbook of which one part is replaced or added. */
    private static void zip(Path file, String part, Content content) throws IOException {
        zip(new Xlsx(), file, part, content);
    }

    private static void zip(Xlsx book, Path file, String part, Content content) throws IOException {
        byte[] good = book.bytes();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(part));
            OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            content.write(buffered);
            buffered.flush();
        }
    }

    /** The directory says of every part that it is one byte long. */
    private static byte[] withoutSizes(byte[] zip) {
        for (int i = 0; i + 28 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 24] = 1;
                zip[i + 25] = 0;
                zip[i + 26] = 0;
                zip[i + 27] = 0;
            }
        }
        return zip;
    }
}
