package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxSafetyTest {
    private static final String ROW = "<row r=\"1\">" + Xlsx.inline("A1", "nip") + "</row>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/worksheets/sheet1.xml"
            })
    void refusesDocumentTypesAndEntitiesInAnyPartThatIsOpened(String part) {
        String xml =
                "<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>";

        assertRefused(ExceptionCode.FILE_UNSAFE, new Xlsx().part(part, xml).dropped());
    }

    @Test
    void takesADocumentTypeInsideATextAsText() throws FileRefused, IOException {
        assertEquals(
                List.of("1: <!DOCTYPE"),
                Xlsx.ofCells(Xlsx.inline("A1", "&lt;!DOCTYPE")).dropped().rows());
        assertEquals(
                List.of("1: <!DOCTYPE"),
                Xlsx.ofCells("<!-- <!DOCTYPE -->" + Xlsx.inline("A1", "<![CDATA[<!DOCTYPE]]>"))
                        .dropped()
                        .rows());
    }

    @Test
    void refusesUndeclaredEntities() {
        assertRefused(
                ExceptionCode.FILE_UNREADABLE,
                Xlsx.ofCells(Xlsx.inline("A1", "&bom;")).dropped());
    }

    @Test
    void refusesElementsNamedWithTheReservedPrefix() throws FileRefused, IOException {
        assertRefused(
                ExceptionCode.FILE_UNREADABLE,
                Xlsx.ofCells("<xmlns:c r=\"A1\">1</xmlns:c>").dropped());
        assertEquals(
                List.of("1: a"),
                Xlsx.ofCells("<x:xmlns xmlns:x=\"y\"/>" + Xlsx.inline("A1", "a"))
                        .dropped()
                        .rows());
    }

    private static final String BULK = ROW + "<row r=\"2\"/>".repeat(6_000);

    @Test
    void refusesMoreThanMayBeInflated() throws FileRefused, IOException {
        Dropped dropped = new Xlsx().sheet(BULK).dropped();
        Limits enough = new Limits(50L << 20, 110_000, 1000, 10, 40);
        Limits less = new Limits(50L << 20, 60_000, 1000, 10, 40);

        assertEquals(ExceptionCode.FILE_UNREADABLE, dropped.refusal(enough).code());
        assertEquals(ExceptionCode.FILE_TOO_LARGE, dropped.refusal(less).code());
    }

    @Test
    void refusesMoreThanMayBeInflatedWhereOneTextStandsInManyCells() throws FileRefused, IOException {
        String cells = ROW;
        for (int row = 2; row <= 200; row++) {
            cells += "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>0</v></c></row>";
        }
        Dropped dropped = new Xlsx()
                .shared("<si><t>" + "x".repeat(400) + "</t></si>")
                .sheet(cells)
                .dropped();

        assertEquals(
                200, dropped.rows(new Limits(50L << 20, 80_000, 1000, 10, 400)).size());
        FileRefused refusal = dropped.refusal(new Limits(50L << 20, 79_000, 1000, 10, 400));
        assertEquals(ExceptionCode.FILE_TOO_LARGE, refusal.code());
        assertEquals("baris 199: lebih dari 79000 karakter teks bersama di semua sel", refusal.found());
    }

    @Test
    void refusesMoreThanMayBeInflatedInSeveralPartsTogether() throws FileRefused, IOException {
        String comment = "<!--" + "x".repeat(30_000) + "-->";
        Dropped dropped = new Xlsx().sheet(ROW + comment).shared(comment).dropped();

        assertEquals(List.of("1: nip"), dropped.rows(new Limits(50L << 20, 70_000, 1000, 10, 40)));
        assertEquals(
                ExceptionCode.FILE_TOO_LARGE,
                dropped.refusal(new Limits(50L << 20, 50_000, 1000, 10, 40)).code());
    }

    @Test
    void refusesMoreThanMayBeInflatedWhereTheDirectoryDeniesIt() {
        byte[] bytes = new Xlsx().sheet(BULK).bytes();
        for (int i = 0; i + 28 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                Arrays.fill(bytes, i + 25, i + 28, (byte) 0);
            }
        }
        Limits less = new Limits(50L << 20, 60_000, 1000, 10, 40);

        FileRefused refusal = new Dropped("daftar.xlsx", bytes).refusal(less);
        assertEquals(ExceptionCode.FILE_TOO_LARGE, refusal.code());
    }

    @Test
    void refusesTextsTagsAndNestingWithoutEndBeforeAParserSeesThem() {
        String endless = "x".repeat(2_000_000);

        assertRefused(
                ExceptionCode.FILE_TOO_LARGE,
                Xlsx.ofCells(Xlsx.inline("A1", endless)).dropped());
        assertRefused(
                ExceptionCode.FILE_TOO_LARGE,
                Xlsx.ofCells("<c r=\"" + endless + "\"/>").dropped());
        assertRefused(
                ExceptionCode.FILE_TOO_LARGE,
                new Xlsx().sheet("<!--" + endless + "-->").dropped());
        assertRefused(
                ExceptionCode.FILE_UNREADABLE,
                new Xlsx().sheet("<a>".repeat(1_000_000)).dropped());
    }

    @Test
    void refusesOneNameTwice() {
        Dropped differsInCase =
                new Xlsx().sheet(ROW).part("XL/Workbook.xml", "<workbook/>").dropped();

        assertRefused(ExceptionCode.FILE_UNSAFE, differsInCase);
    }

    /** Embedded objects, pictures, printers, properties: whatever is in them, and however much. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Content_Types].xml",
                "docProps/core.xml",
                "docProps/thumbnail.jpeg",
                "xl/embeddings/oleObject1.bin",
                "xl/embeddings/Microsoft_Excel_Worksheet.xlsx",
                "xl/media/image1.png",
                "xl/drawings/drawing1.xml",
                "xl/drawings/_rels/drawing1.xml.rels",
                "xl/charts/chart1.xml",
                "xl/printerSettings/printerSettings1.bin",
                "xl/worksheets/_rels/sheet1.xml.rels",
                "xl\\media\\image1.png",
                "customXml/item1.xml"
            })
    void neverOpensWhatNoSheetNeeds(String part) throws FileRefused, IOException {
        Limits little = new Limits(50L << 20, 50_000, 1000, 10, 40);
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>";
        List<byte[]> contents = List.of(
                new byte[0],
                new byte[1_000_000],
                doctype.getBytes(StandardCharsets.UTF_8),
                "<a>".repeat(1_000).getBytes(StandardCharsets.UTF_8),
                new Xlsx().bytes());

        for (byte[] content : contents) {
            Xlsx book = new Xlsx().sheet(ROW).part(part, content);
            assertEquals(List.of("1: nip"), book.dropped().rows(little));
            assertEquals(List.of("1: nip"), new Dropped("daftar.xlsx", spoiled(book.bytes(), part)).rows(little));
        }
    }

    /** With another check sum of a part, and a byte of its content turned over. */
    private static byte[] spoiled(byte[] zip, String part) {
        byte[] name = part.getBytes(StandardCharsets.UTF_8);
        int directory = lastIndexOf(zip, name) - 46;
        zip[directory + 16] ^= 1;
        int header = (zip[directory + 42] & 0xff) + ((zip[directory + 43] & 0xff) << 8);
        zip[header + 30 + name.length] ^= 0x55;
        return zip;
    }

    @Test
    void readsAWorkbookWithMorePicturesAndChartsThanAnybodyHas() throws FileRefused, IOException {
        Xlsx book = new Xlsx().sheet(ROW);
        for (int i = 0; i < 12_000; i++) {
            book.part("xl/media/image" + i + ".png", new byte[] {1}).part("xl/charts/chart" + i + ".xml", "<c/>");
        }
        assertEquals(List.of("1: nip"), book.dropped().rows());
    }

    @Test
    void readsAWorkbookWithAPictureWhoseNameIsNoUtf8() throws FileRefused, IOException {
        String zip =
                new String(new Xlsx().sheet(ROW).part("xl/media/aXe.png", "x").bytes(), StandardCharsets.ISO_8859_1);
        byte[] western = zip.replace("aXe.png", "a\u00e9e.png").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i + 10 < western.length; i++) {
            boolean isHeader = western[i] == 'P' && western[i + 1] == 'K';
            // what says that names are UTF-8
            if (isHeader && western[i + 2] == 1) western[i + 9] = 0;
            if (isHeader && western[i + 2] == 3) western[i + 7] = 0;
        }

        assertEquals(List.of("1: nip"), new Dropped("daftar.xlsx", western).rows());
    }

    @Test
    void takesABackslashForASlashInNamesAndTargets() throws FileRefused, IOException {
        Xlsx good = Xlsx.ofCells("<c r=\"A1\" t=\"s\"><v>0</v></c>").shared("<si><t>nip</t></si>");

        assertEquals(List.of("1: nip"), new Dropped("daftar.xlsx", good.backslashes(true, false)).rows());
        assertEquals(List.of("1: nip"), new Dropped("daftar.xlsx", good.backslashes(false, true)).rows());
        assertEquals(List.of("1: nip"), new Dropped("daftar.xlsx", good.backslashes(true, true)).rows());
    }

    @Test
    void refusesOneNameTwiceWhereABackslashHidesIt() {
        assertRefused(
                ExceptionCode.FILE_UNSAFE,
                new Xlsx().sheet(ROW).part("xl\\workbook.xml", "<workbook/>").dropped());
    }

    @Test
    void refusesNamesThatLeadOutside() {
        for (String name : List.of("../x.png", "xl/../../x.xml", "..\\x.bin", "/etc/x", "\\x", "C:\\x", "xl\\..\\x")) {
            assertRefused(
                    ExceptionCode.FILE_UNSAFE,
                    new Xlsx().sheet(ROW).part(name, "x").dropped());
        }
    }

    @Test
    void refusesXmlInAnEncodingThatHidesItsTags() {
        byte[] utf16 = "\uFEFF<worksheet/>".getBytes(StandardCharsets.UTF_16LE);

        assertRefused(
                ExceptionCode.FILE_UNREADABLE,
                new Xlsx().part("xl/worksheets/sheet1.xml", utf16).dropped());
    }

    @Test
    void refusesAZipThatIsCutAnywhere() {
        byte[] bytes = new Xlsx().sheet(ROW).bytes();

        for (int length = 4; length < bytes.length; length += 7) {
            assertRefused(ExceptionCode.FILE_UNREADABLE, new Dropped("daftar.xlsx", Arrays.copyOf(bytes, length)));
        }
    }

    @Test
    void refusesAZipWithALockedPart() {
        byte[] bytes = new Xlsx().sheet(ROW).bytes();
        int directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 8] |= 1;

        assertRefused(ExceptionCode.FILE_UNREADABLE, new Dropped("daftar.xlsx", bytes));
    }

    @Test
    void endsEverySpoiledFileAsRowsOrRefusal() {
        byte[] good = Xlsx.ofCells("<c r=\"A1\" t=\"s\"><v>0</v></c>" + Xlsx.inline("B1", "b"))
                .shared("<si><t>nip</t></si>")
                .bytes();
        Random random = new Random(480_263);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 300; i++) {
                byte[] spoiled = good.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
                }
                endsOrderly(new Dropped("daftar.xlsx", spoiled));
            }
        });
    }

    @Test
    void endsEverySpoiledPartAsRowsOrRefusal() {
        byte[] good = ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&amp;b</t></is></c>"
                        + "<c r=\"B1\" s=\"1\"><f>1</f><v>1</v></c></row></sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(480_263);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 600; i++) {
                byte[] spoiled = good.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
                }
                endsOrderly(new Xlsx().part("xl/worksheets/sheet1.xml", spoiled).dropped());
            }
        });
    }

    private static void endsOrderly(Dropped dropped) throws IOException {
        try {
            dropped.rows();
        } catch (FileRefused e) {
            assertEquals("FILE_", e.code().name().substring(0, 5));
        }
    }

    private static void assertRefused(ExceptionCode code, Dropped dropped) {
        assertEquals(code, dropped.refusal().code());
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) return i;
        }
        throw new IllegalArgumentException("not found");
    }
}
