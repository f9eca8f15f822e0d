package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Mandates;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyState;
import id.rekap.snapshot.NightBook;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorningPageTest {
    @TempDir
    Path reports;

    @Test
    void saysPositionComplianceAndChangeInIndonesian() {
        assertThat(page(Night.small()))
                .startsWith("<!DOCTYPE html>\n<html lang=\"id\">")
                .contains("Posisi per 31 Juli 2020")
                .contains("<p class=\"big\">40,0%</p>")
                .contains("2 dari 5 pegawai memenuhi semua kewajiban")
                .contains("▲ naik 20,0 poin sejak 30 Juli 2020")
                .contains("<p class=\"big\">1 <small>dari 2</small></p>")
                .contains("Belum lengkap: 1 belum melapor");
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(page(Night.small(), Mandates.EN))
                .contains("<html lang=\"en\">")
                .contains("As of 31 July 2020")
                .contains("40.0%")
                .contains("▲ up 20.0 points since 30 July 2020")
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
        night.agency("1.01", "Dua Orang", AgencyState.REPORTED, 5)
                .agency("1.02", "Tiga Orang", AgencyState.REPORTED, 6);
        night.tallies().add(new Tally("1.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        night.tallies().add(new Tally("1.01", "TENAGA_KONTRAK", "all", 9, 7, 1, 0, 1, 0, null));
        night.tallies().add(new Tally("1.02", "PNS", "all", 2, 0, 2, 0, 0, 0, null));
        night.tallies().add(new Tally("1.02", "CPNS", "all", 1, 0, 0, 0, 1, 0, null));
        String page = page(night);
        assertThat(agency(page, "1.01")).contains("ASN\">&lt; 3</td>").contains("Tenaga kontrak\">&lt; 3</td>");
        assertThat(agency(page, "1.02")).contains("ASN\">66,7%</td>").contains("Tenaga kontrak\">–</td>");
    }

    @Test
    void hidesWhatExceptionsWouldTellOfOneOrTwoPeople() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Dua Orang", AgencyState.REPORTED, 2)
                .agency("1.02", "Tiga Orang", AgencyState.REPORTED, 3)
                .with(Findings.unreadable("1.01", "x"), Findings.unreadable("1.02", "x"));
        String page = page(night);
        assertThat(agency(page, "1.01")).contains("Pegawai\">&lt; 3</td>").contains("Anomali\">&lt; 3</td>");
        assertThat(agency(page, "1.02")).contains("Pegawai\">3</td>").contains("Anomali\">1</td>");
    }

    @Test
    void hidesTheWholeWhereItIsSmall() {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Dua Orang", AgencyState.REPORTED, 2);
        night.trend().add(new NightBook.Trend(Night.DATE.minusDays(1), 2, 0));
        night.trend().add(new NightBook.Trend(Night.DATE, 2, 1));
        night.tallies().add(new Tally("1.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        assertThat(page(night))
                .contains("<p class=\"big\">&lt; 3</p>")
                .doesNotContain("50,0%")
                .doesNotContain("class=\"bar\"");
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
        assertThat(page).contains("<a href=\"https://wa.me/").contains("Bagikan lewat WhatsApp");
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
        assertThat(agency(page, "1.03")).contains("terlambat, daftar terakhir 20 Juli 2020");
        assertThat(agency(page, "1.05")).contains("dalam laporan Lapor");
    }

    @Test
    void listsWhatIsNewStillOpenAndResolvedWithWhatToDoAndWhoActs() {
        String page = page(Night.small().with(Findings.unreadable("1.02", "x"), Findings.unreadable("1.03", "x")));
        assertThat(list(page, "fresh"))
                .contains("<h2>Baru</h2> <b class=\"count\">3</b>")
                .contains("<b>Pelaksana:</b> perangkat daerah 3")
                .contains("<b class=\"n\">1</b> Nomor tidak ada dalam data induk")
                .contains("<b>Tindak lanjut:</b> Periksa salah ketik")
                .contains("<li>Dinas Contoh <b>1</b></li>");
        assertThat(list(page, "open"))
                .contains("<h2>Masih terbuka <small>terlama 2 malam</small></h2> <b class=\"count\">1</b>")
                .contains("<b class=\"n\">1</b> Pegawai belum dilaporkan");
        assertThat(list(page, "resolved"))
                .contains("<h2>Selesai</h2> <b class=\"count\">1</b>")
                .contains("Perangkat daerah belum melapor")
                .doesNotContain("Pelaksana");
    }

    @Test
    void namesNoAgencyOfTwoPeopleWithAnExceptionNorTellsItByTheOthers() {
        String fresh = list(
                page(Night.small().with(Findings.unreadable("1.02", "x"), Findings.unreadable("1.03", "x"))), "fresh");
        assertThat(between(fresh, "<b class=\"n\">2</b> Isian tidak terbaca", "</article>"))
                .doesNotContain("Dinas Contoh", "Kecamatan Contoh")
                .contains("<li>dan 2 perangkat daerah lain</li>");
    }

    private static String list(String page, String kind) {
        return between(page, "<details class=\"change " + kind + "\">", "</details>");
    }

    @Test
    void standsWithoutAnythingToShow() {
        assertThat(page(Night.on(Night.DATE, 1)))
                .contains("Rekapitulasi pertama")
                .contains("Tidak ada anomali data.")
                .contains("Tidak ada: semua perangkat daerah sudah melapor.");
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
