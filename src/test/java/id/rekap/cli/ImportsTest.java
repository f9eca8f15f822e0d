package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.value.BusinessDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import says of the nights that it concerns, and what was imported. */
class ImportsTest {
    private static final String FIRST = "2020-07-01";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() {
        office = new Office(home);
        agencies("agencies.csv", 12);
        done("import", "agencies", file("agencies.csv"), "--date", FIRST);
        office.write("employees.csv", "employee_no,name,employment_type,agency_code\n198001012005011001,Ani,PNS,A1\n");
        done("import", "employees", file("employees.csv"), "--date", FIRST);
    }

    private void agencies(String name, int agencies) {
        office.write(
                name,
                IntStream.rangeClosed(1, agencies)
                        .mapToObj(i -> "A" + i + ",Dinas " + i + "\n")
                        .collect(Collectors.joining("", "code,name\n", "")));
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    private String done(String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out();
    }

    /** Two who turn out to be one are so on every night since the later of them was known. */
    @Test
    void namesTheNightsBeforeItsDateWhereItSaysWhoIsWho() {
        office.write("two.csv", "employee_no,name,employment_type,agency_code\n198001012005011002,Ani,PNS,A1\n");
        done("import", "employees", file("two.csv"), "--date", "2020-07-02", "--force");
        for (String night : List.of(FIRST, "2020-07-02", "2020-07-03")) {
            done("run", "--date", night);
        }
        office.write("one.csv", """
                employee_no,name,employment_type,agency_code,former_numbers
                198001012005011003,Ani,PNS,A1,198001012005011001|198001012005011002
                """);
        assertThat(done("import", "employees", file("one.csv"), "--date", "2020-07-03", "--dry-run"))
                .contains("It would concern 2 published nights, 2020-07-02, 2020-07-03");
        assertThat(done("import", "employees", file("one.csv"), "--date", "2020-07-03"))
                .contains("It concerns 2 published nights, 2020-07-02, 2020-07-03");
    }

    @Test
    void refusesAFileThatWouldEndMoreThanATenthOfTheAgenciesAndMoreThanTwo() {
        agencies("short.csv", 9);
        Said said = office.rekap("import", "agencies", file("short.csv"), "--date", "2020-07-02");
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.err()).contains("3 of 12 agencies are not in this file and would end on 2020-07-02", "--force");
        assertThat(done("import", "agencies", file("short.csv"), "--date", "2020-07-02", "--force"))
                .contains("ended 3");
        agencies("two.csv", 7);
        assertThat(done("import", "agencies", file("two.csv"), "--date", "2020-07-03"))
                .as("two may end, however few there are")
                .contains("ended 2");
    }

    @Test
    void concernsTheNightsUpToTheNextImportOfItsOwnGroup() {
        for (int day = 1; day <= 3; day++) {
            done("run", "--date", "2020-07-0" + day);
        }
        office.write(
                "none.csv", "employee_no,name,employment_type,agency_code\n1106010203040009,Budi,TENAGA_KONTRAK,A1\n");
        done("import", "employees", file("none.csv"), "--group", "TENAGA_KONTRAK", "--date", "2020-07-03");
        office.write("asn.csv", "employee_no,name,employment_type,agency_code\n198001012005011001,Ani,PPPK,A2\n");
        assertThat(done("import", "employees", file("asn.csv"), "--group", "ASN", "--date", "2020-07-02"))
                .contains("It concerns 2 published nights, 2020-07-02, 2020-07-03");
    }

    @Test
    void saysWhatLiesAheadAndWhichPublishedNightsItConcerns() {
        for (int day = 1; day <= 3; day++) {
            done("run", "--date", "2020-07-0" + day);
        }
        agencies("more.csv", 13);
        String past = done("import", "agencies", file("more.csv"), "--date", "2020-07-02");
        assertThat(past)
                .contains(
                        "It concerns 2 published nights, 2020-07-02, 2020-07-03",
                        "./rekap run --date 2020-07-02 --again");
        assertThat(done("import", "agencies", file("more.csv"), "--date", "2020-07-02"))
                .as("nothing changes")
                .doesNotContain("concerns");
        String ahead = LocalDate.now(BusinessDay.ZONE).plusDays(3).toString();
        agencies("next.csv", 14);
        assertThat(done("import", "agencies", file("next.csv"), "--date", ahead))
                .contains("This lies ahead: it holds from " + ahead)
                .doesNotContain("concerns");

        agencies("first.csv", 11);
        JsonNode json =
                JsonMapper.shared().readTree(done("import", "agencies", file("first.csv"), "--date", FIRST, "--json"));
        assertThat(json.get("ahead").asBoolean()).isFalse();
        assertThat(json.get("ended").asInt()).isEqualTo(1);
        assertThat(json.get("publishedNights").valueStream().map(JsonNode::asString))
                .as("up to the next import of agencies")
                .containsExactly(FIRST);
    }

    @Test
    void listsWhatWasImportedForWhichDateAndByWhom() {
        String ahead = LocalDate.now(BusinessDay.ZONE).plusDays(3).toString();
        agencies("next.csv", 14);
        done("import", "agencies", file("next.csv"), "--date", ahead);
        assertThat(done("imports"))
                .contains("AGENCIES  from " + ahead + " (lies ahead)  added 2, changed 0, ended 0")
                .contains("EMPLOYEES  from " + FIRST + "  added 1")
                .contains(" by " + HomeCommand.who());
        JsonNode imports = JsonMapper.shared().readTree(done("imports", "--json"));
        assertThat(imports.valueStream().map(one -> one.get("files").asString()))
                .containsExactly("next.csv", "employees.csv", "agencies.csv");
        assertThat(imports.valueStream().map(one -> one.get("ahead").asBoolean()))
                .containsExactly(true, false, false);
        assertThat(imports.get(0).get("hashes").get(0).asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void listsEachKindOfProblemAndTheFirstTwentyAndTheRestInAFile() throws IOException {
        String rows = Stream.concat(
                        IntStream.range(0, 40).mapToObj(i -> "1980010120050110%02d,Ani,PNS,Z9".formatted(10 + i)),
                        IntStream.range(0, 30).mapToObj(i -> "1.98E+17,Budi,PNS,A1"))
                .collect(Collectors.joining("\n", "employee_no,name,employment_type,agency_code\n", "\n"));
        office.write("wrong.csv", rows);
        Said said = office.rekap("import", "employees", file("wrong.csv"), "--date", FIRST);
        assertThat(said.exit()).isEqualTo(20);
        List<String> lines = said.err().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("wrong.csv, row ")))
                .hasSize(20);
        Path file;
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            file = logs.filter(log -> log.getFileName().toString().startsWith("import-refused"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(said.err()).contains("stand in " + file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        List<String> all = Files.readAllLines(file);
        assertThat(all)
                .filteredOn(line -> line.contains("is damaged") || line.contains("1.98E+17"))
                .isNotEmpty();
        assertThat(lines).anyMatch(line -> line.strip().startsWith("30  column employee_no: expected"));
    }
}
