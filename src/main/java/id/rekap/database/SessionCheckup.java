package id.rekap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Whether a session of ours is as a night needs it; two statements, so a run can afford it too. */
public final class SessionCheckup {
    private static final Duration MOST_SKEW = Duration.ofSeconds(60);
    private static final long MIB = 1024 * 1024;
    private static final long GOOD_PACKET = 64 * MIB;
    private static final long SMALLEST_PACKET = 16 * MIB;

    /** SHOW, since the servers name the variable of the isolation differently. */
    private static final String VARIABLES = """
            show session variables where Variable_name in
              ('version', 'transaction_isolation', 'tx_isolation', 'time_zone', 'max_allowed_packet', 'wait_timeout',
               'read_only', 'super_read_only', 'innodb_read_only', 'max_connections', 'max_user_connections')""";

    private static final List<String> READ_ONLY = List.of("read_only", "super_read_only", "innodb_read_only");

    private SessionCheckup() {}

    /**
     * Looks at one session of the pool.
     *
     * @param poolSize how many of them a night may want
     */
    public static List<Diagnosis> of(DataSource dataSource, int poolSize, Clock clock) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> variables = new TreeMap<>();
            try (ResultSet row = statement.executeQuery(VARIABLES)) {
                while (row.next()) {
                    variables.put(row.getString(1), row.getString(2));
                }
            }
            Instant before = clock.instant();
            LocalDateTime there;
            try (ResultSet row = statement.executeQuery("select utc_timestamp(3)")) {
                row.next();
                there = row.getObject(1, LocalDateTime.class);
            }
            return List.of(
                    server(variables),
                    isolation(variables),
                    zone(variables),
                    clock(Duration.between(before, there.toInstant(ZoneOffset.UTC))),
                    packet(number(variables, "max_allowed_packet")),
                    writable(variables),
                    patience(variables),
                    connections(variables, poolSize));
        }
    }

    /** Older servers are refused when they are connected to. */
    private static Diagnosis server(Map<String, String> variables) {
        String version = variables.getOrDefault("version", "");
        return Diagnosis.ok("server", (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version);
    }

    private static Diagnosis isolation(Map<String, String> variables) {
        String isolation = variables.getOrDefault("transaction_isolation", variables.getOrDefault("tx_isolation", ""));
        return isolation.equals("READ-COMMITTED")
                ? Diagnosis.ok("isolation", isolation)
                : Diagnosis.problem(
                        "isolation",
                        "sessions are " + isolation + ", a night needs READ-COMMITTED",
                        "take transaction isolation out of spring.datasource.url and of the server's init_connect");
    }

    private static Diagnosis zone(Map<String, String> variables) {
        String zone = variables.getOrDefault("time_zone", "");
        return List.of("UTC", "+00:00").contains(zone)
                ? Diagnosis.ok("session zone", zone)
                : Diagnosis.warning(
                        "session zone",
                        "sessions are in " + zone + ", instants are kept in UTC",
                        "take time zones out of spring.datasource.url");
    }

    /** A night goes by the database's clock and by a date, so it need not fail for this. */
    private static Diagnosis clock(Duration ahead) {
        if (ahead.abs().compareTo(MOST_SKEW) <= 0) {
            return Diagnosis.ok("clock", "the server's and this machine's agree within a minute");
        }
        return Diagnosis.warning(
                "clock",
                "the server's clock is " + ahead.abs().toSeconds() + " s "
                        + (ahead.isNegative() ? "behind" : "ahead of") + " this machine's",
                "set both by a time service (NTP)");
    }

    private static long number(Map<String, String> variables, String name) {
        return Long.parseLong(variables.getOrDefault(name, "0"));
    }

    static Diagnosis writable(Map<String, String> variables) {
        List<String> closed = READ_ONLY.stream()
                .filter(name -> List.of("ON", "1")
                        .contains(variables.getOrDefault(name, "OFF").toUpperCase(Locale.ROOT)))
                .toList();
        return closed.isEmpty()
                ? Diagnosis.ok("writable", "the server takes writes")
                : Diagnosis.problem(
                        "writable",
                        "the server is set to " + String.join(", ", closed),
                        "it may be a replica: name the server that takes writes, or let an administrator switch it off");
    }

    /** A session that its process left must end before the lease of its lock does. */
    static Diagnosis patience(Map<String, String> variables) {
        long seconds = number(variables, "wait_timeout");
        String found = "a session that says nothing ends after " + seconds + " s";
        return seconds <= ConnectionDefaults.WAIT_TIMEOUT
                ? Diagnosis.ok("wait_timeout", found)
                : Diagnosis.warning(
                        "wait_timeout",
                        found + ": the rows of a machine that went away stay locked as long",
                        "take wait_timeout out of spring.datasource.url, or set it to "
                                + ConnectionDefaults.WAIT_TIMEOUT);
    }

    static Diagnosis connections(Map<String, String> variables, int poolSize) {
        long own = number(variables, "max_user_connections");
        long most = own == 0 ? number(variables, "max_connections") : own;
        String found = "this user may have " + most + " connections, a run wants " + poolSize;
        if (most < poolSize) {
            return Diagnosis.problem(
                    "connections", found, "raise max_connections or the user's own limit, or lower rekap.partitions");
        }
        return most < 2L * poolSize
                ? Diagnosis.warning("connections", found, "raise them: a look beside a run wants some too")
                : Diagnosis.ok("connections", found);
    }

    private static Diagnosis packet(long bytes) {
        String found = "max_allowed_packet is " + bytes / MIB + " MiB";
        String next = "set max_allowed_packet=64M on the server";
        if (bytes < SMALLEST_PACKET) {
            return Diagnosis.problem("packet", found, next);
        }
        return bytes < GOOD_PACKET ? Diagnosis.warning("packet", found, next) : Diagnosis.ok("packet", found);
    }
}
