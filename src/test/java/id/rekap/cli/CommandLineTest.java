package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands say of how they are called. */
class CommandLineTest extends SmallOffice {
    @Test
    void importHasHelpLikeEveryCommand() {
        Said help = office.rekap("import", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("agencies", "employees");
        Said nothing = office.rekap("import");
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Say what to import", "Usage: rekap import");
    }

    @Test
    void dateThatIsNoneIsRefusedInOneSentence() {
        String file = SAMPLES.resolve("agencies.csv").toString();
        for (String date : List.of("2026-13-01", "01-02-2026", "today", "2026-02-30", "+12026-01-01", "2026-1-1")) {
            for (List<String> command : List.of(
                    List.of("run", "--date", date),
                    List.of("report", "--date", date),
                    List.of("import", "agencies", file, "--date=" + date))) {
                Said said = office.rekap(command.toArray(String[]::new));
                assertThat(said.exit()).as(command.toString()).isEqualTo(2);
                assertThat(said.err().strip())
                        .isEqualTo("--date is " + date + "; write it as YYYY-MM-DD, for example 2026-01-31");
            }
        }
        assertThat(office.rekap("report", "--from", "kemarin").err()).startsWith("--from is kemarin; write it as");
        assertThat(office.rekap("run", "--date").err()).contains("Expected parameter for option '--date'");
        assertThat(office.rekap("run", "--dry-run", "--date", "2020-07-01").exit())
                .isZero();
    }

    @Test
    void explainSpeaksTheLanguageOfItsHome() {
        String english =
                office.rekap("explain", "EMPLOYEE_UNKNOWN", "--lang", "EN").out();
        assertThat(english).contains("employee master");
        String indonesian = office.rekap("explain", "EMPLOYEE_UNKNOWN").out();
        assertThat(indonesian).contains("data induk");
        office.write("application.yml", "rekap.locale: en\n");
        assertThat(office.rekap("explain", "EMPLOYEE_UNKNOWN").out()).isEqualTo(english);
        assertThat(office.rekap("explain", "EMPLOYEE_UNKNOWN", "--lang", "ID").out())
                .isEqualTo(indonesian);
        Said other = office.rekap("explain", "EMPLOYEE_UNKNOWN", "--lang", "fr");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("--lang is fr", "id, en");
    }

    @Test
    void restartOfACompleteDateSaysHowToReviseIt() {
        office.write("inbox/9.03.01/daftar.csv", "nip,nama,repost\n197807032003041030,Abdullah Amin,1\n");
        assertThat(office.rekap("run", "--dry-run", "--date", DATE).out()).contains("1 file; nothing was taken");
        assertThat(office.rekap("restart", "--date", DATE).err()).contains("./rekap run begins one");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Said said = office.rekap("restart", "--date", DATE);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err())
                .contains(DATE + " is complete", "./rekap run --date " + DATE + " --again")
                .doesNotContain("begins one");
        assertThat(office.rekap("run", "--dry-run", "--date", "2020-07-02").out())
                .contains("0 files; nothing was taken");
    }

    @Test
    void checkShowsWholeWhyAFileIsRefused() {
        office.write("daftar.csv", "nomor,nama,tanggal lahir\n197807032003041030,Abdullah Amin,1 Juli 1978\n");
        String file = home.resolve("daftar.csv").toString();
        Said json = office.rekap("check", file, "--agency", "9.03.01", "--date", DATE, "--json");
        String value = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(json.out())
                .get("problems")
                .get(0)
                .get("value")
                .asString();
        assertThat(value).hasSizeGreaterThan(28);
        Said said = office.rekap("check", file, "--agency", "9.03.01", "--date", DATE);
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.out())
                .contains("\n  Tertulis: " + value + "\n  Seharusnya: ")
                .doesNotContain("…");
    }
}
