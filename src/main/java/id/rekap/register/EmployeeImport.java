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
 * walk over the files finds equal to the register is not staged by the second; what goes into a new register is not staged at
 * all unless something is wrong with it.
 */
final class EmployeeImport implements AutoCloseable {
    private final ImportConnection connection;
    private final ImportRequest request;
    private final TypesByGroup types;
    private final AgencyDirectory directory;
    private final ImportLog log;
    private final RowsSent server;
    private final Staging staging;
    private final Matches matches;
    private final ImportProblems problems = new ImportProblems();
    private final FilesRead files;
    private final FileWalks walks;

    private @Nullable RegisterSums registerSums;
    private @Nullable NewRegister fresh;
    /** The buckets that are staged; null for all rows. */
    private @Nullable BitSet buckets;

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
        this.types = new TypesByGroup(office.mandate());
        this.directory = directory;
        this.log = new ImportLog(connection.jdbc(), office.clock(), office.who());
        this.server = new RowsSent(connection.jdbc());
        this.staging = new Staging(connection.jdbc(), server);
        this.matches = new Matches(connection.jdbc(), staging);
        this.files = FilesRead.of(request, office.mandate(), office.rules());
        this.walks = new FileWalks(
                request,
                found -> new EmployeeReader(office.mandate(), office.rules(), directory, found),
                types,
                problems,
                progress);
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
        result = new RepeatedImport(log, files, request, types).of(connection).orElse(null);
        if (result != null) {
            return;
        }
        HalfRegister.clear(connection);
        staging.create();
        if (new EmployeeStore(connection.jdbc()).anybodyOn(request.date())) {
            registerSums = new RegisterSums(new JdbcTemplate(database), types.of(List.of(Group.ASN)), request.date());
        } else if (NewRegister.isNew(connection.jdbc())) {
            fresh = new NewRegister(connection, ImportConnection.beside(database), server, request.date());
        }
    }

    /** Whether it has ended already. */
    boolean isDecided() {
        return result != null;
    }

    /** The next rows to compare with the register; null where it has nobody, and at the end of the files. */
    ImportRowFeed.@Nullable Block toCompare() throws InterruptedException {
        return registerSums == null ? null : walks.next(true);
    }

    /** The next rows to stage; null where nobody differs, and at the end of the files. */
    ImportRowFeed.@Nullable Block toStage() throws InterruptedException {
        if (isStaged) {
            return null;
        }
        finish();
        @Nullable FilePass first = walks.first();
        if (first != null && registerSums != null && buckets == null) {
            buckets = first.sums().differing(registerSums.of(ImportDates.groups(walks.group())));
            staging.buckets(buckets);
        }
        boolean isNothing = buckets != null && buckets.isEmpty();
        ImportRowFeed.Block block = isNothing ? null : walks.next(registerSums != null);
        isStaged = block == null;
        return block;
    }

    private void finish() {
        @Nullable FilePass ended = walks.finish();
        if (ended != null && fresh == null) {
            staging.sheets(ended.sources());
        }
    }

    List<EmployeeRow> read(ImportRowFeed.Block block) {
        return walks.read(block);
    }

    void stage(List<EmployeeRow> rows) {
        if (fresh != null) {
            fresh.write(rows, problems.isEmpty());
            return;
        }
        @Nullable BitSet some = buckets;
        NumberSums of = walks.now().sums();
        List<EmployeeRow> staged = some == null
                ? rows
                : rows.stream()
                        .filter(row -> some.get(of.of(row.version().no())))
                        .toList();
        staging.write(staged);
        stagedRows += staged.size();
    }

    /** Finds whose the rows are; where one claims somebody of an equal bucket, all rows have to be staged. */
    void match() {
        finish();
        if (fresh != null) {
            boolean isWhole = fresh.isWhole();
            if (!isWhole || !problems.isEmpty()) {
                fresh.close();
                fresh = null;
                isStaged = false;
            }
            return;
        }
        if (!isMatched) {
            isAnyKnown = matches.find();
            isMatched = true;
        }
        if (buckets != null && matches.beyond(request.date(), types.of(ImportDates.groups(walks.group())))) {
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
            walks.ofFiles("the files changed while they were read", "files that stay", "Import again");
        }
        FilePass read = Objects.requireNonNull(walks.first());
        EmployeeChange.Read what = new EmployeeChange.Read(
                walks.group(),
                read.rows(),
                stagedRows,
                buckets != null,
                isAnyKnown,
                read.active(),
                files,
                read.warnings());
        EmployeeChange change = new EmployeeChange(connection.jdbc(), staging, matches, log, request, what, types);
        @Nullable NewRegister written = fresh;
        result = written == null
                ? connection.transaction(request.dryRun(), jdbc -> change.apply(problems))
                : connection.end(request.dryRun(), jdbc -> change.apply(written, problems), written::commitOther);
    }

    ImportResult result() {
        return Objects.requireNonNull(result);
    }

    @Override
    public void close() {
        try {
            walks.close();
            if (fresh != null) {
                fresh.close();
            }
            staging.drop();
        } finally {
            connection.close();
        }
    }
}
