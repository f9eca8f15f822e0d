package id.rekap.database;

import com.mysql.cj.jdbc.JdbcConnection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Runs a statement that the server prepares, so that bytes go to it as they are: prepared by the driver they are written
 * out in hexadecimal digits, and every page of a night twice as long.
 */
public final class ServerPrepared {
    private ServerPrepared() {}

    /** Once for each row of arguments, in the caller's transaction. */
    public static void execute(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute(
                connection -> connection.unwrap(JdbcConnection.class).serverPrepareStatement(sql),
                (PreparedStatementCallback<Integer>) statement -> {
                    for (Object[] row : rows) {
                        for (int i = 0; i < row.length; i++) {
                            statement.setObject(i + 1, row[i]);
                        }
                        statement.executeUpdate();
                    }
                    return rows.size();
                });
    }
}
