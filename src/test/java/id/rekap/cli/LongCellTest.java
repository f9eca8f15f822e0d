package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cells that are too long to be shown whole. */
class LongCellTest extends SmallOffice {
    private static final String AGENCY = "9.03.01";

    /** However much of the NIK, in one run or in groups, the end of what is shown would leave. */
    @Test
    void aLongValueIsNeverCutWithinANik() throws Exception {
        StringBuilder list = new StringBuilder("nip,nama,repost\n");
        int rows = 0;
        for (String nik : List.of("1106010203040009", "1106 0102 0304 0009")) {
            for (int before = 476; before <= 500; before++) {
                list.append("x".repeat(before)).append(' ').append(nik).append(" dan seterusnya,Abdullah Amin,1\n");
                rows++;
            }
            for (int before = 1; before <= 20; before++) {
                list.append("x".repeat(before))
                        .append((" " + nik + ";").repeat(40))
                        .append(",Abdullah Amin,1\n");
                rows++;
            }
        }
        office.write("inbox/" + AGENCY + "/panjang.csv", list.toString());
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(office.published(DATE, "exceptions.csv"))
                .filteredOn(e -> e.get("code").equals("ID_MALFORMED"))
                .hasSize(rows)
                .extracting(e -> e.get("value").length())
                .containsOnly(500);
        try (Stream<Path> files = Files.walk(home.resolve("reports/.history"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                assertThat(file).content().doesNotContain("11060").doesNotContain("1106 0");
            }
        }
    }
}
