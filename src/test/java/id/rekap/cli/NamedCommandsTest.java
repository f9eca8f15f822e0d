package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is written for people to type can be typed: documents, messages, units, manual pages, completion, help. */
class NamedCommandsTest {
    private static final CommandLine PROGRAM = Rekap.line();
    private static final Map<String, CommandLine> COMMANDS = PROGRAM.getSubcommands();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern CALL =
            Pattern.compile("(?:^|[\\s(\"'`=\\[])(?:[\\w./-]*/)?rekap +([\\w\\[<-][^\"`\\n]*)");
    private static final Pattern SAID = Pattern.compile("\\./rekap +([a-z-][^\"`\\n<]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** Of other programs. */
    private static final Set<String> FOREIGN =
            Set.of("--set-gtid-purged", "--bootstrap", "--skip-ssl", "--skip-grant-tables");

    @Test
    void documentsNameCommandsAndOptionsThatExist() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path document : documents()) {
            String text = Files.readString(document);
            for (String code : code(text)) {
                for (String call : matches(CALL, code)) {
                    calls++;
                    wrong(call).forEach(fault -> wrong.add(document + ": " + fault + " in \"" + call + "\""));
                }
            }
            for (String span : matches(SPAN, BLOCK.matcher(text).replaceAll(""))) {
                wrongInSpan(span).forEach(fault -> wrong.add(document + ": " + fault + " in `" + span + "`"));
            }
        }
        assertThat(calls).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void messagesNameCommandsAndOptionsThatExist() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path source : files("src/main", ".java", ".properties", ".yml", ".jte")) {
            for (String call : matches(SAID, Files.readString(source))) {
                calls++;
                wrong(call).forEach(fault -> wrong.add(source + ": " + fault + " in \"" + call + "\""));
            }
        }
        assertThat(calls).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void unitsAndExamplesStartWhatExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path file : files("jobs/deploy", ".service", ".timer", ".yaml", ".cron")) {
            for (String call : matches(CALL, Files.readString(file).replaceAll("(?m)^ *#.*|^Description=.*", ""))) {
                calls++;
                wrong(call).forEach(fault -> wrong.add(file + ": " + fault + " in \"" + call + "\""));
            }
        }
        assertThat(calls).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void helpNamesOptionsThatExist() {
        List<String> wrong = new ArrayList<>();
        everyCommand(PROGRAM)
                .forEach(command -> Stream.concat(
                                Arrays.stream(
                                        command.getCommandSpec().usageMessage().description()),
                                command.getCommandSpec().args().stream()
                                        .map(ArgSpec::description)
                                        .flatMap(Arrays::stream))
                        .flatMap(words -> OPTION.matcher(words).results().map(MatchResult::group))
                        .filter(option -> !has(command, option))
                        .forEach(option ->
                                wrong.add(command.getCommandSpec().qualifiedName() + " --help names " + option)));
        assertThat(wrong).isEmpty();
    }

    /** They are made of the commands; this holds that nothing is left out on the way. */
    @Test
    void manualAndCompletionHaveEveryCommandAndItsOptions() {
        Map<String, String> pages = ManualPages.all("1.2.3");
        String completion = ManualPages.completion();
        List<CommandLine> commands = everyCommand(PROGRAM).toList();
        assertThat(pages).hasSameSizeAs(commands);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName("-");
            String page = pages.getOrDefault(name, "");
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(page).as(name).contains(option.longestName().replace("-", "\\-"));
                assertThat(completion).as(name).contains(option.longestName());
            }
            assertThat(page.lines().filter(line -> line.startsWith("'") || line.contains("@|")))
                    .isEmpty();
        }
        assertThat(pages.get("rekap")).contains("Rekap 1.2.3", "rekap\\-run", "EXIT STATUS", "REKAP_HOME");
        assertThat(pages.get("rekap-exempt-add")).contains(".BR rekap\\-exempt (1)");
    }

    /** What cannot be typed in the words behind the program's name. */
    private static List<String> wrong(String call) {
        List<String> wrong = new ArrayList<>();
        CommandLine command = PROGRAM;
        boolean mayDescend = true;
        for (String token : SPACES.splitAsStream(call).toList()) {
            if (token.matches("[#&|;>].*|2>.*")) {
                break;
            }
            String word = token.replaceAll("[\\[\\]()'\"…]|\\\\", "").replaceAll("[.,:;]+$", "");
            if (word.startsWith("-")) {
                CommandLine of = command;
                Arrays.stream(word.split("\\|"))
                        .map(option -> option.replaceAll("=.*", ""))
                        .filter(option -> option.startsWith("-") && !has(of, option))
                        .forEach(option -> wrong.add("no " + option + " of " + of.getCommandName()));
            } else if (mayDescend && word.matches("[a-z][a-z-]*(\\|[a-z][a-z-]*)*")) {
                List<String> meant = List.of(word.split("\\|"));
                Map<String, CommandLine> below = command.getSubcommands();
                if (command == PROGRAM || below.containsKey(meant.get(0))) {
                    meant.stream().filter(one -> !below.containsKey(one)).forEach(one -> wrong.add("no " + one));
                }
                command = below.getOrDefault(meant.get(0), command);
                mayDescend = !command.getSubcommands().isEmpty();
            } else {
                mayDescend = false;
            }
            if (token.matches(".*[.,:;)]")) {
                break;
            }
        }
        return wrong;
    }

    /** {@code run --again}, or an option alone. */
    private static List<String> wrongInSpan(String span) {
        if (span.matches("--[a-z][a-z-]*([ =].*)?")) {
            String option = span.replaceAll("[ =].*", "");
            boolean isKnown =
                    FOREIGN.contains(option) || everyCommand(PROGRAM).anyMatch(command -> has(command, option));
            return isKnown ? List.of() : List.of("no " + option + " of any command");
        }
        String first = span.replaceAll(" .*", "");
        return span.contains(" -") && COMMANDS.containsKey(first) ? wrong(span) : List.of();
    }

    private static boolean has(CommandLine command, String option) {
        return command.getCommandSpec().optionsMap().containsKey(option);
    }

    private static Stream<CommandLine> everyCommand(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream()
                        .filter(below -> !below.getCommandSpec().usageMessage().hidden())
                        .flatMap(NamedCommandsTest::everyCommand));
    }

    private static List<String> code(String text) {
        return Stream.concat(
                        matches(BLOCK, text).stream(),
                        matches(SPAN, BLOCK.matcher(text).replaceAll("")).stream())
                .toList();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "jobs", "sql")) {
            documents.addAll(files(folder, ".md"));
        }
        return documents;
    }

    private static List<Path> files(String folder, String... ends) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            Stream.of(ends).anyMatch(end -> file.toString().endsWith(end)))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    @Test
    void aCommandOffersWhatItListensToAndACodeThatIsMistypedItsNearest() {
        CommandLine demo = Objects.requireNonNull(Rekap.line().getSubcommands().get("demo"));
        assertThat(demo.getCommandSpec().optionsMap())
                .containsKeys("--nights", "--home")
                .doesNotContainKeys("--date", "--mandate");
        assertThat(Office.said("explain", "ID_DAMAGD").err()).contains("did you mean ID_DAMAGED?");
        assertThat(Office.said("explain", "NOPE").err()).contains("There is no code NOPE. Codes: ");
    }
}
