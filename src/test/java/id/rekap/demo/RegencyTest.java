package id.rekap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegencyTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 29);

    @TempDir
    Path dir;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        assertThat(everything(7, "a")).isEqualTo(everything(7, "b")).isNotEqualTo(everything(8, "c"));
    }

    @Test
    void takesLessThanThreeSecondsOfWork() throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        everything(7, "a");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void has12000PeopleIn60ReportingAgencies() throws IOException {
        new Regency(7).writeRegister(dir, DATE);

        List<CSVRecord> agencies = rows(dir.resolve("agencies.csv"));
        List<CSVRecord> employees = rows(dir.resolve("employees.csv"));

        assertThat(employees).hasSize(12_000);
        assertThat(agencies)
                .filteredOn(
                        a -> a.get("induk").isEmpty() && a.get("wajib_lapor").equals("ya"))
                .hasSize(60);
        assertThat(agencies)
                .filteredOn(a -> a.get("nama").startsWith("Kecamatan "))
                .hasSize(23);
        assertThat(agencies)
                .filteredOn(a -> a.get("wajib_lapor").equals("tidak"))
                .hasSize(2);
        assertThat(distinct(employees, "jenis"))
                .containsExactlyInAnyOrder("PNS", "CPNS", "PPPK", "PPPK_PARUH_WAKTU", "TENAGA_KONTRAK");
        assertThat(distinct(employees, "status"))
                .containsExactlyInAnyOrder("01", "03", "CLTN", "MPP", "99", "Berhenti");
        assertThat(distinct(agencies, "kode")).hasSameSizeAs(agencies);
        assertThat(distinct(employees, "kode_opd")).isEqualTo(distinct(agencies, "kode"));
    }

    @Test
    void givesEveryPersonAPossibleNumberOfTheirOwn() throws IOException {
        new Regency(7).writeRegister(dir, DATE);

        Set<String> seen = new HashSet<>();
        for (CSVRecord person : rows(dir.resolve("employees.csv"))) {
            NumberRules.check(person.get("nomor"), person.get("jenis"));
            assertThat(seen.add(person.get("nomor"))).isTrue();
            String former = person.get("nomor_lama");
            assertThat(former.isEmpty() || seen.add(former)).isTrue();
        }
        assertThatThrownBy(() -> NumberRules.check("199002312019011001", "PNS"))
                .isInstanceOf(java.time.DateTimeException.class);
    }

    @Test
    void retiresPeopleByTheDateOfTheRegister() throws IOException {
        Regency regency = new Regency(7);
        regency.writeRegister(dir.resolve("early"), DATE);
        regency.writeRegister(dir.resolve("late"), DATE.plusYears(6));

        assertThat(distinct(rows(dir.resolve("early/employees.csv")), "status")).contains("MPP", "99");
        assertThat(distinct(rows(dir.resolve("late/employees.csv")), "status"))
                .contains("99")
                .doesNotContain("MPP");
    }

    @Test
    void dropsMostListsOnTheFirstNightAndFewerLater() throws IOException {
        dropThreeNights();

        assertThat(folders(1))
                .hasSize(59)
                .contains("Dinas Perikanan", "_whatsapp")
                .doesNotContain("2.19.0.00.0.00.01.0000");
        assertThat(folders(2)).hasSize(24).contains("2.19.0.00.0.00.01.0000");
        assertThat(folders(3)).hasSize(14);
        assertThat(only(2, "2.07.0.00.0.00.01.0000")).hasSameBinaryContentAs(only(1, "2.07.0.00.0.00.01.0000"));
        assertThat(only(3, "1.02.0.00.0.00.01.0000").getFileName().toString()).startsWith("Ralat");
    }

    @Test
    void sendsLessThanHalfOfAListOnTheThirdNight() throws IOException {
        dropThreeNights();

        int before = rows(only(1, "1.05.0.00.0.00.01.0000")).size();

        assertThat(rows(only(3, "1.05.0.00.0.00.01.0000"))).hasSizeBetween(20, before / 2 - 1);
    }

    @Test
    void risesInComplianceFromListToList() throws IOException {
        dropThreeNights();

        assertThat(following(2)).isGreaterThan(following(1));
    }

    @Test
    void writesIdentifiersAsTextExceptTheDamagedOnes() throws IOException {
        dropThreeNights();

        int texts = 0;
        int numbers = 0;
        for (Path workbook : workbooks(1)) {
            try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
                for (Row row : book.getFirstSheet().read()) {
                    boolean isPerson = row.getRowNum() > 6 && row.getCellCount() == 9;
                    texts += isPerson && row.getCell(1).getType() == CellType.STRING ? 1 : 0;
                    numbers += isPerson && row.getCell(1).getType() == CellType.NUMBER ? 1 : 0;
                }
            }
        }
        assertThat(texts).isGreaterThan(1000);
        assertThat(numbers).isBetween(1, 20);
    }

    private void dropThreeNights() throws IOException {
        Regency regency = new Regency(7);
        for (int night = 1; night <= 3; night++) {
            regency.drop(night, dir.resolve("night" + night));
        }
    }

    private List<String> everything(long seed, String name) throws IOException {
        Path root = dir.resolve(name);
        Regency regency = new Regency(seed);
        regency.writeRegister(root, DATE);
        for (int night = 1; night <= 3; night++) {
            regency.drop(night, root.resolve("night" + night));
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> root.relativize(file) + read(file))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> folders(int night) throws IOException {
        try (Stream<Path> folders = Files.list(dir.resolve("night" + night))) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    private Path only(int night, String agency) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("night" + night).resolve(agency))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private List<Path> workbooks(int night) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("night" + night))) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
    }

    private long following(int night) throws IOException {
        return rows(only(night, "6.01.0.00.0.00.01.0000")).stream()
                .map(row -> row.get("Follow humasacehbesar"))
                .filter(Set.of("ya", "Sudah", "Ya", "y")::contains)
                .count();
    }

    private static Set<String> distinct(List<CSVRecord> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }

    private static List<CSVRecord> rows(Path csv) throws IOException {
        CSVFormat withHeader = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, withHeader)) {
            return parser.getRecords();
        }
    }
}
