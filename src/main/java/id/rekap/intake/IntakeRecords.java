package id.rekap.intake;

import id.rekap.intake.Inbox.Seen;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What the database knows of files: which batch saw them, and what became of them. */
final class IntakeRecords {
    /** Beside blanks: the bytes of the name are no text, and what stands for them may be another file's name. */
    static final int NO_TEXT = 1_000_000;

    private static final RowMapper<Seen> SEEN = (r, i) -> new Seen(
            r.getString("folder"),
            r.getString("name"),
            r.getLong("size"),
            r.getLong("modified"),
            !"UNSAFE".equals(r.getString("state")) || r.getString("sha256") != null,
            r.getInt("blanks") < NO_TEXT);

    private static final RowMapper<SeenFile> LISTED = (r, i) -> new SeenFile(
            r.getObject("received_on", LocalDate.class), r.getInt("batch"), Objects.requireNonNull(SEEN.mapRow(r, i)));

    private final JdbcTemplate jdbc;

    IntakeRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isListed(LocalDate date, int batch) {
        return !jdbc.queryForList(
                        "select 1 from intake_batch where received_on = ? and batch = ? and listed",
                        Integer.class,
                        date,
                        batch)
                .isEmpty();
    }

    /** A batch that the archive gave back: what the inbox showed it is known. */
    boolean isFromArchive(LocalDate date, int batch) {
        return !jdbc.queryForList(
                        "select 1 from intake_batch where received_on = ? and batch = ? and from_archive",
                        Integer.class,
                        date,
                        batch)
                .isEmpty();
    }

