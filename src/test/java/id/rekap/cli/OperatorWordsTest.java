package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.cli.Office.Said;
import id.rekap.reconcile.FindingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is told before anybody looks at a page: what is new, whose lists wait, and what the next run will refuse. */
class OperatorWordsTest extends ThreeNights {
    private static final Pattern NEW = Pattern.compile("(?m)^  new: (\\d+) ");

    private void aListOfOthersAndAFolderOfNobody() {
        office.write("inbox/A/daftar alam.csv", list(30, 60, 1));
        office.write("inbox/B/daftar.csv", list(30, 60, 1));
        office.write("inbox/entah/daftar.csv", list(30, 60, 1));
    }

    @Test
    void aRunAndStatusNameEachNewKindAsOftenAsThePageCountsIt() {
        aListOfOthersAndAFolderOfNobody();
        String said = done(office, "run", "--date", FIRST).out();
        assertThat(said).contains("""
                          new: 1 FOLDER_UNKNOWN (operator: ./rekap explain FOLDER_UNKNOWN)
                          new: 1 LIST_FOREIGN of A (operator: ./rekap status)
                          new: 1 AGENCY_SILENT of A (agency)
                        """).contains("  new: 10 EMPLOYEE_NOT_REPORTED of B (agency)");
        long fresh = office.published(FIRST, "exceptions.csv").stream()
                .filter(row ->
                        row.get("state").equals("NEW") && !row.get("severity").equals("info"))
                .count();
        assertThat(NEW.matcher(said)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum())
                .isEqualTo(fresh);
        assertThat(said).contains("(" + fresh + " new, ");
        assertThat(done(office, "status").out()).contains("new: 1 LIST_FOREIGN of A (operator: held, see below)");
    }

    @Test
    void whatTheOperatorActsOnIsNamedAsLongAsItIsOpenUntilItIsAcknowledged() throws Exception {
        aListOfOthersAndAFolderOfNobody();
        done(office, "run", "--date", FIRST);
        assertThat(done(office, "run", "--date", SECOND).out())
                .contains("still open: 1 FOLDER_UNKNOWN (", "still open: 1 LIST_FOREIGN of A (")
                .doesNotContain("AGENCY_SILENT");
        String folder = office.published(SECOND, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("FOLDER_UNKNOWN"))
                .map(row -> row.get("fingerprint"))
                .findFirst()
                .orElseThrow();
        done(office, "ack", folder, "--note", "diketahui", "--until", "2999-01-01");
        JsonNode status =
                JsonMapper.shared().readTree(done(office, "status", "--json").out());
        assertThat(status.get("sets").get(0).get("open"))
                .extracting(kind -> kind.get("code").asString())
                .containsExactly("LIST_FOREIGN");
    }

    @Test
    void statusNamesWhatIsStillOpenAndHowLongTheNightTook() throws Exception {
        aListOfOthersAndAFolderOfNobody();
        assertThat(done(office, "run", "--date", FIRST).out()).doesNotContain("still open: ");
        done(office, "run", "--date", SECOND);
        assertThat(done(office, "status").out())
                .containsPattern("set  " + SECOND + "\\.1  published \\d+\\.\\d s after it began  Exceptions: ")
                .contains("\n  still open: 1 AGENCY_SILENT, 30 HANDLE_SHARED, 10 EMPLOYEE_NOT_REPORTED");
        JsonNode set = JsonMapper.shared()
                .readTree(done(office, "status", "--json").out())
                .get("sets")
                .get(0);
        assertThat(set.get("seconds").asDouble()).isPositive();
        assertThat(set.get("still").get(0).get("code").asString()).isEqualTo("AGENCY_SILENT");
    }

    @Test
    void whatLiesBesideTheFoldersIsNotCountedAsAnAgencys() {
        office.write("inbox/lepas.csv", list(30, 60, 1));
        office.write("inbox/A/Desember/daftar.csv", list(30, 60, 1));
        assertThat(done(office, "run", "--date", FIRST).out())
                .contains("new: 1 FOLDER_UNKNOWN of A (operator", "new: 1 FOLDER_UNKNOWN (operator");
    }

