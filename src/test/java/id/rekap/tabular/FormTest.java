package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @Test
    void readsTextUnderBothItsNames() throws FileRefused, IOException {
        byte[] text = "nip;ig\n1;a\n".getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of("1: nip|ig", "2: 1|a"), new Dropped("Daftar.CSV", text).rows());
        assertEquals(List.of("1: nip|ig", "2: 1|a"), new Dropped("daftar.v2.txt", text).rows());
    }

    @Test
    void readsXlsxUnderItsName() throws FileRefused, IOException {
        byte[] bytes = Xlsx.ofCells(Xlsx.inline("A1", "nip")).bytes();

        assertEquals(List.of("1: nip"), new Dropped("DAFTAR.XLSX", bytes).rows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            daftar.pdf  | %PDF-1.7 x        | pdf
            daftar.xlsx | %PDF-1.7 x        | xlsx, isinya pdf
            daftar.csv  | %PDF-1.7 x        | csv, isinya pdf
            daftar.csv  | GIF89a            | csv, isinya gambar gif
            daftar.xlsx | nip;nama          | xlsx, isinya teks
            daftar.ods  | not really        | ods
            daftar      | nip;nama          | tanpa ekstensi yang dikenal
            daftar.csv  | <html><table>     | csv, isinya html (halaman web)
            daftar.xls  | <html><table>     | xls, isinya html (halaman web)
            """)
    void namesTheFormThatAFileIs(String name, String content, String found) {
        assertUnreadable(found, name, content);
    }

    @Test
    void tellsOldWorkbooksFromLockedOnes() {
        assertUnreadable("xls (Excel 97-2003)", "daftar.xls", OLE + utf16("Workbook"));
        assertUnreadable("xlsx, isinya xls (Excel 97-2003)", "daftar.xlsx", OLE + utf16("Workbook"));
        assertUnreadable("xlsx terkunci kata sandi", "daftar.xlsx", OLE + utf16("EncryptedPackage"));
        assertUnreadable("csv, isinya doc (Word 97-2003)", "daftar.csv", OLE + utf16("WordDocument"));
    }

    @Test
    void tellsOtherZipsFromWorkbooks() {
        Xlsx ods = empty().part("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        Xlsx docx = empty().part("word/document.xml", "<w/>");
        Xlsx macros = new Xlsx().part("xl/vbaProject.bin", "x");

        assertUnreadable("ods (OpenDocument)", "daftar.ods", ods);
        assertUnreadable("xlsx, isinya ods (OpenDocument)", "daftar.xlsx", ods);
        assertUnreadable("xlsx, isinya docx (Word)", "daftar.xlsx", docx);
        assertUnreadable("xlsx, isinya xlsm (berisi makro)", "daftar.xlsx", macros);
        assertUnreadable("xlsx, isinya zip", "daftar.xlsx", empty().part("daftar.txt", "x"));
        assertUnreadable("csv, isinya xlsx", "daftar.csv", new Xlsx());
    }

    @Test
    void refusesFileOverTheLimitAndFileOfNothing() {
        Limits small = new Limits(3, 10, 10, 10, 10);

        assertEquals(
                ExceptionCode.FILE_TOO_LARGE,
                Dropped.csv("nip\n").refusal(small).code());
        assertEquals(ExceptionCode.FILE_EMPTY, Dropped.csv("").refusal().code());
        assertEquals(
                ExceptionCode.FILE_EMPTY, Dropped.csv("\ufeff\ufeff").refusal().code());
    }

    private static Xlsx empty() {
        return new Xlsx()
                .without("[Content_Types].xml")
                .without("_rels/.rels")
                .without("xl/workbook.xml")
                .without("xl/_rels/workbook.xml.rels")
                .without("xl/sharedStrings.xml")
                .without("xl/styles.xml")
                .without("xl/worksheets/sheet1.xml")
                .without("xl/worksheets/sheet2.xml");
    }

    private static void assertUnreadable(String found, String name, Xlsx zip) {
        assertUnreadable(found, new Dropped(name, zip.bytes()));
    }

    private static void assertUnreadable(String found, String name, String latin) {
        assertUnreadable(found, new Dropped(name, latin.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void assertUnreadable(String found, Dropped dropped) {
        FileRefused refusal = dropped.refusal();
        assertEquals(ExceptionCode.FILE_UNREADABLE, refusal.code());
        assertEquals(found, refusal.found());
        assertEquals("csv, txt, xlsx", refusal.expected());
    }

    private static String utf16(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
