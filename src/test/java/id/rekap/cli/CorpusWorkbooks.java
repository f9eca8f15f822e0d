package id.rekap.cli;

import id.rekap.tabular.Xlsx;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The workbooks of the corpus, each spoiled, or only odd, as its case says. */
public final class CorpusWorkbooks {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String VISIBLE = "<sheet name=\"Daftar\" sheetId=\"1\" r:id=\"rId1\"/>";
    private static final String DOCTYPE = "<?xml version=\"1.0\"?><!DOCTYPE x [%s]>";

    private CorpusWorkbooks() {}

    public static Map<String, Function<CorpusTeam, byte[]>> all() {
        Map<String, Function<CorpusTeam, byte[]>> all = new LinkedHashMap<>();
        cells(all);
        sheets(all);
        spoiled(all);
        return all;
    }

    private static void cells(Map<String, Function<CorpusTeam, byte[]>> all) {
        all.put(
                "xlsx",
                t -> new Xlsx()
                        .shared("<si><t>" + t.no(1) + "</t></si>")
                        .sheet(t.rows("<c r=\"A2\" t=\"s\"><v>0</v></c>"))
                        .bytes());
        all.put(
                "xlsx-numeric-nip",
                t -> book(CorpusTeam.header(1)
                        + t.row(2, 1, "<c r=\"A2\"><v>1.98609262015011E+17</v></c>")
                        + t.row(3, 13, "<c r=\"A3\" t=\"n\"><v>" + t.no(13) + "</v></c>")
                        + t.row(4, 14)));
        all.put(
                "xlsx-formula-nip",
                t -> book(t.rows("<c r=\"A2\" t=\"str\"><f>\"" + t.no(1) + "\"</f><v>" + t.no(1) + "</v></c>")));
        all.put(
                "xlsx-date-and-truth-as-nip",
                t -> new Xlsx()
                        .styles("dd/mm/yyyy")
                        .sheet(CorpusTeam.header(1)
                                + t.row(2, 1, "<c r=\"A2\" s=\"1\"><v>44044</v></c>")
                                + t.row(3, 13, "<c r=\"A3\" t=\"b\"><v>1</v></c>")
                                + t.row(4, 14))
                        .bytes());
        all.put(
                "xlsx-numbers-as-values",
                t -> book(valued(t, "<c r=\"D2\"><v>1.0</v></c>", "<c r=\"F2\"><v>3.0</v></c>")));
        all.put(
                "xlsx-truth-cells",
                t -> book(valued(t, "<c r=\"D2\" t=\"b\"><v>1</v></c>", "<c r=\"F2\"><f>1+2</f><v>3</v></c>")));
        all.put(
                "xlsx-rich-and-escaped-text",
                t -> book(t.rows("<c r=\"A2\" t=\"inlineStr\"><is><r><t>"
                        + t.no(1).substring(0, 9) + "</t></r><r><t>" + t.no(1).substring(9)
                        + "_x000D_</t></r><rPh><t>9</t></rPh></is></c>")));
        all.put("xlsx-nul-in-text", t -> book(t.rows(Xlsx.inline("A2", t.no(1) + "_x0000__xD800_"))));
        all.put(
                "xlsx-dates-of-1904",
                t -> new Xlsx()
                        .styles("yyyy-mm-dd")
                        .workbook("date1904=\"1\"", VISIBLE)
                        .sheet(t.rows())
                        .bytes());
        all.put("xlsx-cells-out-of-order", t -> book(outOfOrder(t)));
        all.put("xlsx-cell-twice", t -> book(t.rows(Xlsx.inline("A2", t.no(1)) + Xlsx.inline("A2", t.no(2)))));
        all.put("xlsx-cell-too-long", t -> book(t.rows(Xlsx.inline("A2", "9".repeat(32_768)))));
        all.put("xlsx-shared-text-missing", t -> book(t.rows("<c r=\"A2\" t=\"s\"><v>99</v></c>")));
        all.put(
                "xlsx-header-in-two-rows",
                t -> new Xlsx()
                        .part(
                                SHEET,
                                "<worksheet><sheetData><row r=\"1\">" + Xlsx.inline("A1", "DAFTAR PENGIKUT") + "</row>"
                                        + "<row r=\"2\">"
                                        + CorpusTeam.cells(2, 0, List.of("NIP/NIK", "Nama", "Instagram", "FOLLOW"))
                                        + Xlsx.inline("F2", "Repost") + "</row><row r=\"3\">"
                                        + CorpusTeam.cells(3, 3, List.of("humasacehbesar", "mediacenter acehbesar"))
                                        + "</row>" + t.row(4, 1) + t.row(5, 13) + t.row(6, 14)
                                        + "</sheetData><mergeCells><mergeCell ref=\"D2:E2\"/></mergeCells></worksheet>")
                        .bytes());
        all.put("xlsx-column-501", t -> book(t.rows(Xlsx.inline("A2", t.no(1)) + Xlsx.inline("SG2", "x"))));
        all.put("xlsx-row-1000001", t -> book(t.rows() + t.row(1_000_001, 2)));
    }

