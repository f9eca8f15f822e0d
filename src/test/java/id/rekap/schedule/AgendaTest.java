package id.rekap.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.rekap.database.Database;
import id.rekap.mandate.Keys;
import id.rekap.schedule.ScheduledDate.State;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which dates are run, tried again, caught up, let pass, and told. */
class AgendaTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Set<LocalDate> published = new HashSet<>();
    private Database database;
    private Agenda agenda;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshSchema(), 2);
        HikariDataSource dataSource = database.dataSource();
        jdbc = new JdbcTemplate(dataSource);
        agenda = new Agenda(jdbc);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Plan plan(String... lines) {
        String file = String.join("\n", lines);
        return Plan.of(
                ScheduledJob.NIGHTLY,
                Keys.of("jobs/nightly.yml", file.contains("time:") ? file : "time: \"21:00\"\n" + file));
    }

    /** So many days after the first, at an hour. */
    private static Instant at(int day, String hour) {
        return LocalDateTime.parse(DAY.plusDays(day) + "T" + hour).atZone(ZONE).toInstant();
    }

    private List<LocalDate> look(Plan plan, Instant now) {
        return agenda.note(plan, now, "somebody@somewhere", published::contains).stream()
                .map(ScheduledDate::date)
                .toList();
    }

    private List<String> rows() {
        return jdbc.queryForList(
                "select concat(business_date, ' ', state) from scheduled_date order by business_date", String.class);
    }

    /** Tells, as the schedule does. */
    private List<String> told() {
        return agenda.untold(ScheduledJob.NIGHTLY).stream()
                .peek(agenda::told)
                .map(date -> date.date() + " " + date.state())
                .toList();
    }

    @Test
    void runsNothingThatWasDueBeforeTheFirstLook() {
        assertThat(look(plan(), at(0, "22:00"))).isEmpty();
        assertThat(look(plan(), at(1, "20:59"))).isEmpty();
        assertThat(look(plan(), at(1, "21:00"))).containsExactly(DAY.plusDays(1));
        assertThat(rows()).containsExactly("2026-03-03 DUE");
    }

    @Test
    void catchesUpWhatItsFileSays() {
        record Case(String catchUp, List<LocalDate> run) {}
        LocalDate first = DAY;
        for (Case one : List.of(
                new Case("none", List.of()),
                new Case("latest", List.of(first.plusDays(2))),
                new Case("all", List.of(first, first.plusDays(1), first.plusDays(2))))) {
            jdbc.update("delete from scheduled_date");
            jdbc.update("delete from scheduled_job");
            look(plan(), at(0, "20:00"));
            Plan plan = plan("catch-up: " + one.catchUp);
            assertThat(look(plan, at(3, "10:00"))).as(one.catchUp).isEqualTo(one.run);
            assertThat(told()).as(one.catchUp).hasSize(3 - one.run.size()).allMatch(said -> said.endsWith("MISSED"));
            assertThat(told()).isEmpty();
            assertThat(look(plan, at(3, "10:01"))).as(one.catchUp).isEqualTo(one.run);
        }
    }

    @Test
    void catchesUpOnlyTheLastDaysOfItsWindow() {
        look(plan(), at(0, "20:00"));
        assertThat(look(plan("catch-up: all", "window: 2"), at(9, "12:00")))
                .containsExactly(DAY.plusDays(6), DAY.plusDays(7), DAY.plusDays(8));
        assertThat(rows()).hasSize(9).contains("2026-03-02 MISSED", "2026-03-07 MISSED", "2026-03-08 DUE");
    }

    @Test
    void aDateWhoseTimeIsNotOverIsNoMissedOne() {
        look(plan(), at(0, "20:58"));
        Plan none = plan("catch-up: none", "retry: {until: \"05:00\"}");
        assertThat(look(none, at(1, "04:59"))).containsExactly(DAY);
        assertThat(look(none, at(1, "05:00"))).isEmpty();
        assertThat(told()).containsExactly("2026-03-02 MISSED");
    }

    @Test
    void aChangedTimeRunsNoOldDate() {
        look(plan(), at(0, "20:00"));
        look(plan(), at(0, "21:00"));
        published.add(DAY);
        look(plan(), at(0, "21:05"));
        assertThat(look(plan("time: \"06:00\""), at(1, "10:00"))).isEmpty();
        assertThat(told()).containsExactly("2026-03-03 MISSED");
        assertThat(look(plan("time: \"06:00\""), at(2, "05:59"))).isEmpty();
        assertThat(look(plan("time: \"06:00\""), at(2, "06:00"))).containsExactly(DAY.plusDays(2));
        assertThat(rows()).containsExactly("2026-03-02 DONE", "2026-03-03 MISSED", "2026-03-04 DUE");
    }

    @Test
    void aTimeThatMovesBehindNowIsDueOnlyOnce() {
        look(plan(), at(0, "20:00"));
        look(plan(), at(0, "21:00"));
        published.add(DAY);
        look(plan(), at(0, "21:01"));
        assertThat(look(plan("time: \"23:00\""), at(0, "22:00"))).isEmpty();
        assertThat(look(plan("time: \"23:00\""), at(0, "23:00"))).isEmpty();
        assertThat(rows()).containsExactly("2026-03-02 DONE");
        assertThat(told()).isEmpty();
    }

    @Test
    void timeInWhichItIsSwitchedOffIsNotCaughtUp() {
        look(plan(), at(0, "20:00"));
        assertThat(look(plan("enabled: false"), at(0, "20:30"))).isEmpty();
        look(plan("enabled: false"), at(3, "12:00"));
        assertThat(look(plan("catch-up: all"), at(4, "12:00"))).isEmpty();
        assertThat(rows()).isEmpty();
        assertThat(look(plan("catch-up: all"), at(4, "21:00"))).containsExactly(DAY.plusDays(4));
    }

    @Test
    void aFailedDateIsTriedUntilItsTimeIsOverAndToldOnce() {
        Plan plan = plan("retry: {every: 10m, until: \"22:00\"}");
        look(plan, at(0, "20:00"));
        int attempts = 0;
        for (Instant now = at(0, "21:00"); now.isBefore(at(1, "20:00")); now = now.plusSeconds(60)) {
            for (ScheduledDate date : agenda.note(plan, now, "somebody", published::contains)) {
                if (!date.nextAt().isAfter(now)) {
                    attempts++;
                    agenda.failed(plan, date, now, "exit 5", false);
                }
            }
        }
        assertThat(attempts).isEqualTo(6);
        assertThat(told()).containsExactly("2026-03-02 FAILED");
        assertThat(told()).isEmpty();
        published.add(DAY);
        look(plan, at(1, "20:30"));
        assertThat(told()).containsExactly("2026-03-02 DONE");
    }

    @Test
    void whatFailsForGoodIsNotTriedAgain() {
        look(plan(), at(0, "20:00"));
        ScheduledDate date = agenda.note(plan(), at(0, "21:00"), "somebody", published::contains)
                .get(0);
        agenda.failed(plan(), date, at(0, "21:01"), "exit 20", true);
        assertThat(look(plan(), at(0, "21:02"))).isEmpty();
        assertThat(told()).containsExactly("2026-03-02 FAILED");
    }

    @Test
    void tellsOneWordOfADateThatCameLate() {
        look(plan(), at(0, "20:59"));
        ScheduledDate date = agenda.note(plan(), at(0, "21:40"), "somebody", published::contains)
                .get(0);
        agenda.done(plan(), date, at(0, "21:41"));
        assertThat(told()).containsExactly("2026-03-02 DONE");
        ScheduledDate next = agenda.note(plan(), at(1, "21:00"), "somebody", published::contains)
                .get(0);
        agenda.done(plan(), next, at(1, "21:01"));
        assertThat(told()).isEmpty();
    }

    @Test
    void whatSomebodyRanByHandIsDone() {
        look(plan(), at(0, "20:00"));
        published.add(DAY);
        published.add(DAY.plusDays(1));
        assertThat(look(plan("catch-up: all"), at(3, "12:00"))).containsExactly(DAY.plusDays(2));
        look(plan("catch-up: none"), at(3, "12:30"));
        assertThat(rows()).contains("2026-03-04 " + State.DUE);
        published.add(DAY.plusDays(2));
        look(plan(), at(3, "14:00"));
        assertThat(rows()).allMatch(row -> row.endsWith("DONE"));
    }

    @Test
    void aClockThatIsBehindRunsNothingTwice() {
        look(plan(), at(0, "20:59"));
        assertThat(look(plan(), at(0, "21:01"))).containsExactly(DAY);
        assertThat(look(plan(), at(0, "20:56"))).containsExactly(DAY);
        published.add(DAY);
        assertThat(look(plan(), at(0, "20:57"))).isEmpty();
        assertThat(look(plan(), at(0, "21:02"))).isEmpty();
        assertThat(rows()).containsExactly("2026-03-02 DONE");
    }
}
