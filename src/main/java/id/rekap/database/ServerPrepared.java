package id.rekap.database;

import com.mysql.cj.jdbc.JdbcConnection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Inserts by statements that the server prepares, so that bytes go to it as they are: prepared by the driver they are written
 * out in hexadecimal digits, and every page of a night twice as long.
 */
public final class ServerPrepared {
    private static final int ROWS_AT_ONCE = 100;

    /** Far below what any server takes in one packet; a row that is longer goes alone. */
    private static final int BYTES_AT_ONCE = 1 << 20;

    private ServerPrepared() {}

    /**
     * In the caller's transaction, some rows a statement.
     *
     * @param insert of one row, ending in {@code values (?, …)}
     * @param rows arguments of each
     */
    public static void insert(JdbcTemplate jdbc, String insert, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); ) {
            List<Object[]> some = rows.subList(from, to(rows, from));
            insertAtOnce(jdbc, insert, some);
            from += some.size();
        }
    }

    private static int to(List<Object[]> rows, int from) {
        int bytes = 0;
        int to = from;
        while (to < rows.size() && to - from < ROWS_AT_ONCE) {
            for (Object argument : rows.get(to)) {
                bytes += argument instanceof byte[] body ? body.length : 0;
            }
            if (bytes > BYTES_AT_ONCE && to > from) {
                break;
            }
            to++;
        }
        return to;
    }

    private static void insertAtOnce(JdbcTemplate jdbc, String insert, List<Object[]> rows) {
        String row = insert.substring(insert.lastIndexOf('('));
        String more = ("," + row).repeat(rows.size() - 1);
        jdbc.execute(
                connection -> connection.unwrap(JdbcConnection.class).serverPrepareStatement(insert + more),
                (PreparedStatementCallback<Integer>) statement -> {
                    int at = 1;
                    for (Object[] arguments : rows) {
                        for (Object argument : arguments) {
                            statement.setObject(at++, argument);
                        }
                    }
                    return statement.executeUpdate();
                });
    }
}
