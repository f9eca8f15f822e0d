package id.rekap.intake;

import id.rekap.intake.Inbox.Seen;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What the database knows of files: which taking saw them, and what became of them. */
final class Takings {
    private static final RowMapper<Seen> SEEN = (r, i) -> new Seen(
            r.getString("folder"),
            r.getString("name"),
            r.getLong("size"),
            r.getLong("modified"),
            !"UNSAFE".equals(r.getString("state")));

    private final JdbcTemplate jdbc;

    Takings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isListed(LocalDate date, int take) {
        return !jdbc.queryForList(
                        "select 1 from taking where received_on = ? and take = ? and listed", Integer.class, date, take)
                .isEmpty();
    }

    /** Records what the inbox shows, once; in the caller's transaction. */
    void list(LocalDate date, int take, List<Seen> files, Function<String, Optional<String>> agencyOfFolder) {
        jdbc.update(
                "insert into taking (received_on, take, listed) values (?, ?, true) on duplicate key update listed = true",
                date,
                take);
        jdbc.batchUpdate("""
                insert into intake (received_on, take, folder, name, agency, size, modified, state, blanks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", files, 500, (statement, file) -> {
            Optional<String> agency = agencyOfFolder.apply(file.folder());
            String state = agency.isEmpty() ? "STAYS" : file.regular() ? "SEEN" : "UNSAFE";
            statement.setDate(1, Date.valueOf(date));
            statement.setInt(2, take);
            statement.setString(3, file.folder());
            statement.setString(4, file.name());
            statement.setString(5, agency.orElse(null));
            statement.setLong(6, file.size());
            statement.setLong(7, file.modified());
            statement.setString(8, state);
            statement.setInt(9, blanks(file));
        });
    }

    /** Files that were seen and not yet copied, of every taking: of one that a crash cut short, too. */
    List<Listed> left() {
        return jdbc.query("""
                select i.* from taking t join intake i on i.received_on = t.received_on and i.take = t.take
                where not t.done and i.state = 'SEEN'
                order by i.received_on, i.take, i.folder, i.name""", (r, i) -> {
            Seen seen = Objects.requireNonNull(SEEN.mapRow(r, i));
            return new Listed(r.getObject("received_on", LocalDate.class), r.getInt("take"), seen);
        });
    }

    /** Files that are safe in the archive, or unsafe, and may still lie in the inbox: of every taking that is not done. */
    List<Seen> toRemove() {
        return jdbc.query("""
                select i.* from taking t join intake i on i.received_on = t.received_on and i.take = t.take
                where not t.done and i.state in ('ARCHIVED', 'UNSAFE')""", SEEN);
    }

    void archived(List<Receiving.Copied> copies) {
        jdbc.batchUpdate(
                "update intake set state = ?, sha256 = ? where received_on = ? and take = ? and folder = ? and name = ? and blanks = ?",
                copies,
                500,
                (statement, copied) -> {
                    statement.setString(1, copied.state());
                    statement.setString(
                            2, copied.copy() == null ? null : copied.copy().sha256());
                    Listed listed = copied.listed();
                    statement.setDate(3, Date.valueOf(listed.receivedOn()));
                    statement.setInt(4, listed.take());
                    statement.setString(5, listed.seen().folder());
                    statement.setString(6, listed.seen().name());
                    statement.setInt(7, blanks(listed.seen()));
                });
    }

    /** Names that differ in blanks at their end are different files, but equal ones to a database. */
    private static int blanks(Seen file) {
        return 1000 * blanksAtEnd(file.folder()) + blanksAtEnd(file.name());
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
                update taking t set done = true where not done and not exists (
                  select 1 from intake i where i.received_on = t.received_on and i.take = t.take and i.state = 'SEEN')""");
    }
}
