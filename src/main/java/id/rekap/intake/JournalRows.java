package id.rekap.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database knows of batches, as the journal of the archive keeps it. */
public final class JournalRows {
    private final JdbcTemplate jdbc;

    public JournalRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose files are about to leave the inbox. */
    List<JournalBatch> open() {
        return records("where done = false and listed").stream()
                .map(this::taken)
                .toList();
    }

    /** Every batch that looked at the inbox. */
    void all(Consumer<JournalBatch> each) {
        records("where listed or from_archive").stream().map(this::taken).forEach(each);
    }

    /** Those of which nothing is left to do. */
    public Set<IntakeBatch> done() {
        return new HashSet<>(records("where done"));
    }

    /** Does the batch of this number hold all that this one took? */
    public boolean holds(JournalBatch taken) {
        return taken(taken.at()).prints().containsAll(taken.prints());
    }

    private List<IntakeBatch> records(String which) {
        return jdbc.query(
                "select received_on, batch from intake_batch " + which + " order by received_on, batch",
                (r, i) -> new IntakeBatch(r.getObject(1, LocalDate.class), r.getInt(2)));
    }

    private JournalBatch taken(IntakeBatch at) {
        record Of(String mandate, int revision) {}
        List<Of> run = jdbc.query("""
                select r.mandate, r.revision from (select distinct mandate from run) m
                join run r on r.mandate = m.mandate and r.business_date = ? and r.batch = ?""", (r, i) -> new Of(r.getString(1), r.getInt(2)), at.receivedOn(), at.batch());
        List<JournalBatch.File> seen = jdbc.query(
                """
                select folder, name, agency, size, modified, sha256, state, blanks from intake_file
                where received_on = ? and batch = ? order by folder, name, blanks""",
                (r, i) -> new JournalBatch.File(
                        r.getString("folder"),
                        r.getString("name"),
                        r.getString("agency"),
                        r.getLong("size"),
                        r.getLong("modified"),
                        r.getString("sha256"),
                        r.getString("state"),
                        r.getInt("blanks") < IntakeRecords.NO_TEXT),
                at.receivedOn(),
                at.batch());
        List<JournalBatch.File> files =
                seen.stream().filter(file -> !file.state().equals("SEEN")).toList();
        return new JournalBatch(
                at,
                run.isEmpty() ? null : run.get(0).mandate(),
                run.isEmpty() ? 0 : run.get(0).revision(),
                files.size() == seen.size(),
                files);
    }

    /** In the caller's transaction. A run that has begun with this batch keeps it. */
    public void giveBack(JournalBatch taken) {
        IntakeBatch at = taken.at();
        jdbc.update("delete from intake_file where received_on = ? and batch = ?", at.receivedOn(), at.batch());
        jdbc.update("""
                insert into intake_batch (received_on, batch, listed, done, from_archive) values (?, ?, false, true, true)
                on duplicate key update done = true""", at.receivedOn(), at.batch());
        jdbc.batchUpdate("""
                insert into intake_file (received_on, batch, folder, name, agency, size, modified, sha256, state, blanks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", taken.files(), 500, (statement, file) -> {
            statement.setObject(1, at.receivedOn());
            statement.setInt(2, at.batch());
            statement.setString(3, file.folder());
            statement.setString(4, file.name());
            statement.setString(5, file.agency());
            statement.setLong(6, file.size());
            statement.setLong(7, file.modified());
            statement.setString(8, file.sha256());
            statement.setString(9, file.state());
            statement.setInt(10, IntakeRecords.blanks(file.folder(), file.name(), file.text()));
        });
    }
}
