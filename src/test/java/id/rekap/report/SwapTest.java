package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.files.Fence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader finds when a publication ends early, is repeated, or replaces another. */
class SwapTest {
    private static final String PLACE = "2020-07-31.1";
    private static final String DRAFT = ".tmp-" + PLACE + "-1";

    @TempDir
    Path reports;

    private Sets sets = new Sets(Path.of(""));

    @BeforeEach
    void open() {
        sets = new Sets(reports);
    }

    @Test
    void showsNothingBeforeTheSwap() {
        sets.publication().prepare(Night.small());
        assertThat(reports.resolve("2020-07-31")).doesNotExist();
        assertThat(reports.resolve("latest")).doesNotExist();
        assertThat(sets.history()).containsExactly(DRAFT);
    }

    @Test
    void linksDateAndLatestRelatively() throws IOException {
        sets.publish(Night.small());
        assertThat(Files.readSymbolicLink(reports.resolve("2020-07-31"))).isEqualTo(Path.of(".history", PLACE));
        assertThat(Files.readSymbolicLink(reports.resolve("latest"))).isEqualTo(Path.of("2020-07-31"));
    }

    @Test
    void keepsLatestWhenAnOlderDateIsPublished() throws IOException {
        sets.publish(Night.small());
        sets.publish(Night.on(Night.DATE.minusDays(1), 1));
        assertThat(Files.readSymbolicLink(reports.resolve("latest"))).isEqualTo(Path.of("2020-07-31"));
        assertThat(sets.text("2020-07-30/manifest.json")).contains("\"2020-07-30\"");
    }

    @Test
    void keepsEarlierRevisions() {
        sets.publish(Night.small());
        Map<String, String> first = sets.files("latest");
        sets.publish(Night.small().revised(2).with(Findings.unreadable("1.02", "x")));
        assertThat(sets.files(".history/" + PLACE)).isEqualTo(first);
        assertThat(sets.latest("manifest.json")).contains("\"revision\" : 2");
    }

    @Test
    void writesTheSameBytesAfterACrashWhileWriting() throws IOException {
        Path half = Files.createDirectories(reports.resolve(".history/.tmp-" + PLACE + "-0/agencies/9.99"));
        Files.writeString(half.resolve("exceptions.csv"), "half");
        sets.publish(Night.small());
        Sets undisturbed = new Sets(reports.resolve("other")).publish(Night.small());
        assertThat(sets.files("latest")).isEqualTo(undisturbed.files("latest"));
        assertThat(sets.history()).containsExactly(PLACE);
    }

    /** As a process that sleeps past its lease does when it wakes up. */
    @Test
    void keepsAnotherOwnersHalfWrittenSetOutOfThePlace() throws IOException {
        sets.publication().prepare(Night.small());
        Path late = Files.createDirectories(reports.resolve(".history/.tmp-" + PLACE + "-0"));
        Files.writeString(late.resolve("snapshot.csv"), "half");
        Publication lost = new Sets(reports, sets.locale(), new Sets.Owner(2)).publication();
        assertThatThrownBy(() -> lost.swap(Night.DATE, 1, true)).isInstanceOf(UncheckedIOException.class);
        sets.publication().swap(Night.DATE, 1, true);
        assertThat(sets.latest("snapshot.csv")).isNotEqualTo("half");
        assertThat(sets.history()).containsExactly(PLACE);
    }

    @Test
    void repeatsSwapWithoutADraft() throws IOException {
        sets.publish(Night.small());
        Map<String, String> before = sets.files("latest");
        Files.delete(reports.resolve("latest"));
        Files.delete(reports.resolve("2020-07-31"));
        Files.createSymbolicLink(reports.resolve(".link-latest"), Path.of("nowhere"));
        sets.publication().swap(Night.DATE, 1, true);
        assertThat(sets.files("latest")).isEqualTo(before);
        assertThat(Files.isSymbolicLink(reports.resolve(".link-latest"))).isFalse();
    }

    @Test
    void replacesTheSetOfACrashedAttempt() throws IOException {
        sets.publish(Night.small());
        sets.publish(Night.small().with(Findings.unreadable("1.02", "sesuatu")));
        assertReplaced();
    }

    @Test
    void endsAReplacementThatStoppedAfterLeadingReadersAside() throws IOException {
        replacementUnderWay();
        sets.publication().swap(Night.DATE, 1, true);
        assertReplaced();
    }

