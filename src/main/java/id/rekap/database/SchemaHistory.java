package id.rekap.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whether Flyway's history and the packaged migrations are the same, script for script and checksum for checksum.
 * Flyway itself takes 0.7 s of a fresh process to find that out, which every command would pay.
 */
final class SchemaHistory {
    private static final String APPLIED = "SELECT script, checksum FROM flyway_schema_history WHERE success = 1";
    private static final Pattern CREATED =
            Pattern.compile("create table if not exists (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final String ALL = "SELECT COUNT(*) FROM flyway_schema_history";

    private SchemaHistory() {}

    static boolean isCurrent(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, Integer> applied = applied(statement);
            try (ResultSet row = statement.executeQuery(ALL)) {
                row.next();
                return row.getInt(1) == applied.size() && applied.equals(checksums());
            }
        } catch (SQLException failure) {
            if (failure.getErrorCode() == MysqlErrorNumbers.ER_NO_SUCH_TABLE) {
                return false;
            }
            throw failure;
        }
    }

    /** Another script stands under the number of one of ours: the schema has grown in another way. */
    static boolean isOfOtherScripts(DataSource dataSource) throws SQLException {
        Set<String> ours = packaged().keySet();
        Set<String> numbers = ours.stream().map(SchemaHistory::number).collect(Collectors.toSet());
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return applied(statement).keySet().stream()
                    .anyMatch(script -> !ours.contains(script) && numbers.contains(number(script)));
        } catch (SQLException failure) {
            if (failure.getErrorCode() == MysqlErrorNumbers.ER_NO_SUCH_TABLE) {
                return false;
            }
            throw failure;
        }
    }

    private static String number(String script) {
        return script.replaceAll("__.*", "");
    }

    private static Map<String, Integer> applied(Statement statement) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (ResultSet row = statement.executeQuery(APPLIED)) {
            while (row.next()) {
                applied.put(row.getString(1), row.getInt(2));
            }
        }
        return applied;
    }

    /** Our own tables, in lower case. */
    static Set<String> tables() {
        return packaged().values().stream()
                .flatMap(script -> CREATED.matcher(script).results())
                .map(created -> created.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The newest version that this program knows, as its script is named. */
    static String newest() {
        return new TreeSet<>(packaged().keySet()).last().replaceAll("^V0*|__.*", "");
    }

    /** Scripts by name. */
    private static Map<String, String> packaged() {
        try {
            Map<String, String> scripts = new HashMap<>();
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath:sql/migration/V*.sql")) {
                scripts.put(String.valueOf(script.getFilename()), script.getContentAsString(StandardCharsets.UTF_8));
            }
            return scripts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Integer> checksums() {
        Map<String, Integer> checksums = new HashMap<>();
        packaged().forEach((name, script) -> checksums.put(name, checksum(script)));
        return checksums;
    }

    /** As Flyway counts: CRC-32 over the lines without their ends. */
    private static int checksum(String script) {
        CRC32 checksum = new CRC32();
        script.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }
}
