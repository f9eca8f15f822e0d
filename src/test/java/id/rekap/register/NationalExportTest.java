package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalExportTest {
    private static final String EXPORT = "national-export.csv";

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
    void exportIsTheRegisterOfItsDate() {
        assertThat(fixture.sample(EXPORT, JANUARY).problems()).isEmpty();
        assertThat(fixture.on(JANUARY))
                .containsExactly(
                        "198004102006041003 SETDAKAB PNS 01",
                        "198511232010012017 BAG-HUMAS PNS 02",
                        "199702142024211008 DISDIK PPPK 01",
                        "200001052025062001 SDN-1-LHOKNGA CPNS 01");
        assertThat(fixture.jdbc.queryForList("select person from employee_number where no = '390012345'", String.class))
                .containsExactly("198004102006041003");
    }

    @Test
    void exportIsOfTheGroupAsnOnly() {
        fixture.employees(JANUARY, null, "1106085506950002,Ainul Seumpama,honorer,DISDIK,,");
        ImportResult result = fixture.sample(EXPORT, FEBRUARY);
        assertThat(result.ended()).isZero();
        assertThat(result.active()).containsEntry(Group.TENAGA_KONTRAK, 1);
        assertThat(fixture.jdbc.queryForList(
                        "select employment_group from register_import where effective = '2026-02-01'", String.class))
                .containsExactly("ASN");
    }

    @Test
    void exportBesideAnotherFileIsPartOfTheWholeRegister() {
        fixture.employees(JANUARY, null, "1106085506950002,Ainul Seumpama,honorer,DISDIK,,");
        Path contract = fixture.file("nik,nama,jenis,kode_opd\n1106081203900001,Nurul Semisal,TK,KEC-LHOKNGA\n");
        ImportResult result = fixture.register.employees(
                List.of(RegisterFixture.SAMPLES.resolve(EXPORT), contract), FEBRUARY, null, false, true, read -> {});
        assertThat(result.problems()).isEmpty();
        assertThat(List.of(result.added(), result.ended())).containsExactly(5, 1);
    }

    @Test
    void columnsThatAreNotListedAreNeverStored() {
        fixture.sample(EXPORT, JANUARY);
        for (String table : List.of("employee", "employee_number", "register_import", "audit_log")) {
            assertThat(fixture.jdbc.queryForList("select * from " + table).toString())
                    .doesNotContain("rahasia", "A8ACA7001", "1106011004800001");
        }
    }

    @Test
    void refusesCandidateStatusThatMeansNothing() {
        Path file = fixture.file("""
                PNS ID,NIP BARU,NAMA,JENIS PEGAWAI NAMA,STATUS CPNS PNS,KEDUDUKAN HUKUM NAMA,UNOR ID
                A1,198004102006041003,Rahmat Contoh,PNS Daerah,Q,Aktif,DISDIK
                """);
        ImportResult result = fixture.register.employees(List.of(file), JANUARY, null, false, false, read -> {});
        assertThat(result.problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("column STATUS CPNS PNS", "\"Q\"");
    }
}
