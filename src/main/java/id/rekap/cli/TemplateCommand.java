package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.register.Agency;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.report.ListForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An empty form with an agency's own people. */
@Command(
        name = "template",
        description = "An empty form with the agency's own active people (not those of agencies below it).")
final class TemplateCommand extends AgencyCommand {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.xlsx",
            description = "Where to write it; a file that is there already stays.")
    private Path file = Path.of("");

    private record Written(String file, String agency, String date, String mandate, int people) {}

    @Override
    public Integer call() {
        Path parent = file.toAbsolutePath().getParent();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return usage(file + " must end in .xlsx: the form is a workbook");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return usage(file + " exists already and may be filled in: name another file, or remove it first");
        }
        if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            return usage("Nothing can be written to the folder of " + file + ": name one that is there and writable");
        }
        return ofAgency();
    }

    private static int usage(String message) {
        Terminal.err(message);
        return Exit.USAGE;
    }

    @Override
    int work(Settings settings, Database database, LocalDate day, Agency agency) {
        String id = mandateId(settings);
        Mandate mandate = new Mandates(settings.home()).get(id);
        Map<String, Integer> order = mandate.typeOrder();
        List<Person> people = new People(new JdbcTemplate(database.dataSource()))
                .rosters(List.of(agency.code()), day).values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(person -> order.getOrDefault(person.type(), Integer.MAX_VALUE)))
                        .toList();
        try {
            new ListForm(day, mandate, Locale.forLanguageTag(settings.run().language())).write(file, agency, people);
        } catch (IOException e) {
            throw new Unusable(file + " cannot be written: " + e.getMessage());
        }
        if (json()) {
            printJson(new Written(file.toString(), agency.code(), day.toString(), id, people.size()));
        } else {
            Terminal.out(file + ": " + people.size() + " people of " + agency.name() + " (" + agency.code() + ") on "
                    + day + ", without those of agencies below it, and spare rows");
        }
        return Exit.DONE;
    }
}
