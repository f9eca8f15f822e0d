package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list that LibreOffice has made of {@code daftar.csv}: opened as it comes, which makes numbers of identifiers and loses
 * their last digits, and with the first column as text. {@code angka.xlsx} and {@code teks.xlsx} are what it wrote.
 */
class LibreOfficeListsTest {
    private static final Path MADE = Path.of("src/test/resources/libreoffice");
    private static final int PEOPLE = 5;

    /** Comma, double quote, UTF-8, from line 1; then how columns are read: 1 as text. */
    private static final String FIRST_COLUMN_AS_TEXT = "--infilter=CSV:44,34,76,1,1/2";

    private static final String AS_IT_COMES = "--infilter=CSV:44,34,76,1";

    @TempDir
    Path home;

    @TempDir
    Path desk;

    private Office office;

    @BeforeEach
    void register() {
        office = Registered.SAMPLES.in(home);
    }

    private List<String> codes(Path list) {
        Said said = office.rekap("check", list.toString(), "--agency", "9.03.01", "--date", "2020-07-01", "--json");
        JsonNode read = JsonMapper.shared().readTree(said.out());
        assertThat(read.get("rows").asInt()).as(said.err()).isEqualTo(PEOPLE);
        return read.get("problems").findValuesAsString("code");
    }

    private static List<String> all(String code) {
        return Collections.nCopies(PEOPLE, code);
    }

    @Test
    void refusesIdentifiersThatItHasMadeNumbersOf() {
        assertThat(codes(MADE.resolve("angka.xlsx")))
                .containsSubsequence(all("ID_DAMAGED"))
                .containsSubsequence(all("EMPLOYEE_NOT_REPORTED"))
                .hasSize(2 * PEOPLE);
    }

    @Test
    void readsIdentifiersThatItHasKeptAsText() {
        assertThat(codes(MADE.resolve("teks.xlsx"))).isEmpty();
    }

    @Test
    void seesTheSameInWhatThisMachinesLibreOfficeMakes() throws Exception {
        LibreOffice.orSkip("seesTheSameInWhatThisMachinesLibreOfficeMakes");
        Path csv = MADE.resolve("daftar.csv").toAbsolutePath();
        Path numbers = LibreOffice.convert(csv, "xlsx", desk.resolve("angka"), AS_IT_COMES);
        assertThat(codes(numbers)).contains("ID_DAMAGED").hasSize(2 * PEOPLE);
        Path texts = LibreOffice.convert(csv, "xlsx", desk.resolve("teks"), FIRST_COLUMN_AS_TEXT);
        assertThat(codes(texts)).isEmpty();
    }
}
