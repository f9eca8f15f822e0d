package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReadingTest {
    @Test
    void endsRowsAtAnyLineEnd() throws FileRefused, IOException {
        assertEquals(List.of("1: a|b", "2: c|d", "3: e|f", "4: g|h"), rows("a,b\r\nc,d\ne,f\rg,h"));
    }

    @Test
    void countsBlankLinesAsRows() throws FileRefused, IOException {
        assertEquals(List.of("2: a|b", "5: c|d", "6: e|f"), rows("\r\na,b\n\n\r\nc,d\ne,f\n\n"));
    }

    @Test
    void countsACellOfSeveralLinesAsOneRow() throws FileRefused, IOException {
        assertEquals(List.of("1: a|b\r\nb\n\nb", "2: c|d"), rows("a,\"b\r\nb\n\nb\"\nc,d\n"));
    }

    @Test
    void keepsCellsAsTheyAre() throws FileRefused, IOException {
        assertEquals(List.of("1:  a |\"|=\"1\"|"), rows(" a ,\"\"\"\",\"=\"\"1\"\"\",\n"));
        assertEquals(List.of(CellKind.TEXT, CellKind.TEXT), Dropped.csv("1,\n").kinds());
    }

    @Test
    void takesQuotesOutOfPlaceAsText() throws FileRefused, IOException {
        assertEquals(List.of("1: Zulkifli \"Zul\"|x"), rows("Zulkifli \"Zul\",x\n"));
        assertEquals(List.of("1: Zul Zulkifli|x", "2: a|b"), rows("\"Zul\" Zulkifli,x\na,b\n"));
    }

    @Test
    void unwrapsLinesThatWereQuotedAsAWhole() throws FileRefused, IOException {
        List<String> rows = List.of("1: nama|nip", "2: Sari, S.E|1", "4: Budi|2");

        for (String delimiter : List.of(",", ";", "\t", "|")) {
            String list = "\"nama,nip\"\n\"\"\"Sari, S.E\"\",1\"\n\n\"Budi,2\"\n";
            String other = list.replace(",", delimiter).replace("Sari" + delimiter, "Sari,");
            assertEquals(rows, rows(other), delimiter);
            assertEquals(rows, rows("\ufeff\ufeff" + other.replace("\n", "\r\n")));
            assertEquals(rows, rows("sep=" + delimiter + "\n" + other));
            assertEquals(rows, rows("\"sep=" + delimiter + "\"\n" + other));
            assertEquals(rows, new Dropped("a.txt", ("\ufeff" + other).getBytes(StandardCharsets.UTF_16LE)).rows());
        }
    }

    @Test
    void unwrapsLinesAmongTitlesEmptyCellsAndLineBreaks() throws FileRefused, IOException {
        assertEquals(
                List.of("1: DAFTAR", "2: DINAS, KOTA", "3: nama|Nama\nIG", "4: é|a"),
                rows("DAFTAR\n\"\"\"DINAS, KOTA\"\"\"\n\"nama;\"\"Nama\nIG\"\"\",,\n\"é;a\",,\n"));
        assertEquals(
                List.of("1: nama|ig", "2: é|a"),
                new Dropped("a.csv", "\"nama;ig\"\n\"é;a\"\n".getBytes(StandardCharsets.ISO_8859_1)).rows());
    }

    @Test
    void leavesLinesWrappedWhereSomeLineHasTwoCells() throws FileRefused, IOException {
        assertEquals(List.of("1: a,b", "2: c|d"), rows("\"a,b\"\nc,d\n"));
        assertEquals(List.of("1: a", "2: b"), rows("\"a\"\n\"b\"\n"));
    }

    @Test
    void readsAgainOnASecondWalk() throws FileRefused, IOException {
        CsvSheet sheet = CsvSheet.of("a;b\nc;d\n".getBytes(StandardCharsets.UTF_8), Dropped.LIMITS);
        for (int walk = 0; walk < 2; walk++) {
            try (Sheet.Rows rows = sheet.open()) {
                Row first = rows.next();
                assertEquals("a", first == null ? null : first.text(0));
            }
        }
    }

    @Test
    void refusesQuoteThatNothingCloses() {
        assertUnclosed(3, "a,b\nc,d\n\"e,f\ng,h\n");
        assertUnclosed(1, "\"a,b");
    }

    @Test
    void refusesQuoteThatAnotherRowSeemsToClose() {
        assertUnclosed(2, "nip,nama\n1,\"Ani\n2,\"Budi, S.Pd\"\n3,Cut\n");
    }

    @Test
    void refusesCellThatHoldsWholeRows() {
        assertUnclosed(2, "a;b;c;d\n1;\"x;y;z\n1;x;y;z\n1;x;y;z\n1;x;y;z\"\n1;x;y;z\n");
    }

    @Test
    void acceptsAnAddressOfSeveralLines() throws FileRefused, IOException {
        String address = "Jl. A, B\nDesa C, D, E, F\nKec. G, H, I";

        assertEquals(List.of("1: a|b|c|d", "2: 1|" + address + "|x|y"), rows("a,b,c,d\n1,\"" + address + "\",x,y\n"));
    }

    @Test
    void saysUnclosedRatherThanTooLongOfAQuoteThatSwallowsTheFile() {
        assertUnclosed(2, "nip,nama\n1,\"Ani\n" + "2,Budi\n".repeat(3000));
    }

    @Test
    void refusesCellOneCharacterOverTheLimit() throws FileRefused, IOException {
        String most = "x".repeat(40);

        assertEquals(List.of("1: a|" + most, "2: " + most + "|b"), rows("a," + most + "\n\"" + most + "\",b\n"));
        assertTooLarge("baris 2: sel dengan lebih dari 40 karakter", "a,b\na," + most + "x\n");
        assertTooLarge("baris 1: sel dengan lebih dari 40 karakter", "a,\"" + most + "x\"\n");
        assertTooLarge("baris 1: sel dengan lebih dari 40 karakter", "a,\"" + most + "\n\",b\n");
        assertTooLarge("baris 1: sel dengan lebih dari 40 karakter", "a," + most + "x");
    }

    @Test
    void refusesOneColumnOverTheLimit() throws FileRefused, IOException {
        assertEquals(1, rows(",".repeat(9) + "\n").size());
        assertTooLarge("baris 2: lebih dari 10 kolom", "a\n" + ",".repeat(10) + "\n");
    }

    @Test
    void refusesOneRowOverTheLimit() throws FileRefused, IOException {
        assertEquals(1000, rows("a\n".repeat(1000)).size());
        assertTooLarge("lebih dari 1000 baris", "a\n".repeat(1001));
    }

    @Test
    void refusesEndlessCellInTheMemoryOfOneBuffer() {
        String endless = "a,\"" + "x\n".repeat(10_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertUnclosed(1, endless));
    }

    private static List<String> rows(String csv) throws FileRefused, IOException {
        return Dropped.csv(csv).rows();
    }

    private static void assertUnclosed(int row, String csv) {
        FileRefused refusal = Dropped.csv(csv).refusal();
        assertEquals(ExceptionCode.FILE_UNREADABLE, refusal.code());
        assertEquals("baris " + row + ": tanda kutip (\") dibuka dan tidak ditutup", refusal.found());
    }

    private static void assertTooLarge(String found, String csv) {
        FileRefused refusal = Dropped.csv(csv).refusal();
        assertEquals(ExceptionCode.FILE_TOO_LARGE, refusal.code());
        assertEquals(found, refusal.found());
    }
}
