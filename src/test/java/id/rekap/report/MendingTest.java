package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an agency's page promises to make count, and in which order. */
class MendingTest {
    private static final String SITI = "198609262015051001";
    private static final String ANA = "198609262015052002";
    private static final String RAHMAT = "198609262015051003";

    @TempDir
    Path reports;

    @Test
    void promisesNobodyTwiceAndNobodyWhomItCannotTell() {
        assertThat(mends(
                        AgencyState.REPORTED,
                        notReported(SITI, "Siti Contoh"),
                        notReported(ANA, "Ana Contoh"),
                        notReported(RAHMAT, "Rahmat Contoh"),
                        row(ExceptionCode.ID_MISSING, "Siti Contoh, S.E.", ""),
                        row(ExceptionCode.ID_DAMAGED, "Orang Lain", ""),
                        row(ExceptionCode.EMPLOYEE_UNKNOWN, "Siti Contoh", SITI),
                        row(ExceptionCode.EMPLOYEE_UNKNOWN, "A. Contoh", ANA),
                        row(ExceptionCode.EMPLOYEE_UNKNOWN, "", ""),
                        row(ExceptionCode.ROW_TOO_WIDE, "", "")))
                .containsExactly(
                        "ID_MISSING Memperbaiki 1 nomor membuat 1 pegawai terhitung.",
                        "EMPLOYEE_UNKNOWN Memperbaiki 1 nomor membuat 1 pegawai terhitung.",
                        "EMPLOYEE_NOT_REPORTED Menambahkan 1 pegawai ke dalam daftar membuat 1 pegawai terhitung.",
                        "ID_DAMAGED ",
                        "ROW_TOO_WIDE ");
    }

    @Test
    void tellsTwoOfOneNameApartByNumber() {
        assertThat(mends(
                        AgencyState.REPORTED,
                        notReported(SITI, "Siti Contoh"),
                        notReported(ANA, "Siti Contoh"),
                        row(ExceptionCode.ID_MALFORMED, "Siti Contoh", ""),
                        row(ExceptionCode.EMPLOYEE_UNKNOWN, "Siti Contoh", SITI),
                        row(ExceptionCode.EMPLOYEE_UNKNOWN, "Siti Contoh", "")))
                .containsExactly(
                        "ID_MALFORMED Memperbaiki 1 nomor membuat 1 pegawai terhitung.",
                        "EMPLOYEE_UNKNOWN Memperbaiki 1 nomor membuat 1 pegawai terhitung.",
                        "EMPLOYEE_NOT_REPORTED ");
    }

    @Test
    void putsPeopleWhoCountAlreadyAfterThoseWhoAreMadeToCount() {
        assertThat(mends(
                        AgencyState.REPORTED,
                        person(ExceptionCode.FOLLOW_UNVERIFIED, SITI),
                        person(ExceptionCode.FOLLOW_UNVERIFIED, ANA),
                        notReported(RAHMAT, "Rahmat Contoh")))
                .containsExactly(
                        "EMPLOYEE_NOT_REPORTED Menambahkan 1 pegawai ke dalam daftar membuat 1 pegawai terhitung.",
                        "FOLLOW_UNVERIFIED Memperbaiki isiannya membuat posisi 2 pegawai diketahui.");
    }

    @Test
    void promisesTheWholeListOnce() {
        assertThat(mends(
                        AgencyState.MISSING,
                        row(ExceptionCode.FILE_UNREADABLE, "", ""),
                        row(ExceptionCode.AGENCY_SILENT, "", "")))
                .containsExactly("FILE_UNREADABLE Mengirim daftar membuat 10 pegawai terhitung.", "AGENCY_SILENT ");
    }

    private List<String> mends(AgencyState state, Finding... findings) {
        String page = new Sets(reports)
                .publish(Night.on(Night.DATE, 1)
                        .agency("1.02", "Dinas Contoh", state, 10)
                        .with(findings))
                .latest("agencies/1.02/index.html");
        return Jsoup.parse(page).select("article").stream()
                .map(MendingTest::mends)
                .toList();
    }

    private static String mends(Element kind) {
        return kind.select("code").text() + " " + kind.select(".mends").text();
    }

    private static Finding notReported(String no, String name) {
        return finding(ExceptionCode.EMPLOYEE_NOT_REPORTED, no, name, "");
    }

    private static Finding person(ExceptionCode code, String no) {
        return finding(code, no, "Siti Contoh", "");
    }

    private static Finding row(ExceptionCode code, String name, String suggestion) {
        return finding(code, "", name, suggestion);
    }

    private static Finding finding(ExceptionCode code, String no, String name, String suggestion) {
        return new Finding(
                FindingState.OPEN,
                code,
                "1.02",
                no,
                name,
                "",
                "",
                null,
                "",
                "",
                "",
                "",
                suggestion,
                Night.DATE,
                1,
                "%032x".formatted((code + no + name + suggestion).hashCode()),
                List.of());
    }
}
