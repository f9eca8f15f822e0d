package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Limits;
import id.rekap.tabular.Row;
import id.rekap.tabular.Sheet;
import id.rekap.tabular.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is acknowledged stays counted, stands on no list of what is to be done, and comes back by itself. */
class AckTest extends ExemptOffice {
    private static final String UNREADABLE = "VALUE_UNREADABLE";
    private static final String SILENT = "AGENCY_SILENT";

    @BeforeEach
    void firstNight() {
        lists("mungkin");
        night(D1);
    }

    private void lists(String follows) {
        list("1.01", row("1.01", 0), row("1.01", 1, "akun.11", follows, "1"));
        list("2.01", row("2.01", 0));
    }

    private String fingerprint(String date, String code, String agency) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row ->
                        row.get("code").equals(code) && row.get("agency_code").equals(agency))
                .map(row -> row.get("fingerprint"))
                .findFirst()
                .orElseThrow();
    }

    private String ack(String until, String... fingerprints) {
        String[] words = new String[fingerprints.length + 5];
        words[0] = "ack";
        System.arraycopy(fingerprints, 0, words, 1, fingerprints.length);
        System.arraycopy(
                new String[] {"--note", "Surat menyusul", "--until", until}, 0, words, fingerprints.length + 1, 4);
        return done(words);
    }

    private String read(String date, String file) {
        try {
            return Files.readString(home.resolve("reports/" + date + "/" + file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String attention(String date) {
        String page = read(date, "summary.html");
        return page.substring(page.indexOf("id=\"attention\""), page.indexOf("id=\"trend\""));
    }

    /** Every cell of the clerk's workbook. */
    private String clerk(String date) {
        Path file = home.resolve("reports/" + date + "/agencies/1.01/exceptions.xlsx");
        StringBuilder cells = new StringBuilder();
        try (TableFile table = TableFile.open(file, "exceptions.xlsx", Limits.OF_THE_CONTRACT)) {
            for (Sheet sheet : table.sheets()) {
                try (Sheet.Rows rows = sheet.open()) {
                    for (Row row = rows.next(); row != null; row = rows.next()) {
                        for (int i = 0; i < row.size(); i++) {
                            cells.append(row.text(i)).append('\n');
                        }
                    }
                }
            }
        } catch (FileRefused | IOException e) {
            throw new AssertionError(e);
        }
        return cells.toString();
    }

    private List<String> states(String date) {
        return office.published(date, "exceptions.csv").stream()
                .map(AckTest::state)
                .toList();
    }

    private static String state(CSVRecord row) {
        return row.get("fingerprint") + (row.get("state").equals("NEW") ? " OPEN" : " " + row.get("state"));
    }

    @Test
    void staysCountedAndLeavesTheListsUntilItsDay() {
        String page = read(D1, "agencies/1.01/index.html");
        String unreadable = fingerprint(D1, UNREADABLE, "1.01");
        assertThat(page).contains(UNREADABLE);
        assertThat(attention(D1)).contains("Tiga");
        assertThat(ack(D3, unreadable, fingerprint(D1, SILENT, "3.01")))
                .contains("Acknowledged", unreadable, UNREADABLE + " of 1.01", "until " + D3);
        night(D2);
        night(D3);
        assertThat(reconciled(D2)).isEmpty();
        assertThat(states(D2)).isEqualTo(states(D1));
        for (String date : List.of(D2, D3)) {
            assertThat(attention(date)).doesNotContain("Tiga");
            assertThat(read(date, "summary.html")).contains("2 di antaranya sudah diketahui");
            assertThat(read(date, "whatsapp.txt")).doesNotContain("Tiga").contains("2 di antaranya sudah diketahui");
            assertThat(read(date, "agencies/1.01/index.html"))
                    .doesNotContain(UNREADABLE)
                    .contains("1 anomali yang belum selesai sudah diketahui", "EMPLOYEE_NOT_REPORTED");
            assertThat(read(date, "agencies/1.01/exceptions.csv")).contains(UNREADABLE);
            assertThat(clerk(date)).doesNotContain(UNREADABLE).contains("EMPLOYEE_NOT_REPORTED", "sudah diketahui");
        }
        night(D4);
        assertThat(clerk(D4)).contains(UNREADABLE);
        assertThat(attention(D4)).contains("Tiga");
        assertThat(read(D4, "agencies/1.01/index.html")).contains(UNREADABLE).doesNotContain("sudah diketahui");
    }

    @Test
    void aDayThatHasPassedIsTold() {
        night(D2);
        String silent = fingerprint(D1, SILENT, "3.01");
        Said passed = office.rekap("ack", silent, "--note", "x", "--until", D1);
        assertThat(passed.exit()).isZero();
        assertThat(passed.err()).contains("The newest set is of " + D2 + ", after " + D1);
        assertThat(office.rekap("ack", silent, "--note", "x", "--until", D2).err())
                .isEmpty();
    }

    @Test
    void comesBackWhenTheValueChanges() {
        ack("2020-12-31", fingerprint(D1, UNREADABLE, "1.01"));
        night(D2);
        lists("entahlah");
        night(D3);
        assertThat(read(D2, "agencies/1.01/index.html")).doesNotContain(UNREADABLE);
        assertThat(read(D3, "agencies/1.01/index.html")).contains(UNREADABLE, "entahlah");
        lists("mungkin");
        night(D4);
        assertThat(read(D4, "agencies/1.01/index.html")).doesNotContain(UNREADABLE);
    }

    @Test
    void aSetKeepsWhatItKnew() throws IOException {
        String silent = fingerprint(D1, SILENT, "3.01");
        ack(D4, silent);
        night(D2);
        done("ack", "end", silent);
        ack(D4, fingerprint(D1, UNREADABLE, "1.01"));
        Map<String, String> sets = Office.sets(home);
        for (String date : List.of(D1, D2)) {
            Files.delete(home.resolve("reports/" + date + "/summary.html"));
            done("report", "--date", date);
        }
        assertThat(Office.sets(home)).isEqualTo(sets);
        done("run", "--date", D2, "--again");
        assertThat(attention(D2)).contains("Tiga");
    }

    @Test
    void anUnknownFingerprintIsRefusedWithWhatIsLikeIt() {
        String silent = fingerprint(D1, SILENT, "3.01");
        String typed = (silent.charAt(0) == '0' ? '1' : '0') + silent.substring(1);
        Said said = office.rekap("ack", silent, typed, "--note", "x", "--until", D4);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("No open exception", "is it " + silent + ", AGENCY_SILENT of 3.01?");
        assertThat(office.rekap("ack", silent, "--until", D4).exit()).isEqualTo(2);
        assertThat(done("ack", "list")).contains("Nothing is acknowledged");
        assertThat(office.rekap("ack", "end", silent).exit()).isEqualTo(10);
    }

    @Test
    void isListedEndedAndAudited() {
        String silent = fingerprint(D1, SILENT, "3.01");
        ack(D2, silent);
        ack(D4, silent);
        String list = done("ack", "list", "--json");
        assertThat(JsonMapper.shared().readTree(list)).hasSize(1);
        assertThat(list).contains("\"until\":\"" + D4 + "\"", "\"note\":\"Surat menyusul\"", "\"agency\":\"3.01\"");
        assertThat(done("ack", "end", silent)).contains("Ended: " + silent);
        assertThat(JsonMapper.shared().readTree(done("ack", "list", "--json"))).isEmpty();
        assertThat(done("ack", "list", "--all")).contains("was until " + D2, "was until " + D4);
        List<String> audit = database(jdbc -> jdbc.queryForList(
                "select concat(what, ' ', detail) from audit_log where what like 'ACK%' order by audit_id",
                String.class));
        assertThat(audit)
                .containsExactly(
                        "ACK AGENCY_SILENT of 3.01, until " + D2 + ": Surat menyusul",
                        "ACK_END AGENCY_SILENT of 3.01, was until " + D2 + ": Surat menyusul",
                        "ACK AGENCY_SILENT of 3.01, until " + D4 + ": Surat menyusul",
                        "ACK_END AGENCY_SILENT of 3.01, was until " + D4 + ": Surat menyusul");
    }
}
