package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.snapshot.UnfinishedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads of what went wrong by itself. */
class OperatorPageTest {
    @TempDir
    Path reports;

    @Test
    void namesFilesThatWereRefusedAndNightsThatWereMissed() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 10)
                .with(Findings.placed("1.02", "1.02/a.pdf", null, ExceptionCode.FILE_UNREADABLE, "", "5".repeat(32)));
        night.trend().add(Night.stood(Night.DATE.minusDays(3), 10, 5, true));
        night.trend().add(Night.stood(Night.DATE, 10, 5, true));
        assertThat(page(night))
                .containsSubsequence(
                        "Menunggu operator (0)",
                        "Gagal atau terlewat",
                        "Malam yang terlewat: 29 Juli 2020, 30 Juli 2020</h3>",
                        "<p>Jalankan malam 29 Juli 2020: <code lang=\"zxx\">./rekap run --date 2020-07-29 --mandate"
                                + " se-480-263-2020</code></p>",
                        "./rekap run --date 2020-07-30 ",
                        "Dinas Contoh (1.02) · 1.02/a.pdf</b>");
    }

    /** A register may have such codes. */
    @Test
    void leadsToTheFolderAndQuotesTheCommandOfACodeWithABlank() {
        String page = page(Night.on(Night.DATE, 1)
                .agency("DINAS SOSIAL'S", "Dinas Contoh", AgencyState.HELD, 10)
                .with(new Finding(
                        FindingState.OPEN,
                        ExceptionCode.LIST_SHRANK,
                        "DINAS SOSIAL'S",
                        "",
                        "",
                        "",
                        "",
                        null,
                        "",
                        "2020-07-31-0123abcd",
                        "",
                        "",
                        "",
                        Night.DATE,
                        1,
                        "5".repeat(32),
                        List.of())));
        assertThat(page)
                .contains(
                        "./rekap accept 'DINAS SOSIAL'\\''S/2020-07-31-0123abcd'</code>",
                        "href=\"agencies/DINAS%2520SOSIAL%2527S/index.html\"");
    }

    @Test
    void namesRunsThatHaveNotPublishedWithTheCommandThatGoesOn() {
        Night night = Night.on(Night.DATE, 1);
        night.trend().add(Night.stood(Night.DATE.minusDays(3), 10, 5, true));
        night.trend().add(Night.stood(Night.DATE, 10, 5, true));
        night.unfinished().add(new UnfinishedRun(Night.DATE.minusDays(3), 2, "STOPPED", ""));
        night.unfinished()
                .add(new UnfinishedRun(
                        Night.DATE.minusDays(2),
                        1,
                        "FAILED",
                        "read: The file <1106010101900001> lies elsewhere \u202e" + "x".repeat(300)));
        String page = page(night);
        assertThat(page)
                .containsSubsequence(
                        "Proses malam 28 Juli 2020 dihentikan sebelum selesai (revisi 2)</h3>",
                        "<p>Revisi itu belum terbit; yang berlaku tetap rekapitulasi sebelumnya.</p>",
                        "./rekap restart --date 2020-07-28 --mandate se-480-263-2020",
                        "Proses malam 29 Juli 2020 gagal</h3>",
                        "<p lang=\"\">read: The file &lt;",
                        "<p>Rekapitulasi tanggal itu belum terbit; rekapitulasi ini tidak menunggunya.</p>",
                        "<p>Lanjutkan: <code lang=\"zxx\">./rekap restart --date 2020-07-29 --mandate se-480-263-2020"
                                + "</code></p>",
                        "Malam yang terlewat: 30 Juli 2020</h3>")
                .doesNotContain("1106010101900001", "\u202e", "x".repeat(200))
                .doesNotContain("terlewat: 29 Juli");
    }

    @Test
    void namesTheFirstOfManyMissedNights() {
        Night night = Night.on(Night.DATE, 1);
        night.trend().add(Night.stood(Night.DATE.minusDays(30), 10, 5, true));
        night.trend().add(Night.stood(Night.DATE, 10, 5, true));
        assertThat(page(night)).contains("2 Juli 2020, ", "8 Juli 2020 dan 22 lainnya</h3>");
    }

    @Test
    void saysThatAgenciesAreToldOfNobodyToSendTheirListsTo() {
        String advice = "isi rekap.contact dalam application.yml.";
        Sets sets = new Sets(reports);
        assertThat(sets.publish(Night.small()).latest("operator.html")).contains(advice);
        Night again = Night.small().revised(2).whole();
        Publication named = new Publication(
                reports,
                Mandates.ID,
                "",
                "Operator rekapitulasi, Dinas Contoh",
                "0.1.0",
                Catalogue.load(),
                1,
                new Sets.Owner(1));
        named.prepare(again);
        named.swap(again.date(), again.revision(), true);
        assertThat(sets.latest("operator.html")).doesNotContain(advice);
        assertThat(sets.latest("agencies/1.02/index.html"))
                .contains("kepada <b><bdi>Operator rekapitulasi, Dinas Contoh</bdi></b>, dengan kode <b>");
    }

    @Test
    void namesTheAgencyInWhoseListAnotherIsReported() {
        Night night = Night.small().agency("1.04", "Bagian Contoh", AgencyState.COVERED, 4);
        assertThat(page(night)).contains("Bagian Contoh: posisi per 31 Juli 2020, dalam laporan Dinas Contoh. ");
    }

    @Test
    void asksEachAgencyForWhatItHasToDoItself() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.02", "Satu", AgencyState.REPORTED, 4)
                .agency("1.03", "Dua", AgencyState.HELD, 4)
                .agency("1.04", "Tiga", AgencyState.STALE, 4)
                .agency("1.05", "Empat", AgencyState.REPORTED, 4)
                .agency("1.06", "Lima", AgencyState.REPORTED, 4)
                .agency("1.07", "Enam", AgencyState.COVERED, 4)
                .agency("1.08", "Tujuh", AgencyState.HELD, 4)
                .with(
                        of("1.02", ExceptionCode.FILE_UNREADABLE),
                        of("1.02", ExceptionCode.ID_MISSING),
                        of("1.03", ExceptionCode.LIST_SHRANK),
                        of("1.03", ExceptionCode.ID_MISSING),
                        of("1.04", ExceptionCode.AGENCY_STALE),
                        of("1.05", ExceptionCode.ID_MISSING),
                        of("1.05", ExceptionCode.TYPE_DIFFERS),
                        of("1.05", ExceptionCode.FOLDER_UNKNOWN),
                        of("1.06", ExceptionCode.TYPE_DIFFERS),
                        of("1.07", ExceptionCode.COUNT_DIFFERS),
                        of("1.08", ExceptionCode.LIST_FOREIGN),
                        of("1.08", ExceptionCode.FILE_EMPTY));
        String refused = "Berkas terakhir tidak dapat dibaca sehingga belum dihitung. Mohon kirim lagi.";
        String held = "Daftar terakhir belum dihitung. Mohon konfirmasi bahwa daftar itu benar dan lengkap,"
                + " atau kirim daftar yang benar.";
        assertThat(page(night))
                .containsSubsequence(
                        "Yth. Satu: posisi per 31 Juli 2020, sudah melapor. " + refused + "<",
                        "Yth. Dua: ",
                        ". " + held + "<",
                        "Yth. Tiga: ",
                        ". Mohon kirimkan daftar terbaru seluruh pegawai.<",
                        "Yth. Empat: ",
                        ". Mohon perbaiki 1 anomali data menurut daftar terlampir, lalu kirim daftarnya lagi.<",
                        "Yth. Lima: ",
                        ". Tidak ada yang perlu diperbaiki. Terima kasih.<",
                        "Yth. Enam: ",
                        ". Mohon perbaiki 1 anomali data menurut daftar terlampir melalui Satu (kode 1.02), ",
                        "Yth. Tujuh: ",
                        ". " + refused + " " + held + "<");
    }

    private static Finding of(String agency, ExceptionCode code) {
        String fingerprint = "%032x".formatted((agency + code).hashCode());
        return Findings.placed(agency, agency + "/daftar.csv", null, code, "", fingerprint);
    }

    @Test
    void saysNothingOfThemWhereThereAreNone() {
        assertThat(page(Night.small())).doesNotContain("Gagal atau terlewat");
    }

    private String page(Night night) {
        return new Sets(reports).publish(night).latest("operator.html");
    }
}
