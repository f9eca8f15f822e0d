package id.rekap.register;

import static id.rekap.register.RegisterFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types, statuses and agencies that nobody knows. */
class UnknownValuesTest {
    private static final String MANDATE = "jobs/mandates/se-480-263-2020.yml";
    private static final String NATIONAL =
            "PNS ID;NIP BARU;NAMA;JENIS PEGAWAI NAMA;STATUS CPNS PNS;KEDUDUKAN HUKUM ID;KEDUDUKAN HUKUM NAMA;UNOR ID\n";

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
    void isListedOnceWithItsRowsAndTheFirstOfThem() {
        ImportResult result = fixture.employees(
                JANUARY,
                null,
                "1001,Orang Satu,PNS,DISDIK,,",
                "1002,Orang Dua,Magang,entah,53,",
                "1003,Orang Tiga,Magang,DISDIK,,",
                "1004,Orang Empat,Outsourcing,entah,53,",
                "1005,Orang Lima,Magang,di mana,Cuti Besar,",
                "1006,Orang Enam,,,,",
                "1007,Orang Tujuh,PNS,,53,");
        assertThat(result.problems())
                .extracting(p -> p.row() + " " + p.column() + " " + p.rows() + " " + p.found())
                .containsExactly(
                        "3 jenis 3 unknown employment type \"Magang\"",
                        "5 jenis 1 unknown employment type \"Outsourcing\"",
                        "7 jenis 1 no employment type",
                        "3 status 3 unknown status \"53\"",
                        "6 status 1 unknown status \"Cuti Besar\"",
                        "3 kode_opd 2 unknown agency \"entah\"",
                        "6 kode_opd 1 unknown agency \"di mana\"",
                        "7 kode_opd 2 no agency");
        assertThat(result.problems().get(0).sentence())
                .isEqualTo("file1.csv, row 3, column jenis: unknown employment type \"Magang\" in 3 rows, of which this"
                        + " is the first; expected PNS, CPNS, PPPK, PPPK_PARUH_WAKTU, TENAGA_KONTRAK. Correct it, or"
                        + " accept it in HOME/" + MANDATE);
        assertThat(result.problems().get(1).sentence()).contains("\"Outsourcing\"; expected");
        assertThat(fixture.count("employee") + fixture.count("employee_number")).isZero();
    }

