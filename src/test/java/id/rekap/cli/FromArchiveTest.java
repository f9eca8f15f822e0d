package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.testing.Dump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database that was restored from an older dump gets back from the archive what was received since. */
class FromArchiveTest {
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";
    private static final String FIRST = "2020-07-01";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";
    private static final String FOURTH = "2020-07-04";

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Office office;

    @BeforeEach
    void register() throws IOException {
        office = new Office(home);
        office.write("agencies.csv", "code,name,parent\nA,Dinas Alam,\nB,Badan Bina,\nC,Bidang Cipta,B\n");
        StringBuilder people = new StringBuilder("employee_no,name,employment_type,agency_code\n");
        for (int i = 0; i < 70; i++) {
            people.append(number(i)).append(",Pegawai,PNS,").append(i < 30 ? "A" : i < 60 ? "B" : "C").append('\n');
        }
        office.write("employees.csv", people.toString());
        for (String what : List.of("agencies", "employees")) {
            done(office, "import", what, home.resolve(what + ".csv").toString(), "--date", FIRST);
        }
        String mandate = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        office.write("jobs/mandates/dua.yml", mandate.replaceFirst("(?m)^id: .*", "id: dua"));
    }

    private static String number(int i) {
        return "1980%02d%02d2005%02d1%03d".formatted(1 + i % 12, 1 + i % 28, 1 + i % 12, 1 + i);
    }

    private static String list(int from, int to, int reposts) {
        StringBuilder list = new StringBuilder(HEADER);
        IntStream.range(from, to)
                .forEach(i -> list.append(number(i)).append(",Pegawai,akun.contoh,ya,ya,").append(reposts).append('\n'));
        return list.toString();
    }

    private static Said done(Office office, String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(String.join(" ", arguments) + "\n" + said.err()).isZero();
        return said;
    }

    private void first() {
        office.write("inbox/A/daftar.csv", list(0, 30, 1));
        office.write("inbox/B/daftar.csv", list(30, 60, 1));
        runs(FIRST);
    }

    private void runs(String date) {
        done(office, "run", "--date", date);
        done(office, "run", "--date", date, "--mandate", "dua");
    }

    /** A correction, a held list, a refused file, a folder of nobody and a subfolder; a second drop with a revision. */
    private void second() {
        office.write("inbox/A/ralat – Juli.csv", list(3, 5, 9));
        office.write("inbox/B/daftar.csv", list(30, 36, 2));
        office.write("inbox/C/rusak.pdf", "%PDF-1.4");
        office.write("inbox/Z/siapa.csv", list(0, 3, 1));
        office.write("inbox/A/lama/daftar.csv", list(0, 3, 1));
        runs(SECOND);
        office.write("inbox/C/daftar.csv", list(60, 70, 3));
        done(office, "run", "--date", SECOND, "--again");
    }

    private void third() throws IOException {
        Files.delete(home.resolve("inbox/Z/siapa.csv"));
        office.write("inbox/A/daftar.csv", list(0, 29, 4));
        office.write("inbox/C/daftar.csv", list(60, 70, 3));
        runs(THIRD);
    }

    /** Without those that were moved out of the way. */
    private Map<String, String> sets() throws IOException {
        Map<String, String> sets = new TreeMap<>(Office.sets(home));
        sets.keySet().removeIf(file -> file.contains("/.aside/"));
        return sets;
    }

    @Test
    void nightsAfterTheDumpAreRunAgainToTheByte() throws Exception {
        first();
        Dump dump = Dump.of(office.database, elsewhere);
        second();
        done(office, "accept", "B");
        third();
        Map<String, String> sets = sets();
        List<String> facts = Regencies.facts(office);

        Office restored = new Office(home, dump.restored());
        restored.write("inbox/A/daftar.csv", list(0, 28, 5));
        for (String command : List.of("run", "doctor")) {
            Said said = restored.rekap(command.equals("run") ? new String[] {"run", "--date", FOURTH} : new String[] {command});
            assertThat(said.exit()).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("./rekap receive --from-archive");
        }
        Said dry = done(restored, "receive", "--from-archive", "--dry-run");
        assertThat(dry.out()).contains("2020-07-02  taking 1  3 files of 3 agencies").contains("./rekap run --date 2020-07-03");
        assertThat(Office.sets(home)).isEqualTo(sets);
        assertThat(Regencies.column(restored, "select count(*) from taking")).containsExactly("2");

        Said back = done(restored, "receive", "--from-archive", "--since", SECOND, "--json");
        JsonNode said = JsonMapper.shared().readTree(back.out());
        assertThat(said.get("notBack").toString()).contains("imports of the register", "accept, refuse, withdraw, quarantine");
        assertThat(strings(said.get("next")))
                .containsExactly(
                        "./rekap run --date 2020-07-02",
                        "./rekap run --date 2020-07-02 --mandate dua",
                        "./rekap run --date 2020-07-02 --again",
                        "./rekap run --date 2020-07-03",
                        "./rekap run --date 2020-07-03 --mandate dua");
        assertThat(strings(said.get("setsAside"))).hasSize(5).allMatch(set -> set.contains("/.history/.aside/2020-07-0"));
        assertThat(home.resolve("reports/latest").toRealPath().toString()).endsWith(FIRST + ".1");
        assertThat(restored.rekap("receive", "--from-archive").exit()).isEqualTo(10);
        assertThat(restored.rekap("run", "--dry-run", "--date", SECOND).err()).contains("what the archive gave back");

        for (String command : strings(said.get("next"))) {
            if (command.equals("./rekap run --date 2020-07-03")) {
                done(restored, "accept", "B");
            }
            done(restored, command.replace("./rekap ", "").split(" "));
        }
        Map<String, String> again = sets();
        assertThat(again.keySet()).isEqualTo(sets.keySet());
        sets.forEach((file, text) -> assertThat(text.equals(again.get(file))).as(file).isTrue());
        assertThat(Regencies.facts(restored)).containsExactlyInAnyOrderElementsOf(facts);
        assertThat(home.resolve("inbox/A/daftar.csv")).exists();
        done(restored, "run", "--date", FOURTH);
        assertThat(home.resolve("inbox/A/daftar.csv")).doesNotExist();
        assertThat(restored.published(FOURTH, "agencies.csv").get(0).get("received_on")).isEqualTo(FOURTH);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asString()));
        return strings;
    }
}
