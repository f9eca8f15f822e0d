package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is exempt owes nothing, from the first exempt day to the last, and nothing else changes. */
class ExemptNightsTest extends ExemptOffice {
    private void add(String... options) {
        String[] command = {"exempt", "add", "--ground", "cuti"};
        String[] all = new String[command.length + options.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(options, 0, all, command.length, options.length);
        done(all);
    }

    private void lists() {
        list("1.01", row("1.01", 0), row("1.01", 1, "bukan akun", "mungkin", "x"), row("1.01", 2), row("1.01", 3));
        list("2.01", row("2.01", 0), row("2.01", 1), row("2.01", 2), row("2.01", 3), row("2.01", 4), row("2.01", 5));
    }

    @Test
    void anExemptionChangesExactlyTheNightsBetweenItsDays() throws IOException {
        lists();
        add("--employee", no("1.01", 1), "--from", D2, "--until", D3);
        add("--employee", no("1.01", 5), "--from", D2, "--until", D3);
        for (String date : new String[] {D1, D2, D3, D4}) {
            night(date);
        }
        assertThat(figures(D1, "1.01", "repost")).isEqualTo("6 0 6 3 0 0 3 0.5000 3");
        assertThat(figures(D2, "1.01", "repost")).isEqualTo("6 2 4 3 0 0 1 0.7500 3");
        assertThat(figures(D2, "1.01", "all")).isEqualTo("6 2 4 3 0 0 1 0.7500 ");
        assertThat(open(D1))
                .contains(
                        "1.01 HANDLE_INVALID " + no("1.01", 1) + " account",
                        "1.01 VALUE_UNREADABLE " + no("1.01", 1) + " repost",
                        "1.01 EMPLOYEE_NOT_REPORTED " + no("1.01", 5));
        assertThat(open(D2)).containsExactly("1.01 EMPLOYEE_NOT_REPORTED " + no("1.01", 4), "3.01 AGENCY_SILENT");
        assertThat(position(D3)).isEqualTo(position(D2));
        assertThat(position(D4)).isEqualTo(position(D1));
        assertThat(open(D4)).isEqualTo(open(D1));
        assertThat(reconciled(D2)).containsExactly("1.01");
        assertThat(reconciled(D3)).isEmpty();
        assertThat(reconciled(D4)).containsExactly("1.01");
        Map<String, String> sets = new TreeMap<>(Office.sets(home));
        for (String date : new String[] {D1, D2, D3, D4}) {
            Files.delete(home.resolve("reports/" + date + "/manifest.json"));
            done("report", "--date", date);
        }
        assertThat(Office.sets(home)).isEqualTo(sets);
    }

    @Test
    void whatIsGrantedLaterChangesAPastNightOnlyByARevision() throws IOException {
        lists();
        night(D1);
        night(D2);
        String first = Files.readString(home.resolve("reports/" + D1 + "/manifest.json"));
        assertThat(office.rekap("exempt", "add", "--agency", "2.01", "--ground", "cuti", "--from", D1, "--until", D1)
                        .out())
                .contains("1 night that is published", "./rekap run --date " + D1 + " --again");
        night(D3);
        assertThat(position(D3)).isEqualTo(position(D1));
        assertThat(office.rekap("report", "--date", D1).exit()).isEqualTo(10);
        assertThat(home.resolve("reports/" + D1 + "/manifest.json")).hasContent(first);
        done("run", "--date", D1, "--again");
        assertThat(figures(D1, "2.01", "all")).isEqualTo("6 6 0 0 0 0 0  ");
        done("exempt", "end", "--agency", "2.01", "--until", "2020-06-30");
        done("run", "--date", D1, "--again");
        assertThat(position(D1)).isEqualTo(position(D2));
    }

    @Test
    void oneObligationLeavesTheOthersAsTheyAre() {
        list("1.01", row("1.01", 0, "sama.akun", "ya", "9"), row("1.01", 1, "tidak sah!", "mungkin", "1"));
        list("2.01", row("2.01", 0, "sama.akun", "ya", "1"));
        add("--employee", former("1.01"), "--obligation", "account", "--from", D1);
        add("--employee", no("1.01", 1), "--obligation", "ACCOUNT", "--from", D1);
        add("--employee", no("1.01", 2), "--obligation", "repost", "--from", D1);
        add("--employee", no("1.01", 0), "--obligation", "repost", "--from", D1);
        night(D1);
        assertThat(open(D1))
                .contains("2.01 HANDLE_SHARED " + no("2.01", 0) + " account")
                .contains("1.01 VALUE_UNREADABLE " + no("1.01", 1) + " follow-humasacehbesar")
                .contains("1.01 EMPLOYEE_NOT_REPORTED " + no("1.01", 2))
                .noneMatch(line -> line.startsWith("1.01 HANDLE"));
        assertThat(figures(D1, "1.01", "account")).isEqualTo("6 2 4 0 0 0 4 0.0000 ");
        assertThat(figures(D1, "1.01", "repost")).isEqualTo("6 2 4 1 0 0 3 0.2500 10");
        assertThat(figures(D1, "1.01", "all")).isEqualTo("6 0 6 1 0 0 5 0.1667 ");
    }

    @Test
    void someoneOnAnotherAgencysListIsExemptThereToo() {
        list("1.01", row("1.01", 0));
        list("2.01", row("2.01", 0), row("1.01", 3, "bukan akun", "mungkin", "x"));
        add("--employee", no("1.01", 3), "--from", D2, "--until", D2);
        for (String date : new String[] {D1, D2, D3}) {
            night(date);
        }
        String unreadable = "2.01 VALUE_UNREADABLE " + no("1.01", 3) + " repost";
        assertThat(open(D1)).contains(unreadable);
        assertThat(open(D2))
                .contains("2.01 EMPLOYEE_ELSEWHERE " + no("1.01", 3))
                .noneMatch(line -> line.contains("UNREADABLE") || line.contains("INVALID"));
        assertThat(figures(D2, "1.01", "all")).isEqualTo("6 1 5 1 0 0 4 0.2000 ");
        assertThat(open(D3)).contains(unreadable).isEqualTo(open(D1));
        assertThat(reconciled(D2)).containsExactly("1.01", "2.01");
    }

    /** A trigger of the server types it when the night has been planned and not judged. */
    @Test
    void whatIsTypedWhileANightJudgesCountsWithTheNextOne() {
        list("1.01", row("1.01", 0));
        list("2.01", row("2.01", 0), row("1.01", 3, "bukan akun", "mungkin", "x"));
        trigger("create trigger typed after insert on night for each row insert ignore into exemption (person, agency,"
                + " obligation, ground, valid_from, valid_until, ends_on, granted_by, document, known_at, known_by) values ('"
                + no("1.01", 3)
                + "', '', 'all', 'cuti', '2020-07-01', '2020-07-31', '2020-07-31', '', '', now(3), '')");
        night(D1);
        trigger("drop trigger typed");
        night(D2);
        String unreadable = "2.01 VALUE_UNREADABLE " + no("1.01", 3) + " repost";
        assertThat(open(D1)).contains(unreadable);
        assertThat(figures(D1, "1.01", "all")).startsWith("6 0 6");
        assertThat(open(D2)).noneMatch(line -> line.contains("UNREADABLE"));
        assertThat(figures(D2, "1.01", "all")).startsWith("6 1 5");
        assertThat(reconciled(D2)).containsExactly("1.01", "2.01");
    }

    private void trigger(String statement) {
        database(jdbc -> {
            jdbc.execute(statement);
            return statement;
        });
    }

    @Test
    void anExemptionGoesWithWhoMovesAndEndsWhereTheyAre() {
        add("--employee", no("1.01", 1), "--from", D1, "--until", D3);
        employees(D2, Map.of(no("1.01", 1), "3.01"));
        for (String date : new String[] {D1, D2, D3, D4}) {
            night(date);
        }
        assertThat(figures(D1, "1.01", "all")).startsWith("6 1 5");
        assertThat(figures(D2, "1.01", "all")).startsWith("5 0 5");
        assertThat(figures(D3, "3.01", "all")).startsWith("2 1 1");
        assertThat(figures(D4, "3.01", "all")).startsWith("2 0 2");
        assertThat(reconciled(D4)).containsExactly("3.01");
    }

    @Test
    void anAgencyWhosePeopleAllOweNothingIsNeitherSilentNorLacksAColumn() {
        office.write("inbox/2.01/daftar.csv", "nip,nama,repost\n" + no("2.01", 0) + "," + name(0) + ",1\n");
        add("--agency", "3.01", "--from", D1, "--until", D1);
        add("--agency", "2.01", "--obligation", "account", "--from", D1, "--until", D1);
        night(D1);
        night(D2);
        assertThat(open(D1))
                .contains("1.01 AGENCY_SILENT", "2.01 COLUMN_ABSENT  follow-humasacehbesar")
                .doesNotContain("3.01 AGENCY_SILENT", "2.01 COLUMN_ABSENT  account");
        assertThat(open(D2)).contains("3.01 AGENCY_SILENT", "2.01 COLUMN_ABSENT  account");
        assertThat(figures(D1, "3.01", "all")).isEqualTo("1 1 0 0 0 0 0  ");
    }

    @Test
    void nobodyIsAskedToCallAnAgencyWhosePeopleAllOweNothing() throws IOException {
        add("--agency", "1.01", "--from", D1, "--until", D1);
        night(D1);
        night(D2);
        assertThat(message(D1)).contains("Belum melapor (2): Dua; Tiga");
        assertThat(message(D2)).contains("Belum melapor (3): Satu; Dua; Tiga");
        assertThat(Files.readString(home.resolve("reports/" + D1 + "/agencies/1.01/index.html")))
                .contains("<dt>Dikecualikan</dt><dd>6</dd>");
        assertThat(Files.readString(home.resolve("reports/" + D1 + "/summary.html")))
                .contains("Dikecualikan");
    }

    private String message(String date) throws IOException {
        return Files.readString(home.resolve("reports/" + date + "/whatsapp.txt"));
    }

    @Test
    void whoIsExemptFromFollowingCountsAmongTheRowsThatFollow() {
        list("1.01", row("1.01", 0), row("1.01", 1, "akun.11", "tidak", "1"));
        add("--employee", no("1.01", 1), "--obligation", "follow-humasacehbesar", "--from", D1);
        night(D1);
        assertThat(office.published(D1, "counts.csv").stream()
                        .filter(row -> row.get("agency_code").equals("1.01"))
                        .map(row -> row.get("rows") + " " + row.get("rows_following")))
                .containsExactly("2 2");
    }
}
