package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.IndexPage;
import id.rekap.report.page.MorningPage;
import id.rekap.report.page.WhatsAppMessage;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.Suppressed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that circulates gives back a group of one or two people: whoever takes all of its numbers together, with the true
 * structure of the sums, is left with more than one number for each.
 */
class SuppressionTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> OBLIGATIONS = List.of(
            "account", "follow-humasacehbesar", "follow-mediacenter.acehbesar", "repost", "invite-family", "all");
    private static final int NIGHTS_OF_TWO = 200;
    private static final Wording WORDS = Wording.in(Mandates.EN);

    @TempDir
    Path reports;

    @Test
    void noSubtractionGivesBackASmallGroup() {
        assertThat(leaks(1, 200)).isEmpty();
    }

    /**
     * All of one joined agency follow and none of another; a group of two in two agencies; two groups of two; few who owe one
     * obligation.
     */
    @Test
    void norInNightsThatOnceDid() {
        for (long seed : new long[] {34, 653, 921, 1090, 1221, 1447, 2315, 2556, 2950, 2974, 3203, 3774}) {
            assertThat(leaks(seed, 1)).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void norInManyMoreNights() {
        assertThat(leaks(1_000, 10_000)).isEmpty();
    }

    @Test
    void norInAPublishedSet() {
        Night night = RandomNight.of(7);
        new Sets(reports, Mandates.EN).publish(night);
        assertThat(Leaks.of(reports.resolve("latest"), night.mandate(), Earlier.of(night.history())))
                .isEmpty();
    }

    /**
     * One set hides what those hide that were published before it. Where the one way that is left open is a way to people of
     * whom the other mandate knows nothing, it cannot be closed any more: in one of two hundred.
     */
    @Test
    void theSetsOfTwoMandatesTogetherTellHardlyMore() {
        int apart = 0;
        int leaks = 0;
        for (long seed = 1; seed <= NIGHTS_OF_TWO; seed++) {
            apart += both(seed, Suppressed.NONE).isEmpty() ? 0 : 1;
            leaks += both(seed, Figures.of(RandomNight.of(seed)).suppressed()).isEmpty() ? 0 : 1;
        }
        assertThat(leaks).isLessThanOrEqualTo(NIGHTS_OF_TWO / 100);
        assertThat(apart).as("what the rule is for").isGreaterThan(NIGHTS_OF_TWO / 10);
    }

    private List<String> both(long seed, Suppressed before) {
        Night one = RandomNight.of(seed);
        Night two = RandomNight.ofAnotherMandate(seed).after(before);
        return Leaks.together(
                circulating(one, "one/set"),
                circulating(two, "two/set"),
                one.mandate(),
                Earlier.of(one.history()),
                Earlier.of(two.history()));
    }

    /** A set that is made again begins with what it hid. */
    @Test
    void whatIsHiddenStaysHiddenAndNothingElse() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Suppressed one = Figures.of(RandomNight.of(seed)).suppressed();
            Night two = RandomNight.ofAnotherMandate(seed);
            Suppressed after = Figures.of(two.after(one)).suppressed();
            assertThat(after.closed()).as("seed %d", seed).containsAll(one.closed());
            assertThat(one.joined()).as("seed %d", seed).allMatch(a -> after.joins(a) || after.closes(a));
            assertThat(Figures.of(two.after(after)).suppressed())
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("ways")
                    .isEqualTo(after);
        }
    }

    /** Else the tests above would prove nothing. */
    @Test
    void aNumberTooManyIsFound() throws IOException {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Berdua", AgencyState.REPORTED, 2)
                .agency("1.02", "Berlima", AgencyState.REPORTED, 5)
                .agency("1.03", "Banyak", AgencyState.REPORTED, 30);
        for (String obligation : OBLIGATIONS) {
            night.tallies().add(new Tally("1.01", "PNS", obligation, 2, 0, 1, 0, 1, 0, null));
            night.tallies().add(new Tally("1.02", "PNS", obligation, 5, 0, 2, 0, 3, 0, null));
            night.tallies().add(new Tally("1.03", "PNS", obligation, 30, 0, 20, 0, 10, 0, null));
        }
        night.presences().add(new Presence("1.01", Group.ASN, 2, 2, 1));
        night.presences().add(new Presence("1.02", Group.ASN, 5, 5, 2));
        night.presences().add(new Presence("1.03", Group.ASN, 30, 30, 20));
        night.trend().add(RandomNight.trend(night, Night.DATE));
        assertThat(Leaks.of(circulating(night), night.mandate(), Earlier.of(night.history())))
                .isEmpty();
        Path page = circulating(night).resolve("summary.html");
        String planted = Files.readString(page)
                .replaceFirst("(?s)(<small>1\\.02</small>.*?data-label=\"People\">)not shown", "$1" + 5);
        Files.writeString(page, planted);
        assertThat(Leaks.of(set(), night.mandate(), Earlier.of(List.of())))
                .contains("people 1.01 = 2", "due 1.01 ASN repost = 2");
    }

    /** Whatever says how many follow is read: a number that is not true contradicts the others. */
    @Test
    void howManyFollowIsReadWhereverItIsSaid() throws IOException {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Dinas", AgencyState.REPORTED, 30);
        for (String obligation : OBLIGATIONS) {
            night.tallies().add(new Tally("1.01", "PNS", obligation, 30, 0, 20, 0, 10, 0, null));
        }
        night.presences().add(new Presence("1.01", Group.ASN, 30, 30, 23));
        night.trend().add(RandomNight.trend(night, Night.DATE));
        for (String said : List.of(
                "summary.html:23 of 30 people", "summary.html:<small>23 of 30<", "whatsapp.txt:23 of 30 people")) {
            String file = said.substring(0, said.indexOf(':'));
            String words = said.substring(said.indexOf(':') + 1);
            assertThat(Leaks.of(circulating(night), night.mandate(), Earlier.of(List.of())))
                    .isEmpty();
            Path page = set().resolve(file);
            Files.writeString(page, Files.readString(page).replace(words, words.replace("23", "24")));
            assertThatThrownBy(() -> Leaks.of(set(), night.mandate(), Earlier.of(List.of())))
                    .as(said)
                    .isInstanceOf(AssertionError.class);
        }
    }

    private Map<Long, List<String>> leaks(long first, int nights) {
        Map<Long, List<String>> leaks = new TreeMap<>();
        for (long seed = first; seed < first + nights; seed++) {
            Night night = RandomNight.of(seed);
            List<String> told = Leaks.of(circulating(night), night.mandate(), Earlier.of(night.history()));
            if (!told.isEmpty()) {
                leaks.put(seed, told);
            }
        }
        return leaks;
    }

    /** What circulates of a set, and what the office keeps of it. */
    private Path circulating(Night night) {
        return circulating(night, "set");
    }

    private Path circulating(Night night, String name) {
        Path set = reports.resolve(name);
        FindingCounts counts = new FindingCounts(CATALOGUE, Set.of());
        night.whole().all().forEach(counts::add);
        Figures figures = Figures.of(night);
        String message = new WhatsAppMessage(CATALOGUE, WORDS, "").text(night, night.agencies(), figures, counts);
        try (OutputStream page = file(set, "summary.html");
                OutputStream book = file(set, "rekap.xlsx");
                OutputStream snapshot = file(set, "snapshot.csv");
                OutputStream counted = file(set, "counts.csv");
                OutputStream positions = file(set, "agencies.csv");
                OutputStream manifest = file(set, "manifest.json");
                CsvTable exceptions = new CsvTable(file(set, "exceptions.csv"), "state,code,agency_code")) {
            Files.writeString(set.resolve("whatsapp.txt"), message);
            new MorningPage(CATALOGUE, WORDS).write(night, night.agencies(), figures, counts, message, page);
            new RecapWorkbook(CATALOGUE, WORDS).write(night, night.agencies(), figures, counts, book);
            PositionTables.snapshot(night, snapshot);
            PositionTables.counts(night, night.agencies(), counted);
            PositionTables.agencies(night.date(), night.agencies(), positions);
            new Manifest(night, "0.1.0").write(List.of(), counts, figures, manifest);
            Files.writeString(set.resolveSibling("index.html"), list(night));
            for (Finding f : night.all()) {
                exceptions.row(f.state().name(), f.code().name(), f.agency());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set;
    }

    private static String list(Night night) throws IOException {
        List<IndexPage.Night> nights = night.trend().stream()
                .map(t -> new IndexPage.Night(
                        t.date(),
                        t.due(),
                        t.met(),
                        t.known(),
                        t.headline(),
                        List.of(new IndexPage.Revision(1, t.date() + "/", List.of("summary.html"), null))))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new IndexPage(WORDS).newest(night.mandate(), nights, List.of(), List.of(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path set() {
        return reports.resolve("set");
    }

    private static OutputStream file(Path set, String name) throws IOException {
        Files.createDirectories(set);
        return Files.newOutputStream(set.resolve(name));
    }
}
