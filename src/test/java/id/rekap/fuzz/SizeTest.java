package id.rekap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drops that are as large as files may be: the night goes on, in the heap that it always has. */
class SizeTest {
    @TempDir
    Path home;

    /** As little as its kind allows. */
    @SuppressWarnings("serial")
    private static final class Least extends Random {
        Least() {
            super(1);
        }

        @Override
        public int nextInt(int bound) {
            return bound == SizeFiles.LETTERS ? super.nextInt(bound) : 0;
        }
    }

    @Test
    void whatOneAgencySendsEndsNobodysNight() throws Exception {
        SizeNights nights = new SizeNights(home);
        assertThat(nights.first().exit()).isZero();
        SizeNights.Night night = nights.run(SizeNights.of(
                List.of(
                        Size.BACKSLASHES,
                        Size.UNKNOWN_NUMBERS_BESIDE_LONG_HEADERS,
                        Size.ONE_SHARED_STRING,
                        Size.UNKNOWN_NUMBERS,
                        Size.LONG_HEADERS,
                        Size.RANDOM_TEXT,
                        Size.TINY_FILES,
                        Size.TITLES_OF_ONE_SHARED_STRING,
                        Size.CORRECTIONS_OF_A_LONG_LIST),
                new Least()));
        assertThat(night.exit()).as(night.said()).isZero();
        assertThat(night.wrong()).isEmpty();
        String accepted = "2020-07-02 %s rows {COLUMN_ABSENT=3, EMPLOYEE_NOT_REPORTED=%s";
        String refused = "2020-07-01 4 rows {COLUMN_ABSENT=2, EMPLOYEE_NOT_REPORTED=2, FILE_TOO_LARGE [%s]=1}";
        assertThat(night.became())
                .isEqualTo(
                        Map.of(
                                "BACKSLASHES", accepted.formatted(64, "6, ID_MALFORMED=64}"),
                                "UNKNOWN_NUMBERS_BESIDE_LONG_HEADERS",
                                        accepted.formatted(990, "6, EMPLOYEE_UNKNOWN=990}"),
                                "ONE_SHARED_STRING", accepted.formatted(9998, "6, EMPLOYEE_UNKNOWN=9998}"),
                                "UNKNOWN_NUMBERS",
                                        refused.formatted(
                                                "51000 baris tanpa pegawai data induk, atau berulang"
                                                        + " / paling banyak 50000 baris tanpa pegawai data induk, atau berulang"),
                                "TITLES_OF_ONE_SHARED_STRING", accepted.formatted(1, "5}"),
                                "CORRECTIONS_OF_A_LONG_LIST",
                                        refused.formatted("210 berkas ralat untuk daftar 49000 baris"
                                                + " / paling banyak 204 berkas ralat untuk daftar 49000 baris"),
                                "LONG_HEADERS", accepted.formatted(1, "5}"),
                                "RANDOM_TEXT", accepted.formatted(4000, "6, EMPLOYEE_UNKNOWN=4000}"),
                                "TINY_FILES",
                                        refused.formatted(
                                                "1001 berkas dalam satu kiriman / paling banyak 1000 berkas dalam satu kiriman")));
    }
}
