package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Claimed;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Suppressed;
import id.rekap.testing.Browser;
import id.rekap.testing.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees without turning a page: 66 agencies, a month of nights, every kind of exception. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
    private static final int AGENCIES = 66;
    private static final int SCREEN = 640;

    private @Nullable Browser opened;
    private Path set = Path.of("");

    @BeforeAll
    void publish(@TempDir Path folder) throws IOException, InterruptedException {
        new Sets(folder).publish(regency());
        set = folder.resolve("latest").toRealPath();
        opened = Pages.browser(folder.resolve("profile"));
    }

    @AfterAll
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aPhonesFirstScreenSaysWhereTheNightStandsWhoIsMissingAndWhatIsNext() throws IOException, InterruptedException {
        open("summary.html", 360, SCREEN);
        assertThat(number("document.querySelectorAll('.lacking li').length"))
                .as("silent, refused, held and stale at once")
                .isEqualTo(4);
        for (String part : List.of(".main .big", ".since", ".verdict", ".lacking", ".next", ".share a")) {
            assertThat(bottom(part)).as(part).isBetween(1, SCREEN);
        }
        assertThat(number("document.documentElement.scrollHeight")).isLessThan(6_000);
    }

    @Test
    void aPhoneShowsTheAgenciesWhenTheyAreAskedForALineOrTwoEach() throws IOException, InterruptedException {
        open("summary.html", 360, SCREEN);
        assertThat(number("document.querySelector('.fold').getBoundingClientRect().height"))
                .isLessThan(60);
        browser().value("document.querySelector('.fold').open = true");
        assertThat(number("document.querySelector('.agencies').getBoundingClientRect().height"))
                .isBetween(AGENCIES * 12, AGENCIES * 48);
        browser().open(url("summary.html"), 1_280, 800, false);
        assertThat(number("document.querySelector('.agencies').getBoundingClientRect().height"))
                .as("at a desk they need no asking")
                .isGreaterThan(AGENCIES * 30);
    }

    @Test
    void aLinkToAnAgencyLeadsToItsRowOnAPhoneToo() throws IOException, InterruptedException {
        browser().open("about:blank", 360, SCREEN, false);
        browser().open(url("summary.html") + "#a-1.03", 360, SCREEN, false);
        assertThat(number("document.querySelector('tr:target').getBoundingClientRect().height"))
                .isPositive();
        assertThat(browser()
                        .value("document.querySelector('tr:target th').textContent")
                        .asString())
                .startsWith("Dinas Contoh 3 ");
    }

    @Test
    void aReaderMayChooseAnotherObligationForTheAgencies() throws IOException, InterruptedException {
        browser().open(url("summary.html"), 1_280, 800, false);
        String cell = "document.querySelector('#a-1\\\\.03 td.all')";
        String first = browser().value(cell + ".innerText").asString();
        assertThat(first).startsWith("50,0%").endsWith("20 dari 40");
        assertThat(chosen("Memiliki akun Instagram", cell)).startsWith("77,5%").endsWith("31 dari 40");
        assertThat(browser()
                        .value(cell + ".querySelector('path').getAttribute('d')")
                        .asString())
                .isEqualTo("M0 0h77.5v10H0z");
        assertThat(chosen("Mengajak keluarga", cell))
                .as("what is voluntary is a count")
                .isEqualTo("12");
        String note = "document.querySelector('.found').textContent";
        assertThat(browser().value(note).asString())
                .as("what does not follow the choice says so")
                .contains("kolom persentase saja")
                .endsWith("tetap untuk: Mengikuti kedua akun.");
        assertThat(chosen("Mengikuti kedua akun", cell)).isEqualTo(first);
        assertThat(browser().value(note).asString()).doesNotContain("persentase");
    }

    private String chosen(String label, String cell) throws IOException, InterruptedException {
        browser()
                .value("(s => { s.selectedIndex = [...s.options].findIndex(o => o.text === '" + label
                        + "'); s.dispatchEvent(new Event('change')); })(document.getElementById('shown'))");
        return browser().value(cell + ".innerText").asString().strip();
    }

    @Test
    void theSummaryTakesFiveSheetsAndItsFirstIsWhole() throws IOException, InterruptedException {
        assertThat(Pages.sheets(browser(), set.resolve("summary.html"))).isBetween(2L, 5L);
        browser().ask("Emulation.setEmulatedMedia", Map.of("media", "print"));
        // A4 less its margins, in pixels of CSS
        browser()
                .ask(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 710, "height", 1_020, "deviceScaleFactor", 1, "mobile", false));
        assertThat(bottom("section[aria-labelledby=attention]")).isBetween(1, 1_020);
        browser().ask("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void betweenAPhoneAndADeskNothingIsWiderThanTheScreen() throws IOException, InterruptedException {
        for (String page : List.of("summary.html", "operator.html", "agencies/1.03/index.html")) {
            for (int width : new int[] {641, 768, 900, 1_000, 1_100, 1_200}) {
                open(page, width, SCREEN);
                assertThat(number("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as(page + " at " + width)
                        .isZero();
            }
        }
    }

    @Test
    void aClerksFirstScreenSaysWhatToMendFirst() throws IOException, InterruptedException {
        for (int width : new int[] {320, 360}) {
            open("agencies/1.03/index.html", width, SCREEN);
            assertThat(bottom(".anomaly h3")).isBetween(1, SCREEN);
            assertThat(bottom(".anomaly .mends")).isBetween(1, SCREEN);
            assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        }
        assertThat(number("document.getElementById('send').getBoundingClientRect().top"
                        + " - document.getElementById('obligations').getBoundingClientRect().top"))
                .as("charts come after it")
                .isNegative();
    }

    private void open(String page, int width, int height) throws IOException, InterruptedException {
        browser().open(url(page), width, height, false);
    }

    private String url(String page) {
        return set.resolve(page).toUri().toString();
    }

    private int bottom(String part) throws IOException, InterruptedException {
        return number("document.querySelector('" + part + "').getBoundingClientRect().bottom + scrollY");
    }

    private int number(String expression) throws IOException, InterruptedException {
        return (int) Math.round(browser().value(expression).asDouble());
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private static Night regency() {
        Night night = Night.on(Night.DATE, 1);
        for (int i = 1; i <= AGENCIES; i++) {
            AgencyState state = i % 12 == 0
                    ? AgencyState.MISSING
                    : i % 20 == 5 ? AgencyState.HELD : i % 16 == 7 ? AgencyState.STALE : AgencyState.REPORTED;
            String name = state == AgencyState.REPORTED
                    ? "Dinas Contoh " + i + (i % 3 == 0 ? "" : " dan Pemberdayaan")
                    : "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia " + i;
            agency(night, "1.%02d".formatted(i), name, state);
            night.claims().put("1.%02d".formatted(i), new Claimed(Map.of(Group.ASN, new Count(40, 19)), false));
        }
        for (int ago = 29; ago >= 0; ago--) {
            night.trend()
                    .add(new PublicationModel.Trend(
                            Night.DATE.minusDays(ago),
                            2_640,
                            900 + ago,
                            true,
                            "",
                            new Headline(2_640, 1_200 - ago, true)));
        }
        for (int ago = 29; ago > 0; ago--) {
            past(night, Night.DATE.minusDays(ago), ago);
        }
        for (ExceptionCode code : ExceptionCode.values()) {
            for (int row = 2; row < 20; row++) {
                night.with(found("1.03", code, row));
            }
        }
        for (String agency : List.of("1.09", "1.10", "1.11", "1.13")) {
            night.with(found(agency, ExceptionCode.FILE_UNREADABLE, 2));
        }
        return night;
    }

    private static void agency(Night night, String code, String name, AgencyState state) {
        night.agency(code, name, state, 40);
        boolean isKnown = state != AgencyState.MISSING;
        for (Obligation o : Night.MANDATE.obligations()) {
            boolean isAccount = o.id().equals("account");
            int met = isKnown ? isAccount ? 31 : o.voluntary() ? 12 : 20 : 0;
            night.tallies()
                    .add(new Tally(code, "PNS", o.id(), 40, 0, met, 0, isKnown ? 40 - met : 0, isKnown ? 0 : 40, null));
        }
        night.tallies()
                .add(new Tally(
                        code, "PNS", "all", 40, 0, isKnown ? 15 : 0, 0, isKnown ? 25 : 0, isKnown ? 0 : 40, null));
        night.presences().add(new Presence(code, Group.ASN, 40, isKnown ? 38 : 0, isKnown ? 20 : 0));
    }

    private static void past(Night night, LocalDate date, int ago) {
        AgencySummary.People people = new AgencySummary.People(40, 40, 10);
        List<AgencySummary> stood = night.agencies().stream()
                .map(a -> new AgencySummary(
                        a.code(),
                        AgencyState.REPORTED,
                        true,
                        people,
                        AgencySummary.People.NONE,
                        new Headline(40, 20 - ago / 2, true)))
                .toList();
        night.history().add(new PublicationModel.Past(date, stood, Suppressed.NONE));
    }

    private static Finding found(String agency, ExceptionCode code, int row) {
        Finding f = Findings.placed(agency, agency + "/daftar.xlsx", row, code, "198609262015051001", "" + row);
        return new Finding(
                FindingState.values()[row % 3],
                f.code(),
                f.agency(),
                f.employeeNo() + row,
                "Siti Contoh",
                f.file(),
                f.sheet(),
                f.row(),
                "repost",
                "banyak",
                "",
                "Isi kolom repost tidak terbaca.",
                "angka bulat",
                f.firstSeen(),
                f.nightsOpen(),
                f.fingerprint(),
                f.own());
    }
}
