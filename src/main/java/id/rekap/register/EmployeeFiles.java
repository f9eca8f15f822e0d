package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of one import, read.
 *
 * @param rows all of them: where there are problems, also those that cannot be used
 * @param group what they are the whole register of; null: of everybody
 */
record EmployeeFiles(EmployeeRows rows, @Nullable Group group, List<Problem> problems, List<String> warnings) {
    private static final int REPORT_EVERY = 1000;

    static EmployeeFiles read(
            List<Path> files,
            @Nullable Group wanted,
            Mandate mandate,
            EmployeeReader.Maker maker,
            IntConsumer progress) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        EmployeeRows rows = new EmployeeRows(problems);
        EmployeeReader reader = maker.reader(problems);
        RegisterFile file = new RegisterFile(Field.OF_EMPLOYEES, problems, warnings);
        int[] read = {0};
        FileNames.of(files, problems)
                .forEach((path, name) -> file.read(path, name, (source, row) -> {
                    rows.add(reader.read(source, row));
                    if (++read[0] % REPORT_EVERY == 0) {
                        progress.accept(read[0]);
                    }
                }));
        reader.finish(warnings);
        progress.accept(read[0]);
        if (read[0] == 0 && problems.isEmpty()) {
            problems.add(new Problem("", "", null, "", "no rows", "the whole register, or a whole group of it", ""));
        }
        Group group = wanted != null ? wanted : groupOf(file.sources());
        if (group != null) {
            others(rows, group, mandate, problems);
        }
        return new EmployeeFiles(rows, group, problems, warnings);
    }

    /** The national export holds ASN only; beside another file it is a part of the whole register. */
    private static @Nullable Group groupOf(List<Source> sources) {
        boolean national = !sources.isEmpty()
                && sources.stream().allMatch(source -> source.heading().national());
        return national ? Group.ASN : null;
    }

    private static void others(EmployeeRows rows, Group group, Mandate mandate, List<Problem> problems) {
        for (EmployeeRow row : rows.all()) {
            String type = row.standing.type();
            if (!type.isEmpty() && mandate.groupOf(type) != group) {
                problems.add(row.problem(
                        type + " is of the group " + mandate.groupOf(type),
                        "only people of the group " + group,
                        "Import that group by itself, or everybody without --group"));
            }
        }
    }
}