    @Test
    void manyKindsAreTenLinesAndTheRestIsCounted() {
        Catalogue catalogue = Catalogue.load();
        List<OpenKind> kinds = Arrays.stream(ExceptionCode.values())
                .limit(12)
                .map(code -> OpenKind.of(catalogue, FindingState.NEW, code, 5, 1, List.of("A", "B", "C", "D", "E")))
                .toList();
        List<String> lines = OpenKinds.lines(kinds, "", Path.of("set"));
        assertThat(lines).hasSize(11).last().isEqualTo("and 2 more kinds: set/summary.html");
        assertThat(lines.get(1)).contains(" of A, B, C and 2 more (", "; 1 acknowledged)");
        assertThat(OpenKinds.lines(kinds.subList(0, 11), "", Path.of("set")))
                .as("no line is spent on saying that there is one more")
                .hasSize(11)
                .allMatch(line -> line.startsWith("new: "), "each a kind");
    }

    @Test
    void aHeldListSaysItsFilesAndWhosePeopleItHolds() throws Exception {
        aListOfOthersAndAFolderOfNobody();
        done(office, "run", "--date", FIRST);
        String whose = "Of 30 rows of active employees only 0 are of this agency and those it speaks for; most, 30"
                + " rows, are of B Badan Bina.";
        assertThat(done(office, "status").out())
                .contains("  " + whose + "\n  received on " + FIRST + ": A/daftar alam.csv\n");
        JsonNode held = JsonMapper.shared()
                .readTree(done(office, "status", "--json").out())
                .get("held")
                .get(0);
        assertThat(held.get("facts").asString()).isEqualTo(whose);
        assertThat(held.get("files").get(0).asString()).isEqualTo("A/daftar alam.csv");
        assertThat(office.path("reports/" + FIRST + "/operator.html"))
                .content()
                .contains("Dinas Alam (A) · A/daftar alam.csv", "30 baris, milik B Badan Bina");
    }

    @Test
    void whichListIsInForceIsSaidBeforeItIsWithdrawn() {
        first();
        office.write("inbox/A/lama 2019.csv", list(0, 28, 2));
        done(office, "run", "--date", SECOND);
        assertThat(office.rekap("withdraw", "A", "--dry-run").err())
                .as("under the other mandate the first one is in force still")
                .contains("  A/" + SECOND, "28 rows, received on " + SECOND + ": A/lama 2019.csv", "  A/" + FIRST);
        done(office, "run", "--date", SECOND, "--mandate", "dua");
        String said = done(office, "withdraw", "A", "--dry-run").out();
        assertThat(said)
                .startsWith("In force: A/" + SECOND)
                .contains("28 rows, received on " + SECOND + ": A/lama 2019.csv")
                .contains("holds again, 30 rows, received on " + FIRST + ": A/daftar.csv");
        assertThat(office.rekap("withdraw", "A", "--undo").exit()).isEqualTo(6);
        assertThat(done(office, "audit", "--what", "WITHDRAW").out()).doesNotContain("A/" + SECOND);
    }

