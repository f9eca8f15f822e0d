package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static id.rekap.register.RegisterFixture.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which number means whom, and since when. */
class NumbersTest {
    private static final String ANI = "1001,Ani Contoh,PNS,DISDIK,,";
    private static final String BUDI = "1002,Budi Umpama,PNS,DISDIK,,";

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
    void ownFirstNumberIsKnownSinceSomebodyWasCalledByItAndForGood() {
        fixture.employees(FEBRUARY, null, ANI);
        fixture.employees(MARCH, null, "2001,Ani Contoh,PNS,DISDIK,,1001");
        assertThat(asked("1001", JANUARY)).isNull();
        assertThat(asked("1001", FEBRUARY)).isEqualTo("1001 called 1001");
        assertThat(asked("2001", FEBRUARY)).isNull();
        assertThat(asked("1001", MARCH)).isEqualTo("1001 called 2001");
        assertThat(asked("2001", MARCH)).isEqualTo("1001 called 2001");
        assertThat(numbers("1001", FEBRUARY)).containsExactly("1001");
        assertThat(numbers("1001", MARCH)).containsExactly("1001", "2001");
    }

    @Test
    void numberThatAnEarlierImportDoesNotNameIsUnknownUntilItDoes() {
        fixture.employees(MARCH, null, "1001,Ani Contoh,PNS,DISDIK,,77");
        fixture.employees(JANUARY, null, "77,Ani Contoh,PNS,DISDIK,,");
        assertThat(asked("77", JANUARY)).isEqualTo("77 called 77");
        assertThat(asked("1001", JANUARY)).isNull();
        assertThat(asked("1001", MARCH)).isEqualTo("77 called 1001");
        assertThat(numbers("77", JANUARY)).containsExactly("77");
        fixture.employees(FEBRUARY, null, "77,Ani Contoh,PNS,DISDIK,,1001");
        assertThat(asked("1001", FEBRUARY)).isEqualTo("77 called 77");
    }

    @Test
    void numberThatWasNamedAsAFormerOneStaysWhenTheImportThatBeganWithItIsTakenBack() {
        fixture.employees(JANUARY, null, ANI, BUDI);
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,1001", BUDI);
        fixture.employees(JANUARY, null, BUDI);
        assertThat(asked("1001", FEBRUARY)).isEqualTo("2001 called 2001");
    }

    @Test
    void formerNumberThatALaterImportNamesTooStaysWhenAnEarlierOneIsImportedAgainWithoutIt() {
        fixture.employees(JANUARY, null, "1001,Ani Contoh,PNS,DISDIK,,77");
        fixture.employees(FEBRUARY, null, "1001,Ani Contoh,PNS,DISDIK,,77");
        fixture.employees(JANUARY, null, ANI);
        assertThat(asked("77", JANUARY)).isNull();
        assertThat(asked("77", FEBRUARY)).isEqualTo("1001 called 1001");
        assertThat(fixture.touched(JANUARY)).contains("DISDIK");
    }

    @Test
    void whichImportCameFirstDoesNotDecideWhoSomebodyIs() {
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,1001", BUDI);
        fixture.employees(JANUARY, null, ANI, BUDI);
        List<String> inThatOrder = everything();
        freshRegister();
        fixture.employees(JANUARY, null, ANI, BUDI);
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,1001", BUDI);
        assertThat(everything()).isEqualTo(inThatOrder);
        assertThat(asked("2001", FEBRUARY)).isEqualTo("1001 called 2001");
    }

    @Test
    void numberThatWasImportedWithoutItsFormerOneIsCorrectedByImportingThatDateAgain() {
        fixture.employees(JANUARY, null, ANI, BUDI);
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,", BUDI);
        assertThat(asked("1001", FEBRUARY)).isEqualTo("1001 called 1001");
        assertThat(fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,1001", BUDI)
                        .problems())
                .isEmpty();
        assertThat(asked("1001", FEBRUARY)).isEqualTo("1001 called 2001");
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,", BUDI);
        assertThat(asked("2001", FEBRUARY)).isEqualTo("2001 called 2001");
        assertThat(fixture.count("employee_number")).isZero();
    }

