package id.rekap.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which version the register has on a date, as a whole and of an agency. A version is the last date up to then on which
 * something of it changes, and the last import that changed it up to then: where both are equal on two nights, no import has
 * touched it in between and no interval of it has begun or ended.
 */
public final class RegisterVersions {
    /** Each is the end of an index that is read backwards: the order names all its columns. */
    private static final String OF_AGENCIES = """
            select a.code, (
              select t.effective from register_touch t force index (primary)
              where t.agency = a.code and t.effective <= ?
              order by t.agency desc, t.effective desc, t.import_id desc limit 1), (
              select t.import_id from register_touch t force index (register_touch_import)
              where t.agency = a.code and t.effective <= ? order by t.agency desc, t.import_id desc limit 1)
            from (select distinct code from agency) a""";

    private final Map<String, Version> versions = new HashMap<>();

    private record Version(LocalDate changed, long imported) {
        static final Version NONE = new Version(LocalDate.EPOCH, 0);

        Version and(Version other) {
            return new Version(
                    changed.isAfter(other.changed) ? changed : other.changed, Math.max(imported, other.imported));
        }

        @Override
        public String toString() {
            return changed + "/" + imported;
        }
    }

    private RegisterVersions() {}

    /** Looks them up together. */
    public static RegisterVersions on(LocalDate date, JdbcTemplate jdbc) {
        RegisterVersions on = new RegisterVersions();
        jdbc.query(
                OF_AGENCIES,
                r -> {
                    @Nullable LocalDate changed = r.getObject(2, LocalDate.class);
                    if (changed != null) {
                        on.versions.put(r.getString(1), new Version(changed, r.getLong(3)));
                    }
                },
                date,
                date);
        return on;
    }

    public String of(String agency) {
        return versions.getOrDefault(agency, Version.NONE).toString();
    }

    public String ofAll() {
        return versions.values().stream().reduce(Version.NONE, Version::and).toString();
    }
}
