package id.rekap.report;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up findings, each with what its test is about. */
final class Findings {
    private static final LocalDate SEEN = LocalDate.of(2020, 7, 30);

    private Findings() {}

    static Finding unknown(String agency, int row, String no) {
        return new Finding(
                FindingState.NEW,
                ExceptionCode.EMPLOYEE_UNKNOWN,
                agency,
                no,
                "Budi Contoh",
                agency + "/daftar.xlsx",
                "",
                row,
                "nip",
                no,
                "",
                "Nomor " + no + " tidak ada dalam data induk pegawai; baris ditolak.",
                "mungkin 1106010101900010",
                SEEN,
                2,
                "0".repeat(31) + row % 10,
                List.of());
    }

    static Finding notReported(String agency, String no) {
        return said(FindingState.OPEN, ExceptionCode.EMPLOYEE_NOT_REPORTED, agency, no, "Belum dilaporkan.", "1");
    }

    static Finding silent(String agency) {
        return said(FindingState.RESOLVED, ExceptionCode.AGENCY_SILENT, agency, "", "Belum melapor.", "2");
    }

    static Finding unreadable(String agency, String value) {
        return new Finding(
                FindingState.REOPENED,
                ExceptionCode.VALUE_UNREADABLE,
                agency,
                "198609262015051001",
                "Siti Contoh",
                agency + "/daftar.xlsx",
                "",
                3,
                "repost",
                value,
                "",
                "Tidak terbaca.",
                "",
                SEEN,
                2,
                "3".repeat(32),
                List.of());
    }

    /** A finding of which only its place in the order matters. */
    static Finding placed(
            String agency, String file, @Nullable Integer row, ExceptionCode code, String no, String fingerprint) {
        return new Finding(
                FindingState.OPEN,
                code,
                agency,
                no,
                "",
                file,
                "",
                row,
                "",
                "",
                "",
                "",
                "",
                SEEN,
                2,
                fingerprint,
                List.of());
    }

    private static Finding said(
            FindingState state, ExceptionCode code, String agency, String no, String message, String digit) {
        String name = no.isEmpty() ? "" : "Siti Contoh";
        return new Finding(
                state,
                code,
                agency,
                no,
                name,
                "",
                "",
                null,
                "",
                "",
                "",
                message,
                "",
                SEEN,
                2,
                digit.repeat(32),
                List.of());
    }
}
