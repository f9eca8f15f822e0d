package id.rekap.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX of raw parts, each of which a test may spoil. */
public final class Xlsx {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public Xlsx() {
        part("[Content_Types].xml", "<Types/>");
        part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        workbook("", "<sheet name=\"Daftar\" sheetId=\"1\" r:id=\"rId1\"/>");
        part(
                "xl/_rels/workbook.xml.rels",
                relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + relation("rId3", "sharedStrings", "sharedStrings.xml")
                        + relation("rId4", "styles", "styles.xml")));
        shared("");
        styles("");
        sheet("");
        part("xl/worksheets/sheet2.xml", "<worksheet" + MAIN + "><sheetData/></worksheet>");
    }

    /** One row 1 with these cells. */
    public static Xlsx ofCells(String cells) {
        return new Xlsx().sheet("<row r=\"1\">" + cells + "</row>");
    }

    public static String inline(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public Xlsx part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Xlsx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public Xlsx without(String name) {
        parts.remove(name);
        return this;
    }

    public Xlsx workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook" + MAIN + " xmlns:r=\"" + OFFICE + "\"><workbookPr " + properties + "/><sheets>" + sheets
                        + "</sheets></workbook>");
    }

    public Xlsx sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml", "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public Xlsx secondSheet(String rows) {
        return part(
                "xl/worksheets/sheet2.xml", "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public Xlsx shared(String items) {
        return part("xl/sharedStrings.xml", "<sst" + MAIN + ">" + items + "</sst>");
    }

    /** Style 0 is general, 1 a built-in date, 2 the format given. */
    public Xlsx styles(String format) {
        return part(
                "xl/styles.xml",
                "<styleSheet" + MAIN + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"" + format
                        + "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                        + "</cellXfs></styleSheet>");
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With the folders of part names, or of the targets of relationships, as Windows separates them. */
    public byte[] backslashes(boolean inNames, boolean inTargets) {
        Xlsx book = new Xlsx();
        book.parts.clear();
        parts.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean isTargets = inTargets && name.endsWith(".rels");
            String targets = Pattern.compile("Target=\"[^\"]*\"")
                    .matcher(text)
                    .replaceAll(
                            target -> Matcher.quoteReplacement(target.group().replace('/', '\\')));
            book.part(inNames ? name.replace('/', '\\') : name, isTargets ? targets : text);
        });
        return book.bytes();
    }

    Dropped dropped() {
        return new Dropped("daftar.xlsx", bytes());
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }
}
