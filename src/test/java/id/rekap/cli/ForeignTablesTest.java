package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.database.Database;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that belongs to another program. */
class ForeignTablesTest {
    @TempDir
    Path home;

    @Test
    void areLeftAlone() throws Exception {
        Office office = new Office(home, TestServer.get().freshDatabase());
        Database.open(home, office.database, 1).close(); // makes it
        Regencies.execute(office, "create table pegawai (id int primary key)");
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err())
                .contains("has tables that are not Rekap's", "name an empty one in spring.datasource.url")
                .contains(office.database.url().replaceAll("^.*/|[?].*$", ""))
                .doesNotContainIgnoringCase("baseline")
                .hasLineCount(1);
        assertThat(office.rekap("doctor").out()).contains("problem  database", "home.id");
        Regencies.execute(office, "drop table pegawai");
        assertThat(office.rekap("init").exit()).isZero();
        // beside Rekap's own they do no harm
        Regencies.execute(office, "create table pegawai (id int primary key)");
        assertThat(office.rekap("init").exit()).isZero();
    }
}
