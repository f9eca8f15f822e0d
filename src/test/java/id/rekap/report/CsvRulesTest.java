package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.reconcile.Tally;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRulesTest {
    @TempDir
    Path reports;

    @Test
    void masksNikWhereverAPersonsNumberCanStand() {
        Finding finding = new Finding(
                FindingState.NEW,
                ExceptionCode.NAME_DIFFERS,
                "1.02",
                "1106010101900001",
                "Budi",
                "1.02/a.csv",
                "",
                2,
                "nik",
                "x1106010101900002",
                "1106010101900003",
                "1106010101900004 dan 198609262015051001",
                "1106010101900005",
                Night.DATE,
                1,
                "f",
                List.of());
        CSVRecord row = set(finding).rows("exceptions.csv").get(0);
        assertThat(List.of(
                        row.get("employee_no"),
                        row.get("value"),
                        row.get("expected"),
                        row.get("message"),
                        row.get("suggestion")))
                .containsExactly(
                        "************0001",
                        "x************0002",
                        "************0003",
                        "************0004 dan 198609262015051001",
                        "************0005");
    }

    @ParameterizedTest
    @CsvSource({"1,3,0.3333", "2,3,0.6667", "1,20000,0.0001", "1,20001,0.0000", "3,3,1.0000", "0,7,0.0000"})
    void roundsRateHalfUpToFourDecimals(int met, int due, String rate) {
        assertThat(PositionTables.rate(met, due)).isEqualTo(new BigDecimal(rate));
    }

    @Test
    void leavesRateEmptyWhereNobodyOwesAnything() {
        assertThat(PositionTables.rate(0, 0)).isNull();
    }

    @Test
    void tellsZeroTotalOfACountAndNoneOfOthers() {
        Night night = Night.small();
        night.tallies().clear();
        night.tallies().add(new Tally("1.02", "PNS", "invite-family", 3, 0, 0, 0, 0, 3, 0L));
        night.tallies().add(new Tally("1.02", "PNS", "account", 3, 0, 0, 0, 0, 3, null));
        assertThat(new Sets(reports).publish(night).column("snapshot.csv", "total"))
                .containsExactly("", "0");
    }

    @Test
    void sortsByFileThenRowAsNumberThenCodeThenPersonAsShown() {
        Sets sets = set(
                Findings.placed("1.02", "1.02/b.csv", 2, ExceptionCode.ID_MISSING, "", "1"),
                Findings.placed("1.02", "1.02/a.csv", 10, ExceptionCode.NAME_DIFFERS, "3", "2"),
                Findings.placed("1.02", "1.02/a.csv", 9, ExceptionCode.TYPE_DIFFERS, "3", "3"),
                Findings.placed("1.02", "1.02/a.csv", 9, ExceptionCode.HANDLE_SHARED, "1", "4"),
                // Masked it begins with a star, which comes before the digits.
                Findings.placed("1.02", "1.02/a.csv", 9, ExceptionCode.HANDLE_SHARED, "1106010101909000", "5"),
                Findings.placed("1.02", "1.02/a.csv", null, ExceptionCode.FILE_EMPTY, "", "6"),
                Findings.placed("1.02", "", null, ExceptionCode.AGENCY_SILENT, "", "7"),
                Findings.placed("", "zz/x.csv", null, ExceptionCode.FOLDER_UNKNOWN, "", "8"));
        assertThat(sets.column("exceptions.csv", "fingerprint"))
                .containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void sortsByCodePointWhateverTheLocale() {
        List<String> words = List.of("\uFF5Ea", "\uD83D\uDE00", "\u00E9", "Z", "a", "aa");
        assertThat(words.stream().sorted(CodePoints::compare))
                .containsExactly("Z", "a", "aa", "\u00E9", "\uFF5Ea", "\uD83D\uDE00");
    }

    @Test
    void givesEveryAgencyItsFileAlsoWithoutFindings() {
        Night night = Night.on(Night.DATE, 1).agency("1.05", "Tanpa", AgencyState.REPORTED, 4);
        assertThat(new Sets(reports).publish(night).latest("agencies/1.05/exceptions.csv"))
                .isEqualTo(ExceptionLine.OWN_HEADER + "\r\n");
    }

    @Test
    void listsAnUnknownFolderInNoAgencysFile() {
        Sets sets = set(Findings.placed("", "zz/x.csv", null, ExceptionCode.FOLDER_UNKNOWN, "", "8"));
        assertThat(sets.files("latest").keySet()).noneMatch(p -> p.startsWith("agencies/"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.03.0.00,1.03.0.00",
        "A_b-9,A_b-9",
        "a/b,a%2Fb",
        "..,%2E.",
        ".x,%2Ex",
        "a b,a%20b",
        "%41,%2541",
    })
    void keepsAgencysFolderInsideTheSet(String code, String folder) {
        assertThat(FolderName.of(code)).isEqualTo(folder);
    }

    private Sets set(Finding... findings) {
        return new Sets(reports).publish(Night.on(Night.DATE, 1).with(findings));
    }
}
