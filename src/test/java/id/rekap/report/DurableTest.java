package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableTest {
    @TempDir
    Path directory;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("a/b/c"), "x");
        Files.createSymbolicLink(directory.resolve("dangling"), Path.of("nowhere"));
    }

    @Test
    void syncsADirectoryAtOnce() {
        assertThatCode(() -> Durable.directory(directory)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-command", "false"})
    void forcesEachFileWhereSyncIsMissingOrFails(String sync) {
        assertThatCode(() -> Durable.directory(directory, sync)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Durable.directory(directory.resolve("missing"), sync))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void tellsThatAFileCannotBeForced() {
        assertThatThrownBy(() -> Durable.file(directory.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }
}
