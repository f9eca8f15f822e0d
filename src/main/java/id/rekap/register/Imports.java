package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was imported into the register, for people who look. */
public final class Imports {
    private final JdbcTemplate jdbc;

    public Imports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One import.
     *
     * @param kind {@code AGENCIES} or {@code EMPLOYEES}
     * @param group null: the whole register
     * @param files names, with their hashes beside
     * @param hashes SHA-256 in the order of the files, in hex; empty where an older version imported
     * @param at UTC
     * @param by user and host, empty where an older version imported
     */
    public record Line(
            long id,
            String kind,
            LocalDate date,
            @Nullable String group,
            String files,
            List<String> hashes,
            int added,
            int changed,
            int ended,
            String at,
            String by) {}

    /** The last ones, newest first. */
    public List<Line> last(int most) {
        return jdbc.query(
                "select * from register_import order by import_id desc limit ?",
                (r, i) -> {
                    String hashes = r.getString("hashes");
                    String by = r.getString("imported_by");
                    return new Line(
                            r.getLong("import_id"),
                            r.getString("kind"),
                            r.getObject("effective", LocalDate.class),
                            r.getString("employment_group"),
                            r.getString("files"),
                            hashes == null || hashes.isEmpty() ? List.of() : List.of(hashes.split(" ")),
                            r.getInt("added"),
                            r.getInt("changed"),
                            r.getInt("ended"),
                            String.valueOf(r.getString("imported_at")),
                            by == null ? "" : by);
                },
                most);
    }

    /** When a kind was imported next for a later date: until then an import holds. */
    public Optional<LocalDate> nextAfter(String kind, LocalDate date) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select min(effective) from register_import where kind = ? and effective > ?",
                LocalDate.class,
                kind,
                date));
    }
}
