package id.rekap.retention;

import id.rekap.database.Marks;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes rows in small transactions, or only counts them. */
record Rows(JdbcTemplate jdbc, boolean countsOnly) {
    private static final int AT_ONCE = 5_000;

    /** Of one table. */
    long of(String table, String where, Object... arguments) {
        if (countsOnly) {
            Long count =
                    jdbc.queryForObject("select count(*) from " + table + " where " + where, Long.class, arguments);
            return count == null ? 0 : count;
        }
        long all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = jdbc.update("delete from " + table + " where " + where + " limit " + AT_ONCE, arguments);
        }
        return all;
    }

    /** A condition that an agency is none of these, with a place for each. */
    static String notOf(Collection<String> agencies) {
        return agencies.isEmpty() ? "" : " and agency not in (" + Marks.of(agencies) + ")";
    }

    static Object[] arguments(Object first, Collection<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toArray();
    }
}
