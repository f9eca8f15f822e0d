package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** kill -9 while files are received: no file leaves the inbox that the archive's journal does not know. */
class JournalCrashTest extends SmallOffice {
    private static final List<String> FOLDERS = List.of("9.03.01", "7.01.02", "4.01.01");

    /** Of some sixty: before the journal is written, between that and the emptying of the inbox, and after it. */
    private static final List<Integer> STATEMENTS = List.of(12, 37, 38, 39, 40, 41, 42, 44, 50);

    @Test
    void whateverStatementOfReceivingIsTheLast() throws Exception {
        List<String> kills = new ArrayList<>();
        LocalDate date = LocalDate.parse(DATE);
        for (int at : STATEMENTS) {
            drop(date);
            Ended killed =
                    Processes.run(office, List.of("-Drekap.kill=receive:" + at), "run", "--date", date.toString());
            assertThat(killed.exit()).as(killed.said()).isIn(0, 137);
            Map<String, String> journal = journal(date);
            for (String folder : FOLDERS) {
                boolean lies = Files.exists(home.resolve("inbox/" + folder + "/daftar.csv"));
                assertThat(lies || journal.containsKey(folder))
                        .as("statement " + at + ", " + folder)
                        .isTrue();
                kills.add((lies ? "in the inbox" : "gone") + ", noted " + journal.containsKey(folder));
            }
            assertThat(office.rekap("restart", "--date", date.toString()).exit())
                    .isIn(0, 10);
            assertThat(journal(date)).isEqualTo(taken(date));
            assertThat(journal(date).keySet()).containsExactlyInAnyOrderElementsOf(FOLDERS);
            date = date.plusDays(1);
        }
        assertThat(kills).contains("in the inbox, noted false", "in the inbox, noted true", "gone, noted true");
        everythingComesBack();
    }

    private void everythingComesBack() throws Exception {
        List<String> facts = Regencies.column(office, WHOLE);
        Regencies.execute(office, "delete from intake_batch");
        Regencies.execute(office, "delete from intake_file");
        Regencies.execute(office, "delete from run");
        assertThat(office.rekap("receive", "--from-archive").exit()).isZero();
        assertThat(Regencies.column(office, WHOLE)).isEqualTo(facts);
    }

    private static final String WHOLE = """
            select concat_ws('|', received_on, batch, folder, name, agency, size, modified, sha256, state, blanks) from intake_file
            order by received_on, batch, folder, name""";

    private void drop(LocalDate date) {
        FOLDERS.forEach(folder ->
                office.write("inbox/" + folder + "/daftar.csv", "nip,nama,repost\n" + folder + "," + date + ",1\n"));
    }

    /** By folder, the hash of what was taken; of a batch that stands twice the later. */
    private Map<String, String> journal(LocalDate date) throws Exception {
        Path journal = home.resolve("archive/journal.jsonl");
        Map<String, String> taken = new TreeMap<>();
        for (String line : Files.exists(journal) ? Files.readAllLines(journal) : List.<String>of()) {
            JsonNode read = JsonMapper.shared().readTree(line);
            if (read.has("sha256") && read.get("received_on").asString().equals(date.toString())) {
                taken.put(read.get("folder").asString(), read.get("sha256").asString());
            }
        }
        return taken;
    }

    private Map<String, String> taken(LocalDate date) throws Exception {
        Map<String, String> taken = new TreeMap<>();
        Regencies.column(office, "select concat(sha256, folder) from intake_file where received_on = '" + date + "'")
                .forEach(row -> taken.put(row.substring(64), row.substring(0, 64)));
        return taken;
    }
}
