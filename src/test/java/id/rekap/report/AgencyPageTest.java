package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Suppressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency's own page, and the letter that it prints as. */
class AgencyPageTest {
    @TempDir
    Path reports;

    @Test
    void saysWhereTheAgencyStandsAndWhatChanged() {
        assertThat(page(night(), Mandates.ID))
                .startsWith("<!DOCTYPE html>\n<html lang=\"id\">")
                .contains("<h1><bdi>Dinas Contoh</bdi> <small><bdi>1.02</bdi></small></h1>")
                .contains("Posisi per 31 Juli 2020")
                .contains("<p class=\"state mend\">✓ melapor, perlu perbaikan</p>")
                .contains("<p class=\"accounts\">Akun: humasacehbesar, mediacenter.acehbesar</p>")
                .contains("<p class=\"big\">50,0%</p>")
                .contains("<p>5 dari 10 pegawai</p>", "Memenuhi semua kewajiban: 4 dari 10 pegawai yang wajib (40,0%)")
                .contains("▲ naik 10,0 poin (+1 pegawai) sejak 30 Juli 2020")
                .contains("<th scope=\"row\">30 Juli 2020</th><td>10</td><td>4</td><td>40,0%</td>")
                .containsPattern("Tenaga kontrak</h3>\\s+<p class=\"rate\">40,0%</p>")
                .contains("<dt>Dilaporkan</dt><dd>4</dd>", "<dt>Mengikuti semua akun</dt><dd>2</dd>");
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(page(night(), Mandates.EN))
                .contains("<html lang=\"en\">")
                .contains("▲ up 10.0 points (+1 people) since 30 July 2020")
                .contains("Summary sheet")
                .doesNotContain("Posisi");
    }

    @Test
    void listsWhatIsWrongWithItsPeopleAndLeadsToTheLists() {
        assertThat(page(night(), Mandates.ID))
                .contains("EMPLOYEE_UNKNOWN")
                .contains("ditindaklanjuti oleh perangkat daerah")
                .contains("<b><bdi>Siti Contoh</bdi></b> <bdi>198609262015051001</bdi>")
                .contains("<bdi>************0001</bdi> <i>baris 7</i>")
                .contains("href=\"exceptions.xlsx\"")
                .contains("href=\"exceptions.csv\"");
    }

    @Test
    void beginsWithWhatMakesTheMostPeopleCountThenSaysWhereItGoes() {
        Night night = night();
        for (int row = 10; row < 14; row++) {
            night.with(Findings.unknown("1.02", row, "110601010190000" + row % 10));
        }
        String page = page(night, Mandates.ID);
        assertThat(page)
                .containsSubsequence(
                        "Mengikuti kedua akun: 5 dari 10 pegawai (50,0%); 6 anomali data belum selesai.",
                        "Yang perlu diperbaiki",
                        "<p>Kirim seluruh daftar yang diperbaiki, atau ralat (barisnya saja), kepada <b><bdi>operator"
                                + " rekapitulasi (pengirim halaman ini)</bdi></b>, dengan kode <b><bdi>1.02</bdi></b>. <a href=\"#send\">",
                        "Menambahkan 1 pegawai ke dalam daftar membuat 1 pegawai terhitung.",
                        "Ke mana dikirim",
                        "<b><bdi>operator rekapitulasi (pengirim halaman ini)</bdi></b>, dengan kode <b><bdi>1.02</bdi></b>",
                        "href=\"form.xlsx\"",
                        "Posisi tiap kewajiban")
                .as("the rows are of somebody else")
                .doesNotContain("nomor membuat");
    }

    @Test
    void leavesTheOperatorsCommandsToTheOperator() {
        Night night = night().with(Findings.placed("1.02", "f", null, ExceptionCode.LIST_SHRANK, "", "7".repeat(32)));
        assertThat(page(night, Mandates.ID))
                .contains("tidak ada yang perlu dikirim: operator memutuskannya")
                .doesNotContain("rekap accept", "rekap refuse");
    }

