package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** What an operator is given in /etc. */
class PackagedFilesTest {
    private static final Path CONFIGURATION = Path.of("src/deb/application.yml");

    @TempDir
    Path directory;

    @Test
    void configurationSaysNothingUntilAnOperatorDoes() {
        assertThat(ApplicationFile.read(CONFIGURATION)).isEmpty();
    }

    @Test
    void everyLineThatItProposesIsAKey() throws IOException {
        Path used = directory.resolve("application.yml");
        Files.writeString(used, Files.readString(CONFIGURATION).replaceAll("(?m)^#(?=\\S|  )", ""));
        List<PropertySource<?>> sources = ApplicationFile.read(used);
        assertThat(sources).hasSize(1);
        assertThat(((EnumerablePropertySource<?>) sources.get(0)).getPropertyNames())
                .contains("spring.datasource.url", "spring.datasource.password", "rekap.locale");
    }

    @Test
    void filesForAClusterNameThisVersionsImageAndCommandsThatExist() throws IOException {
        Matcher version = Pattern.compile("<artifactId>rekap</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        for (String file : List.of("home", "nightly", "schedule")) {
            String text = Files.readString(Path.of("jobs/deploy/kubernetes", file + ".yaml"));
            assertThat(text).contains("image: rekap:" + version.group(1) + "\n");
            assertThat(Pattern.compile("args: \\[\"([a-z-]+)\"]").matcher(text).results())
                    .singleElement()
                    .satisfies(command -> assertThat(Rekap.line().getSubcommands()).containsKey(command.group(1)));
        }
    }
}
