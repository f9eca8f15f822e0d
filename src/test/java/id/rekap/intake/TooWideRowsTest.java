package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.tabular.Xlsx;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of a CSV that is wider than its header is data of which nothing is used. */
class TooWideRowsTest {
    private static final String HEADER = "nip,nama,status,follow humas,follow mediacenter\n";
    private static final String GOOD = "197506102014122659,Budiman Contohan,Aktif,ya,tidak\n";
    private static final String READ = " 197506102014122659|Budiman Contohan||~|ya|tidak|~|~";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "197503102014031546,Sari Contohan, M.Kes,Aktif,tidak,ya",
                "197503102014031546,Dr. Sari Contohan, S.E, M.Si,Aktif,tidak,ya",
                "197503102014031546,Sari Contohan,Aktif,tidak,ya,sudah dicek",
                "197503102014031546,Sari Contohan,Aktif,tidak,ya,,,,,1",
                "197503102014031546,Sari Contohan, M.Kes,Aktif,tidak,NULL",
                "1,97E+17,Sari Contohan,Aktif,tidak,ya",
                "Sari Contohan, M.Kes,197503102014031546,Aktif,tidak,ya",
                "Sari Contohan, M.Kes,\"1,97E+17\",Aktif,tidak,ya",
                "',197503102014031546,Sari Contohan,Aktif,tidak,ya",
                ",Sari Contohan, M.Kes,Aktif,tidak,ya",
                "\"197503102014031546\",\"Sari \\\"Sa\\\", M.Kes\",\"Aktif\",\"tidak\",\"ya\"",
                "197503102014031546,\"Sari, M.Kes\",Aktif, tetap,tidak,ya"
            })
    void refusesTheRowAndNoOther(String row) throws Exception {
        assertThat(Read.csv(HEADER + GOOD + row + "\n" + GOOD)).containsExactly("2" + READ, "3 TOO_WIDE||", "4" + READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "197503102014031546,Sari Contohan,Aktif,tidak,ya,,,",
                "197503102014031546,Sari Contohan,Aktif,tidak,ya, ,\u00a0,\ufeff",
                "197503102014031546,\"Sari Contohan\",Aktif,tidak,ya"
            })
    void readsRowsThatHaveNothingBehindTheHeader(String row) throws Exception {
        assertThat(Read.csv(HEADER + row + "\n")).containsExactly("2 197503102014031546|Sari Contohan||~|tidak|ya|~|~");
    }

    @Test
    void readsShortRowsAsBefore() throws Exception {
        assertThat(Read.csv(HEADER + "197503102014031546,Sari Contohan\n"))
                .containsExactly("2 197503102014031546|Sari Contohan||~|||~|~");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,,,,,,",
                "1,2,3,4,5,6,7",
                "Jumlah,2,,1,1,2",
                ",,,,,,,Total: 2,orang",
                ",,,,,,dicetak oleh komputer",
                ",,Mengetahui,,,,\"Kota Jantho, 31 Juli 2020\"",
                ",,NIP. 196801011990031001,,,,NIP. 196901011990031001",
                ",,Hubungi,,,,0812 0000 0000"
            })
    void leavesAloneWhatIsNoDataHoweverWide(String row) throws Exception {
        assertThat(Read.csv(HEADER + GOOD + row + "\n")).containsExactly("2" + READ);
    }

    @Test
    void countsTheCellsOfTheHeaderWithItsEmptyOnes() throws Exception {
        String wide = "197503102014031546,Sari Contohan,Aktif,tidak,ya,dicek";

        assertThat(Read.csv(HEADER.strip() + ",\n" + wide + "\n" + wide + ",lagi\n"))
                .containsExactly("2 197503102014031546|Sari Contohan||~|tidak|ya|~|~", "3 TOO_WIDE||");
    }

    @Test
    void countsTheCellsOfTheWiderOfTwoHeaderRows() throws Exception {
        String header = "nip;nama;follow\n;;humas;mediacenter\n";

        assertThat(Read.csv(header + "197503102014031546;Sari;tidak;ya\n197506102014122659;Budi;a;tidak;ya\n"))
                .containsExactly("3 197503102014031546|Sari||~|tidak|ya|~|~", "4 TOO_WIDE||");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void refusesWithEveryDelimiterAndBehindTheLineThatNamesIt(String delimiter) throws Exception {
        String row = "197503102014031546,Sari, M.Kes,Aktif,tidak,ya";
        String list = (HEADER + GOOD + row + "\n" + GOOD).replace(",", delimiter);

        assertThat(Read.csv(list)).containsExactly("2" + READ, "3 TOO_WIDE||", "4" + READ);
        assertThat(Read.csv("sep=" + delimiter + "\r\n" + list)).contains("3 TOO_WIDE||");
    }

    @Test
    void refusesInEveryEncodingAndBehindTitles() throws Exception {
        String list = "DAFTAR\n\n" + HEADER + "197503102014031546,Sári, M.Kes,Aktif,tidak,ya\n" + GOOD;
        List<String> wanted = List.of("4 TOO_WIDE||", "5" + READ);

        assertThat(Read.file("a.csv", list.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(wanted);
        assertThat(Read.file("A.TXT", ("\ufeff" + list).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(wanted);
        assertThat(Read.file("a.csv", ("\ufeff" + list).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(wanted);
    }

    @Test
    void leavesTheNoteBesideTheTableOfAWorkbook() throws Exception {
        byte[] book = new Xlsx()
                .sheet("<row r=\"1\">" + Xlsx.inline("A1", "nip") + Xlsx.inline("B1", "repost") + "</row><row r=\"2\">"
                        + Xlsx.inline("A2", "197503102014031546") + Xlsx.inline("B2", "2") + Xlsx.inline("F2", "dicek")
                        + "</row>")
                .bytes();

        assertThat(Read.file("a.xlsx", book)).containsExactly("2 197503102014031546|||~|~|~|2|~");
    }
}
