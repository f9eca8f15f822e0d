package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the staged rows with what the register says of their date, and writes the difference: one transaction. */
final class EmployeeChange {
    private final JdbcTemplate jdbc;
    private final EmployeeStore store;
    private final StagedChanges staged;
    private final Staging staging;
    private final Matches matches;
    private final ImportLog log;
    private final ImportRequest request;
    private final Read read;
    private final TypesByGroup types;

    EmployeeChange(
            JdbcTemplate jdbc,
            Staging staging,
            Matches matches,
            ImportLog log,
            ImportRequest request,
            Read read,
            TypesByGroup types) {
        this.jdbc = jdbc;
        this.store = new EmployeeStore(jdbc);
        this.staged = new StagedChanges(jdbc, request.date());
        this.staging = staging;
        this.matches = matches;
        this.log = log;
        this.request = request;
        this.read = read;
        this.types = types;
    }

    /**
     * What the files held.
     *
     * @param group what they are the whole register of; null: of everybody
     * @param rows all of them, also those that are not staged since they say what the register says
     * @param partly whether only rows of buckets that differ are staged
     * @param isAnyKnown whether the register knows a number of theirs
     * @param active of each type of the people, how many are active
     * @param files what it was read from
     */
    record Read(
            @Nullable Group group,
            int rows,
            int stagedRows,
            boolean partly,
            boolean isAnyKnown,
            Map<String, Integer> active,
            FilesRead files,
            List<String> warnings) {}

    ImportResult apply(ImportProblems problems) {
        Set<Long> shared = matches.shared();
        if (!problems.isEmpty() || !shared.isEmpty()) {
            matches.conflicts(problems);
        }
        if (!problems.isEmpty()) {
            return ImportResult.refused(problems.all());
        }
        try {
            return change(new Clusters(jdbc, staging, store, shared), problems);
        } catch (DuplicateKeyException e) {
            ImportProblems twice = new ImportProblems();
            matches.conflicts(twice);
            if (twice.isEmpty()) {
                throw e;
            }
            return ImportResult.refused(twice.all());
        }
    }

    /** The first people of a register: they are written, and nobody differs. */
    ImportResult apply(NewRegister written, ImportProblems problems) {
        if (!problems.isEmpty()) {
            return ImportResult.refused(problems.all());
        }
        staged.writeTypes(read.active().keySet());
        ChangeSamples samples = new ChangeSamples();
        written.first(ChangeSamples.MOST).forEach(samples::added);
        ImportResult result =
                ImportResult.allNew(read.rows(), types.active(read.active()), samples.all(), read.warnings());
        return log.employees(request, read.group(), read.files(), result, written.touched());
    }

    private ImportResult change(Clusters clusters, ImportProblems problems) {
        EmployeeStore.OnDate before = store.on(request.date());
        Set<Group> groups = ImportDates.groups(read.group());
        ImportDates dates = log.dates(ImportLog.Subject.EMPLOYEES).with(request.date(), read.group());
        Histories histories = new Histories(types::groupOf, dates, request.date(), groups);
        ChangeSamples samples = new ChangeSamples();
        Difference difference = difference(clusters, histories, groups, samples, problems);
        StagedChanges.Ends ends = staged.findEnds(types.of(groups), read.partly());
        staged.firstEnds(ChangeSamples.MOST).forEach(samples::ended);
        staging.firstNew(ChangeSamples.MOST).forEach(row -> samples.added(row.version()));
        if (problems.isEmpty() && !request.force()) {
            difference.moves().contradictions(request.date(), log.groupsOf(request.date()), problems);
            massEnd(ends, groups, types.active(before.active()), problems);
        }
        if (!problems.isEmpty()) {
            return doubtful(problems);
        }
        EmployeeWriter writer = new EmployeeWriter(store);
        int stillThere = write(writer, clusters, histories, groups, difference);
        boolean isChanged = read.stagedRows() + ends.people() > 0;
        EmployeeStore.OnDate now = isChanged ? store.on(request.date()) : before;
        everybodyIsThere(now, groups);
        if (isChanged) {
            new EndedTypes(jdbc).note(now.active());
        }
        return result(writer, difference, ends.people(), stillThere, samples, types.active(now.active()));
    }

