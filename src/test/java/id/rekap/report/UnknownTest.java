package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.AgencySummary.People;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Suppressed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nobody's position is known, nothing that people read says 0. */
class UnknownTest {
    /** Silent, need not report, held without a list in force, nil with people, a list in which nobody counts. */
    private static final List<String> UNKNOWN = List.of("1.02", "1.03", "1.04", "1.07", "1.09");

    @TempDir
    Path reports;

    private Sets sets = new Sets(Path.of(""));

    private static Night night() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Lapor", AgencyState.REPORTED, 40)
                .agency("1.02", "Diam", AgencyState.MISSING, 30)
                .agency("1.03", "Bebas", AgencyState.NOT_EXPECTED, 20)
                .agency("1.04", "Ditahan", AgencyState.HELD, 25);
        night.agencies()
                .add(new AgencyPosition(
                        "1.05",
                        "Ditahan Ada",
                        AgencyState.HELD,
                        "2020-07-20-abcdef012345",
                        Night.DATE.minusDays(11),
                        10,
                        10,
                        0,
                        10,
                        ""));
        night.agency("1.06", "Ikut", AgencyState.COVERED, 10)
                .agency("1.07", "Nihil", AgencyState.NIL, 12)
                .agency("1.08", "Dikecualikan", AgencyState.MISSING, 8)
                .agency("1.09", "Tak Terbaca", AgencyState.REPORTED, 15);
        all(night, "1.01", 40, 0, 20, 5);
        all(night, "1.02", 30, 0, 0, 30);
        all(night, "1.03", 20, 0, 0, 20);
        all(night, "1.04", 25, 0, 0, 25);
        all(night, "1.05", 10, 0, 0, 1);
        all(night, "1.06", 10, 0, 5, 0);
        all(night, "1.07", 12, 0, 0, 12);
        all(night, "1.08", 8, 8, 0, 0);
        all(night, "1.09", 15, 0, 0, 15);
        night.tallies().add(new Tally("1.01", "PNS", "repost", 40, 0, 0, 0, 0, 40, 0L));
        for (int daysAgo : new int[] {2, 1, 0}) {
            night.trend().add(Night.stood(Night.DATE.minusDays(daysAgo), 162, 25, daysAgo != 2));
        }
        night.history().add(past(2, "1.02", AgencyState.HELD, false));
        night.history().add(past(1, "1.06", AgencyState.HELD, false));
        return night;
    }

    private static PublicationModel.Past past(int daysAgo, String agency, AgencyState state, boolean known) {
        return new PublicationModel.Past(
                Night.DATE.minusDays(daysAgo),
                List.of(summary(agency, state, known), summary("1.05", AgencyState.REPORTED, true)),
                Suppressed.NONE);
    }

    private static AgencySummary summary(String agency, AgencyState state, boolean known) {
        return new AgencySummary(agency, state, known, new People(10, 10, 0), People.NONE, new Headline(10, 0, known));
    }

    private static void all(Night night, String agency, int people, int exempt, int met, int notReported) {
        int notMet = people - exempt - met - notReported;
        night.tallies().add(new Tally(agency, "PNS", "all", people, exempt, met, 0, notMet, notReported, null));
    }

    @BeforeEach
    void publish() {
        sets = new Sets(reports).publish(night());
    }

    @Test
    void thePageSaysOfWhomNothingIsKnownAndWhoIsToldApart() {
        String page = sets.latest("summary.html");
        for (String code : UNKNOWN) {
            assertThat(row(page, code))
                    .as(code)
                    .contains("<b>belum diketahui</b>", "<td>belum diketahui</td>", "belum diketahui|")
                    .doesNotContain("0,0%");
        }
        assertThat(row(page, "1.05")).contains("<b>0,0%</b>", "0,0%|0 dari ");
        assertThat(row(page, "1.06")).contains("<b>50,0%</b>");
        assertThat(row(page, "1.08")).contains("<b>–</b>").doesNotContain("belum diketahui");
        assertThat(page)
                .contains(
                        "25 dari 170 pegawai</p>",
                        "Memenuhi semua kewajiban: 25 dari 162 pegawai yang wajib (15,4%); posisi 108 pegawai belum diketahui</b>")
                .contains("sejak 30 Juli 2020; 1 perangkat daerah baru diketahui</p>")
                .contains("Tidak wajib melapor dan tanpa daftar (1): Bebas. Pegawainya ikut dihitung")
                .contains("<th scope=\"row\">Diam</th><td>30</td><td>–</td><td>–</td><td>–</td><td>30</td>");
    }

    /** A column that is in no list: of that obligation nothing is known, whatever else is. */
    @Test
    void anObligationThatNobodyReportsIsNotKnown() {
        String page = sets.latest("summary.html");
        String repost = page.substring(page.indexOf("<h3>Mengunggah ulang"));
        assertThat(repost.substring(0, repost.indexOf("</div>")))
                .contains("<p class=\"rate words\">belum diketahui</p>", ": belum diketahui</title>")
                .doesNotContain("0,0%", "jumlah dilaporkan");
    }

    @Test
    void theHeatMapDrawsUnknownNightsApartFromNightsOfZero() {
        String page = sets.latest("summary.html");
        String heat = page.substring(page.indexOf("<h2 id=\"heat\">"));
        assertThat(heat)
                .contains("<th scope=\"row\">Diam</th><td>×<td><td>×</tr>")
                .contains("<th scope=\"row\">Bebas</th><td><td><td>×</tr>")
                .contains("<th scope=\"row\">Ditahan</th><td><td><td>×</tr>")
                .contains("<th scope=\"row\">Ditahan Ada</th><td>0<td>0<td>0</tr>")
                .contains("<th scope=\"row\">Ikut</th><td><td>×<td>50</tr>")
                .contains("<th scope=\"row\">Dikecualikan</th><td><td><td></tr>")
                .contains("<span class=\"key unknown\"></span> belum diketahui (×)");
    }

    @Test
    void theTrendHasNoPointWhereNothingWasKnown() {
        assertThat(sets.latest("summary.html"))
                .contains("<th scope=\"row\">29 Juli 2020</th><td>belum diketahui</td><td>–</td><td>162</td>")
                .contains("class=\"line\" d=\"M150.0 84.6L300.0 84.6\"");
    }

    @Test
    void theMessageSaysOfHowManyNothingIsKnown() {
        assertThat(sets.latest("whatsapp.txt"))
                .contains(
                        "Memenuhi semua kewajiban: 25 dari 162 pegawai yang wajib (15,4%); posisi 108 pegawai belum diketahui\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.02", "1.03", "1.04", "1.07", "1.09"})
    void theAgencysPageAndLetterSaySo(String code) {
        String page = sets.latest("agencies/" + code + "/index.html");
        assertThat(page)
                .contains("<p class=\"big words\">belum diketahui</p>")
                .containsPattern("<p>Posisi \\d+ pegawai belum diketahui</p>")
                .doesNotContain("0,0%")
                .doesNotContainPattern("\\b0 dari");
        if (page.contains("state missing")) {
            assertThat(page).contains("belum diterima.", "posisi pegawai perangkat daerah Saudara belum diketahui");
        } else {
            assertThat(page)
                    .contains("Posisi pegawai perangkat daerah Saudara belum diketahui.")
                    .containsPattern("<td>&#8211;</td><td>\\d+</td><td>0</td><td>belum diketahui</td></tr>");
        }
    }

    @Test
    void theAgencysPageSaysThatNobodyOwesAnythingWhereAllAreExempt() {
        assertThat(sets.latest("agencies/1.08/index.html"))
                .contains("<p class=\"big\">&#8211;</p>", "<p>Tidak ada pegawai yang wajib</p>")
                .doesNotContain("belum diketahui</p>");
    }

    @Test
    void theWorkbookSaysSoInTheRateAndHasADashForThoseWhoHaveMet() throws IOException {
        for (String code : UNKNOWN) {
            assertThat(cells(1, code)).as(code).contains("–", "belum diketahui");
            assertThat(cells(2, code)).as(code).contains("–", "belum diketahui");
        }
        assertThat(cells(1, "1.05")).endsWith("10", "0", "0", "10", "0", "0", "0");
        assertThat(cells(0, "Pegawai yang belum diketahui")).endsWith("108");
        assertThat(cells(4, "2020-07-29")).contains("–", "belum diketahui");
    }

    @Test
    void saysItInEnglish() {
        Sets english = new Sets(reports.resolve("en"), Mandates.EN).publish(night());
        assertThat(english.latest("summary.html"))
                .contains("; the position of 108 people is not known yet</b>", "Need not report and have no list (1)");
        assertThat(english.latest("agencies/1.02/index.html"))
                .contains("The position of 30 people is not known yet")
                .doesNotContain("belum");
    }

    /** A few whose list is there are hidden as ever; of a silent agency its state tells already. */
    @Test
    void hidesStillWhetherAFewAreKnown() {
        Night night = Night.on(Night.DATE, 2)
                .agency("2.01", "Dua Lapor", AgencyState.REPORTED, 2)
                .agency("2.02", "Dua Diam", AgencyState.MISSING, 2)
                .agency("2.03", "Sembilan", AgencyState.REPORTED, 9);
        all(night, "2.03", 9, 4, 5, 0);
        all(night, "2.01", 2, 0, 0, 2);
        all(night, "2.02", 2, 0, 0, 2);
        String page = new Sets(reports).publish(night).latest("summary.html");
        assertThat(row(page, "2.01")).contains("<b>&lt; 3</b>").doesNotContain("belum diketahui");
        assertThat(row(page, "2.02")).contains("<b>belum diketahui</b>");
    }

    private static String row(String page, String code) {
        int at = page.indexOf("<small>" + code + "</small>");
        return page.substring(at, page.indexOf("</tr>", at));
    }

    /** The filled cells of the row of a sheet that begins so. */
    private List<String> cells(int sheet, String first) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(
                reports.resolve("latest/rekap.xlsx").toFile(),
                new org.dhatim.fastexcel.reader.ReadingOptions(true, false))) {
            return book.getSheet(sheet).orElseThrow().read().stream()
                    .map(row -> row.stream()
                            .filter(Objects::nonNull)
                            .map(UnknownTest::text)
                            .filter(text -> !text.isEmpty())
                            .toList())
                    .filter(row -> !row.isEmpty() && row.get(0).equals(first))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.contains("mmmm")
                ? cell.asDate().toLocalDate().toString()
                : cell.getText();
    }
}
