package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How exemptions are granted, listed and ended. */
class ExemptCommandTest extends ExemptOffice {
    private Said exempt(String words) {
        return office.rekap(("exempt " + words).split(" "));
    }

    private JsonNode json(String words) {
        return JsonMapper.shared().readTree(exempt(words + " --json").out());
    }

    private int kept() {
        return database(jdbc -> jdbc.queryForObject("select count(*) from exemption", Integer.class));
    }

    @Test
    void anUnknownGroundIsRefusedWithTheChoice() {
        Said said = exempt("add --employee " + no("1.01", 0) + " --ground sakit --from " + D1);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--ground is sakit", "cuti (Cuti / Leave)", "tugas-belajar");
        office.write("jobs/exemptions.yml", "grounds:\n  dinas-luar: {id: Dinas luar, en: Away on duty}\n");
        assertThat(exempt("add --employee " + no("1.01", 0) + " --ground cuti --from " + D1)
                        .err())
                .contains("expected dinas-luar (Dinas luar / Away on duty)");
        assertThat(exempt("add --employee " + no("1.01", 0) + " --ground dinas-luar --from " + D1)
                        .exit())
                .isZero();
    }

    @Test
    void whatIsWrongWithTheOptionsIsSaidTogether() {
        Said said = exempt(
                "add --employee 123 --agency 1.01 --obligation tidur --ground cuti --from " + D2 + " --until " + D1);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains("an employee and an agency", "--obligation is tidur; expected all, account", "before " + D2);
        assertThat(exempt("add --ground cuti --from " + D1).err()).contains("neither an employee nor an agency");
        Said unknown = exempt("add --employee 197001012010011999 --ground cuti --from " + D1);
        assertThat(unknown.exit()).isEqualTo(6);
        assertThat(unknown.err()).contains("that the register knows");
        assertThat(exempt("add --agency 9.99 --ground cuti --from " + D1).exit())
                .isEqualTo(6);
        assertThat(exempt("").exit()).isEqualTo(2);
        assertThat(kept()).isZero();
    }

    @Test
    void isListedAsItWasGrantedAndAsItStands() {
        String add = "add --employee " + former("1.01") + " --ground CUTI --from " + D1
                + " --until 2020-07-31 --granted-by BKPSDM --document SK-1/2020";
        assertThat(exempt(add).exit()).isZero();
        assertThat(exempt(add).exit()).as("once more").isEqualTo(10);
        assertThat(exempt("add --agency kantor-satu --obligation repost --ground cuti --from " + D1)
                        .exit())
                .isZero();
        JsonNode list = json("list");
        assertThat(list).hasSize(2);
        assertThat(list.get(0).toString())
                .contains(
                        "\"employee\":\"" + no("1.01", 0) + "\"", "\"obligation\":\"all\"", "\"until\":\"2020-07-31\"")
                .contains("\"grantedBy\":\"BKPSDM\"", "\"document\":\"SK-1/2020\"");
        assertThat(list.get(1).toString()).contains("\"agency\":\"1.01\"", "\"until\":null");

        assertThat(exempt("end --employee " + no("1.01", 0) + " --until 2020-07-10")
                        .out())
                .contains("Ended: employee " + no("1.01", 0), "until 2020-07-10 (granted until 2020-07-31)");
        assertThat(exempt("end --employee " + no("1.01", 0) + " --until 2020-07-10")
                        .exit())
                .isEqualTo(10);
        assertThat(exempt("end --employee " + no("1.01", 0) + " --obligation repost --until " + D1)
                        .err())
                .contains("no such exemption holds", "all  cuti");
        Said again = exempt(add);
        assertThat(again.exit()).as("granting it again revives nothing").isEqualTo(10);
        assertThat(again.err())
                .contains("It was ended since", "./rekap exempt add --employee " + former("1.01"))
                .contains(
                        "--ground cuti --from 2020-07-11 --until 2020-07-31 --granted-by BKPSDM --document SK-1/2020");
        assertThat(json("list --date 2020-07-10")).hasSize(2);
        assertThat(json("list --date 2020-07-11")).hasSize(1);
        assertThat(json("list --employee " + no("1.01", 0)).get(0).toString())
                .contains("\"grantedUntil\":\"2020-07-31\"", "\"until\":\"2020-07-10\"");
        List<String> audit = database(jdbc -> jdbc.queryForList(
                "select concat(what, ' ', subject, ' ', detail) from audit_log where what like 'EXEMPT%'",
                String.class));
        assertThat(audit)
                .hasSize(3)
                .anyMatch(line -> line.startsWith("EXEMPT_END employee " + no("1.01", 0))
                        && line.endsWith("last day from 2020-07-31 to 2020-07-10"));
    }

    @Test
    void whatWasTakenBackByMistakeIsGrantedAgainAsTheMessageSays() {
        String add = "add --employee " + former("1.01") + " --ground cuti --from " + D1;
        assertThat(exempt(add).exit()).isZero();
        assertThat(exempt("end --employee " + no("1.01", 0) + " --until 2020-06-30")
                        .exit())
                .isZero();
        Said again = exempt(add);
        assertThat(again.exit()).isEqualTo(10);
        assertThat(again.out()).contains("taken back");
        assertThat(again.err()).contains("./rekap exempt " + add + " --document '(again)'");
        assertThat(exempt(add + " --document (again)").exit()).isZero();
        assertThat(json("list --date " + D2)).hasSize(1);
    }

    @Test
    void aFileIsGrantedWholeAndOnce() {
        office.write(
                "bebas.csv",
                "Pengecualian pegawai\nnip;kode_opd;kewajiban;dasar;mulai;sampai;ditetapkan oleh\n" + no("1.01", 0)
                        + ";;;cuti;1/7/2020;31/7/2020;BKPSDM\n;2.01;repost;tugas-belajar;2020-07-01;;\n");
        String file = office.path("bebas.csv").toString();
        assertThat(exempt("import " + file).out()).contains("added 2, unchanged 0");
        assertThat(exempt("import " + file).out()).contains("added 0, unchanged 2");
        assertThat(json("list").get(0).toString()).contains("\"from\":\"2020-07-01\"", "\"until\":\"2020-07-31\"");
    }

    @Test
    void aFileWithAFaultIsRefusedWithAllOfThem() {
        office.write(
                "bebas.csv",
                "employee,agency,obligation,ground,from,until\n" + no("1.01", 0) + ",,,cuti,2020-07-01,\n"
                        + no("1.01", 9) + ",,,cuti,2020-07-01,\n" + no("1.01", 1)
                        + ",,makan,libur,besok,2020-13-01\n,,,cuti,2020-07-01,\n");
        Said said = exempt("import " + office.path("bebas.csv"));
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.err())
                .contains(
                        "bebas.csv, row 3, column employee: " + no("1.01", 9),
                        "row 4, column obligation: makan",
                        "row 4, column ground: libur",
                        "row 4, column from: besok",
                        "row 4, column until: 2020-13-01",
                        "row 5, column employee: neither",
                        "6 problems, nothing was written");
        assertThat(json("import " + office.path("bebas.csv")).get("problems")).hasSize(6);
        assertThat(kept()).isZero();
        office.write("kosong.csv", "a,b\n1,2\n");
        assertThat(exempt("import " + office.path("kosong.csv")).err()).contains("no header");
    }
}
