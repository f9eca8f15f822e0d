package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A trace says in ten lines why somebody stands where they stand, and not who it is. */
class TraceCommandTest extends ExemptOffice {
    private static final String NO = no("1.01", 1);

    @BeforeEach
    void oneNight() {
        String blankFollow = String.join(",", NO, name(1), "akun.11", "tidak", "");
        list("1.01", row("1.01", 0), blankFollow + ",x\n", blankFollow + ",2\n");
        done("exempt", "add", "--employee", NO, "--obligation", "account", "--ground", "cuti", "--from", D1);
        night(D1);
    }

    @Test
    void saysInTenLinesAndWithoutNameWhySomebodyStandsThere() {
        String said = done("trace", NO, "--date", D1);
        assertThat(said.lines().count()).isLessThanOrEqualTo(10);
        assertThat(said)
                .contains("employee  **************" + NO.substring(14) + ", night of " + D1)
                .contains("register  agency 1.01, PNS, status 01, from " + D1)
                .contains("1.01/daftar.csv, row 3: counts; 1.01/daftar.csv, row 4: refused, ROW_CONFLICT")
                .contains("from account (cuti, from " + D1 + ")")
                .contains("account  EXEMPT: exempt (rule 10)")
                .contains("follow-humasacehbesar  NOT_MET: the row says so (rule 8)")
                .contains("follow-mediacenter.acehbesar  NOT_REPORTED: the cell is blank (rule 8)")
                .contains("repost  NOT_REPORTED: the cell cannot be read (rule 8), VALUE_UNREADABLE")
                .contains("invite-family  NOT_REPORTED: the list has no such column (rule 8)")
                .contains("all  NOT_MET: from those that are owed")
                .doesNotContain(NO, name(1), "1970");
    }

    @Test
    void showsWhoItIsOnlyWhereThatIsAudited() {
        assertThat(done("trace", former("1.01"), "--date", D1)).doesNotContain(name(0));
        assertThat(audited()).isEmpty();
        assertThat(done("trace", former("1.01"), "--date", D1, "--full")).contains(no("1.01", 0) + "  " + name(0));
        assertThat(audited()).containsExactly("employee " + no("1.01", 0));
    }

    private List<String> audited() {
        return database(jdbc -> jdbc.queryForList("select subject from audit_log where what = 'TRACE'", String.class));
    }

    @Test
    void printsTheSameAsJson() {
        String json = done("trace", NO, "--date", D1, "--json");
        assertThat(JsonMapper.shared().readTree(json).get("obligations")).hasSize(6);
        assertThat(json)
                .contains("\"fate\":\"ROW_CONFLICT\"", "\"exempt\":[\"account\"]")
                .doesNotContain(NO, name(1));
    }

    @Test
    void namesEachExemptionThatHolds() {
        done("exempt", "add", "--agency", "1.01", "--ground", "penggabungan", "--from", D2, "--until", D3);
        night(D2);
        assertThat(done("trace", NO, "--date", D2))
                .contains("from all (account: cuti, from " + D1 + "; penggabungan, from " + D2 + " until " + D3 + ")");
        String json = done("trace", NO, "--date", D2, "--json");
        assertThat(JsonMapper.shared().readTree(json).get("exemptions").toString())
                .isEqualTo("[{\"obligation\":\"account\",\"agency\":null,\"ground\":\"cuti\",\"from\":\"" + D1
                        + "\",\"until\":null},{\"obligation\":\"all\",\"agency\":\"1.01\",\"ground\":\"penggabungan\","
                        + "\"from\":\"" + D2 + "\",\"until\":\"" + D3 + "\"}]");
    }

    @Test
    void tellsWhoIsOnNoListAndWhoHasLeft() {
        assertThat(done("trace", no("3.01", 0), "--date", D1))
                .contains("rows      none", "exempt    from nothing", "NOT_REPORTED: no row counts for the person");
        office.write("employees.csv", "nomor,nama,jenis,kode_opd\n" + NO + "," + name(1) + ",PNS,1.01\n");
        done("import", "employees", office.path("employees.csv").toString(), "--date", D2, "--force");
        night(D2);
        assertThat(done("trace", no("1.01", 0), "--date", D2))
                .contains("left on " + D2, "refused, EMPLOYEE_INACTIVE", "counted nowhere: not active on the date");
    }

    @Test
    void refusesWhomTheRegisterDoesNotKnowAndDatesWithoutANight() {
        Said unknown = office.rekap("trace", "199901012020011999", "--date", D1);
        assertThat(unknown.exit()).isEqualTo(6);
        assertThat(unknown.err()).contains("has never known").doesNotContain("1999010120");
        assertThat(office.rekap("trace", NO, "--date", "2020-06-30").exit()).isEqualTo(6);
    }

    @Test
    void saysWhereTheRegisterHasChangedSince() {
        employees(D1, Map.of(no("1.01", 5), "2.01"));
        Said said = office.rekap("trace", NO, "--date", D2);
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("this is the one before it", "says something else of " + D1 + " now");
    }
}
