package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static id.rekap.register.RegisterFixture.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were imported before. */
class SameFilesAgainTest {
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
    void sameFileAgainChangesNothing() {
        fixture.sample("employees.csv", JANUARY);
        int touches = fixture.count("register_touch");
        assertThat(counts(fixture.sample("employees.csv", JANUARY))).containsExactly(0, 0, 0, 7);
        assertThat(counts(fixture.sample("employees.csv", FEBRUARY))).containsExactly(0, 0, 0, 7);
        assertThat(fixture.count("employee")).isEqualTo(7);
        assertThat(fixture.count("register_touch")).isEqualTo(touches);
    }

    @Test
    void theLastFilesAgainAreNotedWithoutReadingThem() {
        ImportResult first = fixture.sample("employees.csv", JANUARY);
        fixture.jdbc.update("update employee set name = 'Somebody'");
        ImportResult again = fixture.sample("employees.csv", FEBRUARY);
        assertThat(again.active()).isEqualTo(first.active());
        assertThat(again.total()).isEqualTo(7);
        assertThat(fixture.jdbc.queryForList("select distinct name from employee", String.class))
                .containsExactly("Somebody");
        assertThat(fixture.jdbc.queryForList(
                        "select concat(effective, ' ', people, ' ', length(hashes)) from register_import"
                                + " where kind = 'EMPLOYEES' order by import_id",
                        String.class))
                .containsExactly("2026-01-01 7 64", "2026-02-01 7 64");
    }

    @Test
    void theLastFilesAgainAreReadForAnEarlierDate() {
        fixture.sample("employees.csv", FEBRUARY);
        assertThat(counts(fixture.sample("employees.csv", JANUARY))).containsExactly(7, 0, 0, 0);
    }

    @Test
    void theLastFilesAgainAreReadAfterAnotherImport() {
        fixture.sample("employees.csv", JANUARY);
        ImportResult ended = fixture.agencies(
                FEBRUARY,
                "SETDAKAB,Sekretariat Daerah Kabupaten,,,ya",
                "BAG-HUMAS,Bagian Humas,SETDAKAB,,ya",
                "DISDIK,Dinas Pendidikan,,,ya",
                "KEC-LHOKNGA,Kecamatan Lhoknga,,,ya");
        assertThat(ended.problems()).isEmpty();
        assertThat(fixture.sample("employees.csv", MARCH).problems()).isNotEmpty();
    }

    @Test
    void theLastFilesAgainAreReadWhereAnotherDateLiesBetween() {
        fixture.sample("employees-next-month.csv", FEBRUARY);
        fixture.sample("employees.csv", JANUARY);
        assertThat(counts(fixture.sample("employees.csv", MARCH))).isNotEqualTo(List.of(0, 0, 0, 7));
    }

    @Test
    void theLastFilesAgainAreReadWhereTheyAreOfAGroup() {
        fixture.sample("employees.csv", JANUARY);
        Path file = RegisterFixture.SAMPLES.resolve("employees.csv");
        ImportResult asn = fixture.register.employees(List.of(file), JANUARY, Group.ASN, false, true, read -> {});
        assertThat(asn.problems()).isNotEmpty();
    }

    private static List<Integer> counts(ImportResult result) {
        assertThat(result.problems()).isEmpty();
        return List.of(result.added(), result.changed(), result.ended(), result.unchanged());
    }
}
