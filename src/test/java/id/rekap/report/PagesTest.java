package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Suppressed;
import id.rekap.snapshot.UnfinishedRun;
import id.rekap.testing.Browser;
import id.rekap.testing.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of a set with all that there is: each state, each code, and more rows than a page holds. */
class PagesTest {
    private static final int LARGEST_AGENCY = 150 * 1024;
    private static final int LARGEST = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void areSoundAndSmallEnough() throws IOException {
        for (Locale locale : List.of(Mandates.ID, Mandates.EN)) {
            for (Path page : different(published(locale))) {
                Pages.assertSound(page);
                boolean isAgency = page.toString().contains("/agencies/");
                assertThat(Files.size(page)).as(page.toString()).isLessThan(isAgency ? LARGEST_AGENCY : LARGEST);
            }
        }
    }

    @Test
    void areFitForEveryone() throws Exception {
        List<Path> pages = different(published(Mandates.ID));
        try (Browser browser = Pages.browser(folder.resolve("profile"))) {
            for (Path page : pages) {
                for (int width : List.of(320, 360, 1_280)) {
                    Pages.assertFit(browser, page, width);
                }
                Pages.assertReachable(browser, page);
                if (page.toString().contains("/agencies/")) {
                    assertThat(Pages.sheets(browser, page))
                            .as(page + " prints as one sheet")
                            .isOne();
                }
            }
        }
    }

    @Test
    void doNotPassUnseenWhenTheyAreNotFit() throws Exception {
        Path unfit = Files.writeString(folder.resolve("unfit.html"), """
                <!DOCTYPE html>
                <html lang="id"><head><meta charset="utf-8"><title>Pudar</title></head>
                <body><p style="color:#ccc;background:#fff">Pudar</p><a href="x"></a></body></html>
                """);
        Path loading = Files.writeString(folder.resolve("loading.html"), """
                <!DOCTYPE html>
                <html lang="id"><head><meta charset="utf-8"><title>Gambar</title></head>
                <body><img src="http://contoh.invalid/x.png" alt="x"></body></html>
                """);
        assertThatThrownBy(() -> Pages.assertSound(loading)).isInstanceOf(AssertionError.class);
        try (Browser browser = Pages.browser(folder.resolve("profile"))) {
            assertThatThrownBy(() -> Pages.assertFit(browser, unfit, 360))
                    .hasMessageContaining("color-contrast")
                    .hasMessageContaining("link-name");
            for (String scheme : List.of("light", "dark")) {
                Path pale = unfitIn(scheme);
                assertThatThrownBy(() -> Pages.assertFit(browser, pale, 360))
                        .hasMessageContaining("at 360, " + scheme + " has no violation")
                        .hasMessageContaining("color-contrast");
            }
            assertThatThrownBy(() -> Pages.assertFit(browser, loading, 360)).hasMessageContaining("contoh.invalid");
        }
    }

    private Path unfitIn(String scheme) throws IOException {
        return Files.writeString(folder.resolve(scheme + ".html"), """
                <!DOCTYPE html>
                <html lang="id"><head><meta charset="utf-8"><title>Pudar</title><style>
                p { color:#000; background:#fff }
                @media (prefers-color-scheme: %s) { p { color:#ccc; background:#fff } }</style></head>
                <body><main><h1>Pudar</h1><p>Pudar</p></main></body></html>
                """.formatted(scheme));
    }

    /** Most agencies' pages differ in a few words only. */
    private static List<Path> different(List<Path> pages) {
        return pages.stream()
                .filter(page -> !page.toString().matches(".*/agencies/1\\.0[2-9]/.*"))
                .toList();
    }

    private List<Path> published(Locale locale) throws IOException {
        Path reports = folder.resolve(locale.getLanguage());
        Sets sets = new Sets(reports, locale).publish(full()).publish(full().revised(2));
        List<PublishedNight> nights = new ArrayList<>(List.of(
                new PublishedNight(Night.DATE, 1, 300, 100, true, new Headline(300, 100, true), null),
                new PublishedNight(Night.DATE, 2, 300, 110, true, new Headline(300, 110, true), null)));
        for (int day = 1; day <= NightList.NEWEST; day++) {
            nights.add(new PublishedNight(
                    Night.DATE.minusDays(day), 1, 300, 100, true, new Headline(300, 100, true), null));
        }
        sets.list(nights, Night.DATE.minusDays(NightList.NEWEST)).list(nights);
        return Pages.below(reports).stream()
                .filter(page -> !page.toString().contains("31.1"))
                .toList();
    }

    private static Night full() {
        Night night = Night.on(Night.DATE, 1);
        for (AgencyState state : AgencyState.values()) {
            String code = "1.0" + state.ordinal();
            night.agency(code, "Dinas Contoh " + state.ordinal(), state, 40);
            for (String type : List.of("PNS", "TENAGA_KONTRAK")) {
                Night.MANDATE
                        .obligations()
                        .forEach(o -> night.tallies().add(new Tally(code, type, o.id(), 20, 2, 9, 1, 3, 5, null)));
                night.tallies().add(new Tally(code, type, "all", 20, 2, 7, 3, 3, 5, null));
            }
            night.presences().add(new Presence(code, Group.ASN, 20, 15, 9));
            night.presences().add(new Presence(code, Group.TENAGA_KONTRAK, 20, 15, 9));
        }
        night.agency("2.01", "Dua Orang", AgencyState.REPORTED, 2);
        night.tallies().add(new Tally("2.01", "PNS", "all", 2, 0, 1, 0, 1, 0, null));
        for (int i = 13; i >= 0; i--) {
            night.trend().add(Night.stood(Night.DATE.minusDays(i), 36, 14 - i % 5, true));
        }
        for (int i = 13; i > 0; i--) {
            AgencySummary.People people = new AgencySummary.People(20, 18, 7 - i % 5);
            List<AgencySummary> stood = Stream.of(AgencyState.values())
                    .map(state -> new AgencySummary(
                            "1.0" + state.ordinal(), state, true, people, people, new Headline(40, 15, true)))
                    .toList();
            night.history().add(new PublicationModel.Past(Night.DATE.minusDays(i), stood, Suppressed.NONE));
        }
        for (ExceptionCode code : ExceptionCode.values()) {
            for (int row = 2; row < 120; row++) {
                night.with(
                        found("1.00", code, row), found(code == ExceptionCode.FOLDER_UNKNOWN ? "" : "2.01", code, row));
            }
        }
        night.unfinished().add(new UnfinishedRun(Night.DATE.minusDays(1), 2, "FAILED", "read: " + "x".repeat(500)));
        return night.with(Findings.silent("1.01"), Findings.notReported("1.02", "198609262015051001"));
    }

    private static Finding found(String agency, ExceptionCode code, int row) {
        FindingState state = FindingState.values()[row % 4];
        Finding f = Findings.placed(agency, agency + "/daftar pegawai.xlsx", row, code, "198609262015051001", "" + row);
        return new Finding(
                state,
                f.code(),
                f.agency(),
                f.employeeNo(),
                "Siti Contoh",
                f.file(),
                f.sheet(),
                f.row(),
                "repost",
                "x".repeat(row),
                "",
                "Isi kolom repost tidak terbaca: " + "x".repeat(row * 10),
                "angka bulat",
                f.firstSeen(),
                f.nightsOpen(),
                f.fingerprint(),
                f.own());
    }
}
