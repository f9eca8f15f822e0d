package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Tally;
import id.rekap.testing.Browser;
import id.rekap.testing.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the morning page's script does for a reader of the agencies, and what is there without it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageScriptTest {
    private static final String ROWS = "[...document.querySelectorAll('.agencies tbody tr')].filter(r => !r.hidden)"
            + ".map(r => r.cells[0].firstChild.textContent.trim()).join(' ')";
    private static final String SORTED = "[...document.querySelectorAll('.agencies th[aria-sort]')]"
            + ".map(h => h.textContent + ' ' + h.getAttribute('aria-sort')).join()";
    private static final String FOUND = "document.querySelector('.found').textContent";

    private @Nullable Browser opened;
    private String page = "";

    @BeforeAll
    void publish(@TempDir Path folder) throws IOException, InterruptedException {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Zamrud", AgencyState.REPORTED, 9)
                .agency("1.02", "Elok", AgencyState.MISSING, 1_240)
                .agency("1.03", "Berdua", AgencyState.REPORTED, 2)
                .agency("1.04", "Anggun", AgencyState.STALE, 40)
                // a second small one, or the numbers of a larger one would have to be hidden beside the first
                .agency("1.05", "Citra", AgencyState.REPORTED, 1)
                .with(
                        Findings.unreadable("1.04", "x"),
                        Findings.unreadable("1.04", "y"),
                        Findings.unreadable("1.02", "x"));
        met(night, "1.01", "PNS", 9, 9);
        met(night, "1.02", "PNS", 1_240, 118);
        met(night, "1.03", "PNS", 2, 1);
        met(night, "1.04", "TENAGA_KONTRAK", 40, 3);
        met(night, "1.05", "PNS", 1, 1);
        new Sets(folder).publish(night);
        page = folder.resolve("latest/summary.html").toUri().toString();
        opened = Pages.browser(folder.resolve("profile"));
    }

    private static void met(Night night, String agency, String type, int people, int met) {
        night.tallies().add(new Tally(agency, type, "all", people, 0, met, 0, people - met, 0, null));
    }

    @AfterAll
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        browser().open(page, 1_280, 800, false);
    }

    /** Words by the alphabet, numbers by their size; what is hidden or not known comes last in either direction. */
    @ParameterizedTest
    @CsvSource({
        "'',     '',                            Zamrud Elok Berdua Anggun Citra",
        "1,      Perangkat daerah ascending,    Anggun Berdua Citra Elok Zamrud",
        "-1,     Perangkat daerah descending,   Zamrud Elok Citra Berdua Anggun",
        "2,      Keadaan ascending,             Anggun Zamrud Berdua Citra Elok",
        "-2,     Keadaan descending,            Elok Zamrud Berdua Citra Anggun",
        "7,      Pegawai ascending,             Zamrud Anggun Elok Berdua Citra",
        "-7,     Pegawai descending,            Elok Anggun Zamrud Berdua Citra",
        "-9,     Anomali belum selesai descending,    Anggun Elok Zamrud Berdua Citra"
    })
    void sortsByAnyColumnButRates(String value, String sorted, String rows) throws IOException, InterruptedException {
        choose(value);
        assertThat(text(ROWS)).isEqualTo(rows);
        assertThat(text(SORTED)).isEqualTo(sorted);
        choose("");
        assertThat(text(ROWS)).isEqualTo("Zamrud Elok Berdua Anggun Citra");
        assertThat(text(SORTED)).isEmpty();
    }

    @Test
    void offersNoRankingByRates() throws IOException, InterruptedException {
        assertThat(text("[...document.querySelectorAll('#order option')].map(o => o.value).join(' ')"))
                .isEqualTo(" 1 -1 2 -2 4 -4 7 -7 8 -8 9 -9");
    }

    @Test
    void searchesNamesCodesAndStatesAndSaysHowManyAreFound() throws IOException, InterruptedException {
        assertThat(text(FOUND)).isEqualTo("5 dari 5 perangkat daerah");
        search(" ANG");
        assertThat(text(ROWS)).isEqualTo("Anggun");
        assertThat(text(FOUND)).isEqualTo("1 dari 5 perangkat daerah");
        search("1.03");
        assertThat(text(ROWS)).isEqualTo("Berdua");
        search("belum melapor");
        assertThat(text(ROWS)).isEqualTo("Elok");
        search("<b>");
        assertThat(text(ROWS)).isEmpty();
        assertThat(text(FOUND)).isEqualTo("0 dari 5 perangkat daerah");
        assertThat(text("document.querySelector('.found').getAttribute('role')"))
                .isEqualTo("status");
    }

    @Test
    void isWorkedByTheKeyboardAlone() throws IOException, InterruptedException {
        do {
            press("Tab", 9);
        } while (!text("document.activeElement.id").equals("search"));
        browser().ask("Input.insertText", Map.of("text", "an"));
        assertThat(text(ROWS)).isEqualTo("Anggun");
        search("");
        press("Tab", 9);
        assertThat(text("document.activeElement.id")).isEqualTo("order");
        press("ArrowDown", 40);
        assertThat(text(SORTED)).isEqualTo("Perangkat daerah ascending");
        assertThat(text(ROWS)).isEqualTo("Anggun Berdua Citra Elok Zamrud");
    }

    @Test
    void isNotNeeded() throws IOException, InterruptedException {
        browser().ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            open();
            assertThat(text(ROWS)).isEqualTo("Zamrud Elok Berdua Anggun Citra");
            assertThat(browser()
                            .value("document.querySelectorAll('.tools, .found').length")
                            .asInt())
                    .isZero();
        } finally {
            browser().ask("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private void choose(String value) throws IOException, InterruptedException {
        fill("order", value, "change");
    }

    private void search(String text) throws IOException, InterruptedException {
        fill("search", text, "input");
    }

    private void fill(String id, String value, String event) throws IOException, InterruptedException {
        browser()
                .value("(e => { e.value = '%s'; e.dispatchEvent(new Event('%s')); })(document.getElementById('%s'))"
                        .formatted(value, event, id));
    }

    private void press(String key, int code) throws IOException, InterruptedException {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            browser()
                    .ask(
                            "Input.dispatchKeyEvent",
                            Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    private String text(String expression) throws IOException, InterruptedException {
        return browser().value(expression).asString();
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }
}
