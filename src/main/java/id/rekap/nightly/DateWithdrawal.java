package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.database.AuditLog;
import id.rekap.intake.ArchivedFiles;
import id.rekap.intake.Journal;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import id.rekap.report.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes back the night of a date that lies ahead, as if it had never been: its files return to the inbox, then the database
 * forgets it, then its sets go. Each part may be repeated, so that whoever is cut off gives the same command again.
 */
public final class DateWithdrawal {
    private static final List<String> RECEIVED = List.of(
            "list_page",
            "withdrawal",
            "submission",
            "intake_file",
            "claim",
            "chat",
            "follower_answer",
            "follower_export",
            "intake_batch");

    private final Path home;
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final RunSettings settings;
    private final String version;

    public DateWithdrawal(Path home, DataSource dataSource, RunSettings settings, String version) {
        this.home = home;
        this.jdbc = new JdbcTemplate(dataSource);
        this.dataSource = dataSource;
        this.settings = settings;
        this.version = version;
    }

    /**
     * What was taken back.
     *
     * @param runs by mandate, date and revision
     * @param files that lie in the inbox again
     * @param sets of mandates that readers find no longer
     */
    public record Withdrawn(String date, List<String> runs, int files, List<String> sets) {
        public boolean isNothing() {
            return runs.isEmpty() && files == 0 && sets.isEmpty();
        }
    }

    /**
     * Takes the date back for every mandate: what was taken from the inbox is the home's.
     *
     * @param mandates the first one publishes into reports itself
     */
    public Withdrawn withdraw(LocalDate date, List<Mandate> mandates, String who, Instant now) {
        return owning(date, mandates, List.of(), locks -> {
            try {
                return withdraw(date, mandates, locks, who, now);
            } catch (IOException e) {
                throw new UncheckedIOException("The files of " + date + " cannot be put back into the inbox", e);
            }
        });
    }

    /** No mandate begins a run of the date meanwhile. */
    private Withdrawn owning(
            LocalDate date, List<Mandate> left, List<RunLock> held, Function<List<RunLock>, Withdrawn> work) {
        if (left.isEmpty()) {
            return work.apply(held);
        }
        try (RunLock lock = RunLock.take(dataSource, left.get(0).id(), date, null, s -> {})) {
            List<RunLock> more = Stream.concat(held.stream(), Stream.of(lock)).toList();
            return owning(date, left.subList(1, left.size()), more, work);
        }
    }

    private Withdrawn withdraw(LocalDate date, List<Mandate> mandates, List<RunLock> locks, String who, Instant now)
            throws IOException {
        int files = new ArchivedFiles(home, jdbc).toInbox(date);
        new Journal(home.resolve("archive")).takeBack(date);
        List<String> runs = locks.get(0).owning(() -> {
            locks.forEach(RunLock::check);
            return forget(date, files, who, now);
        });
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < mandates.size(); i++) {
            if (unpublish(mandates.get(i), mandates.get(0).id(), date, locks.get(i))) {
                sets.add(mandates.get(i).id());
            }
        }
        return new Withdrawn(date.toString(), runs, files, sets);
    }

    private List<String> forget(LocalDate date, int files, String who, Instant now) {
        List<Run> runs = jdbc.query("select * from run where business_date = ?", RunStore.RUN, date);
        if (runs.isEmpty()) {
            return List.of();
        }
        List<String> ofRuns = jdbc.queryForList("""
                select table_name from information_schema.columns
                where table_schema = database() and column_name = 'run_id' and table_name <> 'run'""", String.class);
        for (Run run : runs) {
            ofRuns.forEach(table -> jdbc.update("delete from " + table + " where run_id = ?", run.id()));
            new BatchTables(jdbc).forget(NightlyParameters.name(run));
        }
        jdbc.update("delete from run where business_date = ?", date);
        RECEIVED.forEach(table -> jdbc.update("delete from " + table + " where received_on = ?", date));
        jdbc.update("delete from handle_history where lists like ?", "%" + date + "/%");
        // decisions that only this date has taken up wait again
        jdbc.update("update submission set decided_on = null where decided_on = ?", date);
        jdbc.update("update withdrawal set holds_from = null where holds_from = ?", date);
        List<String> names = runs.stream().map(NightlyParameters::name).sorted().toList();
        new AuditLog(jdbc)
                .add(now, who, "WITHDRAW_DATE", date.toString(), String.join(", ", names) + "; " + files + " files");
        return names;
    }

    private boolean unpublish(Mandate mandate, String defaultMandate, LocalDate date, RunLock lock) {
        Publication publication = new Publication(
                Publication.reports(home, mandate.id(), defaultMandate),
                settings.locale(),
                "",
                "",
                version,
                Catalogue.load(),
                1,
                lock);
        return publication.unpublish(mandate, date, new PublishedNights(jdbc).list(mandate.id(), date));
    }
}
