package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.MorningPage;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.AgencySummary.People;
import id.rekap.snapshot.Claimed;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Received;
import id.rekap.snapshot.Suppressed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorningPageTest {
    @TempDir
    Path reports;

    @Test
    void saysPositionComplianceAndChangeInIndonesian() {
        assertThat(page(Night.small()))
                .startsWith("<!DOCTYPE html>\n<html lang=\"id\">")
                .contains("Posisi per 31 Juli 2020")
                .contains("<p class=\"big\">40,0%</p>")
                .contains("<h2 id=\"rate\">Mengikuti kedua akun</h2>", "<p class=\"of\">2 dari 5 pegawai</p>")
                .contains(
                        "<b>Memenuhi semua kewajiban: 2 dari 5 pegawai yang wajib (40,0%); posisi 2 pegawai belum diketahui</b>")
                .contains("▲ naik 20,0 poin (+1 pegawai) sejak 30 Juli 2020")
                .contains("<p class=\"big\">1 <small>dari 2</small></p>")
                .contains(
                        "</span> Belum lengkap</p>", "<b>1 belum melapor</b> (minta daftarnya): Kecamatan Contoh</li>");
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(page(Night.small(), Mandates.EN))
                .contains("<html lang=\"en\">")
                .contains("As of 31 July 2020")
                .contains("40.0%")
                .contains("▲ up 20.0 points (+1 people) since 30 July 2020")
                .doesNotContain("Posisi");
    }

    @Test
    void showsNoPerson() {
        assertThat(page(Night.small()))
                .doesNotContain("Budi Contoh")
                .doesNotContain("Siti Contoh")
                .doesNotContainPattern("\\d{16}")
                .doesNotContainPattern("\\*\\d{4}");
    }

    @Test
    void hidesGroupsOfFewerThanThree() {
        Night night = Night.on(Night.DATE, 1);
        night.agency("1.01", "Dua Orang", AgencyState.REPORTED, 11)
                .agency("1.02", "Tiga Orang", AgencyState.REPORTED, 3)
                .agency("1.03", "Banyak Orang", AgencyState.REPORTED, 14);
        night.tallies().add(new Tally("1.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        night.tallies().add(new Tally("1.01", "TENAGA_KONTRAK", "all", 9, 0, 4, 0, 5, 0, null));
        night.tallies().add(new Tally("1.02", "PNS", "all", 2, 0, 2, 0, 0, 0, null));
        night.tallies().add(new Tally("1.02", "CPNS", "all", 1, 0, 0, 0, 1, 0, null));
        night.tallies().add(new Tally("1.03", "PNS", "all", 6, 0, 3, 0, 3, 0, null));
        night.tallies().add(new Tally("1.03", "TENAGA_KONTRAK", "all", 8, 0, 4, 0, 4, 0, null));
        String page = page(night);
        assertThat(agency(page, "1.01"))
                .contains("<b>45,5%</b>", "<td>&lt; 3</td><td>tidak ditampilkan</td><td data-label=\"Pegawai\">");
        assertThat(agency(page, "1.02")).contains("<td>66,7%</td><td>–</td>");
        assertThat(agency(page, "1.03"))
                .contains("<b>50,0%</b>", "<td>tidak ditampilkan</td><td>tidak ditampilkan</td>");
    }

    @Test
    void hidesWhatExceptionsWouldTellOfOneOrTwoPeople() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Dua Orang", AgencyState.REPORTED, 2)
                .agency("1.02", "Tiga Orang", AgencyState.REPORTED, 3)
                .agency("1.03", "Lima Orang", AgencyState.REPORTED, 5)
                .with(Findings.unreadable("1.01", "x"), Findings.unreadable("1.03", "x"));
        night.tallies().add(new Tally("1.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        night.tallies().add(new Tally("1.02", "PNS", "all", 3, 0, 1, 0, 2, 0, null));
        night.tallies().add(new Tally("1.03", "PNS", "all", 5, 0, 1, 0, 4, 0, null));
        String page = page(night);
        assertThat(agency(page, "1.01"))
                .contains("Pegawai\">&lt; 3</td>")
                .contains("Anomali belum selesai\">&lt; 3</td>");
        assertThat(agency(page, "1.02"))
                .contains("Pegawai\">tidak ditampilkan</td>")
                .contains("Anomali belum selesai\">tidak ditampilkan</td>");
        assertThat(agency(page, "1.03")).contains("Pegawai\">5</td>").contains("Anomali belum selesai\">1</td>");
        assertThat(between(page, "<ul class=\"where\">", "</ul>"))
                .contains("<li>Lima Orang <b>1</b></li><li>dan perangkat daerah lain</li>");
    }

    @Test
    void hidesTheWholeWhereItIsSmall() {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Dua Orang", AgencyState.REPORTED, 2);
        night.trend().add(Night.stood(Night.DATE.minusDays(1), 2, 0, true));
        night.trend().add(Night.stood(Night.DATE, 2, 1, true));
        night.tallies().add(new Tally("1.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        assertThat(page(night))
                .contains("<p class=\"big\">&lt; 3</p>")
                .doesNotContain("50,0%")
                .doesNotContain("class=\"bar\"");
    }

    @Test
    void letsNoNameTurnTheTextBesideIt() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Dinas \u202Egnatnet\u2066 Satu", AgencyState.REPORTED, 9)
                .agency("1.02", "Dinas \u200EDua \u2013 Ömer", AgencyState.REPORTED, 9);
        assertThat(page(night))
                .doesNotContain("\u202E", "\u2066")
                .contains("Dinas \uFFFDgnatnet\uFFFD Satu", "Dinas \u200EDua \u2013 Ömer");
    }

    @Test
    void admitsItsOwnStyleAndScriptAndNothingElse() throws NoSuchAlgorithmException {
        String page = page(Night.small());
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'sha256-" + hash(page, "style")
                        + "'; script-src 'sha256-" + hash(page, "script") + "';")
                .containsOnlyOnce("<script>")
                .doesNotContain("style=\"")
                .doesNotContain("<img", "<link", "@import", "url(")
                .doesNotContain("http://");
    }

    private static String hash(String page, String element) throws NoSuchAlgorithmException {
        String content = between(page, "<" + element + ">", "</" + element + ">");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    private static String between(String page, String start, String end) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from));
    }

    @Test
    void leadsOutOnlyByTheLinkThatSharesTheMessage() {
        String page = page(Night.small());
        Matcher links = Pattern.compile("https?:[^\"]*").matcher(page);
        assertThat(links.results().map(MatchResult::group)).singleElement().satisfies(link -> {
            assertThat(link)
                    .startsWith("https://wa.me/?text=")
                    .matches("[!-~]+")
                    .doesNotContain("+");
            assertThat(URLDecoder.decode(link.substring(link.indexOf('=') + 1), StandardCharsets.UTF_8))
                    .isEqualTo(new Sets(reports).latest("whatsapp.txt"));
        });
        assertThat(page).contains("<a href=\"https://wa.me/").contains("Bagikan ke grup WhatsApp");
    }

    @Test
    void escapesNamesOfAgencies() {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "<img src=x> & \"Dinas\"", AgencyState.MISSING, 9);
        assertThat(page(night)).contains("&lt;img src=x&gt; &amp;").doesNotContain("<img");
    }

    @Test
    void namesAgenciesThatSomebodyShouldCall() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Diam", AgencyState.MISSING, 9)
                .agency("1.02", "Lapor", AgencyState.REPORTED, 9)
                .agency("1.03", "Lama", AgencyState.STALE, 9)
                .agency("1.04", "Ditahan", AgencyState.HELD, 9)
                .agency("1.05", "Ikut", AgencyState.COVERED, 9)
                .agency("1.06", "Bebas", AgencyState.NOT_EXPECTED, 9);
        String page = page(night);
        assertThat(page).contains("<p class=\"big\">3 <small>dari 5</small></p>");
        assertThat(between(page, "<h2 id=\"attention\">", "</section>"))
                .contains("Belum melapor (1)")
                .contains("<li>Diam</li>")
                .contains("Daftar ditahan, perlu konfirmasi (1)")
                .contains("<li>Ditahan</li>")
                .contains("<li>Lama</li>")
                .doesNotContain("<li>Lapor</li>")
                .doesNotContain("<li>Bebas</li>");
        assertThat(agency(page, "1.03")).contains("terlambat diperbarui <small>daftar 20 Jul, 11 hari</small>");
        assertThat(agency(page, "1.05")).contains("dalam laporan Lapor");
    }

    @Test
    void tellsOfEachAgencyItsListItsChangeItsLineAndItsCounts() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Naik", AgencyState.REPORTED, 10)
                .agency("1.02", "Berdua", AgencyState.REPORTED, 2)
                .agency("1.03", "Berlima", AgencyState.REPORTED, 5)
                .with(Findings.placed("1.01", "1.01/x.pdf", null, ExceptionCode.FILE_UNREADABLE, "", "5".repeat(32)));
        night.tallies().add(new Tally("1.01", "PNS", "all", 10, 0, 6, 0, 4, 0, null));
        night.tallies().add(new Tally("1.02", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        night.tallies().add(new Tally("1.03", "PNS", "all", 5, 0, 1, 0, 4, 0, null));
        night.presences().add(new Presence("1.01", Group.ASN, 10, 9, 7));
        night.presences().add(new Presence("1.02", Group.ASN, 2, 2, 1));
        night.presences().add(new Presence("1.03", Group.ASN, 5, 5, 1));
        night.claims().put("1.01", new Claimed(Map.of(Group.ASN, new Count(10, 8)), false));
        night.trend().add(Night.stood(Night.DATE.minusDays(1), 17, 5, true));
        night.trend().add(Night.stood(Night.DATE, 17, 8, true));
        night.history()
                .add(new PublicationModel.Past(
                        Night.DATE.minusDays(1),
                        List.of(
                                stood("1.01", new People(10, 10, 4), new Headline(10, 4, true)),
                                stood("1.02", new People(2, 2, 1), new Headline(2, 1, true)),
                                stood("1.03", new People(5, 5, 2), new Headline(5, 2, true))),
                        new Suppressed(Set.of("1.02", "1.03"), Set.of(), true, true, Map.of())));
        String page = page(night);
        assertThat(page)
                .contains("<tr id=\"a-1.01\">", "Perubahan: pegawai lebih atau kurang daripada 30 Juli 2020.")
                .contains("<a href=\"#attention\">Berikutnya: hubungi 1 perangkat daerah.</a>");
        assertThat(agency(page, "1.01"))
                .contains("sudah melapor <b class=\"tag\">berkas ditolak</b> <small>daftar 20 Jul, 11 hari</small>")
                .contains("<b>70,0%</b>", "<small>7 dari 10</small>")
                .contains("<td class=\"delta\">+3 <svg", "<path d=\"M0 60L1 30\"/>")
                .contains("<td data-label=\"Pegawai\">10</td><td>9</td><td>8</td>");
        assertThat(agency(page, "1.02")).contains("<td class=\"delta\"></td>").doesNotContain("spark", "1 dari 2");
    }

    private static AgencySummary stood(String agency, People people, Headline headline) {
        return new AgencySummary(agency, AgencyState.REPORTED, true, people, People.NONE, headline);
    }

    @Test
    void countsWhatIsVoluntaryAndRatesItNowhere() {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Satu", AgencyState.REPORTED, 10);
        night.tallies().add(new Tally("1.01", "PNS", "repost", 10, 0, 5, 0, 3, 2, 9L));
        night.tallies().add(new Tally("1.01", "PNS", "invite-family", 10, 0, 4, 0, 6, 0, 12L));
        night.tallies().add(new Tally("1.01", "PNS", "all", 10, 0, 5, 0, 3, 2, null));
        String section = between(page(night), "<h2 id=\"obligations\">", "</section>");
        assertThat(between(section, "<h3>Mengajak keluarga", "</div>"))
                .contains("<p class=\"rate\">4 pegawai</p>", "jumlah dilaporkan: 12")
                .doesNotContain("%", "<svg");
        assertThat(between(section, "<h3>Mengunggah ulang", "</div>"))
                .contains("5 sudah + 3 belum memenuhi + 2 belum diketahui = 10 wajib");
    }

    @Test
    void datesEachPrintedSheet() {
        assertThat(page(Night.small())).contains("@page{@top-left{content:\"Posisi per 31 Juli 2020\"}}");
    }

    @Test
    void namesOnTheFirstScreenTheFirstThatKeepTheNightFromBeingComplete() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Satu", AgencyState.HELD, 9)
                .agency("1.02", "Dua", AgencyState.STALE, 9);
        for (int i = 3; i < 8; i++) {
            night.agency("1.0" + i, "Diam " + i, AgencyState.MISSING, 9);
        }
        assertThat(between(page(night), "<ul class=\"lacking\">", "</ul>"))
                .contains(
                        "<b>5 belum melapor</b> (minta daftarnya): Diam 3 · Diam 4 · Diam 5 <a href=\"#attention\">dan 2 lainnya</a>")
                .contains("<b>1 daftar ditahan</b> (isinya meragukan, minta konfirmasi): Satu</li>")
                .contains("<b>1 terlambat diperbarui</b> (minta daftar terbaru): Dua</li>");
        assertThat(page(night))
                .contains("<p class=\"verdict incomplete\"><span aria-hidden=\"true\">!</span> Belum lengkap</p>")
                .contains("<p class=\"next\"><a href=\"#attention\">Berikutnya: hubungi 7 perangkat daerah.</a></p>");
        night.agencies().removeIf(a -> a.name().equals("Diam 7"));
        assertThat(page(night)).contains("Diam 3 · Diam 4 · Diam 5 · Diam 6</li>");
    }

    @Test
    void whereAllHaveReportedDoesNotCallTheNightIncomplete() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.02", "Dua", AgencyState.STALE, 9)
                .agency("1.03", "Tiga", AgencyState.REPORTED, 9);
        night.with(Findings.placed("1.03", "1.03/x.pdf", null, ExceptionCode.FILE_UNREADABLE, "", "5".repeat(32)));
        assertThat(page(night))
                .contains(
                        "<p class=\"verdict waiting\"><span aria-hidden=\"true\">!</span> Semua melapor, 2 perlu tindak")
                .contains("<b>1 berkas ditolak</b> (daftar sebelumnya tetap dihitung; minta perbaikannya): Tiga</li>")
                .doesNotContain("Belum lengkap");
        night.all().clear();
        night.agencies().remove(0);
        assertThat(page(night)).contains("<span aria-hidden=\"true\">✓</span> Lengkap: semua sudah melapor</p>");
    }

    @Test
    void namesFewerOnTheFirstScreenWhereTheirNamesAreLong() {
        Night night = Night.on(Night.DATE, 1);
        for (AgencyState state : List.of(AgencyState.MISSING, AgencyState.HELD, AgencyState.STALE)) {
            for (int i = 0; i < 4; i++) {
                night.agency(state + "." + i, "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia " + i, state, 9);
            }
        }
        String lacking = between(page(night), "<ul class=\"lacking\">", "</ul>");
        assertThat(lacking.split("Manusia 0", -1)).hasSize(4);
        assertThat(lacking)
                .contains("Manusia 0 <a href=\"#attention\">dan 3 lainnya</a>")
                .doesNotContain("Manusia 1");
    }

    @Test
    void saysWhyThoseWhoOweAllAreFewerThanThoseWhoMayFollow() {
        assertThat(page(Night.small()))
                .contains("2 dari 5 pegawai yang wajib", "Yang wajib: 7 pegawai − 2 dikecualikan = 5.");
    }

    @Test
    void saysOfHowManyTheFirstInstructionHolds() {
        String page =
                page(withFour().with(Findings.placed("1.02", "f", 5, ExceptionCode.ID_MISSING, "", "4".repeat(32))));
        assertThat(between(list(page, "still"), "<span class=\"first\">", "</summary>"))
                .contains("Perlu didahulukan: <b>Baris tanpa nomor pegawai (1), Dinas Contoh.</b> <span class=\"do\">")
                .contains("<span class=\"more\">1 jenis lain</span>");
    }

    @Test
    void listsWhatIsNewStillOpenAndResolvedWithWhatToDoAndWhoActs() {
        String page = page(withFour().with(Findings.unreadable("1.02", "x"), Findings.unreadable("1.03", "x")));
        assertThat(list(page, "fresh"))
                .contains("<h2>Anomali data baru</h2> <b class=\"count\">1</b>")
                .contains("<b>Ditindaklanjuti oleh:</b> perangkat daerah (1 anomali)")
                .contains("<b class=\"n\">1</b> Nomor tidak ada dalam data induk")
                .contains("<b>Tindak lanjut:</b> Periksa salah ketik")
                .contains("<li>Dinas Contoh <b>1</b></li>");
        assertThat(list(page, "still"))
                .contains("<h2>Masih ada <small>terlama 2 malam</small></h2> <b class=\"count\">1</b>")
                .contains("<b class=\"n\">1</b> Pegawai belum dilaporkan");
        assertThat(list(page, "resolved"))
                .contains("<h2>Selesai</h2> <b class=\"count\">1</b>")
                .contains("Perangkat daerah belum melapor")
                .doesNotContain("Ditindaklanjuti oleh");
        assertThat(list(page, "reopened"))
                .contains("<h2>Muncul lagi</h2> <b class=\"count\">2</b>")
                .contains("<b>Tindak lanjut:</b>");
        assertThat(page)
                .contains("<b>4 anomali data belum selesai: 1 baru, 2 muncul lagi, 1 masih ada; 1 selesai.</b>");
        assertThat(page(Night.small()))
                .contains("<b>2 anomali data belum selesai: 1 baru, 1 masih ada; 1 selesai.</b>")
                .doesNotContain("change reopened");
    }

    @Test
    void namesNoAgencyOfTwoPeopleWithAnExceptionNorTellsItByTheOthers() {
        String fresh = list(
                page(withFour().with(Findings.unreadable("1.02", "x"), Findings.unreadable("1.03", "x"))), "reopened");
        assertThat(between(fresh, "<b class=\"n\">2</b> Isian tidak terbaca", "</article>"))
                .doesNotContain("Kecamatan Contoh")
                // one of the two agencies whose numbers are hidden
                .contains("<li>Dinas Contoh <b>1</b></li><li>dan perangkat daerah lain</li>");
    }

    /** With an agency of four people, which is hidden beside the one of two. */
    private static Night withFour() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 9)
                .agency("1.03", "Kecamatan Contoh", AgencyState.MISSING, 2)
                .agency("1.04", "Dinas Empat", AgencyState.REPORTED, 4);
        night.tallies().add(new Tally("1.02", "PNS", "all", 9, 0, 4, 0, 5, 0, null));
        night.tallies().add(new Tally("1.03", "PNS", "all", 2, 0, 0, 0, 0, 2, null));
        night.tallies().add(new Tally("1.04", "PNS", "all", 4, 0, 2, 0, 2, 0, null));
        return night.with(
                Findings.notReported("1.02", "198609262015051001"),
                Findings.unknown("1.02", 7, "1106010101900001"),
                Findings.silent("1.03"));
    }

    private static String list(String page, String kind) {
        return between(page, "<details class=\"change " + kind + "\">", "</details>");
    }

    @Test
    void standsWithoutAnythingToShow() {
        assertThat(page(Night.on(Night.DATE, 1)))
                .contains("Rekapitulasi pertama")
                .contains("Tidak ada anomali data.")
                .contains("Semua perangkat daerah sudah melapor.");
    }

    @Test
    void breaksTheTrendWhereANightIsMissing() {
        Night night = Night.on(Night.DATE, 1);
        for (int daysAgo : new int[] {40, 6, 5, 2, 0}) {
            night.trend().add(Night.stood(Night.DATE.minusDays(daysAgo), 10, 5, true));
        }
        String page = page(night);
        String month = between(page, "30 malam terakhir", "</figure>");
        // two nights joined, two alone as dots, and bands where nothing was published
        assertThat(month)
                .contains("<title>Mengikuti kedua akun 30 malam terakhir sampai 31 Juli 2020: 50,0%. "
                        + "Malam tanpa rekapitulasi: 3.</title>")
                .contains("class=\"line\" d=\"M237.9 50.0L248.3 50.0M279.3 50.0h0M300.0 50.0h0\"")
                .contains(
                        "class=\"gap\" d=\"M253.4 0h10.3v100h-10.3zM263.8 0h10.3v100h-10.3zM284.5 0h10.3v100h-10.3z\"")
                .contains("<th scope=\"row\">30 Juli 2020</th><td>tidak ada rekapitulasi</td><td>–</td><td>–</td>")
                .doesNotContain("21 Juni 2020");
        assertThat(between(page, "41 malam terakhir", "</figure>")).contains("21 Juni 2020");
    }

    @Test
    void drawsAgenciesNightByNightWithoutTellingOfAFew() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Ramai", AgencyState.REPORTED, 10)
                .agency("1.02", "Berdua", AgencyState.REPORTED, 2)
                .agency("1.03", "Diam", AgencyState.MISSING, 9)
                .agency("1.04", "Berlima", AgencyState.REPORTED, 5);
        night.tallies().add(new Tally("1.01", "PNS", "all", 10, 0, 10, 0, 0, 0, null));
        night.tallies().add(new Tally("1.04", "PNS", "all", 5, 0, 2, 0, 3, 0, null));
        night.tallies().add(new Tally("1.02", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        night.tallies().add(new Tally("1.03", "PNS", "all", 9, 0, 0, 0, 0, 9, null));
        for (int daysAgo : new int[] {4, 3, 1}) {
            night.history()
                    .add(new PublicationModel.Past(
                            Night.DATE.minusDays(daysAgo),
                            List.of(new AgencySummary(
                                    "1.01",
                                    AgencyState.REPORTED,
                                    true,
                                    new People(10, 10, 1),
                                    People.NONE,
                                    new Headline(10, 3, true))),
                            Suppressed.NONE));
        }
        String heat = between(page(night), "<h2 id=\"heat\">", "</section>");
        assertThat(heat)
                .startsWith("Mengikuti kedua akun: tiap perangkat daerah, malam demi malam</h2>")
                .contains("<path class=\"rate1\" d=\"M0 0h2M3 0h1\"/>")
                .contains("<path class=\"rate4\" d=\"M4 0h1\"/>")
                .contains("<path class=\"few\" d=\"M4 1h1M4 3h1\"/>")
                .contains("<path class=\"unknown\" d=\"M4 2h1\"/>")
                .contains("<th scope=\"row\">Ramai</th><td>30<td>30<td>30<td>100</tr>")
                .contains("<th scope=\"row\">Berdua</th><td><td><td><td>&lt; 3</tr>")
                .contains("<th scope=\"row\">Diam</th><td><td><td><td>×</tr>")
                .as("whoever is known not to be silent")
                .contains("<th scope=\"row\">Berlima</th><td><td><td><td>tidak ditampilkan</tr>");
    }

    @Test
    void tellsHowOldTheOpenExceptionsOfEachKindAre() {
        String ages = between(page(Night.small()), "<h2 id=\"ages\">", "</section>");
        assertThat(ages)
                .contains("<title>Pegawai belum dilaporkan: 1 belum selesai, terlama 2 malam</title>")
                .contains("<path class=\"age1\" d=\"M0.00 0h100.00v10h-100.00z\"/>")
                .contains("<th scope=\"row\">Pegawai belum dilaporkan</th><td>1</td><td>0</td><td>1</td><td>0</td>")
                .doesNotContain("Perangkat daerah belum melapor");
    }

    @Test
    void tellsWhatWasReceivedWithoutNamesOfFiles() {
        Night night = Night.on(LocalDate.of(2020, 7, 20), 1)
                .agency("1.02", "Baru Kirim", AgencyState.REPORTED, 9)
                .agency("1.03", "Rusak", AgencyState.MISSING, 9);
        night.received().add(new Received("1.02", "ab".repeat(32), "in-force"));
        night.received().add(new Received("1.03", "cd".repeat(32), "refused"));
        String page = page(night);
        assertThat(between(page, "<h2 id=\"received\">", "</section>"))
                .contains("<b>1</b> perangkat daerah dengan daftar baru yang diterima</summary><ul><li>Baru Kirim</li>")
                .contains("<b>1</b> perangkat daerah dengan berkas ditolak</summary><ul><li>Rusak</li>")
                .contains("<b>0</b> perangkat daerah dengan daftar ditahan</p>");
        assertThat(page).doesNotContain("Ditanam");
    }

    @Test
    void showsWhatHeadsClaimBesideListsAndRegister() {
        Night night = Night.on(Night.DATE, 1);
        night.tallies().add(new Tally("1.02", "PNS", "all", 4, 0, 2, 0, 2, 0, null));
        night.presences().add(new Presence("1.02", Group.ASN, 4, 3, 2));
        assertThat(between(page(night), "<h2 id=\"groups\">", "</section>"))
                .contains("<dt>Laporan pimpinan</dt><dd>– <small>belum ada laporan di grup</small></dd>")
                .contains("<dt>Dilaporkan</dt><dd>3 <small>2 mengikuti semua akun</small></dd>")
                .contains(
                        "<dt>Bukti pengikut</dt><dd><small>Mengikuti humasacehbesar: belum ada bukti, dihitung menurut pengakuan.</small>");
        night.agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 4);
        night.claims().put("1.02", new Claimed(Map.of(Group.ASN, new Count(6, 5)), false));
        assertThat(between(page(night), "<h2 id=\"groups\">", "</section>"))
                .contains("<dt>Laporan pimpinan</dt><dd>6 <small>5 mengikuti, dari 1 perangkat daerah</small></dd>")
                .contains("1 perangkat daerah melaporkan jumlah di grup; 1 berbeda dengan daftarnya.")
                .contains("<td>ASN</td><td>4</td><td>3</td><td>2</td><td>6</td><td>5</td><td>+3</td>")
                .contains(">+1 belum dilaporkan dalam daftar; +1 di daftar, belum atau belum"
                        + " diketahui mengikuti; −1 belum mengikuti menurut laporan grup; +2 selisih jumlah pegawai laporan"
                        + " grup dengan data induk</td>");
    }

    @ParameterizedTest
    @CsvSource({"60, 300000", "640, 1000000"})
    void staysSmallWithAMonthOfNights(int agencies, int bytes) throws IOException {
        Night night = Night.on(Night.DATE, 1);
        FindingCounts counts = new FindingCounts(Catalogue.load(), Set.of());
        for (int i = 0; i < agencies; i++) {
            String code = "1.%02d.0.00.0.00.%02d.0000".formatted(i % 90 + 10, i / 90);
            night.agency(code, "Dinas Pemberdayaan Masyarakat dan Gampong " + i, AgencyState.REPORTED, 242);
            for (String obligation : List.of("account", "repost", "all")) {
                night.tallies().add(new Tally(code, "PNS", obligation, 180, 3, 80 + i % 90, 3, 80 - i % 80, 4, 10L));
                night.tallies().add(new Tally(code, "TENAGA_KONTRAK", obligation, 62, 0, 20, 2, 36, 4, 10L));
            }
            counts.add(Findings.notReported(code, "198609262015051001"));
            counts.add(Findings.unreadable(code, "x"));
            counts.add(Findings.unknown(code, 7, "1106010101900001"));
        }
        // each night of each agency of another class than the last
        for (int daysAgo = 29; daysAgo > 0; daysAgo--) {
            int met = daysAgo % 4 * 60;
            List<AgencySummary> summaries = night.agencies().stream()
                    .map(a -> new AgencySummary(
                            a.code(),
                            AgencyState.REPORTED,
                            true,
                            new People(240, 240, met),
                            People.NONE,
                            new Headline(240, met, true)))
                    .toList();
            night.history().add(new PublicationModel.Past(Night.DATE.minusDays(daysAgo), summaries, Suppressed.NONE));
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        new MorningPage(Catalogue.load(), Wording.in(Mandates.ID))
                .write(night, night.agencies(), Figures.of(night), counts, "Pesan", page);
        assertThat(page.size()).isLessThanOrEqualTo(bytes);
    }

    private String page(Night night) {
        return page(night, Mandates.ID);
    }

    private String page(Night night, Locale locale) {
        return new Sets(reports, locale).publish(night).latest("summary.html");
    }

    /** The row of one agency. */
    private static String agency(String page, String code) {
        int at = page.indexOf("<small>" + code + "</small>");
        return page.substring(at, page.indexOf("</tr>", at));
    }
}
