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
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml",
                "docProps/core.xml"
            })
    void refusesDocumentTypesAndEntitiesAnywhere(String part) {
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

    @Test
    void refusesMoreThanMayBeInflated() throws FileRefused, IOException {
        Dropped dropped =
                new Xlsx().sheet(ROW).part("docProps/x.bin", new byte[100_000]).dropped();
        Limits enough = new Limits(50L << 20, 110_000, 1000, 10, 40);
        Limits less = new Limits(50L << 20, 90_000, 1000, 10, 40);

        assertEquals(List.of("1: nip"), dropped.rows(enough));
        assertEquals(ExceptionCode.FILE_TOO_LARGE, dropped.refusal(less).code());
    }

    @Test
    void refusesMoreThanMayBeInflatedWhereTheDirectoryDeniesIt() {
        byte[] bytes =
                new Xlsx().part("docProps/x.bin", new byte[100_000]).sheet(ROW).bytes();
        // The size in the central directory: 100,000 becomes 1.
        int size = lastIndexOf(bytes, new byte[] {(byte) 0xA0, (byte) 0x86, 1, 0});
        bytes[size] = 1;
        bytes[size + 1] = 0;
        bytes[size + 2] = 0;
        Limits less = new Limits(50L << 20, 90_000, 1000, 10, 40);

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

    @Test
    void refusesFilesInsideTheFile() {
        assertRefused(
                ExceptionCode.FILE_UNREADABLE,
                new Xlsx()
                        .sheet(ROW)
                        .part("xl/embeddings/a.xlsx", new Xlsx().bytes())
                        .dropped());
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
