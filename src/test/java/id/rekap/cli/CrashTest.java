package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import id.rekap.demo.Regency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in every step, then restart: the same bytes and the same facts as an undisturbed run. */
class CrashTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 29);

    /** Kills of one night, in the order in which a restart comes by them. */
    private static final List<String> PLAN = List.of(
            "receive", "read", "read", "read", "read", "plan", "judge", "judge", "judge", "judge", "cross", "settle",
            "publish");

    private static final List<String> FACTS = List.of(
            """
            select agency, received_on, take, drop_hash, verdict, row_count, notes from submission
            order by agency, received_on, take""",
            "select agency, received_on, take, page, row_count, sha2(body, 256) from list_page order by 1, 2, 3, 4",
            """
            select r.business_date, p.agency, p.part, p.page, p.row_count, sha2(uncompress(p.body), 256)
            from finding_page p join run r on r.run_id = p.run_id order by 1, 2, 3, 4""",
            """
            select r.business_date, o.agency, o.fingerprint, o.part, o.first_seen
            from finding_opening o join run r on r.run_id = o.run_id order by 1, 2, 3, 4""",
            """
            select r.business_date, t.judged_by, t.agency, t.type, t.obligation, t.headcount, t.met, t.unverified,
              t.not_met, t.not_reported, t.total from tally t join run r on r.run_id = t.run_id order by 1, 2, 3, 4, 5""",
            """
            select r.business_date, c.agency, c.kind, c.no, c.other, c.answers
            from crossing c join run r on r.run_id = c.run_id order by 1, 2, 3, 4""",
            "select received_on, take, folder, name, state, sha256 from intake order by 1, 2, 3, 4",
            "select business_date, revision, state, depth, take, due, met, row_count from run order by 1, 2");

    private final Random random = new Random(20200713);

    @TempDir
    Path undisturbed;

    @TempDir
    Path disturbed;

    @Test
    void killedAndRestartedNightsEndInTheBytesOfUndisturbedOnes() throws Exception {
        Office calm = office(undisturbed);
        Office crashed = office(disturbed);
        Map<String, Integer> kills = new TreeMap<>();
        for (int night = 1; night <= 3; night++) {
            String date = FIRST.plusDays(night - 1L).toString();
            new Regency(7).drop(night, calm.home.resolve("inbox"));
            assertThat(calm.rekap("run", "--date", date).exit()).isZero();
            new Regency(7).drop(night, crashed.home.resolve("inbox"));
            for (String step : PLAN) {
                int at = 1 + random.nextInt(statements(step, night));
                Ended ended = Processes.run(crashed, List.of("-Drekap.kill=" + step + ":" + at), "run", "--date", date);
                if (ended.exit() == 137) {
                    kills.merge(step, 1, Integer::sum);
                    System.out.println(date + ": "
                            + ended.said()
                                    .lines()
                                    .filter(l -> l.startsWith("KILLED"))
                                    .findFirst()
                                    .orElse("?"));
                } else {
                    assertThat(ended.exit()).as(ended.said()).isIn(0, 10);
                }
            }
            Ended last = Processes.run(crashed, List.of(), "restart", "--date", date);
            assertThat(last.exit()).as(last.said()).isIn(0, 10);
            assertThat(Office.sets(crashed.home)).isEqualTo(Office.sets(calm.home));
            assertThat(crashed.home.resolve("reports/index.html"))
                    .hasSameBinaryContentAs(calm.home.resolve("reports/index.html"));
            assertThat(facts(crashed)).isEqualTo(facts(calm));
        }
        System.out.println("Kills by step: " + kills);
        assertThat(kills.keySet())
                .containsAll(List.of("receive", "read", "plan", "judge", "cross", "settle", "publish"));
        assertThat(kills)
                .allSatisfy((step, count) -> assertThat(count)
                        .as(step)
                        .isGreaterThanOrEqualTo(step.equals("read") || step.equals("judge") ? 10 : 3));
    }

    /** About a third of what the step has to do that night, so that four kills find something to do. */
    private static int statements(String step, int night) {
        return switch (step) {
            case "read" -> night == 1 ? 80 : 10;
            case "judge" -> night == 1 ? 150 : 30;
            case "settle" -> 12;
            default -> 6;
        };
    }

    private static Office office(Path home) throws IOException {
        Office office = new Office(home, "rekap.chunk: 2");
        Path data = Files.createDirectories(home.resolve("register"));
        new Regency(7).writeRegister(data, FIRST);
        for (String what : List.of("agencies", "employees")) {
            assertThat(office.rekap("import", what, data.resolve(what + ".csv").toString(), "--date", FIRST.toString())
                            .exit())
                    .isZero();
        }
        return office;
    }

    private static List<String> facts(Office office) throws SQLException {
        List<String> facts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        office.database.url(), office.database.username(), office.database.password());
                Statement statement = connection.createStatement()) {
            for (String query : FACTS) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= columns; i++) {
                            line.append(rows.getString(i)).append('|');
                        }
                        facts.add(line.toString());
                    }
                }
            }
        }
        return facts;
    }
}
