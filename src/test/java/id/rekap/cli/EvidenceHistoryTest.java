package id.rekap.cli;

import static id.rekap.cli.Followers.HUMAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that come night after night, long after an export: whose handle has stood there without a break (rule 9). */
class EvidenceHistoryTest extends ExemptOffice {
    private static final String D5 = "2020-07-05";
    private static final String FOLLOW = "follow-" + HUMAS;

    private int nights;

    /** Two people say so, and are not among the followers. */
    @BeforeEach
    void proven() {
        Followers.drop(office, HUMAS, D1, "warga");
        listed(D1, "akun.10", "akun.11");
        assertThat(unverified(D1)).containsExactly("0", "1");
    }

    /** A night with a list that no night had before, of people with these handles. */
    private void listed(String date, String... handles) {
        nights++;
        String[] rows = new String[handles.length];
        Arrays.setAll(rows, i -> row("1.01", i, handles[i], "ya", Integer.toString(nights)));
        list("1.01", rows);
        night(date);
    }

    private void rows(String date, String... rows) {
        list("1.01", rows);
        night(date);
    }

    /** Who is told to be unverified, by the last digit of the number. */
    private List<String> unverified(String date) {
        return open(date).stream()
                .filter(one -> one.contains("FOLLOW_UNVERIFIED") && one.endsWith(FOLLOW))
                .map(one -> one.split(" ", -1)[2].substring(17))
                .toList();
    }

    private void execute(String sql) {
        database(jdbc -> jdbc.update(sql));
    }

    @Test
    void aNightWithANewListReadsNoneOfThoseBefore() {
        listed(D2, "akun.10", "akun.11");
        listed(D3, "akun.10", "lain");
        execute("delete from list_page where received_on < '" + D3 + "'");
        listed(D4, "akun.10", "akun.11");
        assertThat(unverified(D4)).containsExactly("0");
        execute("delete from list_page where received_on < '" + D4 + "'");
        listed(D5, "akun.10", "akun.11");
        assertThat(unverified(D5)).containsExactly("0");
    }

    @Test
    void whatIsKeptIsMadeAnewFromTheListsWhereItIsMissing() {
        listed(D2, "akun.10", "lain");
        listed(D3, "akun.10", "akun.11");
        String kept = kept();
        assertThat(lists()).containsExactly(D1 + "/1 " + D2 + "/1 " + D3 + "/1");
        execute("delete from handle_history");
        listed(D4, "akun.10", "akun.11");
        assertThat(unverified(D4)).containsExactly("0");
        assertThat(lists()).containsExactly(D1 + "/1 " + D2 + "/1 " + D3 + "/1 " + D4 + "/1");
        assertThat(kept()).isEqualTo(kept);
    }

    private List<String> lists() {
        return database(jdbc -> jdbc.queryForList("select lists from handle_history", String.class));
    }

    private String kept() {
        return database(
                jdbc -> jdbc.queryForList("select sha2(uncompress(body), 256) from handle_history", String.class)
                        .get(0));
    }

    @Test
    void aListThatIsWithdrawnWasNeverThere() {
        listed(D2, "akun.10", "lain");
        assertThat(unverified(D2)).containsExactly("0");
        done("withdraw", "1.01");
        listed(D3, "akun.10", "akun.11");
        assertThat(unverified(D3)).containsExactly("0", "1");
        assertThat(lists()).containsExactly(D1 + "/1 " + D3 + "/1");
        listed(D4, "akun.10", "akun.11");
        assertThat(unverified(D4)).containsExactly("0", "1");
    }

    @Test
    void aCorrectedListIsOneThatHeld() {
        office.write("inbox/1.01/ralat.csv", HEADER + row("1.01", 1, "lain", "ya", "9"));
        night(D2);
        listed(D3, "akun.10", "akun.11");
        assertThat(unverified(D3)).containsExactly("0");
        office.write("inbox/1.01/ralat.csv", HEADER + row("1.01", 2, "akun.12", "ya", "9"));
        night(D4);
        listed(D5, "akun.10", "akun.11");
        assertThat(unverified(D5)).containsExactly("0");
    }

    @Test
    void ofTwoNumbersOfAPersonTheRowThatCountedSaysIt() {
        String counts = row("1.01", 0, "akun.10", "ya", "2").replace(no("1.01", 0), former("1.01"));
        String later = row("1.01", 0, "lain", "ya", "2");
        rows(D2, counts, later, row("1.01", 1));
        listed(D3, "akun.10", "akun.11");
        assertThat(unverified(D3)).as("the first row is of the former number").containsExactly("0", "1");
        rows(D4, later, counts, row("1.01", 1));
        listed(D5, "akun.10", "akun.11");
        assertThat(unverified(D5)).containsExactly("1");
    }

    @Test
    void whoChangesTheirNumberGoesOnStandingThere() {
        rows(D2, row("1.01", 0).replace(no("1.01", 0), former("1.01")), row("1.01", 1));
        listed(D3, "akun.10", "akun.11");
        assertThat(unverified(D3)).containsExactly("0", "1");
    }
}
