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

/** Workbooks whose XML is large where no cell is. */
final class XmlSizes {
    private XmlSizes() {}

    static void ownColumnsFull(Path folder, Team team, RandomGenerator random) throws IOException {
        int rows = between(random, 2_000, 11_000);
        StringBuilder cells = new StringBuilder("<row r=\"1\">");
        cells.append(Xlsx.inline("A1", "NIP")).append(Xlsx.inline("B1", "Repost"));
        rows(cells, 40, i -> Xlsx.inline(Team.letters(i + 2) + "1", "kolom " + i))
                .append("</row>");
        for (int i = 2; i < rows; i++) {
            int row = i;
            cells.append("<row r=\"").append(i).append("\">").append(Xlsx.inline("A" + i, number(i)));
            rows(cells, 40, c -> "<c r=\"" + Team.letters(c + 2) + row + "\" t=\"s\"><v>0</v></c>")
                    .append("</row>");
        }
        workbook(
                folder,
                new Xlsx().shared("<si><t>" + "x".repeat(1_000) + "</t></si>").sheet(cells.toString()));
    }

    static void titlesOfOneSharedString(Path folder, Team team, RandomGenerator random) throws IOException {
        StringBuilder cells = new StringBuilder();
        for (int i = 1; i < 19; i++) {
            int row = i;
            cells.append("<row r=\"").append(i).append("\">");
            rows(cells, 499, c -> "<c r=\"" + Team.letters(c) + row + "\" t=\"s\"><v>0</v></c>")
                    .append("</row>");
        }
        cells.append(row(19, "NIP", "Repost")).append(row(20, team.no(0), "1"));
        workbook(
                folder,
                new Xlsx().shared("<si><t>" + "y".repeat(32_767) + "</t></si>").sheet(cells.toString()));
    }

    static void longMarkup(Path folder, Team team, RandomGenerator random) throws IOException {
        String begin = pick(random, "<!--", "<?a ", "<x a=\"", "<![CDATA[", "<x>");
        String end = begin.equals("<!--")
                ? "-->"
                : begin.equals("<?a ")
                        ? "?>"
                        : begin.equals("<![CDATA[") ? "]]>" : begin.equals("<x>") ? "</x>" : "\"/>";
        sheet(folder, out -> {
            out.write(header() + begin);
            rows(out, between(random, 100_000, 400_000), i -> "a".repeat(1_000));
            out.write(end + row(2, team.no(0), "1"));
        });
    }

    static void deepMarkup(Path folder, Team team, RandomGenerator random) throws IOException {
        int depth = between(random, 10_000, 5_000_000);
        sheet(folder, out -> {
            out.write(header());
            rows(out, depth, i -> "<a>");
            rows(out, depth, i -> "</a>");
            out.write(row(2, team.no(0), "1"));
        });
    }

    static void manyAttributes(Path folder, Team team, RandomGenerator random) throws IOException {
        int attributes = between(random, 10_000, 2_000_000);
        sheet(folder, out -> {
            out.write(header() + "<x");
            rows(out, attributes, i -> " a" + i + "=\"\"");
            out.write("/>" + row(2, team.no(0), "1"));
        });
    }

    static void formulas(Path folder, Team team, RandomGenerator random) throws IOException {
        sheet(folder, out -> {
            out.write(header());
            rows(
                    out,
                    12_000,
                    i -> "<row r=\"" + (i + 2) + "\">" + Xlsx.inline("A" + (i + 2), number(i)) + "<c r=\"B" + (i + 2)
                            + "\" t=\"str\"><f>" + "A1+".repeat(8_000) + "1</f><v>1</v></c></row>");
        });
    }

    static void cellsWithoutRows(Path folder, Team team, RandomGenerator random) throws IOException {
        sheet(folder, out -> {
            out.write(header());
            rows(out, 6_000_000, i -> "<c><v>1</v></c>");
            out.write(row(2, team.no(0), "1"));
        });
    }

    static void oneRowOfManyCells(Path folder, Team team, RandomGenerator random) throws IOException {
        sheet(folder, out -> {
            out.write(header() + "<row r=\"2\">" + Xlsx.inline("A2", team.no(0)));
            rows(out, 6_000_000, i -> "<c r=\"C2\"/>");
            out.write("</row>");
        });
    }

    private interface Content {
        void write(Writer out) throws IOException;
    }

    private static void sheet(Path folder, Content content) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve("daftar.xlsx"))))) {
            parts(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            out.write("<worksheet><sheetData>");
            content.write(out);
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }
}
