package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HOME/application.yml is read whole or refused. */
class ApplicationFileTest {
    @TempDir
    Path home;

    private String refused(String yaml) {
        Office office = new Office(home);
        office.write("application.yml", yaml);
        return refused(office);
    }

    private String refused(Office office) {
        Said said = office.rekap("init");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("application.yml").hasLineCount(1);
        assertThat(home.resolve("data")).doesNotExist();
        return said.err();
    }

    @Test
    void isUtf8() throws IOException {
        Office office = new Office(home);
        Files.write(
                home.resolve("application.yml"),
                "# Kantor é\nrekap.locale: id\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(office))
                .contains("is not UTF-8 text: save it as UTF-8")
                .doesNotContain("YAML");
    }

    @Test
    void saysForHowLongClaimsAndEvidenceHoldAndWhereThePagesAre() {
        Office office = new Office(
                home,
                "rekap.claims.max-age: 3d",
                "rekap.evidence.max-age: 60d",
                "rekap.submission.max-age: 48h",
                "rekap.public-url: https://rekap.example.go.id");
        assertThat(office.rekap("init").exit()).isZero();
        assertThat(new Office(home, "rekap.claims.max-age: 401d").rekap("init").err())
                .contains("rekap.claims.max-age is \"401d\"", "1d to 400d");
        assertThat(new Office(home, "rekap.submission.max-age: 12h")
                        .rekap("init")
                        .err())
                .contains("rekap.submission.max-age is \"12h\"; allowed: whole days, 0d to");
        assertThat(new Office(home, "rekap.evidence.max-age: 36h").rekap("init").err())
                .contains("rekap.evidence.max-age is \"36h\"");
    }

    @Test
    void isNoDirectory() throws IOException {
        Office office = new Office(home);
        Files.delete(home.resolve("application.yml"));
        Files.createDirectory(home.resolve("application.yml"));
        assertThat(refused(office)).contains("is not a file", "expected");
    }

    @Test
    void hasKeysWhereKeysAreExpected() {
        assertThat(refused("rekap: 5\n")).contains("rekap is \"5\"", "rekap.locale");
        assertThat(refused("rekap: [a, b]\n")).contains("rekap is \"a\"", "rekap.locale");
        assertThat(refused("rekap.intake: 60s\n")).contains("rekap.intake is", "rekap.intake.quiet-period");
        assertThat(refused("spring.datasource: secret\n"))
                .contains("spring.datasource has a value", "spring.datasource.url")
                .doesNotContain("secret");
        assertThat(refused("apa saja\n")).contains("has no keys");
    }

    /** What the program asks for may stand in the file, or nobody could set it there. */
    @Test
    void takesEveryKeyThatIsRead() throws IOException {
        Office office = new Office(home);
        for (String source : List.of("Settings", "MailOptions")) {
            Matcher read = Pattern.compile("\"(rekap\\.[a-z.-]*[a-z])\"")
                    .matcher(Files.readString(Path.of("src/main/java/id/rekap/cli/" + source + ".java")));
            while (read.find()) {
                office.write("application.yml", read.group(1) + ": \"\"\n");
                assertThat(ApplicationFile.read(office.path("application.yml")))
                        .as(read.group(1))
                        .hasSize(1);
            }
        }
    }

    @Test
    void mayHaveItsKeysCommentedOut() {
        Said said = new Office(home, "rekap:\n  # locale: en", "rekap.intake:").rekap("init");
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private static final List<String> ENDLESS = List.of(
            "b0: &b0 [x, x]\n" + thirty("bN: &bN [*b0, *b0, *b0, *b0]\n"),
            "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nrekap.locale: id\n",
            "rekap: &r\n  locale: id\n  intake: *r\n",
            "a: &a [*a]\n",
            "&a a: *a\n",
            "<<: &m {rekap.locale: id}\n",
            "a: " + "[".repeat(5_000) + "\n",
            "a: " + "{a: ".repeat(500) + "\n",
            "a: " + "9".repeat(3_000_000) + "\n",
            "rekap.locale: ${rekap.locale}\n",
            "rekap.locale: ${a}\na: ${rekap.locale}\n",
            "rekap.locale: ${x:${rekap.locale}}\n",
            thirty("xN: ${x0}${x0}\n") + "x0: id\nrekap.locale: ${x1}\n");

    private static String thirty(String line) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            yaml.append(line.replace("N", Integer.toString(i)));
        }
        return yaml.toString();
    }

    @Test
    void endsAtOnceWhereItsPartsStandForEachOther() throws IOException {
        Office office = new Office(home);
        String good = Files.readString(home.resolve("application.yml"));
        long began = System.nanoTime();
        for (String yaml : ENDLESS) {
            String shown = yaml.substring(0, Math.min(60, yaml.length()));
            for (String file : List.of("application.yml", "jobs/nightly.yml", "jobs/mandates/se-480-263-2020.yml")) {
                office.write("application.yml", good);
                office.write(file, yaml);
                Said said = office.rekap("init");
                assertThat(said.exit()).as(shown + said.err()).isEqualTo(6);
                assertThat(said.err()).as(shown).contains(file).hasLineCount(1);
                if (file.startsWith("jobs")) {
                    Files.delete(home.resolve(file));
                }
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("all %d", 3 * ENDLESS.size())
                .isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void doesNotQuoteAPasswordThatReadsLikeAnAlias() {
        assertThat(refused("spring.datasource.password: *rahasia\n"))
                .contains("line 1", "quotation marks")
                .doesNotContain("rahasia");
    }
}
