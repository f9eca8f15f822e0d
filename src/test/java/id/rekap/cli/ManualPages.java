package id.rekap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Manual pages and the completion of shells, from the commands themselves: the packages carry them. */
final class ManualPages {
    private static final String PROGRAM = """
            .SH "EXIT STATUS"
            0 done, 1 unexpected, 2 usage, 4 stopped, 5 failed and restartable, 6 configuration, register or database not
            usable, 10 nothing to do, 11 another run holds the lock, 20 findings, 130 interrupted elsewhere. What to do next
            is said on standard error.
            .SH ENVIRONMENT
            .TP
            .B REKAP_HOME
            The home where \\-\\-home names none; /var/lib/rekap where Rekap is installed from a package.
            .TP
            .BR SPRING_DATASOURCE_URL ", " SPRING_DATASOURCE_USERNAME ", " SPRING_DATASOURCE_PASSWORD
            The database, before what application.yml says.
            .TP
            .BR REKAP_SECRETS ", " CREDENTIALS_DIRECTORY
            A directory of secrets, the latter systemd's; each is a file that is named by its property, such as spring.datasource.password.
            .TP
            .BR JAVA_HOME ", " REKAP_JAVA_OPTS
            The Java to use, 17 or newer, and options for it.
            .SH FILES
            .TP
            .I /etc/rekap/application.yml
            Database, language and what else is told of the place; of the home where it is another one.
            .TP
            .I /etc/rekap/jobs
            When the schedule runs what, and what is owed.
            .TP
            .I /var/lib/rekap
            The home: inbox, archive, reports, logs.
            .TP
            .I /usr/share/doc/rekap
            The runbook, jobs/README.md, and all else that is written.
            """;

    private ManualPages() {}

    /** Writes {@code man1/*.1} and {@code completions/rekap} into a directory. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Path pages = Files.createDirectories(directory.resolve("man1"));
        for (Map.Entry<String, String> page : all(args[1]).entrySet()) {
            Files.writeString(pages.resolve(page.getKey() + ".1"), page.getValue());
        }
        Files.writeString(
                Files.createDirectories(directory.resolve("completions")).resolve("rekap"), completion());
    }

    static String completion() {
        return AutoComplete.bash("rekap", Rekap.line());
    }

    /** By name, {@code rekap-exempt-add} for one. */
    static Map<String, String> all(String version) {
        Map<String, String> pages = new TreeMap<>();
        add(Rekap.line(), version, pages);
        return pages;
    }

    private static void add(CommandLine command, String version, Map<String, String> pages) {
        CommandSpec spec = command.getCommandSpec();
        pages.put(name(spec), page(command, version));
        visible(command).values().forEach(below -> add(below, version, pages));
    }

    private static Map<String, CommandLine> visible(CommandLine command) {
        Map<String, CommandLine> visible = new TreeMap<>(command.getSubcommands());
        visible.values().removeIf(below -> below.getCommandSpec().usageMessage().hidden());
        return visible;
    }

    private static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private static String page(CommandLine command, String version) {
        CommandSpec spec = command.getCommandSpec();
        String description = String.join(" ", spec.usageMessage().description());
        List<String> lines = new ArrayList<>(List.of(
                ".TH " + name(spec).toUpperCase(Locale.ROOT) + " 1 \"\" \"Rekap " + version + "\" Rekap",
                ".SH NAME",
                text(name(spec)) + " \\- " + text(description.replaceAll("\\.$", "")),
                ".SH SYNOPSIS",
                text(synopsis(command)),
                ".SH DESCRIPTION",
                text(description)));
        lines.addAll(section("ARGUMENTS", spec.positionalParameters().stream(), ArgSpec::paramLabel));
        lines.addAll(section(
                "OPTIONS",
                spec.options().stream().filter(option -> !option.hidden()),
                option -> names((OptionSpec) option)));
        lines.addAll(commands(command));
        if (spec.parent() == null) {
            lines.addAll(PROGRAM.lines().toList());
        }
        lines.add(".SH \"SEE ALSO\"");
        lines.add(
                spec.parent() == null
                        ? "The runbook, /usr/share/doc/rekap/jobs/README.md"
                        : ".BR " + text(name(spec.parent())) + " (1)");
        return String.join("\n", lines) + "\n";
    }

    private static String synopsis(CommandLine command) {
        return new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> section(String title, Stream<? extends ArgSpec> all, Function<ArgSpec, String> names) {
        List<String> lines = all.flatMap(one ->
                        Stream.of(".TP", ".B " + text(names.apply(one)), text(String.join(" ", one.description()))))
                .toList();
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of(".SH " + title), lines.stream()).toList();
    }

    private static String names(OptionSpec option) {
        return Arrays.stream(option.names()).collect(Collectors.joining(", "))
                + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }

    private static List<String> commands(CommandLine command) {
        List<String> lines = new ArrayList<>();
        visible(command)
                .forEach((name, below) -> lines.addAll(List.of(
                        ".TP",
                        ".BR " + text(name(below.getCommandSpec())) + " (1)",
                        text(String.join(
                                " ", below.getCommandSpec().usageMessage().description())))));
        if (!lines.isEmpty()) {
            lines.add(0, ".SH COMMANDS");
        }
        return lines;
    }

    /** A line that roff takes as it stands. */
    private static String text(String words) {
        String line = words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replaceAll("\\s+", " ")
                .strip();
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }
}
