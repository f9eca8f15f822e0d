package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Group;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agency without a list of its own is asked for, and what it is not asked for. */
class AgencyAskedTest {
    private static final Finding REFUSED =
            Findings.placed("1.04", "1.04/a.pdf", null, ExceptionCode.FILE_UNREADABLE, "", "5".repeat(32));

    @TempDir
    Path reports;

    @Test
    void anAgencyOnItsParentsListMendsThroughTheParent() {
        Night night = Night.small().agency("1.04", "Bagian Contoh", AgencyState.COVERED, 4);
        night.with(Findings.placed("1.04", "", null, ExceptionCode.COUNT_DIFFERS, "", "6".repeat(32)));
        Document page = page(night);
        assertThat(page.select("section.send").text())
                .contains("Perbaikan dikirim melalui Dinas Contoh, dengan kode 1.02.")
                .contains("Daftar yang berlaku: daftar perangkat daerah induk Dinas Contoh (1.02).")
                .doesNotContain("1.04");
        assertThat(page.select("[aria-labelledby=anomalies]").text())
                .contains("Perbaikan dikirim melalui Dinas Contoh, dengan kode 1.02.")
                .doesNotContain("Kirim seluruh daftar");
        assertThat(page.select(".letter").text())
                .contains("Perbaikan disampaikan melalui Dinas Contoh (1.02), yang daftarnya memuat")
                .doesNotContain("mengirimkan kembali");
    }

    @Test
    void aFileOfItsOwnThatCouldNotBeReadIsItsOwnToSendAgain() {
        Night night = Night.small()
                .agency("1.04", "Bagian Contoh", AgencyState.COVERED, 4)
                .with(REFUSED);
        assertThat(page(night).select("section.send").text()).contains("dengan kode 1.04.");
    }

    @Test
    void theSheetAsksForNothingWhereNothingIsToMend() {
        for (AgencyState state : new AgencyState[] {AgencyState.NIL, AgencyState.NOT_EXPECTED}) {
            Document page = page(Night.small().agency("1.04", "Bagian Contoh", state, 4));
            assertThat(page.select(".letter").text())
                    .contains("Tidak terdapat anomali data", "Demikian disampaikan.")
                    .doesNotContain("Perbaikan disampaikan", "Lampiran", "Daftar anomali data");
        }
    }

    @Test
    void theSheetSaysThatAFileWasReceivedThatCouldNotBeRead() {
        Night night = Night.small().agency("1.04", "Bagian Contoh", AgencyState.MISSING, 4);
        night.tallies().add(new Tally("1.04", "PNS", "all", 4, 0, 0, 0, 0, 4, null));
        night.presences().add(new Presence("1.04", Group.ASN, 4, 0, 0));
        night.with(REFUSED);
        assertThat(page(night).select(".letter").text())
                .contains("telah diterima berkas", "yang tidak dapat dibaca", "Mohon daftar seluruh pegawai")
                .doesNotContain("belum diterima", "laporan nihil");
    }

    private Document page(Night night) {
        return Jsoup.parse(new Sets(reports).publish(night).latest("agencies/1.04/index.html"));
    }
}
