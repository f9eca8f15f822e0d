package id.rekap.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Exports in the database: what was found of them, and nobody who is in them. */
public final class FollowerExports {
    private static final RowMapper<Export> EXPORT = (r, i) -> {
        String problem = r.getString("problem");
        return new Export(
                new Key(r.getObject("received_on", LocalDate.class), r.getInt("batch"), r.getInt("number")),
                r.getString("account"),
                r.getObject("exported_on", LocalDate.class),
                r.getInt("entries"),
                r.getInt("refused"),
                r.getObject("control", Integer.class),
                problem == null ? null : ExportProblem.valueOf(problem),
                r.getString("detail"));
    };

    private static final String KNOWN =
            "select * from follower_export where (received_on < ? or (received_on = ? and batch <= ?))";
    private static final String IN_ORDER = " order by received_on, batch, number";

    private final JdbcTemplate jdbc;

    public FollowerExports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The place of an export in time. */
    public record Key(LocalDate receivedOn, int batch, int number) {}

    /**
     * An export as it is kept.
     *
     * @param exportedOn the day that it is of; null where nothing says it
     * @param problem why nobody is judged by it; null: it is complete
     */
    public record Export(
            Key key,
            String account,
            @Nullable LocalDate exportedOn,
            int entries,
            int refused,
            @Nullable Integer control,
            @Nullable ExportProblem problem,
            String detail) {
        public boolean isComplete() {
            return problem == null && exportedOn != null;
        }

        /** Is it young enough to prove something on a date? */
        public boolean holdsOn(LocalDate date, int days) {
            return isComplete() && exportedOn != null && !exportedOn.isBefore(date.minusDays(days));
        }

        private boolean isOlderThan(Export other) {
            return exportedOn != null && other.exportedOn != null && exportedOn.isBefore(other.exportedOn);
        }
    }

    /** The export that proves who follows on a date, by account, as a batch of it knows them. */
    public Map<String, Export> inForce(LocalDate date, int batch, int days) {
        Map<String, Export> inForce = new TreeMap<>();
        List<Export> complete = jdbc.query(
                KNOWN + " and problem is null and exported_on >= ?" + IN_ORDER,
                EXPORT,
                date,
                date,
                batch,
                date.minusDays(days));
        for (Export export : complete) {
            inForce.merge(export.account(), export, (held, next) -> next.isOlderThan(held) ? held : next);
        }
        return inForce;
    }

    /** Would a complete export of that day prove who follows the account, if it came on a date with that batch? */
    public boolean wouldHold(String account, LocalDate day, LocalDate date, int batch, int days) {
        Export held = inForce(date, batch, days).get(account);
        LocalDate before = held == null ? null : held.exportedOn();
        return !day.isBefore(date.minusDays(days)) && (before == null || !day.isBefore(before));
    }

    /** The day that an export counts for which comes on a date: of a day that has not come, it was there before that night. */
    public static @Nullable LocalDate day(FollowersExport read, LocalDate receivedOn) {
        LocalDate day = read.date();
        return day != null && day.isAfter(receivedOn) ? receivedOn : day;
    }

    /** Those that nobody is judged by, since the last complete one of their account. */
    public List<Export> open(LocalDate date, int batch) {
        Map<String, List<Export>> open = new LinkedHashMap<>();
        for (Export export : jdbc.query("""
                select * from follower_export e
                where (e.received_on < ? or (e.received_on = ? and e.batch <= ?)) and not exists (
                  select 1 from follower_export c where c.account = e.account and c.problem is null
                    and (c.received_on, c.batch, c.number) > (e.received_on, e.batch, e.number)
                    and (c.received_on < ? or (c.received_on = ? and c.batch <= ?)))
                order by e.received_on, e.batch, e.number""", EXPORT, date, date, batch, date, date, batch)) {
            if (export.problem() != null && export.problem() != ExportProblem.ACCOUNT_UNKNOWN) {
                open.computeIfAbsent(export.account(), a -> new ArrayList<>()).add(export);
            }
        }
        return open.values().stream().flatMap(List::stream).toList();
    }

    /** Folders that no mandate names, which a batch of this very date, or one before it on that date, has emptied. */
    public List<Export> unknown(LocalDate date, int batch) {
        return jdbc.query(
                "select * from follower_export where received_on = ? and batch <= ? and problem = ?" + IN_ORDER,
                EXPORT,
                date,
                batch,
                ExportProblem.ACCOUNT_UNKNOWN.name());
    }

    /** Marks of files that are recorded and may still lie in the inbox. */
    public Collection<String> leftBehind() {
        TreeSet<String> marks = new TreeSet<>();
        jdbc.queryForList("select files from follower_export where cleared = false", String.class)
                .forEach(files -> marks.addAll(Arrays.asList(files.split(" ", -1))));
        return marks;
    }

    /** They lie there no longer, as far as they could be removed. */
    public void cleared() {
        jdbc.update("update follower_export set cleared = true where cleared = false");
    }

    /**
     * Records an export, in the caller's transaction.
     *
     * @param marks of its files
     */
    public Export write(
            LocalDate receivedOn, int batch, String account, FollowersExport read, Collection<String> marks) {
        Integer last = jdbc.queryForObject(
                "select coalesce(max(number), 0) from follower_export where received_on = ? and batch = ?",
                Integer.class,
                receivedOn,
                batch);
        Export export = new Export(
                new Key(receivedOn, batch, 1 + (last == null ? 0 : last)),
                account,
                day(read, receivedOn),
                read.entries(),
                read.refused(),
                read.control(),
                read.problem(),
                read.detail());
        jdbc.update(
                """
                insert into follower_export (received_on, batch, number, account, exported_on, entries, refused, control,
                  problem, detail, files, cleared) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""",
                receivedOn,
                batch,
                export.key().number(),
                account,
                export.exportedOn(),
                export.entries(),
                export.refused(),
                export.control(),
                read.problem() == null ? null : read.problem().name(),
                export.detail(),
                String.join(" ", marks));
        return export;
    }
}
