package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.testing.Dump;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database that was restored from an older dump gets back from the archive what was received since. */
class FromArchiveTest extends ThreeNights {

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
        String held = JsonMapper.shared()
                .readTree(done(office, "accept", "B", "--json").out())
                .get("submission")
                .asString();
        third();
        Map<String, String> sets = sets();
        List<String> facts = Regencies.facts(office);

        Office restored = new Office(home, dump.restored());
        restored.write("inbox/A/daftar.csv", list(0, 28, 5));
        restored.write("inbox/_whatsapp/chat.txt", "03/07/20 16.20 - Siti: Dinas Alam\nASN 30 sudah 20\n");
        for (String command : List.of("run", "doctor")) {
            Said said = restored.rekap(
                    command.equals("run") ? new String[] {"run", "--date", FOURTH} : new String[] {command});
            assertThat(said.exit()).isEqualTo(6);
            assertThat(said.out() + said.err()).contains("./rekap receive --from-archive");
        }
        Said dry = done(restored, "receive", "--from-archive", "--dry-run");
        assertThat(dry.out())
                .contains("2020-07-02  batch 1  3 files of 3 agencies")
                .contains("./rekap run --date 2020-07-03");
        assertThat(Office.sets(home)).isEqualTo(sets);
        assertThat(Regencies.column(restored, "select count(*) from intake_batch"))
                .containsExactly("2");

        Said back = done(restored, "receive", "--from-archive", "--since", SECOND, "--json");
        JsonNode said = JsonMapper.shared().readTree(back.out());
        assertThat(said.get("notBack").toString())
                .contains(
                        "imports of the register",
                        "exemptions",
                        "acknowledgements",
                        "chats",
                        "accept, refuse, withdraw, quarantine");
        assertThat(strings(said.get("next")))
                .containsExactly(
                        "./rekap run --date 2020-07-02",
                        "./rekap run --date 2020-07-02 --mandate dua",
                        "./rekap run --date 2020-07-02 --again",
                        "./rekap accept " + held,
                        "./rekap run --date 2020-07-03",
                        "./rekap run --date 2020-07-03 --mandate dua");
        assertThat(strings(said.get("setsAside")))
                .hasSize(5)
                .allMatch(set -> set.contains("/.history/.aside/2020-07-0"));
        assertThat(home.resolve("reports/latest").toRealPath().toString()).endsWith(FIRST + ".1");
        assertThat(restored.rekap("receive", "--from-archive").exit()).isEqualTo(10);
        assertThat(restored.rekap("run", "--dry-run", "--date", SECOND).err()).contains("what the archive gave back");

        List<String> told = new ArrayList<>();
        for (String command : strings(said.get("next"))) {
            told.add(done(restored, command.replace("./rekap ", "").split(" ")).out());
        }
        assertThat(told.get(0)).contains("Do: nothing, the first run of a date after " + THIRD + " takes them");
        assertThat(told.get(told.size() - 1)).contains("Do: nothing, the run of the next date takes them");
        Map<String, String> again = sets();
        assertThat(again.keySet()).isEqualTo(sets.keySet());
        sets.forEach((file, text) ->
                assertThat(text.equals(again.get(file))).as(file).isTrue());
        assertThat(Regencies.facts(restored)).containsExactlyInAnyOrderElementsOf(facts);
        assertThat(home.resolve("inbox/A/daftar.csv")).exists();
        assertThat(home.resolve("inbox/_whatsapp/chat.txt")).exists();
        done(restored, "run", "--date", FOURTH);
        assertThat(home.resolve("inbox/A/daftar.csv")).doesNotExist();
        assertThat(home.resolve("inbox/_whatsapp/chat.txt")).doesNotExist();
        assertThat(restored.published(FOURTH, "agencies.csv").get(0).get("received_on"))
                .isEqualTo(FOURTH);
    }

    @Test
    void aListThatWasWithdrawnAfterTheDumpStaysOutOfForce() throws Exception {
        first();
        Dump dump = Dump.of(office.database, elsewhere);
        office.write("inbox/A/tahun lalu.csv", list(0, 28, 9));
        done(office, "run", "--date", SECOND);
        String lastYears = office.published(SECOND, "agencies.csv").get(0).get("submission");
        done(office, "withdraw", "A/" + lastYears);
        done(office, "run", "--date", THIRD);
        String published = office.published(THIRD, "agencies.csv").get(0).get("submission");
        assertThat(published).startsWith(FIRST);
        assertThat(home.resolve("archive/decisions.journal.jsonl"))
                .content()
                .contains("\"decision\":\"WITHDRAW\"")
                .doesNotContain(HomeCommand.user() + "@");

        Office restored = new Office(home, dump.restored());
        Said back = done(restored, "receive", "--from-archive", "--json");
        List<String> next = strings(JsonMapper.shared().readTree(back.out()).get("next"));
        assertThat(next).hasSize(3).element(1).asString().isEqualTo("./rekap withdraw A/" + lastYears);
        assertThat(restored.rekap("receive", "--from-archive").err()).contains("Decisions that it lacks", next.get(1));
        Said tooEarly = restored.rekap("run", "--date", FOURTH);
        assertThat(tooEarly.exit()).as("as cron would, the evening after").isEqualTo(6);
        assertThat(tooEarly.err())
                .contains("What the archive gave back of 2020-07-02, 2020-07-03 has not been run")
                .contains("./rekap run --date 2020-07-02 first");
        assertThat(restored.rekap("run", "--date", THIRD).err()).contains("gave back of 2020-07-02 has not been run");
        assertThat(restored.rekap("status").out()).contains("problem  given back");
        for (String command : next) {
            done(restored, command.replace("./rekap ", "").split(" "));
        }
        assertThat(restored.published(THIRD, "agencies.csv").get(0).get("submission"))
                .isEqualTo(published);
        assertThat(restored.rekap("receive", "--from-archive").err()).doesNotContain("Decisions");
        done(restored, "run", "--date", FOURTH);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asString()));
        return strings;
    }
}
