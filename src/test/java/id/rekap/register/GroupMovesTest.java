package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one group that hold people of the other. */
class GroupMovesTest {
    private static final String AS_STAFF = "1106081203900001,Nurul Semisal,TENAGA_KONTRAK,DISDIK,,";
    private static final String AS_PPPK = "199003122025211004,Nurul Semisal,PPPK,DISDIK,,1106081203900001";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private RegisterFixture fixture;

    @BeforeEach
    void elevenOfEachGroup() {
        fixture = new RegisterFixture(directory).withAgencies();
        List<String> everybody = new ArrayList<>(List.of(staff(10)));
        everybody.addAll(List.of(servants(10)));
        everybody.add(AS_STAFF);
        assertThat(fixture.employees(JANUARY, null, false, everybody.toArray(String[]::new))
                        .problems())
                .isEmpty();
    }

    @Test
    void moveInALaterImportIsTakenWithAWarning() {
        ImportResult moved = fixture.employees(FEBRUARY, Group.ASN, false, with(AS_PPPK, servants(10)));
        assertThat(moved.problems()).isEmpty();
        assertThat(moved.changed()).isEqualTo(1);
        assertThat(moved.warnings())
                .singleElement()
                .asString()
                .contains(
                        ".csv, row 2",
                        "199003122025211004 (in the register 1106081203900001)",
                        "from TENAGA_KONTRAK to PPPK",
                        "if the list of TENAGA_KONTRAK is right, take the row out of this file and import again");
        ImportResult again = fixture.employees(FEBRUARY, Group.ASN, false, with(AS_PPPK, servants(10)));
        assertThat(again.warnings()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(11);
    }

    @Test
    void onePersonOfTheOtherGroupsListIsTakenOverAsTwo() {
        String both = "1106081203900002,Nurul Semisal,TENAGA_KONTRAK,DISDIK,,1106081203900001";
        assertThat(fixture.employees(FEBRUARY, Group.TENAGA_KONTRAK, false, with(both, staff(10)))
                        .problems())
                .isEmpty();
        ImportResult two = fixture.employees(
                FEBRUARY,
                Group.ASN,
                false,
                with(
                        "1106081203900001,Nurul Semisal,PPPK,DISDIK,,",
                        with("1106081203900002,Nurul Lain,PPPK,DISDIK,,", servants(10))));
        assertThat(two.problems()).isEmpty();
        assertThat(two.total()).isEqualTo(12);
        assertThat(fixture.employees(
                                FEBRUARY,
                                Group.ASN,
                                false,
                                with(
                                        "1106081203900001,Nurul Semisal,PPPK,DISDIK,,",
                                        with("1106081203900002,Nurul Lain,PPPK,DISDIK,,", servants(10))))
                        .unchanged())
                .isEqualTo(12);
    }

    @Test
    void staleListOfTheSameDateDoesNotTakeThePersonBack() {
        fixture.employees(FEBRUARY, Group.ASN, false, with(AS_PPPK, servants(10)));
        ImportResult stale = fixture.employees(FEBRUARY, Group.TENAGA_KONTRAK, false, with(AS_STAFF, staff(10)));
        assertThat(stale.problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains(
                        "row 2",
                        "1106081203900001 (in the register 199003122025211004) stands twice on 2026-02-01",
                        "as PPPK in the import of ASN (file",
                        "--force");
        assertThat(fixture.on(FEBRUARY)).contains("199003122025211004 DISDIK PPPK 01");
        ImportResult mended = fixture.employees(FEBRUARY, Group.TENAGA_KONTRAK, false, staff(10));
        assertThat(mended.problems()).isEmpty();
        assertThat(fixture.on(FEBRUARY)).hasSize(21).contains("199003122025211004 DISDIK PPPK 01");
    }

    @Test
    void newServantIsTakenFromTheStaffListOfTheSameDate() {
        fixture.employees(FEBRUARY, Group.TENAGA_KONTRAK, false, with(AS_STAFF, staff(10)));
        ImportResult moved = fixture.employees(FEBRUARY, Group.ASN, false, with(AS_PPPK, servants(10)));
        assertThat(moved.problems()).isEmpty();
        assertThat(moved.warnings()).singleElement().asString().contains("from TENAGA_KONTRAK to PPPK");
        assertThat(fixture.on(FEBRUARY)).hasSize(21).contains("199003122025211004 DISDIK PPPK 01");
    }

    @Test
    void forceLetsTheLastListDecide() {
        fixture.employees(FEBRUARY, Group.ASN, false, with(AS_PPPK, servants(10)));
        ImportResult forced = fixture.employees(FEBRUARY, Group.TENAGA_KONTRAK, true, with(AS_STAFF, staff(10)));
        assertThat(forced.problems()).isEmpty();
        assertThat(forced.warnings()).singleElement().asString().contains("from PPPK to TENAGA_KONTRAK");
        assertThat(fixture.on(FEBRUARY)).contains("1106081203900001 DISDIK TENAGA_KONTRAK 01");
    }

    @Test
    void importOfEverybodyIsNoListOfTheOtherGroup() {
        ImportResult corrected = fixture.employees(JANUARY, Group.ASN, false, with(AS_PPPK, servants(10)));
        assertThat(corrected.problems()).isEmpty();
        assertThat(corrected.warnings()).hasSize(1);
    }

    private static String[] with(String first, String... rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    private static String[] servants(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> (1000 + n) + ",Orang Contoh " + n + ",PNS,DISDIK,,")
                .toArray(String[]::new);
    }

    private static String[] staff(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> (2000 + n) + ",Staf Contoh " + n + ",TENAGA_KONTRAK,DISDIK,,")
                .toArray(String[]::new);
    }
}
