package id.rekap.register;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the staged rows with what the register says of their date, and writes the difference: one transaction. */
final class EmployeeChange {
    private final EmployeeStore store;
    private final StagedChanges staged;
    private final Staging staging;
    private final Matches matches;
    private final ImportLog log;
    private final ImportRequest request;
    private final Read read;
    private final Types types;

    EmployeeChange(
            JdbcTemplate jdbc,
            Staging staging,
            Matches matches,
            ImportLog log,
            ImportRequest request,
            Read read,
            Types types) {
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
        matches.conflicts(!problems.isEmpty(), problems);
        if (!problems.isEmpty()) {
            return ImportResult.refused(problems.all());
        }
        try {
            return difference(problems);
        } catch (DuplicateKeyException e) {
            ImportProblems twice = new ImportProblems();
            matches.conflicts(true, twice);
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
        return log.employees(request, read.group(), read.files(), result, written.agencies());
    }

    private ImportResult difference(ImportProblems problems) {
        Map<Group, Integer> activeBefore = active();
        Set<Group> groups = ImportDates.groups(read.group());
        Timeline timeline = new Timeline(types::groupOf, log.dates(ImportLog.Subject.EMPLOYEES));
        EmployeeWriter writer = new EmployeeWriter(store, timeline, request.date(), groups);
        writer.touched(staged.writeNumbers(read.isAnyKnown()));
        ChangeSamples samples = new ChangeSamples();
        Difference difference = difference(groups, samples);
        StagedChanges.Ends ends = staged.findEnds(types.of(groups), read.partly());
        staged.firstEnds(ChangeSamples.MOST).forEach(samples::ended);
        staging.firstNew(ChangeSamples.MOST).forEach(row -> samples.added(row.standing()));
        if (!request.force()) {
            difference.moves().contradictions(request.date(), log.groupsOf(request.date()), problems);
            massEnd(ends, groups, activeBefore, problems);
            if (!problems.isEmpty()) {
                return doubtful(problems);
            }
        }
        write(writer, timeline, groups, difference);
        boolean isChanged = read.stagedRows() + ends.people() > 0;
        return result(writer, difference, ends, samples, isChanged ? active() : activeBefore);
    }

    /** Numbers of new people that stand twice are found when these are written; they are what has to be mended first. */
    private ImportResult doubtful(ImportProblems doubts) {
        ImportProblems twice = new ImportProblems();
        matches.conflicts(true, twice);
        return ImportResult.refused((twice.isEmpty() ? doubts : twice).all());
    }

    private Difference difference(Set<Group> groups, ChangeSamples samples) {
        Difference difference = new Difference(groups, types::groupOf, samples);
        eachPage((rows, intervals) -> rows.forEach(row ->
                difference.row(row, Timeline.on(intervals.getOrDefault(row.anyPerson(), List.of()), request.date()))));
        return difference;
    }

    private interface Page {
        void rows(List<EmployeeRow> rows, Map<String, List<Interval>> intervals);
    }

    /** Rows of people whom the register knows, with their intervals. */
    private void eachPage(Page page) {
        long after = 0;
        for (List<EmployeeRow> rows = staging.known(after); !rows.isEmpty(); rows = staging.known(after)) {
            page.rows(rows, store.of(rows.stream().map(EmployeeRow::anyPerson).toList()));
            after = rows.get(rows.size() - 1).number();
        }
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
                        "at most a tenth",
                        "Check that all files of the register are there and whole; if it is true, import with --force"));
    }

    private void write(EmployeeWriter writer, Timeline timeline, Set<Group> groups, Difference difference) {
        staged.writeTypes(read.active().keySet());
        for (Group group : groups) {
            types.any(group).ifPresent(type -> {
                Standing anybody = new Standing("", "", "", type, "", true);
                List<Interval> interval = timeline.after(List.of(), request.date(), groups, anybody);
                staged.writeNewPeople(types.of(Set.of(group)), interval.get(0).to());
            });
        }
        writer.touched(staged.agenciesOfNewPeople());
        boolean isAgain =
                !log.dates(ImportLog.Subject.EMPLOYEES).on(request.date()).isEmpty();
        eachPage((rows, intervals) -> {
            List<EmployeeRow> differing =
                    rows.stream().filter(difference::isWritten).toList();
            writer.rows(differing, intervals);
            if (isAgain) {
                withdraw(rows, intervals, writer);
            }
        });
        String after = "";
        for (List<String> people = staged.ends(after); !people.isEmpty(); people = staged.ends(after)) {
            writer.ended(people);
            after = people.get(people.size() - 1);
        }
    }

    /** Numbers that only an earlier import of the date gave these people, and that no row names now. */
    private void withdraw(List<EmployeeRow> rows, Map<String, List<Interval>> intervals, EmployeeWriter writer) {
        Map<String, EmployeeRow> byPerson = new HashMap<>();
        rows.forEach(row -> byPerson.put(row.anyPerson(), row));
        List<String> unnamed = new ArrayList<>();
        for (EmployeeStore.Known number : store.named(byPerson.keySet(), request.date())) {
            EmployeeRow row = Objects.requireNonNull(byPerson.get(number.person()));
            if (!number.no().equals(row.standing().no()) && !row.former().contains(number.no())) {
                unnamed.add(number.no());
                writer.touched(Set.of(row.standing().agency()));
                writer.touched(agenciesFromThen(intervals.getOrDefault(number.person(), List.of())));
            }
        }
        store.forget(unnamed);
    }

    /** Wherever somebody is from the import's date on, a list may use their numbers. */
    private List<String> agenciesFromThen(List<Interval> intervals) {
        return intervals.stream()
                .filter(interval -> interval.to().isAfter(request.date()))
                .map(interval -> interval.standing().agency())
                .toList();
    }

    private ImportResult result(
            EmployeeWriter writer,
            Difference difference,
            StagedChanges.Ends ends,
            ChangeSamples samples,
            Map<Group, Integer> active) {
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.addAll(difference.moves().warnings());
        int unchanged = read.rows() - read.stagedRows() + difference.unchanged();
        ImportResult result = new ImportResult(
                read.rows() - difference.changed() - unchanged,
                difference.changed() + writer.stillThere(),
                ends.people() - writer.stillThere(),
                unchanged,
                read.rows(),
                active,
                samples.all(),
                warnings,
                List.of());
        return log.employees(request, read.group(), read.files(), result, writer.touched());
    }

    private Map<Group, Integer> active() {
        return types.active(store.activeByType(request.date()));
    }
}
