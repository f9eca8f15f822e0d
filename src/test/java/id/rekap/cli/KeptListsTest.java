package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** An agency's list is made again when anything differs that it is made of, and only then: else it is that of the set before. */
class KeptListsTest extends ExemptOffice {
    private static final List<String> LIST = List.of("exceptions.csv", "exceptions.xlsx");
    private static final String CHANGING = "1.01";
    private static final String UNTOUCHED = "2.01";

    private LocalDate date = LocalDate.parse(D1).minusDays(1);

    @FunctionalInterface
    private interface Step {
        void happens() throws Exception;
    }

    /** Of the first its exceptions are new, of the second they are open. */
    @BeforeEach
    void twoNights() {
        answer("mungkin");
        list(UNTOUCHED, row(UNTOUCHED, 0));
        next();
        next();
    }

    private void answer(String follows) {
        list(CHANGING, row(CHANGING, 0), row(CHANGING, 1, "akun.11", follows, "1"));
    }

    private void next() {
        date = date.plusDays(1);
        night(date.toString());
    }

    private Path file(LocalDate night, String agency, String name) {
        return home.resolve("reports/" + night + "/agencies/" + agency + "/" + name);
    }

    private boolean isKept(String agency, String name) {
        try {
            return Files.isSameFile(file(date.minusDays(1), agency, name), file(date, agency, name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String fingerprint() {
        return office.published(date.toString(), "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("VALUE_UNREADABLE"))
                .map(row -> row.get("fingerprint"))
                .findFirst()
                .orElseThrow();
    }

    /** What makes the list of one agency another one; the other's stays. */
    private Map<String, Step> changes() {
        Map<String, Step> changes = new LinkedHashMap<>();
        changes.put(
                "an acknowledgement",
                () -> done("ack", fingerprint(), "--note", "Surat menyusul", "--until", "2020-12-31"));
        changes.put("its end", () -> done("ack", "end", fingerprint()));
        changes.put("the agency's name", () -> {
            office.write("agencies.csv", "kode,nama,alias\n1.01,Satu Baru,Kantor Satu\n2.01,Dua,\n3.01,Tiga,\n");
            done("import", "agencies", office.path("agencies.csv").toString(), "--date", tomorrow());
        });
        changes.put("its people", () -> employees(tomorrow(), Map.of(no("3.01", 0), CHANGING)));
        changes.put("a refused file", () -> office.write("inbox/1.01/foto.jpg", "no list"));
        changes.put("another answer", () -> answer("entah"));
        changes.put(
                "a damaged table",
                () -> Files.writeString(file(date, CHANGING, "exceptions.csv"), "x", StandardOpenOption.APPEND));
        changes.put("a damaged workbook", () -> Files.writeString(file(date, CHANGING, "exceptions.xlsx"), "half"));
        changes.put("a lost workbook", () -> Files.delete(file(date, CHANGING, "exceptions.xlsx")));
        return changes;
    }

    private String tomorrow() {
        return date.plusDays(1).toString();
    }

    @Test
    void isMadeAgainWhateverDiffers() throws Exception {
        for (Map.Entry<String, Step> change : changes().entrySet()) {
            next(); // what was new is open
            assertThat(file(date, CHANGING, "exceptions.csv")).content().contains("OPEN", "VALUE_UNREADABLE");
            Path before = Files.copy(file(date, CHANGING, "exceptions.csv"), home.resolve("before"));
            change.getValue().happens();
            next();
            for (String name : LIST) {
                if (!change.getKey().startsWith("a lost")) {
                    assertThat(isKept(CHANGING, name))
                            .as(name + " after " + change.getKey())
                            .isFalse();
                }
                assertThat(isKept(UNTOUCHED, name))
                        .as("the other's " + name + " after " + change.getKey())
                        .isTrue();
            }
            if (change.getKey().contains("damaged")) {
                assertThat(file(date, CHANGING, "exceptions.csv")).hasSameBinaryContentAs(before);
                assertThat(file(date, CHANGING, "exceptions.xlsx")).content().isNotEqualTo("half");
            }
            Files.delete(before);
        }
        next();
        for (String name : LIST) {
            assertThat(isKept(CHANGING, name)).as("where nothing differs").isTrue();
        }
    }

    @Test
    void isMadeAgainInAnotherLanguageAndUnderAnotherMandate() throws IOException {
        next();
        office.write("application.yml", Files.readString(home.resolve("application.yml")) + "\nrekap.locale: en\n");
        next();
        assertNoneIsKept("language");
        next();
        String mandate = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        office.write("jobs/mandates/se-480-263-2020.yml", mandate + "# another word\n");
        next();
        assertNoneIsKept("mandate");
    }

    private void assertNoneIsKept(String because) {
        for (String name : LIST) {
            assertThat(isKept(CHANGING, name)).as(name + ", " + because).isFalse();
            assertThat(isKept(UNTOUCHED, name)).as(name + ", " + because).isFalse();
        }
    }

    @Test
    void isTheSameInASetThatIsMadeAgainAndAfterAllWasLost() throws IOException {
        next();
        answer("entah");
        next();
        next();
        next();
        Map<String, String> sets = Office.sets(home);
        FileSystemUtils.deleteRecursively(home.resolve("reports"));
        done("report", "--from", D1, "--to", date.toString());
        assertThat(Office.sets(home).equals(sets)).as("the same bytes").isTrue();
        for (String name : LIST) {
            assertThat(isKept(CHANGING, name)).as("on the disk once").isTrue();
        }
        FileSystemUtils.deleteRecursively(home.resolve("reports"));
        next();
        String own = "/agencies/1.01/exceptions.csv";
        assertThat(Office.sets(home).get(".history/" + date + ".1" + own))
                .isEqualTo(sets.get(".history/" + date.minusDays(1) + ".1" + own));
    }

    @Test
    void isKeptByANightThatWasKilledWhileItWasPublished() throws Exception {
        Map<String, String> own = Office.sets(home);
        date = date.plusDays(1);
        for (int statement : List.of(2, 5)) {
            Ended killed = Processes.run(
                    office, List.of("-Drekap.kill=publish:" + statement), "run", "--date", date.toString());
            assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        }
        done("restart", "--date", date.toString());
        for (String name : LIST) {
            assertThat(isKept(CHANGING, name)).isTrue();
        }
        Map<String, String> after = Office.sets(home);
        assertThat(after).containsAllEntriesOf(own);
        Files.writeString(home.resolve("reports/" + date + "/exceptions.csv"), "half");
        done("report", "--date", date.toString());
        assertThat(Office.sets(home)).isEqualTo(after);
    }
}
