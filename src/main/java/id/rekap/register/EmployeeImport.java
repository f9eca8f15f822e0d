package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The import of a register's people, in the steps of its job: compare, stage, match, stage the rest, change. What the first
 * walk over the files finds equal to the register is not staged by the second.
 */
final class EmployeeImport implements AutoCloseable {
    private final ImportConnection connection;
    private final ImportRequest request;
    private final Mandate mandate;
    private final Types types;
    private final RegisterRules rules;
    private final AgencyDirectory directory;
    private final ImportLog log;
    private final IntConsumer progress;
    private final Staging staging;
    private final Matches matches;
    private final ImportProblems problems = new ImportProblems();
    private final GroupCheck groups;
    private final FilesRead files;

    private @Nullable RegisterSums registerSums;
    private @Nullable FilePass pass;
    /** The first walk over the files, when it has ended. */
    private @Nullable FilePass first;

    private @Nullable Group group;
    /** The buckets that are staged; null for all rows. */
    private @Nullable BitSet buckets;

    private boolean isReadToItsEnd;
    private boolean isStaged;
    private boolean isMatched;
    private boolean isAnyKnown;
    private int stagedRows;
    private @Nullable ImportResult result;

    /** What an import works with that does not change from one to the next. */
    record Office(DataSource database, Mandate mandate, RegisterRules rules, Clock clock, String who) {}

    private EmployeeImport(
            Office office,
            ImportConnection connection,
            ImportRequest request,
            AgencyDirectory directory,
            IntConsumer progress) {
        this.connection = connection;
        this.request = request;
        this.mandate = office.mandate();
        this.types = new Types(mandate);
        this.rules = office.rules();
        this.directory = directory;
        this.log = new ImportLog(connection.jdbc(), office.clock(), office.who());
        this.progress = progress;
        this.staging = new Staging(connection.jdbc());
        this.matches = new Matches(connection.jdbc(), staging);
        this.groups = new GroupCheck(request.group(), types, problems);
        this.files = FilesRead.of(request, mandate, rules);
    }

    /** Waits for its turn. */
    static EmployeeImport begin(Office office, ImportRequest request, IntConsumer progress) {
        ImportConnection connection = ImportConnection.open(office.database());
        try {
            AgencyDirectory directory = new Agencies(connection.jdbc()).directory(request.date());
            EmployeeImport begun = new EmployeeImport(office, connection, request, directory, progress);
            begun.begin(office.database());
            return begun;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void begin(DataSource database) {
        if (directory.isEmpty()) {
            result = ImportResult.refused(List.of(new Problem(
                    "",
                    "",
                    null,
                    "",
                    "the register has no agencies on " + request.date(),
                    "agencies that the employees belong to",
                    "Import the agencies first: import agencies FILE --date " + request.date())));
            return;
        }
        result = new Repetition(log, files, request, types).of(connection).orElse(null);
        if (result != null) {
            return;
        }
        staging.create();
        if (new EmployeeStore(connection.jdbc()).anybodyOn(request.date())) {
            registerSums = new RegisterSums(new JdbcTemplate(database), types.of(List.of(Group.ASN)), request.date());
        }
    }

    /** Whether it has ended already. */
    boolean isDecided() {
        return result != null;
    }

    /** The next rows to compare with the register; null where it has nobody, and at the end of the files. */
    RowFeed.@Nullable Block toCompare() throws InterruptedException {
        return registerSums == null ? null : next();
    }

    /** The next rows to stage; null where nobody differs, and at the end of the files. */
    RowFeed.@Nullable Block toStage() throws InterruptedException {
        if (isStaged) {
            return null;
        }
        finish();
        if (first != null && registerSums != null && buckets == null) {
            buckets = first.sums().differing(registerSums.of(ImportDates.groups(group)));
            staging.buckets(buckets);
        }
        boolean isNothing = buckets != null && buckets.isEmpty();
        RowFeed.Block block = isNothing ? null : next();
        isStaged = block == null;
        return block;
    }

    private RowFeed.@Nullable Block next() throws InterruptedException {
        if (isReadToItsEnd) {
            return null;
        }
        if (pass == null) {
            FilePass.Found found = first == null
                    ? (row, problem) -> problems.add(ImportProblems.About.ROW, row, problem)
                    : (row, problem) -> {};
            pass = new FilePass(
                    new RowFeed(request.files()),
                    fresh -> new EmployeeReader(mandate, rules, directory, fresh),
                    found,
                    registerSums != null && first == null);
        }
        RowFeed.Block block = pass.next();
        isReadToItsEnd = block == null;
        return block;
    }

    /** Ends a walk over the files: not as soon as its last row is read, since Batch reads a chunk before it works on it. */
    private void finish() {
        if (isReadToItsEnd) {
            end(Objects.requireNonNull(pass));
            pass = null;
            isReadToItsEnd = false;
        }
    }

    private void end(FilePass ended) {
        staging.sheets(ended.sources());
        if (first == null) {
            first = ended;
            progress.accept(ended.rows());
            problems.addAll(ImportProblems.About.ROW, ended.rows(), ended.last());
            if (ended.rows() == 0 && problems.isEmpty()) {
                ofFiles("no rows", "the whole register, or a whole group of it", "");
            }
            group = groups.group(ended.sources()).orElse(null);
        }
    }

    private void ofFiles(String found, String expected, String action) {
        problems.add(ImportProblems.About.ROW, Long.MAX_VALUE, new Problem("", "", null, "", found, expected, action));
    }

    /** The rows as people; what is wrong with them is noted on the first walk. */
    List<EmployeeRow> read(RowFeed.Block block) {
        FilePass now = Objects.requireNonNull(pass);
        int before = now.rows();
        List<EmployeeRow> rows = now.read(block);
        if (first == null) {
            rows.forEach(groups::check);
            if (now.rows() / 1000 > before / 1000) {
                progress.accept(now.rows());
            }
        }
        return rows;
    }

    void stage(List<EmployeeRow> rows) {
        @Nullable BitSet some = buckets;
        Buckets of = Objects.requireNonNull(pass).sums();
        List<EmployeeRow> staged = some == null
                ? rows
                : rows.stream()
                        .filter(row -> some.get(of.of(row.standing().no())))
                        .toList();
        staging.write(staged);
        stagedRows += staged.size();
    }

    /** Finds whose the rows are; where one claims somebody of an equal bucket, all rows have to be staged. */
    void match() {
        finish();
        if (!isMatched) {
            isAnyKnown = matches.find();
            isMatched = true;
        }
        if (buckets != null && matches.beyond(request.date(), types.of(ImportDates.groups(group)))) {
            buckets = null;
            registerSums = null;
            staging.create();
            stagedRows = 0;
            isStaged = false;
            isMatched = false;
        }
    }

    void change() {
        match();
        if (problems.isEmpty() && !files.hashes().equals(FilesRead.hashes(request.files()))) {
            ofFiles("the files changed while they were read", "files that stay", "Import again");
        }
        FilePass read = Objects.requireNonNull(first);
        EmployeeChange.Read what = new EmployeeChange.Read(
                group, read.rows(), stagedRows, buckets != null, isAnyKnown, read.types(), files, read.warnings());
        result = connection.transaction(
                request.dryRun(),
                jdbc -> new EmployeeChange(jdbc, staging, matches, log, request, what, types).apply(problems));
    }

    ImportResult result() {
        return Objects.requireNonNull(result);
    }

    @Override
    public void close() {
        try {
            if (pass != null) {
                pass.close();
            }
            staging.drop();
        } finally {
            connection.close();
        }
    }
}
