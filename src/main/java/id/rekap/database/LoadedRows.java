package id.rekap.database;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Rows on their way into a table by {@code LOAD DATA LOCAL}, which a server takes several times as fast as inserts. The driver
 * sends them from memory; it may read no file.
 */
public final class LoadedRows {
    private static final String LOAD = """
            load data local infile 'rows' into table %s character set utf8mb4
            fields terminated by '\\t' escaped by '\\\\' lines terminated by '\\n' (%s)""";

    /** The server took fewer rows than were sent, or other ones. */
    public static final class NotTaken extends IllegalStateException {
        private static final long serialVersionUID = 1;

        NotTaken(String message) {
            super(message);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private int rows;

    /** Whether the server takes rows in this way: MySQL's default is that it does not. */
    public static boolean isAllowed(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select @@global.local_infile", Boolean.class));
    }

    /**
     * One more row.
     *
     * @param values one for each column; null is SQL's
     */
    public void add(List<? extends @Nullable Object> values) {
        for (int column = 0; column < values.size(); column++) {
            text.append(column == 0 ? "" : "\t");
            Object value = values.get(column);
            if (value == null) {
                text.append("\\N");
            } else {
                escaped(value.toString());
            }
        }
        text.append('\n');
        rows++;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\0' -> text.append("\\0");
                default -> text.append(c);
            }
        }
    }

    /**
     * Sends them in the caller's transaction; none is left.
     *
     * @throws NotTaken where the server did not take each row as it is: it drops rows and cuts values with a warning only
     */
    public void into(JdbcTemplate jdbc, String table, String columns) {
        if (rows == 0) {
            return;
        }
        byte[] sent = text.toString().getBytes(StandardCharsets.UTF_8);
        jdbc.execute((StatementCallback<Integer>) statement -> {
            JdbcStatement loading = statement.unwrap(JdbcStatement.class);
            RuntimeProperty<Boolean> allowed = statement
                    .getConnection()
                    .unwrap(JdbcConnection.class)
                    .getPropertySet()
                    .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
            // With a stream given, the driver reads no file, whichever name a server asks for.
            loading.setLocalInfileInputStream(new ByteArrayInputStream(sent));
            allowed.setValue(true);
            try {
                int taken = loading.executeUpdate(LOAD.formatted(table, columns));
                if (taken != rows || loading.getWarnings() != null) {
                    throw new NotTaken("The server took " + taken + " of " + rows + " rows into " + table
                            + ", some not as they are");
                }
            } finally {
                allowed.setValue(false);
                loading.setLocalInfileInputStream(null);
            }
            return rows;
        });
        text.setLength(0);
        rows = 0;
    }
}
