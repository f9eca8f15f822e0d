package id.rekap.register;

import id.rekap.mandate.Group;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which group an import's files are the whole register of, and rows that are of another one. */
final class GroupCheck {
    private final @Nullable Group wanted;
    private final TypesByGroup types;
    private final ImportProblems problems;
    /** Problems if all files together are the national export, which is of one group without saying so. */
    private final ImportProblems ofNational = new ImportProblems();

    /** @param wanted null: as the files themselves say */
    GroupCheck(@Nullable Group wanted, TypesByGroup types, ImportProblems problems) {
        this.wanted = wanted;
        this.types = types;
        this.problems = problems;
    }

    void check(EmployeeRow row) {
        String type = row.version().type();
        if (type.isEmpty() || (wanted == null && !row.source().heading().national())) {
            return;
        }
        Group only = wanted == null ? Group.ASN : wanted;
        if (types.groupOf(type) != only) {
            ImportProblems into = wanted == null ? ofNational : problems;
            into.add(
                    ImportProblems.About.GROUP,
                    row.number(),
                    row.problem(
                            type + " is of the group " + types.groupOf(type),
                            "only people of the group " + only,
                            "Import that group by itself, or everybody without --group"));
        }
    }

    /** The group, when all rows were checked; empty: everybody. The national export is part of the whole beside another file. */
    Optional<Group> group(List<Source> sources) {
        if (wanted != null) {
            return Optional.of(wanted);
        }
        boolean national = !sources.isEmpty()
                && sources.stream().allMatch(source -> source.heading().national());
        if (!national) {
            return Optional.empty();
        }
        problems.addAll(ImportProblems.About.GROUP, 0, ofNational.all());
        return Optional.of(Group.ASN);
    }
}
