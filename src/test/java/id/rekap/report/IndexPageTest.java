package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Mandates;
import id.rekap.snapshot.Headline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that lists the nights. */
class IndexPageTest {
    private static final LocalDate DATE = Night.DATE;
    private static final List<PublishedNight> NIGHTS = List.of(
            new PublishedNight(DATE.minusDays(1), 1, 5, 1, true, new Headline(5, 2, true), null),
            new PublishedNight(DATE, 1, 5, 2, true, new Headline(5, 3, true), null),
            new PublishedNight(DATE, 2, 5, 3, true, new Headline(5, 4, true), null));

    @TempDir
    Path reports;

    @BeforeEach
    void publish() {
        new Sets(reports)
                .publish(Night.on(DATE.minusDays(1), 1))
                .publish(Night.small())
                .publish(Night.small().revised(2));
    }

    @Test
    void listsNightsNewestFirstWithTheirRevisions() {
        String page = index(NIGHTS);
        assertThat(links(page))
                .containsExactly(
                        "2020-07-31/summary.html",
                        "2020-07-31/summary.html",
                        "2020-07-31/rekap.xlsx",
                        "2020-07-31/whatsapp.txt",
                        ".history/2020-07-31.1/summary.html",
                        ".history/2020-07-31.1/rekap.xlsx",
                        ".history/2020-07-31.1/whatsapp.txt",
                        "2020-07-30/summary.html",
                        "2020-07-30/summary.html",
                        "2020-07-30/rekap.xlsx",
                        "2020-07-30/whatsapp.txt");
        assertThat(links(page))
                .allSatisfy(link -> assertThat(reports.resolve(link)).isRegularFile());
        assertThat(page)
                .contains("Rekapitulasi yang sudah terbit: 2", ">31 Juli 2020</a> <small>revisi 2</small>", "revisi 1:")
                .contains(
                        "<p class=\"rate\">80,0%</p>",
                        "Mengikuti kedua akun: 4 dari 5 pegawai",
                        "Memenuhi semua kewajiban: 3 dari 5 pegawai yang wajib (60,0%)");
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(index(NIGHTS, Mandates.EN))
                .contains("<html lang=\"en\">", "Snapshots published: 2", ">31 July 2020</a>", "revision 1:", "80.0%")
                .doesNotContain("Malam");
    }

    @Test
    void listsTheSameWhateverOrderTheDatabaseGives() {
        assertThat(index(List.of(NIGHTS.get(2), NIGHTS.get(0), NIGHTS.get(1)))).isEqualTo(index(NIGHTS));
    }

    @Test
    void listsTheNewestSixtyAndLeadsToTheMonthsOfTheOthers() throws IOException {
        List<PublishedNight> nights = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            LocalDate date = DATE.minusDays(99 - day);
            nights.add(new PublishedNight(date, 1, 5, 1, true, new Headline(5, 1, true), null));
            Files.createDirectories(reports.resolve(".history/" + date + ".1"));
            Files.writeString(reports.resolve(".history/" + date + ".1/summary.html"), "");
            new Sets(reports).list(nights, date);
        }
        Sets sets = new Sets(reports);
        String page = sets.text("index.html");
        assertThat(page)
                .contains("60 rekapitulasi terbaru", ">31 Juli 2020</a>", ">2 Juni 2020</a>")
                .doesNotContain(">1 Juni 2020");
        assertThat(links(page).stream().filter(link -> link.startsWith("index")))
                .containsExactly("index-2020-06.html", "index-2020-05.html", "index-2020-04.html");
        assertThat(sets.text("index-2020-06.html"))
                .contains(">30 Juni 2020</a>", ">1 Juni 2020</a>", "Juni 2020 · Rekapitulasi yang sudah terbit: 30")
                .contains("<a href=\"index.html\">")
                .doesNotContain(">31 Mei", ">1 Juli");

        // an early date comes again: its month has the revision, the others are as they were
        var july = Files.getLastModifiedTime(reports.resolve("index-2020-07.html"));
        LocalDate early = LocalDate.of(2020, 5, 3);
        nights.add(new PublishedNight(early, 2, 5, 2, true, new Headline(5, 2, true), null));
        Files.createDirectories(reports.resolve(".history/" + early + ".2"));
        Files.writeString(reports.resolve(".history/" + early + ".2/summary.html"), "");
        sets.list(nights, early);
        assertThat(sets.text("index-2020-05.html")).contains("<small>revisi 2</small>");
        assertThat(sets.text("index.html")).isEqualTo(page);
        assertThat(Files.getLastModifiedTime(reports.resolve("index-2020-07.html")))
                .isEqualTo(july);
    }

    @Test
    void needsNothingFromOutside() {
        assertThat(index(NIGHTS))
                .contains("content=\"default-src 'none'; style-src 'sha256-", "width=device-width")
                .doesNotContain("<script", "style=\"", "http:", "https:", "src=");
    }

    @Test
    void hidesNightsOfFewerThanThreePeople() {
        assertThat(index(List.of(new PublishedNight(DATE, 2, 2, 1, true, new Headline(2, 1, true), null))))
                .contains("<p class=\"rate\">&lt; 3</p>")
                .doesNotContain("50,0%");
    }

    @Test
    void leavesOutWhatIsNoLongerThere() throws IOException {
        Files.delete(reports.resolve("2020-07-30/whatsapp.txt"));
        List<PublishedNight> more = Stream.concat(
                        NIGHTS.stream(),
                        Stream.of(new PublishedNight(DATE.minusDays(9), 1, 5, 1, true, new Headline(5, 1, true), null)))
                .toList();
        assertThat(links(index(more)))
                .hasSize(10)
                .doesNotContain("2020-07-30/whatsapp.txt")
                .noneMatch(link -> link.startsWith("2020-07-22"));
    }

    @Test
    void replacesThePageWholeForEveryone() throws IOException {
        Files.writeString(reports.resolve(".fresh-index.html"), "half of a page that a crash left");
        index(NIGHTS);
        assertThat(reports.resolve(".fresh-index.html")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports.resolve("index.html"))))
                .isEqualTo("rw-r--r--");
    }

    private String index(List<PublishedNight> nights) {
        return index(nights, Mandates.ID);
    }

    private String index(List<PublishedNight> nights, Locale locale) {
        return new Sets(reports, locale).list(nights).text("index.html");
    }

    private static List<String> links(String page) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }
}