    @Test
    void endsAReplacementThatStoppedAfterClearingThePlace() throws IOException {
        replacementUnderWay();
        move(PLACE, ".gone-" + PLACE);
        assertThat(sets.latest("exceptions.csv")).contains("sesuatu");
        sets.publication().swap(Night.DATE, 1, true);
        assertReplaced();
    }

    @Test
    void endsAReplacementThatStoppedBeforeTheLastLink() throws IOException {
        replacementUnderWay();
        move(PLACE, ".gone-" + PLACE);
        move(DRAFT, PLACE);
        sets.publication().swap(Night.DATE, 1, true);
        assertReplaced();
    }

    @Test
    void preparesAgainWhileReadersAreLedAside() throws IOException {
        replacementUnderWay();
        sets.publication().prepare(Night.small().with(Findings.unreadable("1.02", "sesuatu")));
        assertThat(sets.latest("exceptions.csv")).contains("sesuatu");
        sets.publication().swap(Night.DATE, 1, true);
        assertReplaced();
    }

    /** It wakes up at any look: readers have one whole set. */
    @Test
    void showsOneWholeSetWhereverALateWriterIsKeptOut() {
        sets.publish(Night.small());
        Map<String, String> first = sets.files("latest");
        Night second = Night.small().revised(2).with(Findings.unreadable("1.02", "x"));
        int looks = 0;
        boolean isThrough = false;
        while (!isThrough) {
            sets.publication().prepare(second);
            isThrough = new Sets(reports, sets.locale(), fallingAt(++looks)).swaps(second);
            if (!isThrough) {
                Map<String, String> seen = sets.files("2020-07-31");
                assertThat(seen.equals(first)
                                || sets.text("2020-07-31/manifest.json").contains("\"revision\" : 2"))
                        .isTrue();
            }
        }
        assertThat(looks).isGreaterThan(4);
        assertThat(sets.latest("manifest.json")).contains("\"revision\" : 2");
    }

    @Test
    void writesNoFileOfADraftThatAnotherOwnerMayBeWriting() {
        Fence closed = new Fence() {
            @Override
            public void look() {
                throw new IllegalStateException("late");
            }

            @Override
            public void check() {}

            @Override
            public long token() {
                return 1;
            }
        };
        assertThatThrownBy(() ->
                        new Sets(reports, sets.locale(), closed).publication().prepare(Night.small()))
                .hasMessage("late");
        assertThat(sets.history()).isEmpty();
    }

    private static Fence fallingAt(int check) {
        AtomicInteger seen = new AtomicInteger();
        return new Fence() {
            @Override
            public void look() {}

            @Override
            public void check() {
                if (seen.incrementAndGet() == check) {
                    throw new IllegalStateException("late");
                }
            }

            @Override
            public long token() {
                return 1;
            }
        };
    }

    @Test
    void refusesToSwapWhatWasNeverPrepared() {
        assertThatThrownBy(() -> sets.publication().swap(Night.DATE, 3, true))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("2020-07-31");
    }

    @Test
    void refusesToReplaceADirectoryInPlaceOfALink() throws IOException {
        Files.createDirectories(reports.resolve("2020-07-31"));
        sets.publication().prepare(Night.small());
        assertThatThrownBy(() -> sets.publication().swap(Night.DATE, 1, true))
                .hasRootCauseMessage(reports.resolve("2020-07-31") + " is a directory, not a link; move it away");
    }

    /** A published set, another one prepared, and readers led to a second name of that. */
    private void replacementUnderWay() throws IOException {
        sets.publish(Night.small());
        sets.publication().prepare(Night.small().with(Findings.unreadable("1.02", "sesuatu")));
        Path history = reports.resolve(".history");
        Trees.link(history.resolve(DRAFT), history.resolve(".swap-" + PLACE));
        Files.delete(reports.resolve("2020-07-31"));
        Files.createSymbolicLink(reports.resolve("2020-07-31"), Path.of(".history/.swap-" + PLACE));
    }

    private void move(String from, String to) throws IOException {
        Files.move(
                reports.resolve(".history").resolve(from),
                reports.resolve(".history").resolve(to));
    }

    private void assertReplaced() throws IOException {
        assertThat(sets.latest("exceptions.csv")).contains("sesuatu");
        assertThat(Files.readSymbolicLink(reports.resolve("2020-07-31"))).isEqualTo(Path.of(".history", PLACE));
        assertThat(sets.history()).containsExactly(PLACE);
    }
}
