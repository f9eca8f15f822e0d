package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class XlsxCellsTest {
    @Test
    void readsTextsOfAllThreeKinds() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells("<c r=\"A1\" t=\"s\"><v>1</v></c>" + Xlsx.inline("B1", "dua &amp; tiga")
                        + "<c r=\"C1\" t=\"str\"><v>empat</v></c>")
                .shared("<si><t>nol</t></si><si><r><t>sa</t></r><r><t xml:space=\"preserve\">tu </t></r>"
                        + "<rPh><t>bunyi</t></rPh></si>")
                .dropped();

        assertEquals(List.of("1: satu |dua & tiga|empat"), dropped.rows());
        assertEquals(List.of(CellKind.TEXT, CellKind.TEXT, CellKind.TEXT), dropped.kinds());
    }

    @Test
    void keepsNumbersAsTheFileHoldsThem() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells("<c r=\"A1\"><v>1.97112051998031E+17</v></c><c r=\"B1\" t=\"n\"><v>007</v></c>")
                .dropped();

        assertEquals(List.of("1: 1.97112051998031E+17|007"), dropped.rows());
        assertEquals(List.of(CellKind.NUMBER, CellKind.NUMBER), dropped.kinds());
    }

    @Test
    void readsSmallWholeNumbersHoweverTheyAreWritten() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells(
                        "<c r=\"A1\"><v>3.0</v></c><c r=\"B1\"><v>1e+05</v></c><c r=\"C1\"><v>2.50E1</v></c>"
                                + "<c r=\"D1\"><v>2.5E0</v></c><c r=\"E1\"><v>1.3E9</v></c><c r=\"F1\"><v>1E-1</v></c>")
                .dropped();

        assertEquals(List.of("1: 3|100000|25|2.5E0|1.3E9|1E-1"), dropped.rows());
    }

    @Test
    void givesFormulasWithTheirCachedValue() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells("<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>A1</f><v>dua</v></c>"
                        + "<c r=\"C1\"><f>A1</f></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c>")
                .dropped();

        assertEquals(List.of("1: 2|dua||#N/A"), dropped.rows());
        assertEquals(List.of(CellKind.FORMULA, CellKind.FORMULA, CellKind.FORMULA, CellKind.TEXT), dropped.kinds());
    }

    @Test
    void givesTruthsAsTheSheetShowsThem() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>")
                .dropped();

        assertEquals(List.of("1: TRUE|FALSE"), dropped.rows());
        assertEquals(List.of(CellKind.BOOLEAN, CellKind.BOOLEAN), dropped.kinds());
    }

    @Test
    void givesNumbersThatAreShownAsDatesAsDates() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells("<c r=\"A1\" s=\"1\"><v>45809</v></c><c r=\"B1\" s=\"2\"><v>45809.25</v></c>"
                        + "<c r=\"C1\" s=\"0\"><v>45809</v></c><c r=\"D1\" t=\"d\"><v>2025-06-01</v></c>"
                        + "<c r=\"E1\" s=\"1\"><v>198609262015051001</v></c>")
                .styles("dd\\-mm\\-yyyy hh:mm")
                .dropped();

        assertEquals(List.of("1: 2025-06-01|2025-06-01T06:00|45809|2025-06-01|198609262015051001"), dropped.rows());
        assertEquals(
                List.of(CellKind.DATE, CellKind.DATE, CellKind.NUMBER, CellKind.DATE, CellKind.NUMBER),
                dropped.kinds());
    }

    @Test
    void countsDatesFrom1904WhereTheWorkbookDoes() throws FileRefused, IOException {
        Dropped dropped = Xlsx.ofCells("<c r=\"A1\" s=\"1\"><v>44347</v></c>")
                .workbook("date1904=\"1\"", "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>")
                .dropped();

        assertEquals(List.of("1: 2025-06-01"), dropped.rows());
    }

    @Test
    void knowsDateFormatsFromNumberFormats() {
        assertEquals(true, Styles.isDateFormat("[$-421]dd mmmm yyyy;@"));
        assertEquals(true, Styles.isDateFormat("[h]:mm"));
        assertEquals(false, Styles.isDateFormat("#,##0 \"hari\";[Red]-0"));
        assertEquals(false, Styles.isDateFormat("General"));
        assertEquals(false, Styles.isDateFormat("0\\d_m"));
    }

    @Test
    void keepsTheDayThatSpreadsheetsInventedOutOfTheCalendar() {
        assertEquals("1900-02-28", ExcelDate.iso("59", false));
        assertEquals(null, ExcelDate.iso("60", false));
        assertEquals("1900-03-01", ExcelDate.iso("61", false));
        assertEquals("18:00", ExcelDate.iso("0.75", false));
        assertEquals(null, ExcelDate.iso("-1", false));
        assertEquals(null, ExcelDate.iso("NaN", false));
    }

    @Test
    void decodesEscapedCharacters() throws FileRefused, IOException {
        assertEquals(
                List.of("1: a\rb|a_x00|_"),
                Xlsx.ofCells(Xlsx.inline("A1", "a_x000D_b") + Xlsx.inline("B1", "a_x00") + Xlsx.inline("C1", "_x005F_"))
                        .dropped()
                        .rows());
    }

    @Test
    void placesCellsByTheirReference() throws FileRefused, IOException {
        String cells = Xlsx.inline("C1", "c") + Xlsx.inline("A1", "a") + "<c r=\"B1\" s=\"1\"/>";

        assertEquals(List.of("1: a||c"), Xlsx.ofCells(cells).dropped().rows());
    }

    @Test
    void refusesReferencesThatCannotBe() {
        assertUnreadable("sel A2 di baris 1", Xlsx.inline("A2", "a"));
        assertUnreadable("sel ZZZZ1 di baris 1", Xlsx.inline("ZZZZ1", "a"));
        assertUnreadable("sel 1 di baris 1", Xlsx.inline("1", "a"));
        assertUnreadable("baris 1: kolom ke-18278", Xlsx.inline("ZZZ1", "a"));
        assertUnreadable("baris 1: satu sel ditulis dua kali", Xlsx.inline("A1", "a") + Xlsx.inline("A1", "b"));
    }

    @Test
    void refusesReferenceToAMissingSharedText() {
        assertUnreadable("baris 1: teks bersama nomor 0 tidak ada", "<c r=\"A1\" t=\"s\"><v>0</v></c>");
        assertUnreadable("baris 1: teks bersama nomor x tidak ada", "<c r=\"A1\" t=\"s\"><v>x</v></c>");
        assertUnreadable("baris 1: teks bersama nomor -1 tidak ada", "<c r=\"A1\" t=\"s\"><v>-1</v></c>");
    }

    @Test
    void refusesTextOneCharacterOverTheLimit() throws FileRefused, IOException {
        String most = "x".repeat(40);

        assertEquals(
                List.of("1: " + most),
                Xlsx.ofCells(Xlsx.inline("A1", most)).dropped().rows());
        FileRefused inCell =
                Xlsx.ofCells(Xlsx.inline("A1", most + "x")).dropped().refusal();
        FileRefused inRuns = new Xlsx()
                .shared("<si><r><t>" + most + "</t></r><r><t>x</t></r></si>")
                .dropped()
                .refusal();
        assertEquals(ExceptionCode.FILE_TOO_LARGE, inCell.code());
        assertEquals("Daftar", inCell.sheet());
        assertEquals(ExceptionCode.FILE_TOO_LARGE, inRuns.code());
    }

    private static void assertUnreadable(String found, String cells) {
        FileRefused refusal = Xlsx.ofCells(cells).dropped().refusal();
        assertEquals(ExceptionCode.FILE_UNREADABLE, refusal.code());
        assertEquals(found, refusal.found());
        assertEquals("Daftar", refusal.sheet());
    }
}