    private static String valued(CorpusTeam t, String follows, String reposts) {
        String row = "<row r=\"2\">" + CorpusTeam.cells(2, 0, List.of(t.no(1), t.name(1), "akun1." + t.team()))
                + follows + Xlsx.inline("E2", "ya") + reposts + "</row>";
        return CorpusTeam.header(1) + row + t.row(3, 13) + t.row(4, 14);
    }

    private static String outOfOrder(CorpusTeam t) {
        String row = "<row r=\"2\">" + CorpusTeam.cells(2, 1, t.rest(1)) + Xlsx.inline("A2", t.no(1)) + "</row>";
        return CorpusTeam.header(1) + row + t.row(3, 13) + t.row(4, 14);
    }

    private static void sheets(Map<String, Function<CorpusTeam, byte[]>> all) {
        String second = "<sheet name=\"Lama\" sheetId=\"2\" %s r:id=\"rId2\"/>";
        all.put(
                "xlsx-second-sheet",
                t -> new Xlsx()
                        .workbook("", VISIBLE + second.formatted(""))
                        .sheet("<row r=\"1\">" + Xlsx.inline("A1", "Petunjuk") + "</row>")
                        .secondSheet(t.rows())
                        .bytes());
        all.put(
                "xlsx-two-headers",
                t -> new Xlsx()
                        .workbook("", VISIBLE + second.formatted(""))
                        .sheet(t.rows())
                        .secondSheet(t.rows())
                        .bytes());
        all.put(
                "xlsx-hidden-sheet",
                t -> new Xlsx()
                        .workbook("", VISIBLE + second.formatted("state=\"hidden\""))
                        .sheet(t.rows())
                        .secondSheet(t.rows())
                        .bytes());
        all.put("xlsx-hidden-rows", t -> book(t.rows().replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">")));
        all.put(
                "xlsx-merged-titles",
                t -> new Xlsx()
                        .part(
                                SHEET,
                                "<worksheet><sheetData><row r=\"1\">" + Xlsx.inline("A1", "DAFTAR PENGIKUT") + "</row>"
                                        + CorpusTeam.header(5) + t.row(6, 1) + t.row(7, 13) + t.row(8, 14)
                                        + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:F1\"/></mergeCells></worksheet>")
                        .bytes());
        all.put(
                "xlsx-blank-rows",
                t -> book(CorpusTeam.header(1) + t.row(2, 1) + "<row r=\"3\"/><row r=\"4\"><c r=\"A4\" s=\"1\"/></row>"
                        + t.row(7, 13, Xlsx.inline("A7", "12")) + t.row(9, 14)));
        all.put("xlsx-rows-out-of-order", t -> book(CorpusTeam.header(1) + t.row(3, 13) + t.row(2, 1)));
        all.put(
                "xlsx-prefixed-names",
                t -> new Xlsx()
                        .part(
                                SHEET,
                                ("<x:worksheet xmlns:x=\"m\"><x:sheetData>"
                                        + t.rows().replaceAll("<(/?)([a-z])", "<$1x:$2")
                                        + "</x:sheetData></x:worksheet>"))
                        .bytes());
        all.put(
                "xlsx-one-part-two-sheets",
                t -> new Xlsx()
                        .workbook("", VISIBLE + "<sheet name=\"Lagi\" sheetId=\"2\" r:id=\"rId1\"/>")
                        .sheet(t.rows())
                        .bytes());
    }

    private static void spoiled(Map<String, Function<CorpusTeam, byte[]>> all) {
        all.put(
                "xlsx-shared-part-missing",
                t -> good(t).without("xl/sharedStrings.xml").bytes());
        all.put("xlsx-sheet-missing", t -> good(t).without(SHEET).bytes());
        all.put(
                "xlsx-doctype",
                t -> good(t).part(
                                "xl/styles.xml",
                                DOCTYPE.formatted("<!ENTITY e SYSTEM \"file:///etc/hostname\">") + "<x>&e;</x>")
                        .bytes());
        all.put(
                "xlsx-billion-laughs",
                t -> good(t).part(
                                "xl/sharedStrings.xml",
                                DOCTYPE.formatted(
                                                "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">")
                                        + "<sst>&c;</sst>")
                        .bytes());
        all.put(
                "xlsx-part-twice",
                t -> twice(
                        good(t).part("xl/worksheets/sheet9.xml", "<worksheet/>").bytes()));
        all.put(
                "xlsx-part-leads-outside",
                t -> good(t).part("../../luar.xml", "<x/>").bytes());
        all.put("xlsx-cut-off", t -> cut(good(t).bytes()));
        all.put(
                "xlsx-in-xlsx",
                t -> good(t).part("xl/embeddings/a.xlsx", good(t).bytes()).bytes());
        all.put(
                "xlsx-doctype-nobody-opens",
                t -> good(t).part("docProps/core.xml", DOCTYPE.formatted("<!ENTITY e \"e\">") + "<x>&e;</x>")
                        .bytes());
        all.put(
                "xlsx-broken-picture",
                t -> damaged(good(t).part("xl/media/image1.png", "gambar").bytes(), "xl/media/image1.png"));
        all.put("xlsx-backslashes", t -> good(t).backslashes(true, true));
        all.put("xlsx-damaged-part", t -> damaged(good(t).bytes()));
        all.put(
                "docx-named-xlsx",
                t -> zip().part("[Content_Types].xml", "<Types/>")
                        .part("word/document.xml", "<document/>")
                        .bytes());
        all.put("xlsx-named-csv", t -> good(t).bytes());
        all.put("zip-of-xlsx", t -> zip().part("daftar.xlsx", good(t).bytes()).bytes());
        all.put(
                "ods-named-xlsx",
                t -> zip().part("[Content_Types].xml", "<Types/>")
                        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .bytes());
        all.put("xlsx-locked", t -> ole("EncryptedPackage"));
        all.put("xls-named-xlsx", t -> ole("Workbook"));
    }

    private static byte[] book(String rows) {
        return new Xlsx().sheet(rows).bytes();
    }

    static Xlsx good(CorpusTeam t) {
        return new Xlsx().sheet(t.rows());
    }

    /** A zip of nothing yet. */
    private static Xlsx zip() {
        Xlsx zip = new Xlsx();
        for (String part :
                List.of("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
            zip.without(part);
        }
        for (String part : List.of("xl/sharedStrings.xml", "xl/styles.xml", SHEET, "xl/worksheets/sheet2.xml")) {
            zip.without(part);
        }
        return zip;
    }

    private static byte[] cut(byte[] zip) {
        return Arrays.copyOf(zip, zip.length - 40);
    }

    /** Renames one part, in its header and in the directory, to what another is named. */
    private static byte[] twice(byte[] zip) {
        String bytes = new String(zip, StandardCharsets.ISO_8859_1);
        return bytes.replace("worksheets/sheet9.xml", "worksheets/sheet1.xml").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Turns over the last byte of the check sum of every part in the directory. */
    private static byte[] damaged(byte[] zip) {
        for (int i = 0; i + 20 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 19] ^= 1;
            }
        }
        return zip;
    }

    /** The same of one part. */
    private static byte[] damaged(byte[] zip, String part) {
        int name = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(part);
        zip[name - 46 + 19] ^= 1;
        return zip;
    }

    private static byte[] ole(String stream) {
        byte[] bytes = new byte[4096];
        int[] signature = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (int i = 0; i < signature.length; i++) {
            bytes[i] = (byte) signature[i];
        }
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }
}
