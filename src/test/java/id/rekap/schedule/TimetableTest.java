package id.rekap.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Hours of days, also where clocks are moved. */
class TimetableTest {
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
    void untilIsTheNextTimeThatClocksShowTheHour() {
        assertThat(night.until(BACK, LocalTime.of(5, 0))).isEqualTo(Instant.parse("2026-10-25T04:00:00Z"));
        assertThat(night.until(BACK, LocalTime.of(1, 0))).isEqualTo(Instant.parse("2026-10-26T00:00:00Z"));
    }
}
