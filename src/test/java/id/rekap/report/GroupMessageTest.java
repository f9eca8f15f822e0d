package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.WhatsAppMessage;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to the group of agencies' heads. */
class GroupMessageTest {
    /** A regency of 11,662 people, most of whom have met all. */
    private static Night regency() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Dinas Satu", AgencyState.REPORTED, 9_080)
                .agency("1.02", "Dinas Dua", AgencyState.REPORTED, 2_582)
                .agency("1.03", "Dinas Tiga", AgencyState.MISSING, 12)
                .agency("1.04", "Dinas Bebas", AgencyState.NOT_EXPECTED, 12);
        night.tallies().add(new Tally("1.01", "PNS", "all", 9_080, 0, 8_000, 80, 500, 500, null));
        night.tallies().add(new Tally("1.02", "TENAGA_KONTRAK", "all", 2_582, 0, 2_204, 0, 300, 78, null));
        night.presences().add(new Presence("1.01", Group.ASN, 9_080, 8_900, 8_200));
        night.presences().add(new Presence("1.02", Group.TENAGA_KONTRAK, 2_582, 2_582, 2_300));
        night.trend()
                .add(new PublicationModel.Trend(
                        Night.DATE.minusDays(1), 11_662, 9_959, true, "", new Headline(11_662, 10_260, true)));
        night.trend().add(Night.stood(Night.DATE, 11_662, 10_204, true));
        return night.with(
                Findings.placed("1.01", "f", 2, ExceptionCode.NAME_DIFFERS, "1", "1"),
                Findings.placed("1.01", "f", 3, ExceptionCode.NAME_DIFFERS, "2", "2"),
                Findings.placed("1.01", "f", 4, ExceptionCode.TYPE_DIFFERS, "3", "3"),
                Findings.placed("1.01", "f", 5, ExceptionCode.ID_MISSING, "", "4"),
                Findings.unreadable("1.01", "mungkin"),
                Findings.silent("1.02"));
    }

    @Test
    void saysPositionComplianceChangeAgenciesAndAnomalies() {
        assertThat(message(regency())).isEqualTo("""
                *Pengikut akun Instagram Pemerintah Kabupaten Aceh Besar*
                Surat Edaran Nomor 480/263/2020
                *Posisi per 31 Juli 2020*

                *Mengikuti kedua akun: 10.500 dari 11.662 pegawai (90,0%)*
                ▲ naik 2,0 poin (+240 pegawai) sejak 30 Juli 2020
                ASN: 8.200 dari 9.080 pegawai (90,3%)
                Tenaga kontrak: 2.300 dari 2.582 pegawai (89,1%)
                Memenuhi semua kewajiban: 10.204 dari 11.662 pegawai yang wajib (87,5%); posisi 578 pegawai belum diketahui

                *Perangkat daerah: 2 dari 3 sudah melapor*
                Belum melapor (1): Dinas Tiga

                *Anomali data: 5 belum selesai*
                0 baru, 1 muncul lagi, 4 masih ada; 1 selesai
                Paling sering:
                - nama tidak sesuai: 2
                - baris tanpa nomor pegawai: 1
                - jenis kepegawaian tidak sesuai: 1

                *Mohon sebelum rekapitulasi 1 Agustus 2020:*
                - yang belum melapor mengirim daftar seluruh pegawainya
                - semua memperbaiki anomali data menurut daftar masing-masing

                Demikian posisi per 31 Juli 2020. Terima kasih.
                """);
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(message(regency(), Mandates.EN)).isEqualTo("""
                *Followers of the Instagram accounts of Aceh Besar Regency*
                Circular number 480/263/2020
                *As of 31 July 2020*

                *Follow both accounts: 10,500 of 11,662 people (90.0%)*
                ▲ up 2.0 points (+240 people) since 30 July 2020
                ASN: 8,200 of 9,080 people (90.3%)
                Contract staff: 2,300 of 2,582 people (89.1%)
                Have met all obligations: 10,204 of 11,662 people who owe them (87.5%); the position of 578 people is not known yet

                *Agencies: 2 of 3 have reported*
                Yet to report (1): Dinas Tiga

                *Exceptions: 5 open*
                0 new, 1 reopened, 4 still open; 1 resolved
                Most frequent:
                - name differs: 2
                - row without an employee number: 1
                - employment type differs: 1

                *Please, before the snapshot of 1 August 2020:*
                - agencies yet to report send the list of all their people
                - all correct the exceptions on their own list

                This is the position as of 31 July 2020. Thank you.
                """);
    }

    @Test
    void namesAsManySilentAgenciesAsFit() {
        Night night = regency();
        for (int i = 0; i < 640; i++) {
            night.agency("2." + (1_000 + i), "Unit Pelaksana Teknis Daerah Nomor " + i, AgencyState.MISSING, 5);
        }
        String message = message(night);
        assertThat(message)
                .hasSizeBetween(1_540, 1_600)
                .contains("Belum melapor (641): Dinas Tiga; Unit Pelaksana Teknis Daerah Nomor 0; ")
                .containsPattern("; Unit Pelaksana Teknis Daerah Nomor \\d+; dan 6\\d\\d lainnya\n")
                .endsWith("posisi per 31 Juli 2020. Terima kasih.\n");
    }

    @Test
    void staysShortHoweverLongTheNamesAre() {
        Night night = Night.on(Night.DATE, 1);
        for (int i = 0; i < 640; i++) {
            night.agency("2." + (1_000 + i), "Badan " + "Panjang ".repeat(100) + i, AgencyState.MISSING, 5);
        }
        String message = message(night);
        assertThat(message).hasSizeLessThanOrEqualTo(1_600).contains("…; Badan Panjang ");
    }

    @Test
    void hidesGroupsOfFewerThanThreeAndWhatWouldTellThem() {
        Night night = regency();
        night.tallies().set(1, new Tally("1.02", "TENAGA_KONTRAK", "all", 2, 0, 1, 0, 1, 0, null));
        night.presences().set(1, new Presence("1.02", Group.TENAGA_KONTRAK, 2, 2, 1));
        assertThat(message(night))
                .contains("ASN: tidak ditampilkan\nTenaga kontrak: < 3\n")
                .doesNotContain("50,0%");
    }

    @Test
    void hidesTheWholeWhereItIsSmall() {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Dua Orang", AgencyState.REPORTED, 2);
        night.trend().add(Night.stood(Night.DATE, 2, 1, true));
        night.tallies().add(new Tally("1.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        assertThat(message(night))
                .contains("*Mengikuti kedua akun: < 3*")
                .contains("ASN: < 3\n")
                .doesNotContain("50,0%");
    }

    @Test
    void saysFirstWhatAnotherMandateNames(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("jobs/mandates"));
        Files.writeString(home.resolve("jobs/mandates/vaksin.yml"), """
                id: vaksin
                number: 7/2021
                title: {id: Vaksinasi, en: Vaccination}
                headline: [vaksin]
                types:
                  PNS: {group: ASN, names: [pns]}
                obligations:
                  - {id: vaksin, kind: yes-no, label: {id: Sudah divaksin, en: Vaccinated}, columns: [vaksin]}
                  - {id: lapor, kind: yes-no, label: {id: Melapor, en: Reports}, columns: [lapor]}
                """);
        Night night = Night.on(Night.DATE, 1)
                .under(new Mandates(home).get("vaksin"))
                .agency("1.01", "Dinas Satu", AgencyState.REPORTED, 9);
        night.tallies().add(new Tally("1.01", "PNS", "vaksin", 9, 0, 7, 0, 2, 0, null));
        night.tallies().add(new Tally("1.01", "PNS", "lapor", 9, 0, 5, 0, 4, 0, null));
        night.tallies().add(new Tally("1.01", "PNS", "all", 9, 0, 4, 0, 5, 0, null));
        assertThat(message(night))
                .contains("*Sudah divaksin: 7 dari 9 pegawai (77,8%)*\n", "\nASN: 7 dari 9 pegawai (77,8%)\n")
                .contains("\nMemenuhi semua kewajiban: 4 dari 9 pegawai yang wajib (44,4%)\n");
    }

    @Test
    void namesWhoseFileWasRefusedAndWhoseListWaits() {
        Night night = regency()
                .agency("1.05", "Dinas Tahan", AgencyState.HELD, 9)
                .with(Findings.placed("1.02", "f", 2, ExceptionCode.FILE_UNREADABLE, "", "6"));
        assertThat(message(night))
                .contains("Berkas ditolak (1): Dinas Dua\n", "Daftar ditahan, perlu konfirmasi (1): Dinas Tahan\n")
                .contains("- yang berkasnya ditolak mengirim berkas yang diperbaiki\n")
                .contains("- yang daftarnya ditahan menghubungi operator\n");
    }

    @Test
    void leadsToThePageWhereReadersFindIt() {
        Night night = regency();
        FindingCounts counts = new FindingCounts(Catalogue.load(), Set.of());
        String message = new WhatsAppMessage(Catalogue.load(), Wording.in(Mandates.ID), "https://rekap.contoh.id")
                .text(night, night.agencies(), Figures.of(night), counts);
        assertThat(message).contains("Selengkapnya: https://rekap.contoh.id/2020-07-31/summary.html\n");
        assertThat(message(night)).doesNotContain("Selengkapnya");
    }

    @Test
    void showsNoPersonAndNoPunishment() {
        assertThat(message(Night.small()))
                .doesNotContain("Budi Contoh")
                .doesNotContain("Siti Contoh")
                .doesNotContainPattern("\\d{16}")
                .doesNotContainPattern("\\*\\d{4}")
                .doesNotContainPattern("(?i)sanksi|hukum|teguran|pelanggar|peringkat|terburuk")
                .doesNotContain("\r");
    }

    @Test
    void letsNoNameFormatOrBreakTheMessage() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "*Dinas*\n_Baru_ \u202E~x~ `y`", AgencyState.MISSING, 9)
                .agency("1.02", "Dinas A", AgencyState.MISSING, 9);
        assertThat(message(night)).contains("Belum melapor (2): Dinas Baru x y; Dinas A\n");
    }

    @Test
    void putsStarsAroundWholeLinesTouchingTheirText() {
        assertThat(message(regency()).lines().filter(line -> line.contains("*")))
                .hasSize(6)
                .allMatch(line -> line.matches("\\*\\S([^*]*\\S)?\\*"));
    }

    private static String message(Night night) {
        return message(night, Mandates.ID);
    }

    private static String message(Night night, Locale locale) {
        FindingCounts counts = new FindingCounts(Catalogue.load(), Set.of());
        night.whole().findings((agency, findings) -> findings.forEach(counts::add));
        return new WhatsAppMessage(Catalogue.load(), Wording.in(locale), "")
                .text(night, night.agencies(), Figures.of(night), counts);
    }
}
