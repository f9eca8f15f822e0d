package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Xlsx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns a header names: by its words, in one row or two. */
class HeadingsTest {
    private static final String NO = "197503102014031546";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIP",
                "nik",
                "NIP/NIK",
                "NIP / NIK",
                "Nip Baru",
                "Nomor Induk Pegawai",
                "NIP/NIPPPK",
                "nip/ni pppk",
                "NIP / NI-PPPK",
                "\"NIP/\nNI PPPK\"",
                "NIPPPK",
                "NI PPPK",
                "N.I. PPPK",
                "ni_pppk",
                "Nomor",
                "@nip"
            })
    void knowsEachNameOfTheIdentifier(String name) throws Exception {
        assertThat(Read.csv(name + ";repost\n" + NO + ";2\n")).containsExactly("2 " + NO + "|||~|~|~|2|~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nip", "NIP/NIPPPK", "ni pppk", "nik"})
    void takesNomorForARunningNumberBesideAnyOtherIdentifier(String name) throws Exception {
        assertThat(Read.csv("nomor;" + name + ";repost\n1;" + NO + ";2\n")).containsExactly("2 " + NO + "|||~|~|~|2|~");
    }

    @Test
    void takesTheFilledOneOfNipAndNikAndTheNipFirst() throws Exception {
        assertThat(Read.csv("nik,nip,repost\n1106011005890121," + NO + ",1\n1106011005890121,,2\n1106011005890121,-,3\n"
                        + "1106011005890121,NULL,4\nn/a," + NO + ",5\n1106011005890121,NIP.,6\n"))
                .containsExactly(
                        "2 " + NO + "|||~|~|~|1|~",
                        "3 1106011005890121|||~|~|~|2|~",
                        "4 1106011005890121|||~|~|~|3|~",
                        "5 1106011005890121|||~|~|~|4|~",
                        "6 " + NO + "|||~|~|~|5|~",
                        "7 1106011005890121|||~|~|~|6|~");
    }

    @Test
    void skipsAtSignsAndLineBreaks() throws Exception {
        assertThat(Read.csv("\"N I P\";\"Username\r\nInstagram\";\"Follow\n@humasacehbesar\";@mediacenter.acehbesar;"
                        + "\"Jumlah\rRepost\"\n" + NO + ";akun;ya;tidak;2\n"))
                .containsExactly("2 " + NO + "|||akun|ya|tidak|2|~");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO;NAMA;NIP/NIK;IG;FOLLOW;;REPOST\n;;;;humasacehbesar;mediacenter acehbesar;\n",
                "NO;NAMA;NIP/NIK;IG;FOLLOW;;REPOST\n;;;;humas;mediacenter;\n",
                "NO;NAMA;NIP/NIK;IG;FOLLOW;;REPOST\n;;;;@Humas;@MediaCenter;\n",
                "NO;NAMA;NIP/NIK;IG;MENGIKUTI;;REPOST\n;;;;humasacehbesar;mediacenter.acehbesar;\n",
                "NO;NAMA;NIP/NIK;IG;FOLLOW;FOLLOW;REPOST\n;;;;humas;mediacenter;\n",
                "NO;NAMA;NIP/NIK;IG;FOLLOW;FOLLOW;REPOST\nNO;NAMA;NIP/NIK;IG;humas;mediacenter;REPOST\n",
                "NO;NAMA;NIP/NIK;IG;FOLLOW;;REPOST\n;(lengkap);(18 angka);(tanpa @);humas;mediacenter;(kali)\n",
                ";PEGAWAI;;INSTAGRAM;;;\nNO;NAMA;NIP;USERNAME;FOLLOW HUMAS;FOLLOW MEDIACENTER;REPOST\n",
                ";;;AKUN INSTAGRAM;;;\nNO;NAMA;NIP;IG;HUMASACEHBESAR;MEDIACENTER.ACEHBESAR;REPOST\n",
                "NO;NAMA;NIP;INSTAGRAM;;;REPOST\n;;;AKUN;HUMASACEHBESAR;MEDIACENTER.ACEHBESAR;\n",
                "NO;NAMA;NIP;INSTAGRAM;INSTAGRAM;INSTAGRAM;REPOST\n;;;AKUN;HUMASACEHBESAR;MEDIACENTER.ACEHBESAR;\n",
                "NO;NAMA;NOMOR INDUK;MEDIA SOSIAL;;;\n;;NIP;IG;\"follow\nhumas\";follow mediacenter;repost\n",
                "NO;NAMA;NOMOR INDUK;IG;FOLLOW;;JUMLAH\n;;PEGAWAI;;HUMAS;MEDIACENTER;REPOST\n"
            })
    void readsAHeaderOfTwoRows(String header) throws Exception {
        String data = "1;Sari;" + NO + ";akun;ya;tidak;2\n";
        String wanted = NO + "|" + "Sari||akun|ya|tidak|2|~";

        assertThat(Read.csv(header + data)).containsExactly("3 " + wanted);
        assertThat(Read.csv("DAFTAR PENGIKUT;;;;;;\nJULI 2020\n" + header + "1;2;3;4;5;6;7\n" + data))
                .containsExactly("6 " + wanted);
        assertThat(Read.file("a.xlsx", workbook(header + data))).containsExactly("3 " + wanted);
    }

    @Test
    void readsAHeaderOfTwoRowsThatOnlyTheTwoTogetherMake() throws Exception {
        assertThat(Read.csv("NIP;FOLLOW;\n;humas;mediacenter\n" + NO + ";ya;tidak\n"))
                .containsExactly("3 " + NO + "|||~|ya|tidak|~|~");
    }

    @Test
    void readsTheSecondRowAsDataWhereItNamesNothing() throws Exception {
        assertThat(Read.csv("NIP;NAMA;IG;FOLLOW HUMAS\n" + NO + ";Sari;humasacehbesar;ya\n"))
                .containsExactly("2 " + NO + "|Sari||humasacehbesar|ya|~|~|~");
        assertThat(Read.csv("NIP;NAMA;KET;FOLLOW HUMAS\n;Sari;instagram;ya\n"))
                .containsExactly("2 MISSING|Sari||~|ya|~|~|~");
        assertThat(Read.csv("NIP;NAMA;KET;REPOST\n-;Sari;ig;2\n")).containsExactly("2 MISSING|Sari||~|~|~|2|~");
        assertThat(Read.csv("NIP;NAMA;FOLLOW HUMAS\nNIP;NAMA;FOLLOW HUMAS\n" + NO + ";Sari;ya\n"))
                .containsExactly("3 " + NO + "|Sari||~|ya|~|~|~");
    }

    @Test
    void prefersAHeaderOfOneRowToATitleAboveIt() throws Exception {
        assertThat(Read.csv("FOLLOW;;\nNIP;NAMA;FOLLOW HUMAS\n" + NO + ";Sari;ya\n"))
                .containsExactly("3 " + NO + "|Sari||~|ya|~|~|~");
        assertThat(Read.csv("\n".repeat(18) + "DAFTAR;REPOST\nNIP;IG\n" + NO + ";akun\n"))
                .containsExactly("21 " + NO + "|||akun|~|~|~|~");
    }

    @Test
    void refusesRepostsOfEachAccountSinceNobodyCanSayWhichIsMeant() {
        assertThatThrownBy(() -> Read.csv("NIP;REPOST;\n;humasacehbesar;mediacenter acehbesar\n" + NO + ";2;1\n"))
                .isInstanceOfSatisfying(FileRefused.class, e -> {
                    assertThat(e.code()).isEqualTo(ExceptionCode.FILE_COLUMN_DUPLICATE);
                    assertThat(e.found())
                            .isEqualTo("\"REPOST humasacehbesar\" (B), \"REPOST mediacenter acehbesar\" (C)");
                });
    }

    @Test
    void looksForTheHeaderInTheFirstTwentyRowsOnly() {
        assertThatThrownBy(() -> Read.csv("x\n".repeat(20) + "NIP;REPOST\n" + NO + ";2\n"))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.FILE_NO_HEADER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NULL", "null", "NaN", "None", "n/a", "N/A", "#N/A", "\\N", "undefined", " Null ", "\u00a0NULL"})
    void takesWhatProgramsWriteForNothingAsBlankInEveryColumn(String nothing) throws Exception {
        String header = "nip,nik,nama,jenis,ig,follow humas,repost\n";

        assertThat(Read.csv(header + nothing + ",1106011005890121," + nothing + "," + nothing + ",a.b,ya,2\n"))
                .containsExactly("2 1106011005890121|||a.b|ya|~|2|~");
        assertThat(Read.csv(header + NO + ",,Sari,PNS,ig,ya,1\n" + nothing + "," + nothing + ",Budi,PNS,x,ya,2\n"))
                .containsExactly("2 " + NO + "|Sari|PNS|ig|ya|~|1|~", "3 MISSING|Budi|PNS|x|ya|~|2|~");
        assertThat(Read.csv(header + NO + ",,,,,ya,\n" + (nothing + ",").repeat(7) + "\n5," + nothing + ",,,,,\n"))
                .containsExactly("2 " + NO + "||||ya|~||~");
    }

    private static byte[] workbook(String csv) {
        StringBuilder rows = new StringBuilder();
        int row = 0;
        for (String line : csv.replace("\"follow\nhumas\"", "follow humas").split("\n", -1)) {
            rows.append("<row r=\"").append(++row).append("\">");
            String[] cells = line.split(";", -1);
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    rows.append(Xlsx.inline((char) ('A' + i) + Integer.toString(row), cells[i]));
                }
            }
            rows.append("</row>");
        }
        return new Xlsx().sheet(rows.toString()).bytes();
    }
}
