package id.rekap.register;

import static id.rekap.register.RegisterFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the register in the forms that offices really send: read right, or refused with the row. */
class OddFilesTest {
    private static final String LIST = """
            nomor,nama,jenis,kode_opd,status,nomor_lama
            198004102006041003,Rahmat Contoh,PNS,DISDIK,01,
            1106085506950002,Ainul Umpama,honorer,DISDIK,,
            """;
    private static final List<String> READ =
            List.of("1106085506950002 DISDIK TENAGA_KONTRAK 01", "198004102006041003 DISDIK PNS 01");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private RegisterFixture fixture;

    @BeforeEach
    void freshRegister() {
        fixture = new RegisterFixture(directory).withAgencies();
    }

    private List<String> problems(String text, Charset charset) throws IOException {
        Path file = Files.write(directory.resolve("pegawai.csv"), text.getBytes(charset));
        return fixture.register.employees(List.of(file), JANUARY, null, false, false, read -> {}).problems().stream()
                .map(Problem::sentence)
                .toList();
    }

    private void reads(String text, Charset charset) throws IOException {
        assertThat(problems(text, charset)).isEmpty();
        assertThat(fixture.on(JANUARY)).isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198004102006041004,Cut Contoh, M.Kes,PNS,DISDIK,01,55",
                "198004102006041004,Cut Contoh,PNS,DISDIK,01,,pindahan",
                "198004102006041004,Cut Contoh,PNS,DISDIK,,,,,NULL",
                "\"198004102006041004\",\"Cut \\\"Cu\\\", M.Kes\",PNS,DISDIK,01,55",
                ",,,,,,catatan"
            })
    void refusesARowThatIsWiderThanItsHeaderAndNamesIt(String row) throws IOException {
        assertThat(problems(LIST + row + "\n", StandardCharsets.UTF_8))
                .singleElement()
                .asString()
                .startsWith("pegawai.csv, row 4: ")
                .contains("cells, so that nobody can say which belongs to which column", "at most 6")
                .doesNotContain("Cut");
        assertThat(fixture.count("employee")).isZero();
    }

    @Test
    void refusesAnAgencyWhoseRowIsWiderThanItsHeader() {
        assertThat(fixture.agencies(JANUARY, "A1,Dinas Contoh, Bidang Umum,,,ya")
                        .problems())
                .extracting(Problem::row)
                .containsExactly(2);
    }

    @Test
    void readsRowsWithEmptyCellsBehindTheHeaderAndShortOnes() throws IOException {
        reads(LIST.replace(",01,\n", ",01,,,,\n").replace("DISDIK,,\n", "DISDIK\n"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsBehindSeveralMarks(String charset) throws IOException {
        String quoted = LIST.replaceFirst("nomor", "\"nomor\"");

        reads("\ufeff\ufeff" + quoted, Charset.forName(charset));
        reads("\ufeff\ufeff\ufeff\"sep=,\"\r\n" + quoted, Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void unwrapsLinesThatWereQuotedAsAWhole(String delimiter) throws IOException {
        String wrapped = LIST.replace("Rahmat Contoh", "\"\"Rahmat Contoh\"\"")
                .replaceAll("(?m)^(.+)$", "\"$1\"")
                .replace(",", delimiter);

        reads(wrapped, StandardCharsets.UTF_8);
        reads("\ufeff" + wrapped.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19800410.200604.1.003",
                "19800410-200604-1-003",
                "19800410 200604 1 003",
                "'19800410.200604-1 003",
                "NIP. 19800410.200604.1.003"
            })
    void takesTheMarksBetweenTheGroupsOfANipOff(String written) throws IOException {
        reads(LIST.replace("198004102006041003", written), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "null", "NaN", "None", "N/A", "#N/A", "\\N", "undefined"})
    void takesWhatProgramsWriteForNothingAsBlank(String nothing) throws IOException {
        reads("""
                nip,nik,nama,jenis,kode_opd,status,nomor_lama
                198004102006041003,X,Rahmat Contoh,PNS,DISDIK,X,X
                X,1106085506950002,Ainul Umpama,honorer,DISDIK,X,X|X
                X,X,X,X,X,X,X
                """.replace("X", nothing), StandardCharsets.UTF_8);
        assertThat(fixture.count("employee")).isEqualTo(2);
        assertThat(fixture.count("employee_number")).as("no former numbers").isZero();
        assertThat(problems(LIST.replace("PNS", nothing), StandardCharsets.UTF_8))
                .singleElement()
                .asString()
                .contains("row 2, column jenis: no employment type");
    }
}
