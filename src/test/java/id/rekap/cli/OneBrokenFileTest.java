package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read, from one of more than sixty agencies. */
class OneBrokenFileTest {
    @TempDir
    Path home;

    @Test
    void stopsNothingAndChangesNoCountAndIsSaidWhereItIsLookedFor() throws IOException {
        Office office = Regencies.office(home);
        Regencies.drop(office, 1);
        assertThat(office.rekap("run", "--date", Regencies.date(1)).exit()).isZero();
        Map<String, CSVRecord> before = agencies(office, Regencies.date(1));
        assertThat(before).hasSizeGreaterThan(60);
        CSVRecord sender = before.values().stream()
                .filter(agency -> agency.get("state").equals("REPORTED"))
                .findFirst()
                .orElseThrow();
        String code = sender.get("agency_code");

        office.write("inbox/" + code + "/Daftar pegawai Juli.xlsx", "%PDF-1.7 not a workbook");
        Office.Said said = office.rekap("run", "--date", Regencies.date(2));

        assertThat(said.exit()).as(said.err()).isZero();
        CSVRecord after =
                Objects.requireNonNull(agencies(office, Regencies.date(2)).get(code));
        for (String column : List.of("state", "submission", "received_on", "rows", "counted", "refused")) {
            assertThat(after.get(column)).as(column).isEqualTo(sender.get(column));
        }
        assertThat(after.get("age_days")).isEqualTo("1");
        assertThat(position(office, Regencies.date(2))).isEqualTo(position(office, Regencies.date(1)));
        assertThat(office.published(Regencies.date(2), "exceptions.csv").stream()
                        .filter(e -> e.get("state").equals("NEW"))
                        .map(e -> e.get("code") + " " + e.get("file")))
                .containsExactly("FILE_UNREADABLE " + code + "/Daftar pegawai Juli.xlsx");
        String page = Files.readString(home.resolve("reports/latest/summary.html"));
        String refused = page.substring(page.indexOf("Berkas ditolak ("));
        assertThat(refused.substring(0, refused.indexOf("</ul>"))).contains(sender.get("agency_name"));
        assertThat(home.resolve("inbox/" + code)).isEmptyDirectory();
    }

    private static Map<String, CSVRecord> agencies(Office office, String date) {
        return office.published(date, "agencies.csv").stream()
                .collect(Collectors.toMap(agency -> agency.get("agency_code"), Function.identity()));
    }

    /** All counts, without their date. */
    private static List<List<String>> position(Office office, String date) {
        return office.published(date, "snapshot.csv").stream()
                .map(row -> row.toList().subList(1, row.size()))
                .toList();
    }
}
