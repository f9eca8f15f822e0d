package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list whose rows the database has lost. */
class LostPageTest {
    @TempDir
    Path home;

    @Test
    void endsTheNightInsteadOfTurningItsPeopleIntoThoseWhoAreNotReported() throws IOException, SQLException {
        Office office = Regencies.office(home);
        Regencies.drop(office, 1);
        String first = Regencies.date(1);
        assertThat(office.rekap("run", "--date", first).exit()).isZero();
        Regencies.execute(office, "delete from list_page order by agency limit 1");

        // stale by then, so every list is judged again
        String later = LocalDate.parse(first).plusDays(40).toString();
        Office.Said said = office.rekap("run", "--date", later);

        assertThat(said.exit()).as(said.err()).isEqualTo(5);
        assertThat(said.err()).contains("is not whole in the table list_page").contains("0 rows of");
        assertThat(home.resolve("reports/" + later)).doesNotExist();
    }
}
