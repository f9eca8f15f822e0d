package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static id.rekap.register.RegisterFixture.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgencyImportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private RegisterFixture fixture;

    @BeforeEach
    void freshRegister() {
        fixture = new RegisterFixture(directory);
    }

    @Test
    void listBecomesTheAgenciesOfItsDate() {
        ImportResult result =
                fixture.register.agencies(RegisterFixture.SAMPLES.resolve("agencies.csv"), JANUARY, false, false);
        assertThat(result.problems()).isEmpty();
        assertThat(result.added()).isEqualTo(6);
        assertThat(agencies(JANUARY))
                .contains(
                        new Agency(
                                "BAG-HUMAS",
                                "Bagian Hubungan Masyarakat dan Protokol",
                                "SETDAKAB",
                                List.of("Humas"),
                                true),
                        new Agency("SDN-1-LHOKNGA", "SD Negeri 1 Lhoknga", "DISDIK", List.of(), false),
                        new Agency(
                                "KEC-LHOKNGA", "Kecamatan Lhoknga", null, List.of("Lhoknga", "Camat Lhoknga"), true));
        assertThat(agencies(JANUARY.minusDays(1))).isEmpty();
    }

    @Test
    void whatIsNotInTheNextListEndsOnItsDate() {
        fixture.agencies(JANUARY, "A,Dinas A,,,", "B,Dinas B,A,,");
        ImportResult result = fixture.agencies(FEBRUARY, "A,Dinas A,,,");
        assertThat(List.of(result.added(), result.changed(), result.ended(), result.unchanged()))
                .containsExactly(0, 0, 1, 1);
        assertThat(codes(FEBRUARY.minusDays(1))).containsExactly("A", "B");
        assertThat(codes(FEBRUARY)).containsExactly("A");
        assertThat(fixture.touched(FEBRUARY)).containsExactly("A", "B");
    }

    @Test
    void sameListAgainChangesNothing() {
        fixture.agencies(JANUARY, "A,Dinas A,,,");
        ImportResult result = fixture.agencies(JANUARY, "A,Dinas A,,,");
        assertThat(List.of(result.added(), result.changed(), result.ended(), result.unchanged()))
                .containsExactly(0, 0, 0, 1);
        assertThat(fixture.count("agency")).isEqualTo(1);
        assertThat(fixture.count("register_import")).isEqualTo(2);
    }

    @Test
    void olderListHoldsOnlyUntilTheNext() {
        fixture.agencies(JANUARY, "A,Dinas A,,,");
        fixture.agencies(MARCH, "A,Dinas A,,,");
        fixture.agencies(FEBRUARY, "A,Dinas Antara,,,", "B,Dinas B,,,");
        assertThat(agencies(JANUARY)).extracting(Agency::name).containsExactly("Dinas A");
        assertThat(agencies(FEBRUARY)).extracting(Agency::name).containsExactly("Dinas Antara", "Dinas B");
        assertThat(agencies(MARCH)).extracting(Agency::name).containsExactly("Dinas A");
    }

    @Test
    void parentsOldAndNewAreTouched() {
        fixture.agencies(JANUARY, "A,Dinas A,,,", "B,Dinas B,,,", "C,Sekolah C,A,,", "D,Dinas D,,,");
        fixture.agencies(FEBRUARY, "A,Dinas A,,,", "B,Dinas B,,,", "C,Sekolah C,B,,", "D,Dinas D,,,");
        assertThat(fixture.touched(FEBRUARY)).containsExactly("A", "B", "C");
    }

    @Test
    void agencyThatEndsWithPeopleInItIsAWarning() {
        fixture.agencies(JANUARY, "A,Dinas A,,,", "B,Dinas B,,,");
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,B,,");
        ImportResult result = fixture.agencies(FEBRUARY, "A,Dinas A,,,");
        assertThat(result.warnings()).singleElement().asString().contains("B", "1 active people");
    }

    @Test
    void everythingWrongIsListedAndNothingWritten() {
        ImportResult result = fixture.agencies(
                JANUARY,
                "A,Dinas A,TIDAK-ADA,,",
                "A,Dinas A lagi,,,",
                "B,Dinas B,C,b.lain,",
                "C,Dinas C,B,B Lain,",
                "D,Dinas D,,A,",
                "E,,,,",
                ",Dinas F,,,",
                "../G,Dinas G,,,",
                "H,Dinas H,,,mungkin");
        assertThat(result.problems())
                .extracting(Problem::sentence)
                .satisfiesExactlyInAnyOrder(
                        s -> assertThat(s).contains("row 2", "induk", "TIDAK-ADA"),
                        s -> assertThat(s).contains("row 3", "kode", "A stands twice, first in row 2"),
                        s -> assertThat(s).contains("row 4", "induk", "B is above itself"),
                        s -> assertThat(s).contains("row 5", "induk", "C is above itself"),
                        s -> assertThat(s).contains("row 5", "alias", "B Lain is an alias of B too"),
                        s -> assertThat(s).contains("row 6", "alias", "A is the code of A"),
                        s -> assertThat(s).contains("row 7", "nama", "no name"),
                        s -> assertThat(s).contains("row 8", "kode", "no code"),
                        s -> assertThat(s).contains("row 9", "kode", "../G"),
                        s -> assertThat(s).contains("row 10", "wajib_lapor", "mungkin"));
        assertThat(fixture.count("agency") + fixture.count("register_import")).isZero();
    }

    @Test
    void comparesAgenciesThatAreWrongInOtherWaysToo() {
        ImportResult result = fixture.agencies(
                JANUARY,
                "A,,,,",
                "B,Dinas B,A,,",
                "A,Dinas A,,,",
                ",Dinas C,TIDAK-ADA,,",
                ",Dinas D,B,,",
                "E,Dinas E,../F,,",
                "../F,Dinas F,,,");
        assertThat(result.problems())
                .extracting(Problem::sentence)
                .satisfiesExactlyInAnyOrder(
                        s -> assertThat(s).contains("row 2", "nama", "no name"),
                        s -> assertThat(s).contains("row 4", "A stands twice, first in row 2"),
                        s -> assertThat(s).contains("row 5", "kode", "no code"),
                        s -> assertThat(s).contains("row 5", "induk", "TIDAK-ADA"),
                        s -> assertThat(s).contains("row 6", "kode", "no code"),
                        s -> assertThat(s).contains("row 8", "kode", "../F"));
        assertThat(fixture.count("agency") + fixture.count("register_import")).isZero();
    }

    @Test
    void agencyIsNamedByCodeOrAliasButNeverByAPartOfItsName() {
        fixture.withAgencies();
        AgencyDirectory directory = new Agencies(fixture.jdbc).directory(JANUARY);
        assertThat(directory.named("DISDIK").map(Agency::code)).contains("DISDIK");
        assertThat(directory.named("dinas_pendidikan").map(Agency::code)).contains("DISDIK");
        assertThat(directory.named("kec lhoknga").map(Agency::code)).contains("KEC-LHOKNGA");
        assertThat(directory.named("Pendidikan")).isEmpty();
    }

    private List<Agency> agencies(LocalDate date) {
        return new Agencies(fixture.jdbc).on(date);
    }

    private List<String> codes(LocalDate date) {
        return agencies(date).stream().map(Agency::code).toList();
    }
}
