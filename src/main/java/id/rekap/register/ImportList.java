package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was imported into the register, for people who look. */
public final class ImportList {
    private final JdbcTemplate jdbc;

    public ImportList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One import.
     *
     * @param kind {@code AGENCIES} or {@code EMPLOYEES}
     * @param ahead its date has not come: no night knows of it yet
     * @param group null: the whole register
     * @param files names, with their hashes beside
     * @param hashes SHA-256 in the order of the files, in hex
     * @param at UTC
     * @param by user and host
     */
    public record Line(
            long id,
            String kind,
            LocalDate date,
            boolean ahead,
            @Nullable String group,
            String files,
            List<String> hashes,
            int added,
            int changed,
            int ended,
            String at,
            String by) {}

    /** The last ones, newest first, and of those before each that lies ahead. */
    public List<Line> last(int most, LocalDate today) {
        return jdbc.query(
                """
                select * from register_import where effective > ? or import_id > (
                  select coalesce(max(import_id), 0) from register_import) - ?
                order by import_id desc""",
                (r, i) -> {
                    LocalDate date = r.getObject("effective", LocalDate.class);
                    return new Line(
                            r.getLong("import_id"),
                            r.getString("kind"),
                            date,
                            date.isAfter(today),
                            r.getString("employment_group"),
                            r.getString("files"),
                            List.of(r.getString("hashes").split(" ")),
                            r.getInt("added"),
                            r.getInt("changed"),
                            r.getInt("ended"),
                            String.valueOf(r.getString("imported_at")),
                            r.getString("imported_by"));
                },
                today,
                most);
    }

    /** When the agencies were imported next for a later date: until then an import holds. */
    public Optional<LocalDate> agenciesAfter(LocalDate date) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select min(effective) from register_import where kind = 'AGENCIES' and effective > ?",
                LocalDate.class,
                date));
    }

    /** When the last of these groups was imported next, each by itself or with everybody; empty where one was not. */
    public Optional<LocalDate> employeesAfter(LocalDate date, Collection<Group> groups) {
        LocalDate last = date;
        for (Group group : groups) {
            LocalDate next = jdbc.queryForObject("""
                    select min(effective) from register_import where kind = 'EMPLOYEES' and effective > ?
                      and (employment_group is null or employment_group = ?)""", LocalDate.class, date, group.name());
            if (next == null) {
                return Optional.empty();
            }
            last = next.isAfter(last) ? next : last;
        }
        return Optional.of(last);
    }
}