    /** Records what the inbox shows, once; in the caller's transaction. */
    void list(LocalDate date, int batch, List<Seen> files, Function<String, Optional<String>> agencyOfFolder) {
        jdbc.update(
                "insert into intake_batch (received_on, batch, listed) values (?, ?, true) on duplicate key update listed = true",
                date,
                batch);
        jdbc.batchUpdate("""
                insert into intake_file (received_on, batch, folder, name, agency, size, modified, state, blanks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", toldApart(files), 500, (statement, file) -> {
            Optional<String> agency = Inbox.agency(file.folder(), agencyOfFolder);
            String state = agency.isEmpty() || file.isSubfolder() ? "STAYS" : file.regular() ? "SEEN" : "UNSAFE";
            statement.setObject(1, date);
            statement.setInt(2, batch);
            statement.setString(3, file.folder());
            statement.setString(4, file.name());
            statement.setString(5, agency.orElse(null));
            statement.setLong(6, file.size());
            statement.setLong(7, file.modified());
            statement.setString(8, state);
            statement.setInt(9, blanks(file));
        });
    }

    /** What stands for two names that are no text may be the same: the second is told the night after. */
    private static Collection<Seen> toldApart(List<Seen> files) {
        Map<List<Object>, Seen> apart = new LinkedHashMap<>();
        files.forEach(file -> apart.putIfAbsent(List.of(file.folder(), file.name(), file.text()), file));
        return apart.values();
    }

    /** Files that were seen and not yet copied, of every batch: of one that a crash cut short, too. */
    List<SeenFile> left() {
        return jdbc.query("""
                select i.* from intake_batch t join intake_file i on i.received_on = t.received_on and i.batch = t.batch
                where t.done = false and i.state = 'SEEN'
                order by i.received_on, i.batch, i.folder, i.name""", LISTED);
    }

    /**
     * Of those that are {@link #left}: what was archived under the same name and in the same size when the agency's drop was
     * read last.
     */
    Map<SeenFile, KnownFile> known() {
        Map<SeenFile, KnownFile> known = new HashMap<>();
        jdbc.query("""
                select i.*, past.sha256 as past_sha256, past.crc32 as past_crc32
                from intake_batch t join intake_file i on i.received_on = t.received_on and i.batch = t.batch
                join (
                  select l.agency, (
                    select x.received_on from submission x force index (primary)
                    where x.mandate = m.mandate and x.agency = l.agency
                    order by x.mandate desc, x.agency desc, x.received_on desc limit 1) as received_on
                  from (
                    select distinct c.agency from intake_batch o join intake_file c on c.received_on = o.received_on and c.batch = o.batch
                    where o.done = false and c.state = 'SEEN') l
                  cross join publishing m) latest on latest.agency = i.agency
                join intake_batch of_date on of_date.received_on = latest.received_on
                join intake_file past on past.received_on = of_date.received_on and past.batch = of_date.batch
                  and past.folder = i.folder and past.name = i.name and past.blanks = i.blanks
                where t.done = false and i.state = 'SEEN'
                  and past.size = i.size and past.state = 'ARCHIVED' and past.crc32 is not null
                order by past.received_on, past.batch""", r -> {
            SeenFile listed = Objects.requireNonNull(LISTED.mapRow(r, r.getRow()));
            known.put(listed, new KnownFile(r.getString("past_sha256"), r.getLong("past_crc32")));
        });
        return known;
    }

    /** Files that are safe in the archive, or unsafe, and may still lie in the inbox: of every batch that is not done. */
    List<Seen> toRemove() {
        return jdbc.query("""
                select i.* from intake_batch t join intake_file i on i.received_on = t.received_on and i.batch = t.batch
                where t.done = false and i.state in ('ARCHIVED', 'UNSAFE')""", SEEN);
    }

    /** Files that the last batch has copied, or could not, where it has come to its end. */
    Set<Seen> lastTaken() {
        return new HashSet<>(jdbc.query("""
                select i.* from (select received_on, batch, done from intake_batch order by received_on desc, batch desc limit 1) t
                join intake_file i on i.received_on = t.received_on and i.batch = t.batch
                where t.done and i.state in ('ARCHIVED', 'UNSAFE', 'CLOSED')""", SEEN));
    }

    /** When the run of the last batch began; never where nobody knows. */
    Instant lastBegun() {
        return jdbc.query("""
                select r.started_at from (select received_on, batch from intake_batch order by received_on desc, batch desc limit 1) t
                cross join (select distinct mandate from run) m
                join run r on r.mandate = m.mandate and r.business_date = t.received_on and r.batch = t.batch""", (r, i) -> r.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)).stream()
                .findFirst()
                .orElse(Instant.MAX);
    }

    void archived(List<InboxReceiver.Copied> copies) {
        jdbc.batchUpdate(
                "update intake_file set state = ?, sha256 = ?, crc32 = ? where received_on = ? and batch = ? and folder = ? and name = ? and blanks = ?",
                copies,
                500,
                (statement, copied) -> {
                    statement.setString(1, copied.state());
                    Archive.Copy copy = copied.copy();
                    statement.setString(2, copy == null ? null : copy.sha256());
                    statement.setObject(3, copy == null ? null : copy.crc32(), Types.BIGINT);
                    SeenFile listed = copied.listed();
                    statement.setObject(4, listed.receivedOn());
                    statement.setInt(5, listed.batch());
                    statement.setString(6, listed.seen().folder());
                    statement.setString(7, listed.seen().name());
                    statement.setInt(8, blanks(listed.seen()));
                });
    }

    /** Names that differ in blanks at their end are different files, but equal ones to a database. */
    static int blanks(String folder, String name, boolean text) {
        return (text ? 0 : NO_TEXT) + 1000 * blanksAtEnd(folder) + blanksAtEnd(name);
    }

    static int blanks(Seen file) {
        return blanks(file.folder(), file.name(), file.text());
    }

    private static int blanksAtEnd(String name) {
        int at = name.length();
        while (at > 0 && name.charAt(at - 1) == ' ') {
            at--;
        }
        return name.length() - at;
    }

    /** Of those that it concerns, nothing is left to copy or to remove. */
    void done() {
        jdbc.update("""
                update intake_batch t set done = true where done = false and not exists (
                  select 1 from intake_file i where i.received_on = t.received_on and i.batch = t.batch and i.state = 'SEEN')""");
    }
}
