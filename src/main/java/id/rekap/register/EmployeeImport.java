package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole register, or a group of it, as of a date, against what the register says of that date. */
final class EmployeeImport {
    private final EmployeeStore store;
    private final ImportLog log;
    private final Function<Standing, Group> groupOf;

    EmployeeImport(EmployeeStore store, ImportLog log, Mandate mandate) {
        this.store = store;
        this.log = log;
        Map<String, Group> groups = new HashMap<>();
        mandate.types().forEach(type -> groups.put(type.code(), type.group()));
        this.groupOf = standing -> {
            Group group = groups.get(standing.type());
            return group == null ? mandate.groupOf(standing.type()) : group;
        };
    }

    ImportResult apply(EmployeeFiles read, List<Path> files, LocalDate date, boolean force) {
        @Nullable Group group = read.group();
        EmployeeRows rows = read.rows();
        store.numbers((no, person, knownFrom) -> rows.registered(no, person, knownFrom, date));
        if (!read.problems().isEmpty()) {
            return ImportResult.refused(read.problems());
        }
        ChangeSamples samples = new ChangeSamples();
        Difference difference = new Difference(rows, ImportDates.groups(group), groupOf, samples);
        store.on(date, difference::registered);
        if (!force) {
            List<Problem> doubts = new ArrayList<>(difference.moves().contradictions(date, log.groupsOf(date)));
            difference.massEnd(date).ifPresent(doubts::add);
            if (!doubts.isEmpty()) {
                return ImportResult.refused(doubts);
            }
        }
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.addAll(difference.moves().warnings());

        List<EmployeeRow> differing = rows.all().stream()
                .filter(row -> row.found != EmployeeRow.Found.UNCHANGED)
                .sorted(Comparator.comparing((EmployeeRow row) -> row.standing.agency())
                        .thenComparing(row -> row.standing.no()))
                .toList();
        differing.stream()
                .filter(row -> row.found == EmployeeRow.Found.NEW)
                .limit(ChangeSamples.MOST)
                .forEach(row -> samples.added(row.standing));
        EmployeeWriter writer = new EmployeeWriter(
                store, new Timeline(groupOf, log.dates(ImportLog.Subject.EMPLOYEES)), date, ImportDates.groups(group));
        writer.rows(differing);
        writer.ended(difference.ended());
        writer.numbers(rows);

        ImportResult result = new ImportResult(
                difference.added(),
                difference.changed() + writer.stillThere(),
                difference.ended().size() - writer.stillThere(),
                difference.unchanged(),
                rows.all().size(),
                active(date),
                samples.all(),
                warnings,
                List.of());
        log.record(ImportLog.Subject.EMPLOYEES, date, group, files, result, writer.touched());
        return result;
    }

    private Map<Group, Integer> active(LocalDate date) {
        Map<Group, Integer> people = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            people.put(group, 0);
        }
        store.activeByType(date)
                .forEach((type, count) ->
                        people.merge(groupOf.apply(new Standing("", "", "", type, "", true)), count, Integer::sum));
        return people;
    }
}