    /** Numbers that stand twice are mostly found when they are written; they are what has to be mended first. */
    private ImportResult doubtful(ImportProblems doubts) {
        ImportProblems twice = new ImportProblems();
        matches.conflicts(twice);
        return ImportResult.refused((twice.isEmpty() ? doubts : twice).all());
    }

    private Difference difference(
            Clusters clusters, Histories histories, Set<Group> groups, ChangeSamples samples, ImportProblems problems) {
        Difference difference = new Difference(groups, types::groupOf, samples);
        Conflicts conflicts = new Conflicts(problems);
        clusters.each(cluster -> {
            difference.add(cluster, request.date());
            if (difference.isWritten(cluster)) {
                conflicts.check(histories, cluster, request.date());
            }
        });
        return difference;
    }

    /** A file that is not whole looks like people leaving: more than a tenth at once is not believed. */
    private void massEnd(
            StagedChanges.Ends ends, Set<Group> groups, Map<Group, Integer> activeBefore, ImportProblems problems) {
        int active =
                groups.stream().mapToInt(g -> activeBefore.getOrDefault(g, 0)).sum();
        if (ends.active() * 10L <= active) {
            return;
        }
        String names =
                String.join(", ", groups.stream().map(Group::name).sorted().toList());
        problems.add(
                ImportProblems.About.REGISTER,
                0,
                new Problem(
                        "",
                        "",
                        null,
                        "",
                        ends.active() + " of " + active + " active people (" + names
                                + ") are not in these files and would end on " + request.date(),
                        "that no more than a tenth of them, " + active / 10 + ", end at once",
                        "Check that all files of the register are there and whole; if it is true, import with --force"));
    }

    /** @return how many who are in no row stand in the other group again: only this date's import had moved them */
    private int write(
            EmployeeWriter writer, Clusters clusters, Histories histories, Set<Group> groups, Difference difference) {
        staged.writeTypes(read.active().keySet());
        clusters.each(cluster -> {
            if (difference.isWritten(cluster)) {
                writer.people(cluster.people(), Conflicts.free(histories, cluster));
            }
        });
        int stillThere = 0;
        String after = "";
        for (List<String> people = staged.ends(after); !people.isEmpty(); people = staged.ends(after)) {
            for (History person : store.of(people).values()) {
                List<History> now = Conflicts.free(histories, new Cluster(List.of(), List.of(person)));
                writer.people(List.of(person), now);
                boolean isThere = now.stream().anyMatch(one -> Cluster.on(one.intervals(), request.date()) != null);
                stillThere += isThere ? 1 : 0;
            }
            after = people.get(people.size() - 1);
        }
        writer.flush();
        writeNew(writer, histories, groups);
        return stillThere;
    }

    private void writeNew(EmployeeWriter writer, Histories histories, Set<Group> groups) {
        Map<List<String>, LocalDate> until = new HashMap<>();
        for (Group group : groups) {
            types.any(group).ifPresent(type -> {
                EmployeeVersion anybody = new EmployeeVersion("", "", "", type, "", true, "");
                List<History> one = Conflicts.free(histories, List.of(), List.of(anybody));
                until.put(types.of(Set.of(group)), one.get(0).intervals().get(0).to());
            });
        }
        staged.agenciesOfNewPeople().forEach(agency -> writer.touch(agency, request.date()));
        staged.writeNewPeople(until, read.isAnyKnown());
    }

    /** An import is everybody of its groups on its date, each row one person: what no key tells of two rows, this does. */
    private void everybodyIsThere(EmployeeStore.OnDate now, Set<Group> groups) {
        int people = types.of(groups).stream()
                .mapToInt(type -> now.people().getOrDefault(type, 0))
                .sum();
        if (people != read.rows()) {
            throw new DuplicateKeyException(read.rows() + " rows are " + people + " people");
        }
    }

    private ImportResult result(
            EmployeeWriter writer,
            Difference difference,
            int ended,
            int stillThere,
            ChangeSamples samples,
            Map<Group, Integer> active) {
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.addAll(difference.moves().warnings());
        int unchanged = read.rows() - read.stagedRows() + difference.unchanged();
        ImportResult result = new ImportResult(
                read.rows() - difference.changed() - unchanged,
                difference.changed() + stillThere,
                ended - stillThere,
                unchanged,
                read.rows(),
                active,
                samples.all(),
                warnings,
                List.of(),
                null);
        return log.employees(request, read.group(), read.files(), result, writer.touched());
    }
}
