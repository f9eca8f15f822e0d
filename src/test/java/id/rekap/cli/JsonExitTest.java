package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks for JSON gets a document, whatever becomes of the command. */
class JsonExitTest {
    static Stream<CommandSpec> commands() {
        return leaves(Rekap.line()).map(CommandLine::getCommandSpec);
    }

    private static Stream<CommandLine> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? Stream.of(line)
                : line.getSubcommands().values().stream().distinct().flatMap(JsonExitTest::leaves);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandPrintsADocumentWhereItsArgumentsAreWrong(CommandSpec command) {
        List<String> arguments = words(command);
        arguments.addAll(List.of("--json", "--no-such-option"));
        saysWhy(arguments, 2);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandPrintsADocumentWhereItsHomeCannotBe(CommandSpec command) {
        List<String> arguments = words(command);
        for (ArgSpec argument : command.args()) {
            if (argument.required()) {
                if (argument.isOption()) {
                    arguments.add(((CommandLine.Model.OptionSpec) argument).longestName());
                }
                arguments.add(argument.type() == Path.class || argument.isMultiValue() ? "pom.xml" : "1.02.01");
            }
        }
        // below a file no folder can be made
        arguments.addAll(List.of("--json", "--home", Path.of("pom.xml").toAbsolutePath() + "/home"));
        Said said = Office.said(arguments.toArray(String[]::new));
        // these have something to say all the same
        if (JsonMapper.shared().readTree(said.out()).has("error")) {
            saysWhy(said, said.exit());
        } else {
            assertThat(command.name()).isIn("doctor", "explain", "check-chat");
        }
    }

    private static List<String> words(CommandSpec command) {
        String[] names = command.qualifiedName(" ").split(" ");
        return new ArrayList<>(List.of(names).subList(1, names.length));
    }

    private static void saysWhy(List<String> arguments, int exit) {
        saysWhy(Office.said(arguments.toArray(String[]::new)), exit);
    }

    private static void saysWhy(Said said, int exit) {
        assertThat(said.exit()).as(said.err()).isEqualTo(exit);
        JsonNode document = JsonMapper.shared().readTree(said.out());
        assertThat(document.path("exit").asInt()).isEqualTo(exit);
        assertThat(document.path("error").asString()).isNotBlank();
        assertThat(said.err())
                .contains(document.path("error").asString().lines().findFirst().orElseThrow());
    }
}
