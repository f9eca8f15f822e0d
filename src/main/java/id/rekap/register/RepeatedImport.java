package id.rekap.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An import of the files that were the last to be imported: it changes nothing, and is noted without reading the register. */
record RepeatedImport(ImportLog log, FilesRead files, ImportRequest request, TypesByGroup types) {
    /** Empty where the files may say something new. */
    Optional<ImportResult> of(ImportConnection connection) {
        return log.lastOf(files, request.date())
                .map(last -> connection.transaction(request.dryRun(), jdbc -> {
                    ImportResult nothing = new ImportResult(
                            0,
                            0,
                            0,
                            last.people(),
                            last.people(),
                            types.active(
                                    new EmployeeStore(jdbc).on(request.date()).active()),
                            List.of(),
                            List.of(),
                            List.of(),
                            null);
                    return log.employees(request, last.group(), files, nothing, Map.of());
                }));
    }
}