    @Test
    void aWrongTimeEndsRunsAndHidesNothing() {
        first();
        office.write("jobs/nightly.yml", "time: \"99:99\"\nmandate: se-480-263-2020\n");
        String file = home.resolve("jobs/nightly.yml") + ": time is \"99:99\"";
        assertThat(office.rekap("run", "--date", SECOND)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(6);
            assertThat(run.err())
                    .contains(file, "The run of " + SECOND + " did not begin: once", "again, with --date " + SECOND);
        });
        assertThat(office.rekap("run", "--date", SECOND, "--dry-run").err())
                .contains(file)
                .doesNotContain("did not begin");
        for (List<String> look : List.of(
                List.of("status"), List.of("runs"), List.of("imports"), List.of("audit"), List.of("show", FIRST))) {
            assertThat(done(office, look.toArray(String[]::new)))
                    .as(look.toString())
                    .satisfies(said -> {
                        assertThat(said.out()).isNotEmpty();
                        assertThat(said.err()).contains(file);
                    });
        }
        assertThat(office.rekap("status").out()).contains("problem  configuration", file);
    }

    @Test
    void aFileBesideTheFoldersIsSaidToLieInTheInbox() {
        office.write("inbox/lepas.csv", list(30, 60, 1));
        done(office, "run", "--date", FIRST);
        assertThat(office.published(FIRST, "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("FOLDER_UNKNOWN"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("message"))
                        .startsWith("Berkas di folder inbox tidak dibaca. Berkasnya harus berada di dalam folder "));
    }

    @Test
    void statusRepeatsWhatTheNextRunWillRefuseAndPromisesNothing() throws IOException {
        first();
        office.write("inbox/A/baru.csv", list(0, 30, 2));
        assertThat(office.rekap("status").out()).contains("Do: nothing, the run of the next date takes them");
        Files.createDirectories(office.path("reports/.history/2020-07-09.1"));
        assertThat(office.rekap("status").out())
                .contains("problem  sets", "Do: ./rekap receive --from-archive gives this database")
                .contains("1 file waits for a run (A/baru.csv). Do: put right what is told as a problem")
                .doesNotContain("Do: nothing");
    }

    @Test
    void aMistypedHomeIsOfferedTheOneBesideIt() throws IOException {
        Files.createDirectories(home.resolve("kantor-sungguhan"));
        Office real = new Office(home.resolve("kantor"));
        real.write("agencies.csv", "code,name\nA,Dinas Alam\n");
        done(real, "import", "agencies", real.path("agencies.csv").toString(), "--date", FIRST);
        String meant = "Did you mean " + home.resolve("kantor") + "? ";
        for (String mistyped : List.of("kantro", "Kantor", "kantorr")) {
            Said said = Office.said("status", "--home", home.resolve(mistyped).toString());
            assertThat(said.exit()).isEqualTo(6);
            assertThat(said.err()).contains(meant);
            assertThat(said.err().indexOf(meant)).isLessThan(said.err().indexOf("init"));
        }
        Files.createDirectories(home.resolve("kantro"));
        assertThat(Office.said("status", "--home", home.resolve("kantro").toString())
                        .err())
                .contains("is no home of Rekap", meant);
        assertThat(Office.said("status", "--home", home.resolve("lain").toString())
                        .err())
                .doesNotContain("Did you mean");
    }

    @Test
    void aRefusedImportIsKnownAfterwards() throws Exception {
        office.write("lebih.csv", "code,name\nA,a\nB,b\nC,c\nD,d\nE,e\nF,f\n");
        Said more = done(office, "import", "agencies", home.resolve("lebih.csv").toString(), "--date", FIRST);
        assertThat(more.out())
                .contains("6 of the agencies that report have no folder in ", ": A, B, C, D, E and 1 more;");
        assertThat(office.rekap("imports").out()).doesNotContain("refused");
        office.write("kurang.csv", "code,name\nA,a\n");
        Said less =
                office.rekap("import", "agencies", home.resolve("kurang.csv").toString(), "--date", SECOND);
        assertThat(less.exit()).isEqualTo(20);
        assertThat(less.err())
                .contains("kurang.csv: 5 of 6 agencies are not in this file and would end on " + SECOND
                        + ": B, C, D, E, F;" + " expected that no more than 2 of 6 end at once");
        office.write("pegawai.csv", "employee_no,name,employment_type,agency_code\n198001012005011001,Budi,PSN,A\n");
        String file = home.resolve("pegawai.csv").toString();
        assertThat(Processes.run(office, List.of(), "import", "employees", file, "--date", SECOND)
                        .exit())
                .isEqualTo(20);
        assertThat(office.path("logs/rekap.log"))
                .content()
                .contains("Import refused of pegawai.csv for " + SECOND + " by ", ": 1 problem")
                .doesNotContain("198001012005011001")
                .doesNotContain("Budi");
        String audit = done(office, "audit", "--what", "IMPORT_REFUSED").out();
        assertThat(audit)
                .contains("kurang.csv", "for " + SECOND + ": 1 problem: 1 × expected that no more than 2 of 6")
                .contains("pegawai.csv", "1 × column employment_type")
                .doesNotContain("198001012005011001")
                .doesNotContain("Budi");
        assertThat(done(office, "imports").out()).contains("The last refused one: ", "pegawai.csv");
    }
}