    /** A night of January asks who Ani is: what February's import says of it is said of January's person too. */
    @Test
    void importThatMakesTwoPeopleOneTouchesEarlierDatesOnWhichTheyBecomeAnother() {
        fixture.employees(JANUARY, null, ANI, BUDI);
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,SETDAKAB,,", BUDI);
        String before = RegisterVersions.on(FEBRUARY, fixture.jdbc).of("SETDAKAB");
        fixture.employees(MARCH, null, "2001,Ani Contoh,PNS,SETDAKAB,,1001", BUDI);
        assertThat(asked("2001", FEBRUARY)).isEqualTo("1001 called 2001");
        assertThat(RegisterVersions.on(FEBRUARY, fixture.jdbc).of("SETDAKAB")).isNotEqualTo(before);
    }

    @Test
    void twoPeopleOfOneImportAreNotOnePersonOfALaterOne() {
        fixture.employees(JANUARY, null, ANI, BUDI);
        assertThat(fixture.employees(FEBRUARY, null, "1001,Ani Contoh,PNS,DISDIK,,1002")
                        .problems())
                .singleElement()
                .asString()
                .contains("two people of the register, 1001 and 1002", "import of 2026-01-01");
        fixture.employees(JANUARY, null, ANI);
        assertThat(fixture.employees(FEBRUARY, null, "1001,Ani Contoh,PNS,DISDIK,,1002")
                        .problems())
                .isEmpty();
        assertThat(asked("1002", FEBRUARY)).isEqualTo("1001 called 1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3001,Cut Semisal,PNS,DISDIK,, / 3001,Dedi Misal,PNS,SETDAKAB,,",
                "3001,Cut Semisal,PNS,DISDIK,, / 3002,Dedi Misal,PNS,DISDIK,,3001",
                "3001,Cut Semisal,PNS,DISDIK,,77 / 3002,Dedi Misal,PNS,DISDIK,,77",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3001,Dedi Misal,PNS,DISDIK,,",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3002,Dedi Misal,PNS,DISDIK,,3001",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3001,Budi Umpama,PNS,DISDIK,,1002",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3001,Budi Umpama,PNS,SETDAKAB,,1002",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3002,Budi Umpama,PNS,DISDIK,,1002|3001",
                "3001,Ani Contoh,PNS,DISDIK,,1001|77 / 3002,Budi Umpama,PNS,DISDIK,,1002|77"
            })
    void numberThatTwoRowsNameIsRefusedBeforeAnyDoubt(String rows) {
        fixture.employees(JANUARY, null, ANI, BUDI);
        List<String> before = everything();
        for (LocalDate date : List.of(JANUARY, FEBRUARY)) {
            for (boolean force : List.of(true, false)) {
                assertThat(fixture.employees(date, null, force, rows.split(" / "))
                                .problems())
                        .singleElement()
                        .asString()
                        .contains("stands twice, first in file");
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>(fixture.jdbc.queryForList(
                "select concat_ws(' ', person, no, agency, former, valid_from, valid_to) from employee order by 1",
                String.class));
        all.addAll(fixture.jdbc.queryForList(
                "select concat_ws(' ', no, person, known_from) from employee_number order by 1", String.class));
        return all;
    }

    private @Nullable String asked(String number, LocalDate on) {
        Person person = new People(fixture.jdbc).byNumber(List.of(number), on).get(number);
        return person == null ? null : person.id() + " called " + person.no();
    }

    private List<String> numbers(String person, LocalDate on) {
        return new People(fixture.jdbc).numbersOf(List.of(person), on).getOrDefault(person, List.of());
    }
}
