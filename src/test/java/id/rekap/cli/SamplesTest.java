package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each exception code by the inputs under jobs/samples, from the inbox to exceptions.csv. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);

    @TempDir
    Path home;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(f -> f.endsWith("expected.csv"))
                    .map(f -> SAMPLES.relativize(f.getParent()).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void raisesWhatTheSampleSays(String sample) throws IOException {
        Path folder = SAMPLES.resolve(sample);
        String code = sample.substring(0, sample.indexOf('/'));
        Office office = Registered.SAMPLES.in(home);
        List<String> found = new ArrayList<>();
        for (int night : nights(folder)) {
            LocalDate date = FIRST.plusDays(night - 1L);
            office.drop(folder.resolve("night" + night));
            Said said = office.rekap("run", "--date", date.toString());
            assertThat(said.exit()).as(said.err()).isZero();
            for (CSVRecord row : office.published(date.toString(), "exceptions.csv")) {
                if (row.get("code").equals(code) && !row.get("state").equals("RESOLVED")) {
                    found.add(line(night, row));
                }
            }
        }
        List<CSVRecord> expected = Office.csv(folder.resolve("expected.csv"));
        assertThat(found).hasSameSizeAs(expected);
        for (CSVRecord row : expected) {
            assertThat(found).anyMatch(line -> matches(row, line));
        }
    }

    private static List<Integer> nights(Path folder) throws IOException {
        try (Stream<Path> nights = Files.list(folder)) {
            return nights.map(n -> n.getFileName().toString())
                    .filter(n -> n.startsWith("night"))
                    .map(n -> Integer.parseInt(n.substring(5)))
                    .sorted()
                    .toList();
        }
    }

    private static String line(int night, CSVRecord row) {
        return String.join(
                "|",
                Integer.toString(night),
                row.get("agency_code"),
                row.get("code"),
                row.get("file"),
                row.get("row"),
                row.get("field"),
                row.get("employee_no"));
    }

    private static boolean matches(CSVRecord expected, String line) {
        String[] parts = line.split("\\|", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!expected.get(i).equals("*") && !expected.get(i).equals(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
