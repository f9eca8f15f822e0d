package id.rekap.cli;

import static id.rekap.cli.Followers.HUMAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What exports of accounts and chats have left goes when it is old, and no day before a kept night needs it last. */
class PurgedClaimsTest extends ExemptOffice {
    private static final String FOLLOW = "follow-" + HUMAS;

    private static final String CHAT = """
            30/06/20 08.00 - Ratna Contoh: Satu ASN 6 sudah 5
            30/06/20 08.02 - Ratna Contoh: Dua ASN idem kemarin
            """;

    @BeforeEach
    void keepAMonth() throws IOException {
        Files.writeString(
                office.path("application.yml"),
                Stream.of("raw", "chats", "people", "exceptions", "batch", "reports")
                        .map(what -> "  " + what + ": 31d")
                        .collect(Collectors.joining("\n", "\nrekap.retention:\n", "\n")),
                StandardOpenOption.APPEND);
    }

    private static String day(int after) {
        return LocalDate.parse(D1).plusDays(after).toString();
    }

    /** The counts of what went, or would go. */
    private Map<String, String> purge(int day, String... more) {
        String[] command = Stream.concat(Stream.of("purge", "--date", day(day)), Stream.of(more))
                .toArray(String[]::new);
        return Stream.of(done(command)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(".*: ", "")
                        .split(", ", -1))
                .map(count -> count.split(" ", 2))
                .collect(Collectors.toMap(count -> count[0], count -> count[1]));
    }

    private List<String> query(String sql) {
        return database(jdbc -> jdbc.queryForList(sql, String.class));
    }

    private String set(int day) throws IOException {
        return Office.sets(home).entrySet().stream()
                .filter(file -> file.getKey().contains(day(day)))
                .map(file -> file.getKey().replaceFirst("\\.\\d+/", "/") + file.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void answersOfAnExportGoOnTheDayAfterWhichNoKeptNightIsJudgedByIt() throws IOException {
        list(
                "1.01",
                IntStream.range(0, 6)
                        .mapToObj(i -> row("1.01", i, "akun.1" + i, "ya", "1"))
                        .toArray(String[]::new));
        Followers.drop(office, HUMAS, day(3), "akun.10");
        night(day(3));
        Followers.drop(office, HUMAS, day(4), "akun.10", "akun.11");
        night(day(4));
        // the last night that the second export proves anything to, and the first that is kept
        night(day(49));
        night(day(80));
        assertThat(open(day(49))).filteredOn(one -> one.contains("UNVERIFIED")).hasSize(4);
        assertThat(query("select sum(found) from follower_answer group by received_on order by received_on"))
                .containsExactly("1", "2");
        String kept = set(49);

        purge(79);
        assertThat(query("select sum(found) from follower_answer group by received_on"))
                .as("the first export still proves something to the night of day 48")
                .hasSize(2);
        Map<String, String> wouldGo = purge(80, "--dry-run");
        assertThat(query("select sum(found) from follower_answer group by received_on"))
                .hasSize(2);
        assertThat(purge(80)).isEqualTo(wouldGo);
        assertThat(query("select found from follower_answer")).containsExactly("2");
        assertThat(query("select entries from follower_export order by exported_on"))
                .as("how many followed then")
                .containsExactly("1", "2");
        FileSystemUtils.deleteRecursively(office.path("reports/.history/" + day(49) + ".1"));
        done("report", "--date", day(49));
        assertThat(set(49)).isEqualTo(kept);
        done("run", "--again", "--date", day(49));
        assertThat(open(day(49)))
                .filteredOn(one -> one.contains("UNVERIFIED " + no("1.01", 2) + " " + FOLLOW))
                .hasSize(1);
        assertThat(open(day(49))).filteredOn(one -> one.contains("UNVERIFIED")).hasSize(4);
    }

    @Test
    void whatListsSaidOfHandlesGoesWithTheAnswersThatAskForIt() {
        Followers.drop(office, HUMAS, day(3), "akun.10");
        for (int day = 3; day <= 4; day++) {
            list("1.01", row("1.01", 0, "akun.10", "ya", Integer.toString(day)));
            night(day(day));
        }
        night(day(80));
        night(day(130));
        purge(79);
        assertThat(query("select lists from handle_history"))
                .singleElement()
                .asString()
                .contains(day(3))
                .contains(day(4));
        purge(130);
        assertThat(query("select agency from follower_answer")).isEmpty();
        assertThat(query("select lists from handle_history")).isEmpty();
    }

    private List<Path> originals() throws IOException {
        try (Stream<Path> files = Files.walk(office.path("archive"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("journal.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aChatsOriginalGoesWithTheLastExportOfItAndWhatWasReadOfItLaterStill() throws IOException {
        office.write("inbox/_whatsapp/chat.txt", CHAT);
        night(D1);
        assertThat(originals())
                .singleElement()
                .satisfies(kept -> assertThat(kept).content().contains("Pengirim 1: Satu ASN 6 sudah 5"));
        // another phone calls her otherwise: without senders it is the same text
        office.write("inbox/_whatsapp/chat.txt", CHAT.replace("Ratna Contoh", "Bu Ratna"));
        night(day(20));
        assertThat(originals()).hasSize(1);
        night(day(84));

        assertThat(purge(83)).as("the second export counts still").containsEntry("chats", "0");
        assertThat(originals()).hasSize(1);
        assertThat(purge(84, "--dry-run")).containsEntry("chats", "1");
        assertThat(originals()).hasSize(1);
        assertThat(purge(84)).containsEntry("chats", "1");
        assertThat(originals()).isEmpty();
        assertThat(purge(84)).containsEntry("chats", "0");
        assertThat(query("select count(*) from chat union all select count(*) from claim"))
                .containsExactly("2", "4");
        night(day(85));
        assertThat(open(day(85))).as("it is open until it is answered").contains("2.01 COUNT_UNREADABLE");
        assertThat(done("claims", "--date", day(1))).contains("6");

        assertThat(purge(31 + 400)).containsEntry("chats", "0");
        assertThat(purge(31 + 401))
                .as("the first export, and what was read of it")
                .containsEntry("chats", "3");
        assertThat(query("select count(*) from chat union all select count(*) from claim"))
                .containsExactly("1", "2");
    }
}
