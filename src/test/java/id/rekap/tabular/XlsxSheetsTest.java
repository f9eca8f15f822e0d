package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxSheetsTest {
    @TempDir
    Path folder;

    @Test
    void listsVisibleSheetsInTheirOrder() throws FileRefused, IOException {
        Xlsx two = new Xlsx()
                .workbook(
                        "",
                        "<sheet name=\"Dua\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"Satu\" sheetId=\"1\" r:id=\"rId1\"/>");

        assertEquals(List.of("Dua", "Satu"), names(two));
    }

    @Test
    void leavesHiddenSheetsOut() throws FileRefused, IOException {
        Xlsx hidden = new Xlsx()
                .workbook(
                        "",
                        "<sheet name=\"Acuan\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>"
                                + "<sheet name=\"Satu\" sheetId=\"1\" state=\"visible\" r:id=\"rId1\"/>");
        Xlsx allHidden =
                new Xlsx().workbook("", "<sheet name=\"A\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>");

        assertEquals(List.of("Satu"), names(hidden));
        assertEquals(
                "tidak ada lembar yang terlihat", allHidden.dropped().refusal().found());
    }

    @Test
    void numbersRowsAsTheFileDoesAndKeepsHiddenOnes() throws FileRefused, IOException {
        String rows = "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"4\"/>"
                + "<row r=\"7\" hidden=\"1\"><c r=\"A7\"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>";

        assertEquals(
                List.of("3: 1", "7: 2", "8: 3|4"),
                new Xlsx().sheet(rows).dropped().rows());
    }

    @Test
    void refusesRowsThatGoBack() {
        String rows = "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>";

        assertUnreadable(new Xlsx().sheet(rows));
    }

    @Test
    void refusesDataOutsideTheLimitsAndNotFormatsThere() throws FileRefused, IOException {
        String styled = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row><row r=\"1048576\"/>";

        assertEquals(List.of("1: 1"), new Xlsx().sheet(styled).dropped().rows());
        assertEquals(
                ExceptionCode.FILE_TOO_LARGE,
                Xlsx.ofCells("<c r=\"K1\"><v>1</v></c>").dropped().refusal().code());
        assertEquals(
                ExceptionCode.FILE_TOO_LARGE,
                new Xlsx()
                        .sheet("<row r=\"1001\"><c r=\"A1001\"><v>1</v></c></row>")
                        .dropped()
                        .refusal()
                        .code());
    }

    @Test
    void readsWorkbooksWithPrefixesAndWithoutStylesAndSharedTexts() throws FileRefused, IOException {
        Xlsx plain = new Xlsx()
                .without("xl/_rels/workbook.xml.rels")
                .part(
                        "XL/_rels/Workbook.xml.rels",
                        "<r:Relationships xmlns:r=\"p\"><r:Relationship Id=\"rId1\" "
                                + "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
                                + "Target=\"./../xl/worksheets/sheet1.xml\"/></r:Relationships>")
                .without("xl/styles.xml")
                .without("xl/sharedStrings.xml")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<!-- made by hand --><x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
                                + "t=\"inlineStr\"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");

        assertEquals(List.of("1: a<b"), plain.dropped().rows());
    }

    @Test
    void refusesWorkbooksOfWhichAPartIsMissing() {
        for (String part : List.of(
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/worksheets/sheet1.xml")) {
            assertUnreadable(new Xlsx().without(part));
        }
    }

    @Test
    void refusesXmlThatIsBrokenOrEndsEarly() {
        assertUnreadable(new Xlsx().sheet("<row r=\"1\"><c r=\"A1\"></row>"));
        assertUnreadable(new Xlsx().part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">"));
        assertUnreadable(new Xlsx().part("xl/worksheets/sheet1.xml", "<worksheet/>"));
        assertUnreadable(new Xlsx().part("xl/worksheets/sheet1.xml", "not xml"));
        assertUnreadable(new Xlsx().part("xl/worksheets/sheet1.xml", ""));
        assertUnreadable(new Xlsx().part("xl/workbook.xml", "<workbook><sheets><sheet/></sheets></workbook>"));
    }

    private List<String> names(Xlsx xlsx) throws FileRefused, IOException {
        Path file = Files.write(folder.resolve("0f3a"), xlsx.bytes());
        try (TableFile table = TableFile.open(file, "daftar.xlsx", Dropped.LIMITS)) {
            assertEquals("xlsx", table.form());
            return table.sheets().stream().map(Sheet::name).toList();
        }
    }

    private static void assertUnreadable(Xlsx xlsx) {
        assertEquals(ExceptionCode.FILE_UNREADABLE, xlsx.dropped().refusal().code());
    }
}
