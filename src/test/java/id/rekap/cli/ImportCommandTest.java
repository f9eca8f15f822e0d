package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What import and init say to a script. */
class ImportCommandTest {
    private static final String AGENCIES = Path.of("jobs/samples/agencies.csv").toString();

    @TempDir
    Path home;

    private static JsonNode json(Said said) {
        return JsonMapper.shared().readTree(said.out());
    }

    @Test
    void takesOneFileOfAgencies() {
        Said said = new Office(home).rekap("import", "agencies", AGENCIES, AGENCIES);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("one FILE").contains("2 are named");
    }

    @Test
    void printsTheProblemsOfARefusedImportAsJson() throws IOException {
        Office office = new Office(home);
        Path file = Files.writeString(home.resolve("agencies.csv"), "kode,nama,induk\nA,Dinas A,Z\n");
        Said said = office.rekap("import", "agencies", file.toString(), "--json");
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.err()).contains("nothing was written").hasLineCount(1);
        JsonNode problem = json(said).get("problems").get(0);
        assertThat(problem.get("file").asString()).isEqualTo("agencies.csv");
        assertThat(problem.get("row").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asString()).isEqualTo("induk");
        assertThat(problem.get("found").asString()).contains("Z");
        assertThat(problem.get("expected").asString()).isNotEmpty();
    }

    @Test
    void printsWhatNobodyKnowsOnceAndTheLinesThatWouldAcceptIt() {
        Office office = new Office(home);
        assertThat(office.rekap("import", "agencies", AGENCIES).exit()).isZero();
        office.write("pegawai.csv", """
                nomor,nama,jenis,kode_opd,status
                1001,Rahmat Contoh,PPPK Khusus,4.01.01,53
                1002,Cut Umpama,Magang,4.01.01,53
                1003,Nur Contoh,PNS,4.01.01,Diperbantukan
                """);
        String file = home.resolve("pegawai.csv").toString();
        Said text = office.rekap("import", "employees", file);
        assertThat(text.exit()).isEqualTo(20);
        assertThat(text.err().lines())
                .hasSize(12)
                .anySatisfy(line -> assertThat(line)
                        .contains("row 2, column status: unknown status \"53\" in 2 rows", "HOME/jobs/register.yml"))
                .containsSubsequence(
                        "To accept them as they are, in HOME/jobs/mandates/se-480-263-2020.yml (where there is none, a"
                                + " copy of the program's own), under types, TENAGA_KONTRAK (or the type that is meant),"
                                + " in place of the line names:",
                        "    names: [\"tenaga kontrak\", \"kontrak\", \"tk\", \"honorer\", \"tenaga honorer\", \"non asn\","
                                + " \"Magang\"]",
                        "To accept them as they are, in HOME/jobs/register.yml (where there is none, a copy of the"
                                + " program's own), under statuses, with active: true where such people serve:",
                        "  \"53\": {names: [], active: false}",
                        "  \"DIPERBANTUKAN\": {names: [], active: false}",
                        "Refused: 4 problems, nothing was written. Correct them and import again");

        Said json = office.rekap("import", "employees", file, "--json");
        assertThat(json.err()).contains("4 problems").hasLineCount(1);
        JsonNode status = json(json).get("problems").get(2);
        assertThat(status.get("found").asString()).isEqualTo("unknown status \"53\"");
        assertThat(status.get("row").asInt()).isEqualTo(2);
        assertThat(status.get("rows").asInt()).isEqualTo(2);
        JsonNode accepting = status.get("accepting").get(0);
        assertThat(accepting.get("file").asString()).isEqualTo("HOME/jobs/register.yml");
        assertThat(accepting.get("line").asString()).isEqualTo("  \"53\": {names: [], active: false}");
    }

    @Test
    void initPrintsJson() {
        assertThat(json(new Office(home).rekap("init", "--json")).get("home").asString())
                .isEqualTo(home.toString());
    }

    @Test
    void callsFilesOfOneNameByTheirPaths() throws IOException {
        Office office = new Office(home);
        assertThat(office.rekap("import", "agencies", AGENCIES).exit()).isZero();
        office.write("asn/data.csv", "nomor,nama,jenis,kode_opd\n1001,Rahmat Contoh,PNS,entah\n");
        office.write("tk/data.csv", "nomor,nama,jenis,kode_opd\n1001,Cut Umpama,honorer,di mana\n");
        String asn = home.resolve("asn/data.csv").toString();
        String tk = home.resolve("tk/data.csv").toString();
        Said both = office.rekap("import", "employees", asn, tk);
        assertThat(both.exit()).isEqualTo(20);
        assertThat(both.err())
                .contains(asn + ", row 2, column kode_opd", tk + ", row 2, column kode_opd")
                .contains("1001 stands twice, first in " + asn + ", row 2");
        Said one = office.rekap("import", "employees", asn);
        assertThat(one.err()).startsWith("data.csv, row 2");
        Said twice = office.rekap(
                "import", "employees", asn, home.resolve("tk/../asn/data.csv").toString());
        assertThat(twice.exit()).isEqualTo(20);
        assertThat(twice.err())
                .contains("tk/../asn/data.csv: the same file is given twice, first as " + asn)
                .doesNotContain("stands twice");
    }

    @Test
    void warnsOfWhomItTakesOverAndRefusesTheStaleListOfTheSameDate() {
        Office office = new Office(home);
        String header = "nomor,nama,jenis,kode_opd,nomor_lama\n";
        office.write("agencies.csv", "kode,nama\nA,Dinas A\n");
        office.write(
                "tk.csv",
                IntStream.rangeClosed(10, 29)
                        .mapToObj(n -> "11060812039000" + n + ",Staf " + n + ",honorer,A,\n")
                        .collect(Collectors.joining("", header, "")));
        office.write("asn.csv", header + "199003122025211004,Staf 10,PPPK,A,1106081203900010\n");
        String tk = home.resolve("tk.csv").toString();
        String asn = home.resolve("asn.csv").toString();
        for (String[] first : new String[][] {
            {"import", "agencies", home.resolve("agencies.csv").toString(), "--date", "2026-09-01"},
            {"import", "employees", tk, "--date", "2026-09-01"}
        }) {
            assertThat(office.rekap(first).exit()).isZero();
        }

        Said moved = office.rekap("import", "employees", asn, "--group", "ASN", "--date", "2026-10-01");
        assertThat(moved.exit()).isZero();
        assertThat(moved.err())
                .startsWith("Warning: asn.csv, row 2: 199003122025211004")
                .hasLineCount(1);

        String[] stale = {"import", "employees", tk, "--group", "TENAGA_KONTRAK", "--date", "2026-10-01"};
        Said refused = office.rekap(stale);
        assertThat(refused.exit()).isEqualTo(20);
        assertThat(refused.err())
                .startsWith("tk.csv, row 2: 1106081203900010")
                .contains("stands twice on 2026-10-01", "(asn.csv)", "--force");
    }

    @Test
    void saysInEnglishWhyAFileCannotBeUsed() throws IOException {
        Office office = new Office(home);
        assertThat(refusal(office, "empty.csv", ""))
                .contains("empty.csv: an empty file; expected a list with rows of data. Check whether");
        assertThat(refusal(office, "rand.xlsx", "kode,nama\n"))
                .contains("rand.xlsx: its name ends in \"xlsx\", its content is text; expected csv, txt, xlsx. Open");
        assertThat(refusal(office, "surat.pdf", "%PDF-1.4\n"))
                .contains("surat.pdf: a file of the form pdf; expected csv");
        assertThat(refusal(office, "kutip.csv", "kode,nama\nA,\"Dinas A\n"))
                .contains("kutip.csv: row 2: a quote (\") is opened and not closed; expected quotes in pairs");
        assertThat(refusal(office, "rusak.xlsx", "PK\3\4tidak utuh"))
                .contains("rusak.xlsx")
                .doesNotContain("rusak,");
    }

    private String refusal(Office office, String name, String content) throws IOException {
        Path file = Files.writeString(home.resolve(name), content);
        Said said = office.rekap("import", "agencies", file.toString());
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.err()).doesNotContain("byte;", "daftar", "isinya", "baris");
        return said.err();
    }
}
