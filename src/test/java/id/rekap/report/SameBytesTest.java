package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameBytesTest {
    private static final String LONG = "satu baris yang panjang;".repeat(2_000);

    @TempDir
    Path folder;

    private Path written(Path earlier, List<String> parts) throws IOException {
        Path file = folder.resolve("file");
        Files.deleteIfExists(file);
        try (OutputStream out = SameBytes.open(file, earlier)) {
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void areOneFileWithTwoNames() throws IOException {
        Path earlier = Files.writeString(folder.resolve("earlier"), LONG + "akhir");
        Path file = written(earlier, List.of(LONG, "a", "khir"));
        assertThat(file).hasContent(LONG + "akhir");
        assertThat(Files.isSameFile(file, earlier)).isTrue();
    }

    @Test
    void whateverDiffersIsAFileOfItsOwnAndTheEarlierOneStays() throws IOException {
        Path earlier = Files.writeString(folder.resolve("earlier"), LONG + "akhir");
        for (List<String> parts : List.of(
                List.of(LONG, "awal"), // another end
                List.of(LONG), // shorter
                List.of(LONG, "akhir", "nya"), // longer
                List.of("x", LONG.substring(1), "akhir"), // another beginning
                List.<String>of())) {
            Path file = written(earlier, parts);
            assertThat(file).hasContent(String.join("", parts));
            assertThat(Files.isSameFile(file, earlier)).isFalse();
            assertThat(earlier).hasContent(LONG + "akhir");
        }
    }

    @Test
    void aFileWithoutAnEarlierOneIsWritten() throws IOException {
        assertThat(written(folder.resolve("missing"), List.of("a", "b"))).hasContent("ab");
    }

    @Test
    void whereNoLinkCanBeMadeTheyAreCopied(@TempDir Path other) throws IOException {
        Path elsewhere = Files.createDirectories(Path.of("target/other-disk"));
        Path earlier = Files.writeString(elsewhere.resolve("earlier"), LONG);
        Path file = written(earlier, List.of(LONG));
        assertThat(file).hasContent(LONG);
        if (!Files.getFileStore(elsewhere).equals(Files.getFileStore(folder))) {
            assertThat(Files.isSameFile(file, earlier)).isFalse();
        }
    }
}
