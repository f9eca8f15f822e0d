package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a clerk with a spreadsheet can do, and some things that only malice does, each in the folder of an
 * agency of its own, all of them in two nights. {@code corpus/README.md} tells how the corpus is laid out.
 */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final List<String> NIGHTS = List.of("2020-07-01", "2020-07-02");
    /** They follow from who is not on a list. */
    private static final Set<String> NOT_OF_THE_FILE = Set.of("EMPLOYEE_NOT_REPORTED", "AGENCY_SILENT");

    @TempDir
    static Path home;

    private static final List<Said> SAID = new ArrayList<>();
    private static Map<String, List<CSVRecord>> expected = Map.of();
    private static List<Map<String, List<CSVRecord>>> found = List.of();
    private static Map<String, CSVRecord> agencies = Map.of();

    static Stream<CSVRecord> cases() {
        return Office.csv(CORPUS.resolve("cases.csv")).stream();
    }

    @BeforeAll
    static void runTheNights() throws IOException {
        Office office = new Office(home);
        StringBuilder register = new StringBuilder("nomor,nama,jenis,kode_opd\n");
        cases().forEach(c -> register.append(team(c).register(c.get("case"))));
        office.write(
                "agencies.csv",
                "kode,nama,alias\n"
                        + cases().map(c -> c.get("case") + "," + c.get("case") + ",alias dari " + c.get("case"))
                                .collect(Collectors.joining("\n")));
        office.write("employees.csv", register.toString());
        for (String what : List.of("agencies", "employees")) {
            String file = home.resolve(what + ".csv").toString();
            assertThat(office.rekap("import", what, file, "--date", NIGHTS.get(0))
                            .exit())
                    .isZero();
        }
        dropWorkbooks(office);
        // no name for every file system, so written here
        office.write("inbox/unfinished/daftar.csv:Zone.Identifier", "[ZoneTransfer]");
        office.write("inbox/unfinished/DAFTAR.XLSX:ZONE.IDENTIFIER", "[ZoneTransfer]");
        List<Map<String, List<CSVRecord>>> nights = new ArrayList<>();
        for (int night = 1; night <= NIGHTS.size(); night++) {
            office.drop(CORPUS.resolve("night" + night));
            SAID.add(office.rekap("run", "--date", NIGHTS.get(night - 1)));
            nights.add(office.published(NIGHTS.get(night - 1), "exceptions.csv").stream()
                    .filter(row -> !NOT_OF_THE_FILE.contains(row.get("code"))
                            && !row.get("state").equals("RESOLVED"))
                    .collect(Collectors.groupingBy(row -> row.get("agency_code"))));
        }
        found = nights;
        expected =
                Office.csv(CORPUS.resolve("expected.csv")).stream().collect(Collectors.groupingBy(r -> r.get("case")));
        agencies = office.published(NIGHTS.get(1), "agencies.csv").stream()
                .collect(Collectors.toMap(row -> row.get("agency_code"), Function.identity()));
    }

    private static void dropWorkbooks(Office office) throws IOException {
        Path drop = Files.createDirectories(home.resolve("drop"));
        Map<String, Function<CorpusTeam, byte[]>> books = CorpusWorkbooks.all();
        Map<String, HostileFiles.Writer> hostile = HostileFiles.all();
        for (CSVRecord c : cases().toList()) {
            String name = c.get("case");
            Path folder = Files.createDirectories(drop.resolve(name));
            Path file = folder.resolve(fileOf(name));
            if (books.containsKey(name)) Files.write(file, books.get(name).apply(team(c)));
            if (hostile.containsKey(name)) hostile.get(name).write(file, team(c));
        }
        office.drop(drop);
    }

    private static String fileOf(String name) {
        boolean csv = name.startsWith("csv-") || name.startsWith("link") || name.endsWith("-csv");
        return csv ? "daftar.csv" : name.startsWith("zip-of") ? "daftar.zip" : "daftar.xlsx";
    }

    private static CorpusTeam team(CSVRecord c) {
        return new CorpusTeam(Integer.parseInt(c.get("team")));
    }

    @Test
    void completesTheNightWhateverIsDropped() {
        assertThat(SAID).extracting(Said::exit).containsExactly(0, 0);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        try (Stream<Path> left = Files.walk(home.resolve("inbox"))) {
            assertThat(left.filter(f -> !Files.isDirectory(f)))
                    .extracting(f -> home.resolve("inbox").relativize(f).toString())
                    .containsExactlyInAnyOrder(
                            "subfolder/lama/daftar.csv",
                            "unfinished/.daftar.csv",
                            "unfinished/DAFTAR.XLSX:ZONE.IDENTIFIER",
                            "unfinished/daftar.csv:Zone.Identifier",
                            "unfinished/Thumbs.db",
                            "unfinished/daftar2.csv.part",
                            "unfinished/desktop.ini",
                            "unfinished/x.tmp",
                            "unfinished/y.filepart",
                            "unfinished/z.crdownload",
                            "unfinished/~$daftar.xlsx");
        }
        try (Stream<Path> copies = Files.list(home.resolve("archive"))) {
            assertThat(copies).allMatch(f -> Files.isDirectory(f) || f.endsWith("journal.jsonl"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsWrongAndNothingElse(CSVRecord c) {
        String name = c.get("case");
        for (int night = 1; night <= NIGHTS.size(); night++) {
            String of = Integer.toString(night);
            List<CSVRecord> all = expected.getOrDefault(name, List.of());
            List<CSVRecord> wanted = all.stream()
                    .filter(row ->
                            row.get("night").equals(of) || (row.get("night").equals("1") && isStill(row)))
                    .toList();
            List<CSVRecord> rows = found.get(night - 1).getOrDefault(name, List.of());
            for (CSVRecord row : wanted) {
                assertThat(rows).as("%s in night %d of %s", row, night, rows).anyMatch(r -> agrees(row, r));
            }
            assertThat(rows).as("night %d", night).hasSameSizeAs(wanted);
        }
        CSVRecord agency = Objects.requireNonNull(agencies.get(name));
        assertThat(List.of(agency.get("rows"), agency.get("counted"))).containsExactly(c.get("rows"), c.get("counted"));
    }

    /** A refusal or a wrong row stays until another list comes; these cases have one the night after. */
    private static boolean isStill(CSVRecord row) {
        return !row.get("case").equals("ralat");
    }

    private static boolean agrees(CSVRecord wanted, CSVRecord row) {
        String text = String.join(" ", row.get("value"), row.get("message"), row.get("expected"));
        return wanted.get("code").equals(row.get("code"))
                && is(
                        wanted.get("file"),
                        row.get("file").substring(row.get("file").indexOf('/') + 1))
                && is(wanted.get("row"), row.get("row"))
                && is(wanted.get("field"), row.get("field"))
                && text.contains(wanted.get("says"))
                && (wanted.get("suggestion").isEmpty()
                        || is(wanted.get("suggestion").replace("-", ""), row.get("suggestion")));
    }

    private static boolean is(String wanted, String value) {
        return wanted.equals("*") || wanted.equals(value);
    }
}
