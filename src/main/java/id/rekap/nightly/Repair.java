package id.rekap.nightly;

import id.rekap.database.AuditLog;
import id.rekap.lock.LockHeld;
import id.rekap.lock.RunLock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes a run that a crash left behind restartable: under its lock, and written down in the audit log. */
public final class Repair {
    private static final String OWNED = "select business_date from run_lock where mandate = ? and owner is not null";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final BatchTables tables;

    public Repair(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.tables = new BatchTables(jdbc);
    }

    /**
     * What a repair did.
     *
     * @param before what it found
     * @param after what it left
     */
    public record Repaired(String mandate, String date, List<String> before, List<String> after) {}

    /** Dates for which a process died, or lives, in the middle of something; the newest first. */
    public List<LocalDate> leftBehind(String mandate) {
        List<LocalDate> dates = new ArrayList<>(jdbc.queryForList(OWNED, LocalDate.class, mandate));
        for (Run run : new RunStore(jdbc).unfinished(mandate)) {
            if (run.state() == Run.State.STARTED
                    || !tables.open(NightlyParameters.name(run)).isEmpty()) {
                dates.add(run.date());
            }
        }
        return dates.stream()
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    /**
     * Repairs a date.
     *
     * @param saying is told why it waits
     * @throws LockHeld while its owner lives
     */
    public Repaired repair(String mandate, LocalDate date, String who, Instant now, Consumer<String> saying) {
        List<String> owners = owners(mandate, date);
        try (RunLock lock = RunLock.take(dataSource, mandate, date, null, saying)) {
            return lock.owning(() -> {
                List<String> before = new ArrayList<>();
                List<String> after = new ArrayList<>();
                for (String owner : owners) {
                    before.add("lock of " + owner);
                    after.add("lock free");
                }
                for (Run run : new RunStore(jdbc).of(mandate, date)) {
                    close(run, now, before, after);
                }
                Repaired repaired = new Repaired(mandate, date.toString(), before, after);
                if (before.isEmpty()) {
                    return repaired; // its owner has ended it meanwhile
                }
                new AuditLog(jdbc)
                        .add(
                                now,
                                who,
                                "REPAIR",
                                mandate + "/" + date,
                                "before: " + String.join(", ", before) + "; after: " + String.join(", ", after));
                return repaired;
            });
        }
    }

    /**
     * Closes what a process left open that died after its publication, before Batch had noted the end. Nobody needs to know: the
     * date is as it should be. Nothing while its owner lives, who ends it by itself.
     */
    public void afterPublication(String mandate, LocalDate date) {
        for (Run run : new RunStore(jdbc).of(mandate, date)) {
            String name = NightlyParameters.name(run);
            if (run.isPublished() && !tables.open(name).isEmpty()) {
                try (RunLock lock = RunLock.take(dataSource, mandate, date, null, waits -> {})) {
                    lock.owning(() -> {
                        tables.closeOpen(name);
                        return name;
                    });
                } catch (LockHeld alive) {
                    return;
                }
            }
        }
    }

    private void close(Run run, Instant now, List<String> before, List<String> after) {
        String name = NightlyParameters.name(run);
        for (String open : tables.open(name)) {
            before.add(open);
            after.add(open.startsWith("instance") ? "instance removed" : open.replaceAll(" [A-Z]+$", " FAILED"));
        }
        tables.closeOpen(name);
        if (run.state() == Run.State.STARTED) {
            new RunStore(jdbc).ended(run, Run.State.FAILED, "its process died", now);
            before.add("run " + run.date() + "." + run.revision() + " STARTED");
            after.add("run " + run.date() + "." + run.revision() + " FAILED");
        }
    }

    private List<String> owners(String mandate, LocalDate date) {
        return jdbc.queryForList(
                "select owner from run_lock where mandate = ? and business_date = ? and owner is not null",
                String.class,
                mandate,
                date);
    }
}