    @Test
    void isCountedAcrossTheFilesOfAnImport() {
        String header = "nomor,nama,jenis,kode_opd\n";
        List<Path> files = List.of(
                fixture.file(header + "1001,Orang Satu,PNS,DISDIK\n1002,Orang Dua,PNS,entah\n"),
                fixture.file(header + "1003,Orang Tiga,PNS,entah\n"));
        assertThat(fixture.register
                        .employees(files, JANUARY, null, false, false, read -> {})
                        .problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .startsWith("file1.csv, row 3, column kode_opd: unknown agency \"entah\" in 2 rows, of which this is");
    }

    @Test
    void linesOfConfigurationAcceptWhatWasRefused() throws IOException {
        String[] rows = {
            "A;1001;Orang Satu;PNS Daerah;P;53;Tugas \\ Khusus;DISDIK",
            "A;1002;Orang Dua;PPPK Kontrak Khusus;;5;;DISDIK",
            "A;1003;Orang Tiga;Pegawai PNS: dipekerjakan;P;53;Tugas \\ Khusus;DISDIK",
            "A;1004;Orang Empat;PNS Pusat;C;54;Aktif;DISDIK",
            "A;1005;Orang Lima;Cadangan;;;Dipekerjakan – khusus;DISDIK",
            "A;1006;Orang Enam;PNS;;;dipekerjakan - KHUSUS!;DISDIK",
            "A;1007;Orang Tujuh;PNS;P;7.1;;DISDIK",
            "A;1008;Orang Delapan;PPPK kontrak khusus;;;職員;DISDIK",
        };
        ImportResult refused = export(rows);
        assertThat(lines(refused))
                .containsExactly(
                        "    names: [\"pppk\", \"pppk pusat *\", \"pppk daerah *\", \"p3k\", \"p3k pusat *\","
                                + " \"p3k daerah *\", \"pppk penuh waktu *\", \"pppk guru\", \"pppk teknis\","
                                + " \"pppk tenaga kesehatan\", \"pegawai pemerintah dengan perjanjian kerja\","
                                + " \"PPPK Kontrak Khusus\", \"PPPK kontrak khusus\"]",
                        "    names: [\"pns\", \"pns pusat *\", \"pns daerah *\", \"pegawai negeri sipil\","
                                + " \"pegawai negeri sipil pusat *\", \"pegawai negeri sipil daerah *\","
                                + " \"Pegawai PNS: dipekerjakan\", \"Cadangan\"]",
                        "  \"53\": {names: [\"Tugas \\\\ Khusus\"], active: false}",
                        "  \"54\": {names: [], active: false}",
                        "  \"DIPEKERJAKAN_KHUSUS\": {names: [\"Dipekerjakan \\u2013 khusus\"], active: false}",
                        "  \"DIPEKERJAKAN_KHUSUS_2\": {names: [\"dipekerjakan - KHUSUS!\"], active: false}",
                        "  \"7_1\": {names: [\"7.1\"], active: false}",
                        "  \"STATUS\": {names: [\"職員\"], active: false}");

        String mandate = Files.readString(Path.of(MANDATE));
        StringBuilder statuses = new StringBuilder(Files.readString(Path.of("jobs/register.yml")));
        for (Problem problem : refused.problems()) {
            Problem.Setting setting = problem.accepting().get(0);
            if (setting.file().equals("HOME/" + MANDATE)) {
                String type = setting.place().replaceAll(".*types, ([A-Z_]+) .*", "$1");
                mandate = mandate.replaceFirst(
                        "(  " + type + ":\n.*\n).*", "$1" + java.util.regex.Matcher.quoteReplacement(setting.line()));
            } else if (statuses.indexOf(setting.line()) < 0) {
                assertThat(setting.file()).isEqualTo("HOME/jobs/register.yml");
                statuses.append(setting.line()).append('\n');
            }
        }
        Files.createDirectories(directory.resolve("jobs/mandates"));
        Files.writeString(directory.resolve(MANDATE), mandate);
        Files.writeString(directory.resolve("jobs/register.yml"), statuses.toString());
        fixture = new RegisterFixture(directory).withAgencies();
        assertThat(export(rows).problems()).isEmpty();
        assertThat(fixture.on(JANUARY))
                .containsExactly(
                        "1001 DISDIK PNS 53",
                        "1002 DISDIK PPPK 05",
                        "1003 DISDIK PNS 53",
                        "1004 DISDIK CPNS 54",
                        "1005 DISDIK PNS DIPEKERJAKAN_KHUSUS",
                        "1006 DISDIK PNS DIPEKERJAKAN_KHUSUS_2",
                        "1007 DISDIK PNS 7_1",
                        "1008 DISDIK PPPK STATUS");
    }

    @Test
    void unusualWordsAreProposedForContractStaffOutsideTheExport() {
        assertThat(fixture.employees(JANUARY, null, "1001,Orang Satu,THL,DISDIK,,")
                        .problems()
                        .get(0)
                        .accepting())
                .singleElement()
                .satisfies(setting -> {
                    assertThat(setting.place()).contains("TENAGA_KONTRAK");
                    assertThat(setting.line()).endsWith(", \"THL\"]");
                });
    }

    @Test
    void whatNoLineCanAcceptHasNone() {
        ImportResult result = fixture.employees(
                JANUARY,
                null,
                "1001,Orang Satu,***,DISDIK,,",
                "1002,Orang Dua," + "x".repeat(300) + ",entah," + "9".repeat(300) + ",");
        assertThat(result.problems()).hasSize(4).allSatisfy(p -> {
            assertThat(p.accepting()).isEmpty();
            assertThat(p.found()).hasSizeLessThan(260);
        });
    }

    @Test
    void columnOfOtherThingsIsListedUpToABoundAndCounted() {
        int people = UnknownValues.MOST + UnknownValues.MOST_COUNTED + 500;
        ImportResult result = fixture.employees(
                JANUARY,
                null,
                IntStream.rangeClosed(1, people)
                        .mapToObj(n -> "N" + n + ",Orang Contoh,kata " + n + ",kantor " + Math.min(n, 1203) + ",s"
                                + (n > 1001 ? 1001 : n) + ",")
                        .toArray(String[]::new));
        assertThat(result.problems()).hasSize(3 * UnknownValues.MOST + 3);
        assertThat(result.problems()
                        .subList(3 * UnknownValues.MOST, result.problems().size()))
                .extracting(p -> p.row() + ": " + p.rows() + ": " + p.found())
                .containsExactly(
                        "1002: 10500: at least 10000 more values that are no employment type",
                        "1002: 10500: 1 more values that are no status",
                        "1002: 10500: 203 more values that are no agency");
        assertThat(result.problems())
                .filteredOn(p -> !p.accepting().isEmpty() && p.column().equals("jenis"))
                .hasSize(Acceptance.MOST_TYPES);
    }

    private static List<String> lines(ImportResult result) {
        return result.problems().stream()
                .flatMap(problem -> problem.accepting().stream())
                .map(Problem.Setting::line)
                .distinct()
                .toList();
    }

    private ImportResult export(String... rows) {
        Path file = fixture.file(
                List.of(rows).stream().map(row -> row + "\n").collect(Collectors.joining("", NATIONAL, "")));
        return fixture.register.employees(List.of(file), JANUARY, null, false, false, read -> {});
    }
}