    @Test
    void asksForNothingWhereOthersHaveToAct() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.02", "Dinas Contoh", AgencyState.HELD, 10)
                .with(Findings.placed("1.02", "f", null, ExceptionCode.LIST_SHRANK, "", "7".repeat(32)));
        String page = page(night, Mandates.ID);
        assertThat(page.substring(page.indexOf("<h2 id=\"anomalies\">"), page.indexOf("<h2 id=\"send\">")))
                .contains("tidak ada yang perlu dikirim")
                .doesNotContain("Kirim seluruh daftar");
    }

    @Test
    void saysFirstThatAListWaitsOrWhatSendingOneDoes() {
        Finding row = Findings.placed("1.02", "f", 5, ExceptionCode.ID_MISSING, "", "4".repeat(32));
        Finding held = Findings.placed("1.02", "f", null, ExceptionCode.LIST_SHRANK, "", "7".repeat(32));
        Finding refused = Findings.placed("1.02", "f", null, ExceptionCode.FILE_UNREADABLE, "", "8".repeat(32));
        assertThat(firstStep(AgencyState.HELD, row, held))
                .contains("Daftar baru ini belum dihitung: perlu konfirmasi.");
        assertThat(firstStep(AgencyState.MISSING, row, refused))
                .contains("Mengirim daftar membuat 10 pegawai terhitung.");
        assertThat(firstStep(AgencyState.REPORTED, row, refused))
                .as("they count by the list before")
                .contains("Mengirim daftar memperbarui posisi 10 pegawai.");
    }

    @Test
    void asksNobodyForWhatThePersonnelOfficeDoes() {
        Finding differs = Findings.placed("1.02", "f", 5, ExceptionCode.TYPE_DIFFERS, "", "4".repeat(32));
        assertThat(firstStep(AgencyState.REPORTED, differs))
                .contains("<b>Oleh pengelola kepegawaian:</b> Periksa SK terakhir")
                .doesNotContain("Yang perlu dilakukan");
    }

    @Test
    void saysOfHowManyAKindIsAPartAndThatAReportIsToBeCorrected() {
        Finding missing = Findings.placed("1.02", "f", 5, ExceptionCode.ID_MISSING, "", "4".repeat(32));
        Finding differs = Findings.placed("1.02", "f", 6, ExceptionCode.TYPE_DIFFERS, "", "5".repeat(32));
        assertThat(firstStep(AgencyState.REPORTED, missing, differs)).contains("<small>1 dari 2 belum selesai");
        Night night = Night.on(Night.DATE, 1).agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 10);
        assertThat(page(night.with(differs), Mandates.ID))
                .as("others correct it")
                .contains("<p class=\"state reported\">✓ sudah melapor</p>");
        assertThat(page(night.with(missing), Mandates.ID))
                .contains("<p class=\"state mend\">✓ melapor, perlu perbaikan</p>");
    }

    private String firstStep(AgencyState state, Finding... findings) {
        String page = page(
                Night.on(Night.DATE, 1)
                        .agency("1.02", "Dinas Contoh", state, 10)
                        .with(findings),
                Mandates.ID);
        return page.substring(page.indexOf("<article"), page.indexOf("</article>"));
    }

    @Test
    void comparesOnItsSheetWithNothingThatWasTooSmallToBeShown() {
        Night night = night();
        assertThat(page(night, Mandates.ID)).contains("Dibandingkan dengan rekapitulasi sebelumnya: ▲ naik 10,0 poin");
        AgencySummary small = new AgencySummary(
                "1.02",
                AgencyState.REPORTED,
                true,
                new AgencySummary.People(2, 2, 1),
                AgencySummary.People.NONE,
                new Headline(2, 1, true));
        night.history().clear();
        night.history().add(new PublicationModel.Past(Night.DATE.minusDays(1), List.of(small), Suppressed.NONE));
        String page = page(night.revised(2), Mandates.ID);
        assertThat(letter(page))
                .contains("<b>Mengikuti kedua akun: 5 dari 10 pegawai (50,0%)</b>.")
                .doesNotContain("Dibandingkan", "Rekapitulasi pertama");
    }

    @Test
    void addsUpTheAgenciesThatItsListReportsFor() {
        Night night = night().agency("1.03", "Bagian Contoh", AgencyState.COVERED, 4);
        assertThat(page(night, Mandates.ID))
                .contains("10 (perangkat daerah sendiri) + 4 (Bagian Contoh) = 14 pegawai.");
    }

    @Test
    void asksOnASilentAgencysSheetForItsList() {
        Night silent = Night.on(Night.DATE, 1).agency("1.02", "Diam", AgencyState.MISSING, 9);
        silent.tallies().add(new Tally("1.02", "PNS", "all", 9, 0, 0, 0, 0, 9, null));
        silent.presences().add(new Presence("1.02", Group.ASN, 9, 0, 0));
        silent.with(Findings.placed("1.02", "", null, ExceptionCode.AGENCY_SILENT, "", "8".repeat(32)));
        String page = page(silent, Mandates.ID);
        assertThat(page).contains("Mengirim daftar membuat 9 pegawai terhitung.");
        assertThat(letter(page))
                .contains("Lembar ringkasan", "belum diterima.", "Mohon daftar seluruh pegawai", "laporan nihil")
                .doesNotContain("<thead>", "Surat ringkasan");
    }

    @Test
    void givesEveryAgencyTheSameEmptyForm() throws IOException {
        Night night = night().agency("1.03", "Lain", AgencyState.REPORTED, 4).with(Findings.unreadable("1.03", "x"));
        new Sets(reports).publish(night);
        Path form = reports.resolve("latest/agencies/1.02/form.xlsx").toRealPath();
        assertThat(Files.readAllBytes(form))
                .isEqualTo(Files.readAllBytes(reports.resolve("latest/agencies/1.03/form.xlsx")));
        try (ReadableWorkbook book = new ReadableWorkbook(form.toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("NIP/NIK");
            assertThat(rows.stream().skip(1).map(row -> row.getCellText(0))).allMatch(String::isEmpty);
        }
    }

    @Test
    void namesAFileOnceForTheRowsOfItThatFollowEachOther() {
        Night night = night().with(Findings.unknown("1.02", 8, "1106010101900002"));
        String file = Findings.unknown("1.02", 8, "1106010101900002").file();
        assertThat(page(night, Mandates.ID))
                .contains("<i>baris 7</i>", "<i>baris 8</i>")
                .containsOnlyOnce("<li class=\"soft\"><bdi>" + file + "</bdi></li>");
    }

    @Test
    void leavesMoreThanAPageHoldsToTheList() {
        Night night = night();
        for (int row = 0; row < 3_000; row++) {
            night.with(Findings.unknown("1.02", row, "1106010101900001"));
        }
        String page = page(night, Mandates.ID);
        assertThat(page)
                .contains("2.951 baris sisanya tidak muat di halaman ini; semuanya ada dalam daftar")
                .hasSizeLessThan(150 * 1024);
    }

    @Test
    void namesNobodyInTheLetter() {
        assertThat(letter(page(night(), Mandates.ID)))
                .contains("Pimpinan <bdi>Dinas Contoh</bdi>")
                .contains("<b>Mengikuti kedua akun: 5 dari 10 pegawai (50,0%)</b>. Dibandingkan")
                .contains("Memenuhi semua kewajiban: 4 dari 10 pegawai yang wajib (40,0%).")
                .contains("<b>nomor tidak ada dalam data induk: 1</b>")
                .doesNotContain("Siti")
                .doesNotContain("Budi")
                .doesNotContainPattern("\\d{16}")
                .doesNotContainPattern("\\*\\d{4}");
    }

    @Test
    void countsTheKindsThatTheLetterDoesNotNameWhereThereAreSeveral() {
        assertThat(kindsInLetter(6)).isEqualTo(6);
        assertThat(letter(page(ofKinds(6), Mandates.ID))).doesNotContain("lainnya sebagaimana");
        assertThat(kindsInLetter(7)).isEqualTo(5);
        assertThat(letter(page(ofKinds(7), Mandates.ID))).contains("serta 2 jenis anomali lainnya");
        assertThat(letter(page(ofKinds(7), Mandates.EN))).contains("and 2 more kinds of exceptions");
    }

    private int kindsInLetter(int kinds) {
        return letter(page(ofKinds(kinds), Mandates.ID)).split("<li>", -1).length - 1;
    }

    private static Night ofKinds(int kinds) {
        Night night = Night.on(Night.DATE, 1).agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 10);
        night.tallies().add(new Tally("1.02", "PNS", "all", 10, 0, 3, 0, 1, 6, null));
        Catalogue catalogue = Catalogue.load();
        Arrays.stream(ExceptionCode.values())
                .filter(code -> code.name().startsWith("FILE_") || code.name().startsWith("ID_"))
                .filter(code -> catalogue.responsible(code) == Responsible.AGENCY)
                .limit(kinds)
                .forEach(code -> night.with(
                        Findings.placed("1.02", "1.02/daftar.csv", null, code, "", "%032d".formatted(code.ordinal()))));
        return night;
    }

    @Test
    void hidesInTheLetterWhatWouldTellOfOneOrTwoPeople() {
        Night one = night();
        one.tallies().removeIf(t -> t.type().equals("TENAGA_KONTRAK"));
        one.tallies().add(new Tally("1.02", "TENAGA_KONTRAK", "all", 2, 0, 1, 0, 1, 0, null));
        assertThat(letter(page(one, Mandates.ID)))
                .contains("Rincian ASN dan tenaga kontrak tidak ditampilkan")
                .doesNotContain("Semua kewajiban, ASN");
        Night two = Night.on(Night.DATE, 1).agency("1.02", "Dua Orang", AgencyState.REPORTED, 2);
        two.tallies().add(new Tally("1.02", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        two.with(Findings.notReported("1.02", "198609262015051001"));
        assertThat(letter(page(two, Mandates.ID)))
                .contains("<td>&lt; 3</td>")
                .contains(": &lt; 3</b>")
                .doesNotContain("50,0%")
                .doesNotContain("2 pegawai");
    }

    @Test
    void standsForAnAgencyThatHasLeftTheRegister() {
        Night night = Night.on(Night.DATE, 1).with(Findings.silent("9.99"));
        new Sets(reports).publish(night);
        assertThat(new Sets(reports).latest("agencies/9.99/index.html"))
                .contains("<h1><bdi>9.99</bdi>")
                .contains("tidak ada lagi dalam data induk")
                .contains("Selesai sejak rekapitulasi sebelumnya:");
    }

    private static Night night() {
        Night night = Night.on(Night.DATE, 1).agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 10);
        night.tallies().add(new Tally("1.02", "PNS", "all", 5, 0, 3, 0, 1, 1, null));
        night.tallies().add(new Tally("1.02", "TENAGA_KONTRAK", "all", 5, 0, 1, 0, 3, 1, null));
        night.presences().add(new Presence("1.02", Group.ASN, 5, 4, 3));
        night.presences().add(new Presence("1.02", Group.TENAGA_KONTRAK, 5, 4, 2));
        AgencySummary before = new AgencySummary(
                "1.02",
                AgencyState.REPORTED,
                true,
                new AgencySummary.People(5, 5, 2),
                new AgencySummary.People(5, 5, 1),
                new Headline(10, 4, true));
        night.history().add(new PublicationModel.Past(Night.DATE.minusDays(1), List.of(before), Suppressed.NONE));
        Finding notReported = Findings.notReported("1.02", "198609262015051001");
        return night.with(Findings.unknown("1.02", 7, "1106010101900001"), notReported);
    }

    /** With its characters in place of their numbers. */
    private String page(Night night, Locale locale) {
        String html = new Sets(reports.resolve(locale.getLanguage()), locale)
                .publish(night)
                .latest("agencies/1.02/index.html");
        assertThat(html).isASCII();
        return Pattern.compile("&#(\\d+);")
                .matcher(html)
                .replaceAll(number -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))));
    }

    private static String letter(String page) {
        return page.substring(page.indexOf("<section class=\"letter\""), page.indexOf("</main>"));
    }
}
