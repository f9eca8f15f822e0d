package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static id.rekap.register.RegisterFixture.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.LoadedRows;
import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmployeeImportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private RegisterFixture fixture;

    @BeforeEach
    void freshRegister() {
        fixture = new RegisterFixture(directory).withAgencies();
    }

    @Test
    void filesBecomeTheRegisterOfTheirDate() {
        ImportResult result = fixture.sample("employees.csv", JANUARY);
        assertThat(result.problems()).isEmpty();
        assertThat(counts(result)).containsExactly(7, 0, 0, 0);
        assertThat(result.active()).isEqualTo(Map.of(Group.ASN, 4, Group.TENAGA_KONTRAK, 2));
        assertThat(fixture.on(JANUARY))
                .contains(
                        "198511232010012017 BAG-HUMAS PNS 01",
                        "197503091999031002 KEC-LHOKNGA PNS 02",
                        "1106085506950002 DISDIK TENAGA_KONTRAK 01");
        assertThat(fixture.on(JANUARY.minusDays(1))).isEmpty();
        assertThat(fixture.touched(JANUARY))
                .containsExactly("BAG-HUMAS", "DISDIK", "KEC-LHOKNGA", "SDN-1-LHOKNGA", "SETDAKAB");
    }

    /** As MySQL is by default. */
    @Test
    void aServerThatTakesNoRowsFromMemoryGetsThemByInserts() {
        boolean taken = LoadedRows.isAllowed(fixture.jdbc);
        try {
            if (taken) {
                fixture.jdbc.execute("set global local_infile = 0");
            }
            assertThat(counts(fixture.sample("employees.csv", JANUARY))).containsExactly(7, 0, 0, 0);
        } finally {
            if (taken) {
                fixture.jdbc.execute("set global local_infile = 1");
            }
        }
        List<String> byInserts = fixture.on(JANUARY);
        freshRegister();
        fixture.sample("employees.csv", JANUARY);
        assertThat(fixture.on(JANUARY)).hasSize(7).isEqualTo(byInserts);
    }

    @Test
    void nextMonthClosesAndOpensIntervals() {
        fixture.sample("employees.csv", JANUARY);
        ImportResult result = fixture.sample("employees-next-month.csv", FEBRUARY);
        assertThat(counts(result)).containsExactly(1, 4, 0, 3);
        assertThat(fixture.on(FEBRUARY.minusDays(1))).contains("198511232010012017 BAG-HUMAS PNS 01");
        assertThat(fixture.on(FEBRUARY))
                .hasSize(8)
                .contains(
                        "198511232010012017 SETDAKAB PNS 01",
                        "200001052025062001 SDN-1-LHOKNGA PNS 01",
                        "197503091999031002 KEC-LHOKNGA PNS 01");
    }

    @Test
    void contractStaffWhoBecomePppkStayTheSamePerson() {
        fixture.sample("employees.csv", JANUARY);
        fixture.sample("employees-next-month.csv", FEBRUARY);
        assertThat(fixture.jdbc.queryForList(
                        "select concat(no, ' ', valid_from, ' ', valid_to) from employee"
                                + " where person = '1106081203900001' order by valid_from",
                        String.class))
                .containsExactly("1106081203900001 2026-01-01 2026-02-01", "199003122025211004 2026-02-01 9999-12-31");
        assertThat(fixture.jdbc.queryForList(
                        "select concat(no, ' ', known_from) from employee_number"
                                + " where person = '1106081203900001' order by no",
                        String.class))
                .containsExactly("199003122025211004 2026-02-01");
    }

    @Test
    void whoIsNotInTheFilesEndsAndWhoComesBackHasANewInterval() {
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,", "1002,Cut Umpama,PNS,DISDIK,,");
        assertThat(counts(fixture.employees(FEBRUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,")))
                .containsExactly(0, 0, 1, 1);
        assertThat(fixture.on(FEBRUARY)).containsExactly("1001 DISDIK PNS 01");
        assertThat(counts(fixture.employees(
                        MARCH, null, "1001,Rahmat Contoh,PNS,DISDIK,,", "1002,Cut Umpama,PNS,DISDIK,,")))
                .containsExactly(1, 0, 0, 1);
        assertThat(fixture.count("employee")).isEqualTo(3);
    }

    @Test
    void groupImportLeavesTheOtherGroupAlone() {
        fixture.sample("employees.csv", JANUARY);
        ImportResult result =
                fixture.employees(FEBRUARY, Group.TENAGA_KONTRAK, "1106081203900001,Nurul Semisal,TK,DISDIK,,");
        assertThat(counts(result)).containsExactly(0, 1, 1, 0);
        assertThat(result.active()).isEqualTo(Map.of(Group.ASN, 4, Group.TENAGA_KONTRAK, 1));
        assertThat(fixture.touched(FEBRUARY)).containsExactly("DISDIK", "KEC-LHOKNGA");
    }

    @Test
    void moveToTheOtherGroupClosesTheOldInterval() {
        fixture.sample("employees.csv", JANUARY);
        fixture.employees(FEBRUARY, Group.ASN, "199003122025211004,Nurul Semisal,PPPK,DISDIK,,1106081203900001");
        assertThat(fixture.on(FEBRUARY))
                .containsExactly("1106085506950002 DISDIK TENAGA_KONTRAK 01", "199003122025211004 DISDIK PPPK 01");
    }

    @Test
    void correctedImportOfTheSameDateReplacesTheFirst() {
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,", "1002,Salah Orang,PNS,DISDIK,,99");
        ImportResult result =
                fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,SETDAKAB,,", "1003,Cut Umpama,PNS,DISDIK,,");
        assertThat(counts(result)).containsExactly(1, 1, 1, 0);
        assertThat(fixture.on(JANUARY)).containsExactly("1001 SETDAKAB PNS 01", "1003 DISDIK PNS 01");
        assertThat(fixture.count("employee")).isEqualTo(2);
        assertThat(fixture.jdbc.queryForList("select no from employee_number order by no", String.class))
                .isEmpty();
    }

    @Test
    void formerNumberIsTakenBackByTheCorrectedImportOfTheSameDate() {
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,77|88");
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,77");
        assertThat(fixture.jdbc.queryForList("select no from employee_number order by no", String.class))
                .containsExactly("77");
    }

    @Test
    void olderImportHoldsUntilTheNextAndTouchesItsOwnDate() {
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,");
        fixture.employees(MARCH, null, "1001,Rahmat Contoh,PNS,DISDIK,,");
        fixture.employees(FEBRUARY, null, "1001,Rahmat Contoh,PNS,SETDAKAB,,", "1002,Cut Umpama,PNS,DISDIK,,");
        assertThat(fixture.on(JANUARY)).containsExactly("1001 DISDIK PNS 01");
        assertThat(fixture.on(FEBRUARY)).containsExactly("1001 SETDAKAB PNS 01", "1002 DISDIK PNS 01");
        assertThat(fixture.on(MARCH)).containsExactly("1001 DISDIK PNS 01");
        assertThat(fixture.touched(FEBRUARY)).containsExactly("DISDIK", "SETDAKAB");
    }

    @Test
    void numberIsKnownFromTheEarliestDate() {
        fixture.employees(MARCH, null, "1001,Rahmat Contoh,PNS,DISDIK,,77");
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,77");
        assertThat(fixture.jdbc.queryForList("select cast(known_from as char) from employee_number", String.class))
                .containsExactly("2026-01-01");
    }

    @Test
    void dryRunSaysWhatWouldHappenAndWritesNothing() {
        ImportResult result = fixture.register.employees(
                List.of(RegisterFixture.SAMPLES.resolve("employees.csv")), JANUARY, null, true, false, read -> {});
        assertThat(counts(result)).containsExactly(7, 0, 0, 0);
        assertThat(result.samples()).hasSize(7);
        assertThat(fixture.count("employee") + fixture.count("employee_number")).isZero();
        assertThat(fixture.jdbc.queryForList("select kind from register_import", String.class))
                .containsExactly("AGENCIES");
    }

    @Test
    void importIsInTheAuditLog() {
        fixture.sample("employees.csv", JANUARY);
        assertThat(fixture.jdbc.queryForList(
                        "select concat_ws(' / ', at, who, what, subject, detail) from audit_log order by audit_id desc",
                        String.class))
                .first()
                .asString()
                .contains(
                        "2026-01-01 17:00:00",
                        "operator / IMPORT_EMPLOYEES / register as of 2026-01-01",
                        "7 added, 0 changed, 0 ended; files: employees.csv");
    }

    private static List<Integer> counts(ImportResult result) {
        assertThat(result.problems()).isEmpty();
        return List.of(result.added(), result.changed(), result.ended(), result.unchanged());
    }
}
