package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.intake.RandomList.Meant;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.mandate.Obligation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lists in random dialects: what is read of them is what was meant, in either form. */
class DialectsTest {
    /** Lists of each form; a failure names its seed. */
    private static final int SEEDS = 500;

    private final Mandate mandate = new Mandates(Path.of("none")).get("se-480-263-2020");
    private final ListReader reader = new ListReader(mandate);

    @TempDir
    Path folder;

    static LongStream hundreds() {
        return LongStream.range(0, SEEDS / 100).map(i -> i * 100);
    }

    @ParameterizedTest
    @MethodSource("hundreds")
    void readsWhatWasMeantInAHundredCsvFiles(long first) throws Exception {
        for (long seed = first; seed < first + 100; seed++) {
            RandomList list = new RandomList(seed, mandate);
            reads(list, Files.write(folder.resolve("daftar.csv"), RandomForm.csv(list)), "CSV, seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("hundreds")
    void readsWhatWasMeantInAHundredWorkbooks(long first) throws Exception {
        for (long seed = first; seed < first + 100; seed++) {
            RandomList list = new RandomList(seed, mandate);
            reads(list, Files.write(folder.resolve("daftar.xlsx"), RandomForm.xlsx(list)), "XLSX, seed " + seed);
        }
    }

    private void reads(RandomList list, Path file, String which) throws Exception {
        if (list.meant.isEmpty()) {
            return;
        }
        List<Meant> read = new ArrayList<>();
        ListReader.Reading reading =
                reader.read(file, String.valueOf(file.getFileName()), "", 0, row -> read.add(meant(row)));
        assertThat(read).as(which).isEqualTo(list.meant);
        assertThat(reading.rows()).as(which).isEqualTo(list.meant.size());
        assertThat(reading.file().columns()).as(which).isEqualTo(headers(list));
    }

    private Meant meant(ListRow row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < mandate.obligations().size(); i++) {
            values.add(row.value(i));
        }
        return new Meant(row.row(), row.fault(), row.no(), row.name(), row.type(), values, List.copyOf(row.extras()));
    }

    private List<@Nullable String> headers(RandomList list) {
        List<@Nullable String> headers = new ArrayList<>();
        for (Obligation obligation : mandate.obligations()) {
            int position = mandate.obligations().indexOf(obligation);
            headers.add(list.columns.stream()
                    .filter(column -> column.obligation() == position)
                    .map(column -> column.header().strip())
                    .findFirst()
                    .orElse(null));
        }
        return headers;
    }
}
