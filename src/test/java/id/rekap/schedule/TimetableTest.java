package id.rekap.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours of days, also where clocks are moved. */
class TimetableTest {
    @TempDir
    Path home;

    private static final LocalDate FORWARD = LocalDate.of(2026, 3, 29);
    private static final LocalDate BACK = LocalDate.of(2026, 10, 25);

    private final Timetable night = new Timetable(LocalTime.of(2, 30), ZoneId.of("Europe/Amsterdam"));

    @Test
    void aSkippedHourComesAfterTheGapAndADoubledOneOnce() {
        assertThat(night.due(FORWARD)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(night.due(BACK)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(night.dueIn(night.due(BACK).minusSeconds(1), night.due(BACK).plusSeconds(7200)))
                .containsExactly(BACK);
        assertThat(night.dueIn(night.due(FORWARD).minusSeconds(7200), night.due(FORWARD)))
                .containsExactly(FORWARD);
    }

    @Test
    void aDateIsDueAtItsInstantAndNotBefore() {
        Instant due = night.due(BACK);
        assertThat(night.lastDue(due)).isEqualTo(BACK);
        assertThat(night.lastDue(due.minusMillis(1))).isEqualTo(BACK.minusDays(1));
        assertThat(night.nextDue(due)).isEqualTo(night.due(BACK.plusDays(1)));
        assertThat(night.dueIn(due, due)).isEmpty();
    }

    @Test
    void aDateHasBegunInJakartaWhenItIsDue() throws IOException {
        assertThat(plan("time: \"02:00\"", "zone: Asia/Jayapura").due(BACK)).isEqualTo("2026-10-24T17:00:00Z");
        assertThatThrownBy(() -> plan("time: \"01:59\"", "zone: Asia/Jayapura"))
                .hasMessageContaining("an hour of Asia/Jayapura at which the date has begun in Asia/Jakarta");
        assertThat(plan("time: \"00:00\"", "zone: America/New_York").due(BACK)).isEqualTo("2026-10-25T04:00:00Z");
    }

    private Plan plan(String... keys) throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.write(home.resolve("jobs/purge.yml"), List.of(keys));
        return ScheduledJob.PURGE.plan(home);
    }

    @Test
    void untilIsTheNextTimeThatClocksShowTheHour() {
        assertThat(night.until(BACK, LocalTime.of(5, 0))).isEqualTo(Instant.parse("2026-10-25T04:00:00Z"));
        assertThat(night.until(BACK, LocalTime.of(1, 0))).isEqualTo(Instant.parse("2026-10-26T00:00:00Z"));
    }
}
