package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and signatures are no data, and nobody is taken for one. */
class RowShapesTest {
    private static final String HEADER = "nip;nama;instagram;follow humas;repost\n";
    private static final String NO = "197506102014122659";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";Jumlah;;2;4",
                ";JUMLAH:;;2;4",
                ";Total. ;;2;4",
                ";total = 5;;2;4",
                ";Jumlah/Total;;2;4",
                ";;total_;2;4",
                "NIP. 197506102014122659;;;NIP. -;",
                "NIP. 19750610 201412 2 659;;;NIK. 1106010101700001;",
                "NIP 197506102014122659;;;;NIPPPK 198906242020212002",
                "NI PPPK. 198906242020212002;;;;NIP. 197506102014122659"
            })
    void leavesSumsAndSignaturesAlone(String row) throws Exception {
        assertThat(Read.csv(HEADER + NO + ";Budiman;budi;ya;2\n" + row + "\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total.budi", "Jumlah_2", "total2", "totalia", "jumlah.1.b"})
    void readsWhoseAccountBeginsLikeASum(String account) throws Exception {
        assertThat(Read.csv(HEADER + NO + ";Budiman;" + account + ";ya;2\n"))
                .containsExactly("2 " + NO + "|Budiman||" + account + "|ya|~|2|~");
    }

    /** With an answer or without one. */
    @ParameterizedTest
    @ValueSource(strings = {"Honorer", "Tenaga Kontrak", "belum ada", "-", ""})
    void readsWhoseNumberStandsInTheOtherColumn(String nip) throws Exception {
        assertThat(Read.csv("nip;nik;nama;follow humas\n" + nip + ";1106010101700001;Budiman;\n"))
                .containsExactly("2 1106010101700001|Budiman||~||~|~|~");
        assertThat(Read.csv("nip;nik;nama;follow humas\n" + nip + ";1106010101700001;Budiman;ya\n"))
                .containsExactly("2 1106010101700001|Budiman||~|ya|~|~|~");
    }

    @Test
    void readsWhoseTwoNumbersStandInTheirColumns() throws Exception {
        assertThat(Read.csv("nip;nik;follow humas\nNIP. " + NO + ";NIK 1106010101700001;\n"))
                .containsExactly("2 " + NO + "|||~||~|~|~");
    }
}
