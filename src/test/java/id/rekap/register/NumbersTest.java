package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static id.rekap.register.RegisterFixture.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
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
    void ownNumberThatAnEarlierImportDoesNotNameIsUnknownUntilItDoes() {
        fixture.employees(MARCH, null, "1001,Ani Contoh,PNS,DISDIK,,77");
        fixture.employees(JANUARY, null, "77,Ani Contoh,PNS,DISDIK,,");
        assertThat(asked("77", JANUARY)).isEqualTo("1001 called 77");
        assertThat(asked("1001", JANUARY)).isNull();
        assertThat(asked("1001", MARCH)).isEqualTo("1001 called 1001");
        assertThat(numbers("1001", JANUARY)).containsExactly("77");
        fixture.employees(FEBRUARY, null, "77,Ani Contoh,PNS,DISDIK,,1001");
        assertThat(asked("1001", FEBRUARY)).isEqualTo("1001 called 77");
    }

    @Test
    void ownNumberThatWasNamedAsAFormerOneStaysWhenTheImportThatBeganWithItIsTakenBack() {
        fixture.employees(JANUARY, null, ANI, BUDI);
        fixture.employees(FEBRUARY, null, "2001,Ani Contoh,PNS,DISDIK,,1001", BUDI);
        fixture.employees(JANUARY, null, BUDI);
        assertThat(asked("1001", FEBRUARY)).isEqualTo("1001 called 2001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3001,Cut Semisal,PNS,DISDIK,, / 3001,Dedi Misal,PNS,SETDAKAB,,",
                "3001,Cut Semisal,PNS,DISDIK,, / 3002,Dedi Misal,PNS,DISDIK,,3001",
                "3001,Cut Semisal,PNS,DISDIK,,77 / 3002,Dedi Misal,PNS,DISDIK,,77",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3001,Dedi Misal,PNS,DISDIK,,",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3002,Dedi Misal,PNS,DISDIK,,3001",
                "3001,Ani Contoh,PNS,DISDIK,,1001 / 3001,Budi Umpama,PNS,DISDIK,,1002"
            })
    void numberThatTwoRowsNameIsRefusedBeforeAnyDoubt(String rows) {
        fixture.employees(JANUARY, null, ANI, BUDI);
        for (boolean force : List.of(true, false)) {
            assertThat(fixture.employees(FEBRUARY, null, force, rows.split(" / "))
                            .problems())
                    .singleElement()
                    .asString()
                    .contains("stands twice, first in file");
        }
        assertThat(fixture.on(FEBRUARY)).containsExactly("1001 DISDIK PNS 01", "1002 DISDIK PNS 01");
    }

    private @Nullable String asked(String number, LocalDate on) {
        Person person = new People(fixture.jdbc).byNumber(List.of(number), on).get(number);
        return person == null ? null : person.id() + " called " + person.no();
    }

    private List<String> numbers(String person, LocalDate on) {
        return new People(fixture.jdbc).numbersOf(List.of(person), on).getOrDefault(person, List.of());
    }
}
