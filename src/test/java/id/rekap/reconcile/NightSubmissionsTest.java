package id.rekap.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.Database;
import id.rekap.intake.ListsInForce;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is looked up of an agency's history says what reading all of it would say. */
class NightSubmissionsTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final int DATES = 12;
    private static final List<String> AGENCIES = List.of("1.01", "1.02", "1.03", "2.01", "2.02", "2.03");
    private static final String MANDATE = "own";

    private static Database database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshSchema(), 2);
        jdbc = new JdbcTemplate(database.dataSource());
        AGENCIES.forEach(code -> {
            // two intervals of each: an agency is looked at once
            for (int year = 2019; year <= 2020; year++) {
                jdbc.update(
                        "insert into agency (code, valid_from, name, expected) values (?, ?, '', true)",
                        code,
                        LocalDate.of(year, 1, 1));
            }
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** A submission as it stands in the table. */
    private record Row(
            String agency,
            LocalDate receivedOn,
            int batch,
            String verdict,
            @Nullable String decision,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate withdrawnOn) {
        Row(
                String agency,
                LocalDate receivedOn,
                int batch,
                String verdict,
                @Nullable String decision,
                @Nullable LocalDate decidedOn) {
            this(agency, receivedOn, batch, verdict, decision, decidedOn, null);
        }

        Row withdrawn(LocalDate from) {
            return new Row(agency, receivedOn, batch, verdict, decision, decidedOn, from);
        }

        boolean stands(LocalDate date) {
            return withdrawnOn == null || withdrawnOn.isAfter(date);
        }

        NightSubmissions.Key key() {
            return new NightSubmissions.Key(receivedOn, batch, agency + "/" + receivedOn + "/" + batch, batch);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isTheSameAsFromAllOfTheHistoryOnEveryDate(long seed) {
        List<Row> rows = random(new Random(seed));
        write(rows);
        ListsInForce lists = new ListsInForce(jdbc, MANDATE);
        for (int day = -1; day <= DATES + 1; day++) {
            LocalDate date = FIRST.plusDays(day);
            Map<String, NightSubmissions.Position> folded = folded(rows, date);
            assertThat(NightSubmissions.on(date, MANDATE, jdbc)).as("%s", date).isEqualTo(folded);
            for (String agency : AGENCIES) {
                NightSubmissions.Key list = folded.getOrDefault(agency, NightSubmissions.Position.NOTHING)
                        .list();
                assertThat(lists.of(agency, date)
                                .map(s -> new Row(agency, s.receivedOn(), s.batch(), "", null, null).key()))
                        .as("%s on %s", agency, date)
                        .isEqualTo(Optional.ofNullable(list));
            }
        }
    }

    @Test
    void refusalsOfAnAgencyThatNeverHadAListStayOpen() {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < DATES; day++) {
            rows.add(new Row("1.01", FIRST.plusDays(day), 1, "REFUSED", null, null));
        }
        write(rows);
        assertThat(NightSubmissions.on(FIRST.plusDays(DATES), MANDATE, jdbc)
                        .getOrDefault("1.01", NightSubmissions.Position.NOTHING)
                        .refused())
                .hasSize(DATES);
    }

    private static List<Row> random(Random random) {
        List<Row> rows = new ArrayList<>();
        for (String agency : AGENCIES) {
            // some agencies are refused most of the time, others held, others say the same again
            String[] likely = {"ACCEPTED", "UNCHANGED", "HELD", "REFUSED", "NOT_MEANT"};
            String habit = likely[random.nextInt(likely.length)];
            for (int day = 0; day < DATES; day++) {
                int takes = random.nextInt(3);
                for (int batch = 1; batch <= takes; batch++) {
                    String verdict = random.nextInt(5) < 2 ? habit : likely[random.nextInt(likely.length)];
                    Row row = row(random, agency, FIRST.plusDays(day), batch, verdict);
                    boolean isWithdrawn = random.nextInt(4) == 0;
                    rows.add(isWithdrawn ? row.withdrawn(FIRST.plusDays(day + random.nextInt(5))) : row);
                }
            }
        }
        return rows;
    }

    private static Row row(Random random, String agency, LocalDate receivedOn, int batch, String verdict) {
        int fate = verdict.equals("HELD") ? random.nextInt(6) : 0;
        return switch (fate) {
            case 1 -> new Row(agency, receivedOn, batch, verdict, "ACCEPT", null);
            case 2, 3, 4 ->
                new Row(agency, receivedOn, batch, verdict, "ACCEPT", receivedOn.plusDays(random.nextInt(5)));
            case 5 -> new Row(agency, receivedOn, batch, verdict, "REFUSE", receivedOn.plusDays(random.nextInt(5)));
            default -> new Row(agency, receivedOn, batch, verdict, null, null);
        };
    }

    private static void write(List<Row> rows) {
        jdbc.update("delete from submission");
        jdbc.update("delete from withdrawal");
        rows.stream()
                .filter(row -> row.withdrawnOn() != null)
                .forEach(row -> jdbc.update(
                        "insert into withdrawal (mandate, agency, received_on, batch, supposed, holds_from, known_at) values (?, ?, ?, ?, 0, ?, utc_timestamp(3))",
                        MANDATE,
                        row.agency(),
                        row.receivedOn(),
                        row.batch(),
                        row.withdrawnOn()));
        jdbc.batchUpdate(
                """
                insert into submission (mandate, agency, received_on, batch, submission_id, drop_hash, verdict, decision,
                  decided_on, row_count, files, notes)
                values (?, ?, ?, ?, ?, repeat('0', 64), ?, ?, ?, ?, '[]', '[]')""",
                rows.stream()
                        .flatMap(r -> Stream.of(MANDATE, "other").map(mandate -> new Object[] {
                            mandate,
                            r.agency(),
                            r.receivedOn(),
                            r.batch(),
                            r.key().id(),
                            mandate.equals(MANDATE) ? r.verdict() : "ACCEPTED",
                            mandate.equals(MANDATE) ? r.decision() : null,
                            mandate.equals(MANDATE) ? r.decidedOn() : null,
                            r.key().rows()
                        }))
                        .toList());
    }

    /** From all submissions, in the order in which they came. */
    private static Map<String, NightSubmissions.Position> folded(List<Row> rows, LocalDate date) {
        Map<String, Fold> folds = new TreeMap<>();
        rows.stream()
                .filter(r -> !r.receivedOn().isAfter(date) && !r.verdict().equals("NOT_MEANT"))
                .forEach(r -> folds.computeIfAbsent(r.agency(), a -> new Fold()).see(r, date));
        Map<String, NightSubmissions.Position> positions = new TreeMap<>();
        folds.forEach((agency, fold) -> positions.put(agency, fold.position()));
        return positions;
    }

    private static final class Fold {
        private NightSubmissions.@Nullable Key list;
        private @Nullable LocalDate since;
        private NightSubmissions.@Nullable Key held;
        private final List<NightSubmissions.Key> refused = new ArrayList<>();
        private final List<NightSubmissions.Unchanged> unchanged = new ArrayList<>();

        void see(Row row, LocalDate date) {
            boolean decided = row.decidedOn() != null && !row.decidedOn().isAfter(date);
            switch (row.verdict()) {
                case "ACCEPTED" -> {
                    held = null;
                    inForce(row.key(), row.stands(date) ? row.receivedOn() : null);
                }
                case "HELD" -> {
                    held = decided ? null : row.key();
                    if (decided && "ACCEPT".equals(row.decision()) && row.stands(date)) {
                        inForce(row.key(), row.decidedOn());
                    }
                }
                case "UNCHANGED" -> {
                    held = null;
                    if (row.receivedOn().equals(date)) {
                        unchanged.add(new NightSubmissions.Unchanged(row.batch(), list == null ? "" : list.id()));
                    }
                }
                default -> refused.add(row.key());
            }
        }

        private void inForce(NightSubmissions.Key key, @Nullable LocalDate from) {
            if (from != null && (since == null || !from.isBefore(since))) {
                list = key;
                since = from;
            }
        }

        NightSubmissions.Position position() {
            return new NightSubmissions.Position(
                    list, held, refused.stream().filter(this::isOpen).toList(), List.copyOf(unchanged));
        }

        private boolean isOpen(NightSubmissions.Key refusal) {
            if (list == null || since == null || refusal.receivedOn().isAfter(since)) {
                return true;
            }
            boolean cameThatDay = list.receivedOn().equals(since);
            return refusal.receivedOn().equals(since) && (!cameThatDay || refusal.batch() > list.batch());
        }
    }
}
