package id.rekap.fuzz;

import static id.rekap.fuzz.SizeFiles.between;
import static id.rekap.fuzz.SizeFiles.header;
import static id.rekap.fuzz.SizeFiles.number;
import static id.rekap.fuzz.SizeFiles.parts;
import static id.rekap.fuzz.SizeFiles.pick;
import static id.rekap.fuzz.SizeFiles.row;
import static id.rekap.fuzz.SizeFiles.rows;
import static id.rekap.fuzz.SizeFiles.workbook;

import id.rekap.tabular.Xlsx;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks of which something is large. */
final class WorkbookSizes {
    private WorkbookSizes() {}

    static void oneSharedString(Path folder, Team team, RandomGenerator random) throws IOException {
        int rows = between(random, 10_000, 60_000);
        StringBuilder cells = new StringBuilder(header());
        for (int i = 2; i < rows; i++) {
            cells.append("<row r=\"").append(i).append("\">");
            cells.append(Xlsx.inline("A" + i, number(i)));
            cells.append("<c r=\"B").append(i).append("\" t=\"s\"><v>0</v></c></row>");
        }
        workbook(
                folder,
                new Xlsx().shared("<si><t>" + "x".repeat(32_767) + "</t></si>").sheet(cells.toString()));
    }

    static void oneSharedStringInAllColumns(Path folder, Team team, RandomGenerator random) throws IOException {
        StringBuilder cells = new StringBuilder("<row r=\"1\">");
        cells.append(Xlsx.inline("A1", "NIP")).append(Xlsx.inline("B1", "Repost"));
        rows(cells, 40, i -> Xlsx.inline(Team.letters(i + 2) + "1", "kolom " + i))
                .append("</row>");
        for (int i = 2; i < 100; i++) {
            int row = i;
            cells.append("<row r=\"").append(i).append("\">").append(Xlsx.inline("A" + i, number(i)));
            rows(cells, 40, c -> "<c r=\"" + Team.letters(c + 2) + row + "\" t=\"s\"><v>0</v></c>")
                    .append("</row>");
        }
        workbook(
                folder,
                new Xlsx().shared("<si><t>" + "x".repeat(32_767) + "</t></si>").sheet(cells.toString()));
    }

    static void emptySharedStrings(Path folder, Team team, RandomGenerator random) throws IOException {
        int strings = between(random, 1_000_000, 8_000_000);
        workbook(folder, new Xlsx().shared("<si/>".repeat(strings)).sheet(header() + row(2, team.no(0), "1")));
    }

    static void longSharedStrings(Path folder, Team team, RandomGenerator random) throws IOException {
        String item = "<si><t>" + "teks".repeat(8_000) + "</t></si>";
        workbook(
                folder,
                new Xlsx()
                        .shared(item.repeat(between(random, 3_000, 4_100)))
                        .sheet(header() + row(2, team.no(0), "1")));
    }

    static void longCellsInAWorkbook(Path folder, Team team, RandomGenerator random) throws IOException {
        String chars = pick(random, " ", "1", "x", "_x0041_", "0", "&#10;", "é");
        String full = chars.repeat(32_000 / chars.length());
        StringBuilder cells = new StringBuilder(header());
        rows(
                cells,
                between(random, 100, 1_000),
                i -> row(i + 2, i % 2 == 0 ? team.no(i) : full, i % 3 == 0 ? full : "1"));
        workbook(folder, new Xlsx().sheet(cells.toString()));
    }

    static void halfAGigabyteUnfolded(Path folder, Team team, RandomGenerator random) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve("daftar.xlsx"))))) {
            parts(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            out.write("<worksheet><sheetData>" + header());
            rows(out, 900_000, i -> {
                String row = row(i + 2, number(i), "1");
                return row.replace(
                        "</row>", "<c r=\"C" + (i + 2) + "\" t=\"str\"><v>" + "z".repeat(350) + "</v></c></row>");
            });
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    static void manyZipEntries(Path folder, Team team, RandomGenerator random) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve("daftar.xlsx"))))) {
            parts(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet><sheetData>" + header() + row(2, team.no(0), "1") + "</sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
            String kind = pick(random, ".png", ".xml");
            int entries = kind.equals(".png") ? 250_000 : 90_000;
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/" + "m".repeat(60) + i + kind));
            }
        }
    }

    static void manySheets(Path folder, Team team, RandomGenerator random) throws IOException {
        int sheets = between(random, 500, 2_000);
        boolean withHeader = random.nextBoolean();
        Xlsx book = new Xlsx();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int i = 0; i < sheets; i++) {
            list.append("<sheet name=\"")
                    .append("s".repeat(3_000))
                    .append(i)
                    .append("\" r:id=\"r")
                    .append(i)
                    .append("\"/>");
            relations
                    .append("<Relationship Id=\"r")
                    .append(i)
                    .append("\" Type=\"x/worksheet\" Target=\"s/")
                    .append(i)
                    .append(".xml\"/>");
            book.part(
                    "xl/s/" + i + ".xml",
                    "<worksheet><sheetData>"
                            + (withHeader || i == 7 ? header() + row(2, number(i), "1") : row(1, "a", "b"))
                            + "</sheetData></worksheet>");
        }
        workbook(
                folder,
                book.workbook("", list.toString()).part("xl/_rels/workbook.xml.rels", relations + "</Relationships>"));
    }

    static void longSheetName(Path folder, Team team, RandomGenerator random) throws IOException {
        StringBuilder cells = new StringBuilder(header());
        rows(cells, 5_000, i -> row(i + 2, number(i), "1"));
        workbook(
                folder,
                new Xlsx()
                        .workbook("", "<sheet name=\"" + "s".repeat(900_000) + "\" sheetId=\"1\" r:id=\"rId1\"/>")
                        .sheet(cells.toString()));
    }
}
