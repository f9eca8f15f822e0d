package id.rekap.register;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a first import leaves that dies between the commits of its two connections: some of the first people, and a mark that
 * they are not the register.
 */
public final class HalfRegister {
    private static final String IS_THERE = "select exists (select 1 from register_half)";

    private HalfRegister() {}

    /** Whether people stand in the register who are not all of it. */
    public static boolean isThere(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject(IS_THERE, Boolean.class));
    }

    /** Commits people and mark together, or neither. */
    static void commit(ImportConnection half) {
        half.jdbc().update("insert ignore into register_half (since) values (utc_timestamp(3))");
        half.commit();
    }

    /** The rest is in the caller's transaction. */
    static void isWhole(JdbcTemplate jdbc) {
        jdbc.update("delete from register_half");
    }

    /** Takes back what such an import left, for the one that has the lock now. */
    static void clear(ImportConnection connection) {
        if (!isThere(connection.jdbc())) {
            return;
        }
        connection.begin();
        try {
            connection.jdbc().update("delete from employee");
            isWhole(connection.jdbc());
            connection.commit();
        } finally {
            connection.undo();
        }
    }
}
