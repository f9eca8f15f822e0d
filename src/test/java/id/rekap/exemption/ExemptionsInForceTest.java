package id.rekap.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.DatabaseSettings;
import id.rekap.register.Person;
import id.rekap.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Finding who is exempt costs what those are who are, not what the register or the past has. */
class ExemptionsInForceTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 31);
    private static final int PEOPLE = 3_000;
    private static final int EXEMPT = 40;

    private SingleConnectionDataSource connection;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        DatabaseSettings database = TestServer.get().freshSchema();
        connection = new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
        jdbc = new JdbcTemplate(connection);
        List<Object[]> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Object[] {"1.0" + i % 5, "no" + i, "person" + i});
        }
        jdbc.batchUpdate("""
                insert into employee (agency, no, valid_from, person, name, type, status, active)
                values (?, ?, '2020-01-01', ?, 'Orang Rekaan', 'PNS', '01', true)""", people);
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    private void exempt(String person, String agency, String obligation, String from, String last) {
        jdbc.update("""
                insert into exemption (person, agency, obligation, ground, valid_from, valid_until, ends_on, granted_by,
                  document, known_at, known_by) values (?, ?, ?, 'cuti', ?, ?, ?, '', '', now(3), '')""", person, agency, obligation, from, last, last);
    }

    private void some() {
        for (int i = 0; i < EXEMPT; i++) {
            exempt("person" + 7 * i, "", i % 2 == 0 ? "all" : "repost", "2020-07-01", "9999-12-31");
        }
        exempt("", "1.03", "account", "2020-07-31", "2020-07-31");
        exempt("", "1.03", "repost", "2020-07-31", "2020-07-31");
    }

    private long read() {
        return jdbc.query("show session status like 'Handler\\\\_read%'", (r, i) -> r.getLong(2)).stream()
                .mapToLong(n -> n)
                .sum();
    }

    private long cost() {
        long before = read();
        assertThat(new ExemptionsInForce(jdbc, DATE)
                        .all()
                        .of(List.of("1.00", "1.01", "1.02", "1.03", "1.04"))
                        .people())
                .hasSize(EXEMPT);
        return read() - before;
    }

    @Test
    void readsWhatHoldsAndNotWhatHasEnded() {
        some();
        long few = cost();
        for (int year = 2000; year < 2020; year++) {
            for (int i = 0; i < 100; i++) {
                exempt("person" + i, "", "all", year + "-01-01", year + "-06-30");
            }
        }
        jdbc.execute("analyze table exemption");
        assertThat(cost())
                .as("with twenty years more")
                .isLessThanOrEqualTo(few + 5)
                .isLessThan(EXEMPT * 10L);
    }

    @Test
    void meansWhoeverTheNumberIsOfByNow() {
        exempt("person1", "", "repost", "2020-07-01", "2020-07-31");
        jdbc.update("insert into employee_number (no, person, known_from) values ('person1', 'person2', '2020-01-01')");
        ExemptionsInForce inForce = new ExemptionsInForce(jdbc, DATE);
        assertThat(inForce.all().of(List.of("1.01", "1.02")).people()).containsOnlyKeys("person2");
        assertThat(inForce.of(List.of(person("person2", "1.02"))).of(person("person2", "1.02")))
                .isEqualTo("repost");
        assertThat(new ExemptionsInForce(jdbc, DATE.plusDays(1))
                        .all()
                        .of(List.of("1.02"))
                        .isNobody())
                .isTrue();
    }

    private static Person person(String id, String agency) {
        return new Person(id, id, "Orang Rekaan", "PNS", agency, "01", true, null);
    }

    @Test
    void addsUpWhatAPersonAndTheirAgencyAreExemptFrom() {
        some();
        exempt("person3", "", "follow", "2020-07-01", "2020-07-31");
        exempt("person8", "", "all", "2020-07-01", "2020-07-31");
        ExemptOn on = new ExemptionsInForce(jdbc, DATE).all().of(List.of("1.03"));
        assertThat(on.of(person("person3", "1.03"))).isEqualTo("account follow repost");
        assertThat(on.of(person("person8", "1.03"))).isEqualTo("all");
        assertThat(on.of(person("person13", "1.03"))).isEqualTo("account repost");
    }
}
