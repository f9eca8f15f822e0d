package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
