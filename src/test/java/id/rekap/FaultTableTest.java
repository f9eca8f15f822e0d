package id.rekap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of faults names tests that exist. */
class FaultTableTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern COMMAND = Pattern.compile("`(src/[\\w/]+)`");

    @Test
    void namesATestOrACommandThatExistsForEachFault() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/decisions/0005-faults.md")).stream()
                .filter(line -> line.matches("\\| \\d+ .*"))
                .toList();
        assertThat(rows)
                .extracting(row -> row.split("\\|", -1)[1].strip())
                .isEqualTo(
                        IntStream.rangeClosed(1, 21).mapToObj(String::valueOf).toList());
        Map<String, String> sources = sources();
        for (String row : rows) {
            List<MatchResult> tests = TEST.matcher(row).results().toList();
            List<MatchResult> commands = COMMAND.matcher(row).results().toList();
            assertThat(tests.size() + commands.size()).as(row).isPositive();
            for (MatchResult test : tests) {
                assertThat(sources).as(row).containsKey(test.group(1));
                @Nullable String method = test.group(2);
                if (method != null) {
                    assertThat(sources.get(test.group(1))).as(row).contains("void " + method + "(");
                }
            }
            commands.forEach(command -> assertThat(Path.of(command.group(1))).exists());
        }
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Function<Path, String> name =
                    file -> String.valueOf(file.getFileName()).replace(".java", "");
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(name, FaultTableTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
