package id.rekap.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole list of agencies as of a date, against what the register says of that date. */
final class AgencyImport {
    private static final int SAMPLES = 20;

    /** So few may end at once, however few there are. */
    private static final int FEW_ENDS = 2;

    /** The rest is counted. */
    private static final int NAMED = 10;

    private final AgencyStore store;
    private final ImportLog log;

    AgencyImport(AgencyStore store, ImportLog log) {
        this.store = store;
        this.log = log;
    }

    /** Reads the file; problems go to the list. */
    static Map<String, Agency> read(Path file, List<Problem> problems, List<String> warnings) {
        List<AgencyReader.Written> written = new ArrayList<>();
        AgencyReader reader = new AgencyReader(problems);
        new RegisterFile(Field.OF_AGENCIES, problems::add, warnings)
                .read(file, FileNames.name(file), (source, row) -> reader.read(source, row, written));
        new AgencyChecks(problems).check(written);
        if (written.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    String.valueOf(file.getFileName()), "", null, "", "no rows", "the whole list of agencies", ""));
        }
        Map<String, Agency> byCode = new TreeMap<>();
        written.forEach(w -> byCode.put(w.agency().code(), w.agency()));
        return byCode;
    }

    /** @param force also when more than a tenth of the agencies would end */
    ImportResult apply(Path file, LocalDate date, Map<String, Agency> agencies, List<String> warnings, boolean force) {
        LocalDate until = log.dates(ImportLog.Subject.AGENCIES).after(date).orElse(Interval.FOREVER);
        Map<String, Agency> before = new TreeMap<>();
        store.on(date).forEach(agency -> before.put(agency.code(), agency));
        List<ImportResult.Change> changes = Stream.concat(before.keySet().stream(), agencies.keySet().stream())
                .distinct()
                .sorted()
                .map(code -> change(before.get(code), agencies.get(code)))
                .filter(Objects::nonNull)
                .toList();
        int ends = count(changes, ImportResult.Kind.ENDED);
        if (!force && ends > FEW_ENDS && ends * 10L > before.size()) {
            return ImportResult.refused(List.of(massEnd(file, date, changes, before.size())));
        }
        Map<String, LocalDate> touched = new TreeMap<>();
        for (ImportResult.Change change : changes) {
            Agency was = before.get(change.id());
            Agency is = agencies.get(change.id());
            store.replace(change.id(), date, until, is);
            touched.put(change.id(), date);
            Stream.of(was, is)
                    .filter(Objects::nonNull)
                    .map(Agency::parent)
                    .filter(Objects::nonNull)
                    .forEach(parent -> touched.put(parent, date));
            if (is == null) {
                int people = store.activePeople(change.id(), date);
                if (people > 0) {
                    warnings.add("Agency " + change.id() + " ends on " + date + " with " + people
                            + " active people in it; import the employees too");
                }
            }
        }
        ImportResult result = new ImportResult(
                count(changes, ImportResult.Kind.ADDED),
                count(changes, ImportResult.Kind.CHANGED),
                count(changes, ImportResult.Kind.ENDED),
                agencies.size() - count(changes, ImportResult.Kind.ADDED) - count(changes, ImportResult.Kind.CHANGED),
                agencies.size(),
                Map.of(),
                changes.stream()
                        .sorted(Comparator.comparing(ImportResult.Change::kind))
                        .limit(SAMPLES)
                        .toList(),
                warnings,
                List.of(),
                null);
        return log.record(ImportLog.Subject.AGENCIES, date, null, List.of(file), null, result, touched);
    }

    /** A file that is not whole looks like agencies that end. */
    private static Problem massEnd(Path file, LocalDate date, List<ImportResult.Change> changes, int all) {
        List<String> ends = changes.stream()
                .filter(change -> change.kind() == ImportResult.Kind.ENDED)
                .map(ImportResult.Change::id)
                .toList();
        String codes = String.join(", ", ends.subList(0, Math.min(NAMED, ends.size())))
                + (ends.size() > NAMED ? " and " + (ends.size() - NAMED) + " more" : "");
        return new Problem(
                FileNames.name(file),
                "",
                null,
                "",
                ends.size() + " of " + all + " agencies are not in this file and would end on " + date + ": " + codes,
                "that no more than " + Math.max(FEW_ENDS, all / 10) + " of " + all
                        + " end at once (a tenth of them, and " + FEW_ENDS + " where there are few)",
                "Check that the file lists all agencies; if it is true, import with --force");
    }

    private static int count(List<ImportResult.Change> changes, ImportResult.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static ImportResult.@Nullable Change change(@Nullable Agency was, @Nullable Agency is) {
        if (is == null) {
            Agency gone = Objects.requireNonNull(was);
            return new ImportResult.Change(ImportResult.Kind.ENDED, gone.code(), gone.name(), "");
        }
        if (was == null) {
            return new ImportResult.Change(ImportResult.Kind.ADDED, is.code(), is.name(), "");
        }
        return is.equals(was) ? null : new ImportResult.Change(ImportResult.Kind.CHANGED, is.code(), is.name(), "");
    }
}
