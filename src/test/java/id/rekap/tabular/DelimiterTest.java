package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterTest {
    private static final String NIP = "198609262015051001";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsEachDelimiter(String delimiter) throws FileRefused, IOException {
        String text = "nip,nama,ig\n1,Ani,ani\n".replace(",", delimiter);

        assertEquals(
                List.of("1: nip|nama|ig", "2: 1|Ani|ani"), Dropped.csv(text).rows());
    }

    @Test
    void isNotMisledByDegreesAndDecimalCommas() {
        String rows = (NIP + ";Ani Lestari, S.Pd;87,5;ya\n").repeat(30);

        assertEquals(new Delimiter(';', 4), Delimiter.of("nip;nama;nilai;follow\n" + rows));
    }

    @Test
    void isNotMisledByTitles() {
        String titles = "PEMERINTAH KABUPATEN, DINAS SOSIAL\nDAFTAR PEGAWAI, JULI 2020\n\n";
        String rows = (NIP + ";Ani;ya\n").repeat(2);

        assertEquals(new Delimiter(';', 3), Delimiter.of(titles + "nip;nama;follow\n" + rows));
    }

    @Test
    void isNotMisledByAListInACell() {
        String rows = (NIP + ",Ani,a;b;c;d\n").repeat(30);

        assertEquals(new Delimiter(',', 3), Delimiter.of("nip,nama,keterangan\n" + rows));
    }

    @Test
    void doesNotLookInsideQuotes() {
        String rows = (NIP + ",\"Ani; \"\"A\"\"; B; C\nx;y;z\"\n").repeat(5);

        assertEquals(new Delimiter(',', 2), Delimiter.of("nip,nama\n" + rows));
    }

    @Test
    void readsRowsOfUnequalLength() {
        String rows = NIP + ";Ani, S.Pd;ya\n" + NIP + ";Budi, S.E\n" + NIP + ";Cut, S.H;ya;ya\n";

        assertEquals(';', Delimiter.of("nip;nama;follow;repost\n" + rows).character());
    }

    @Test
    void obeysSeparatorLineAndDoesNotCountIt() throws FileRefused, IOException {
        assertEquals(List.of("1: a,b|c"), Dropped.csv("sep=;\r\na,b;c").rows());
        assertEquals(List.of("1: a;b|c"), Dropped.csv("SEP=,\na;b,c").rows());
    }

    @Test
    void takesALineThatOnlyResemblesASeparatorLineAsData() throws FileRefused, IOException {
        assertEquals(
                List.of("1: sep=x|y", "2: a|b"), Dropped.csv("sep=x;y\na;b\n").rows());
    }
}
