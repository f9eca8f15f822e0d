package id.rekap.differential;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Those of both homes: made once, and emptied for each seed.
 *
 * @param copying statements that give the second what was received and published in the first
 */
record Databases(DatabaseSettings steps, DatabaseSettings anew, List<String> copying) {
    static final Set<String> REGISTER =
            Set.of("agency", "employee", "employee_number", "register_import", "register_touch");

    /** What a process leaves of itself. */
    private static final Set<String> OF_PROCESSES = Set.of(
            "flyway_schema_history",
            "home",
            "run_lock",
            "heartbeat",
            "inbox_lock",
            "publishing",
            "audit_log",
            "worker",
            "worker_partition",
            "INT_CHANNEL_MESSAGE");

    static Databases made() {
        DatabaseSettings steps = quick(TestServer.get().freshSchema());
        try (Database database = Database.open(Path.of("target"), steps, 2)) {
            List<String> copying = copying(new JdbcTemplate(database.dataSource()));
            return new Databases(steps, quick(TestServer.get().freshSchema()), copying);
        }
    }

    /** Connections ask the server for nothing that the driver knows. */
    private static DatabaseSettings quick(DatabaseSettings settings) {
        String more = "useLocalSessionState=true&cacheServerConfiguration=true";
        return new DatabaseSettings(
                settings.url() + (settings.url().contains("?") ? "&" : "?") + more,
                settings.username(),
                settings.password());
    }

    /** Generated columns cannot be copied. */
    private static List<String> copying(JdbcTemplate jdbc) {
        String from = jdbc.queryForObject("select database()", String.class);
        List<String> tables = jdbc.queryForList("""
                select table_name from information_schema.tables
                where table_schema = database() and table_name not like 'BATCH%'
                order by 1""", String.class);
        return tables.stream()
                .filter(table -> !REGISTER.contains(table) && !OF_PROCESSES.contains(table))
                .flatMap(table -> {
                    String names = String.join(", ", jdbc.queryForList("""
                            select column_name from information_schema.columns
                            where table_schema = database() and table_name = ? and extra not like '%GENERATED%'
                            order by ordinal_position""", String.class, table));
                    return Stream.of(
                            "delete from " + table,
                            "insert into " + table + " (" + names + ") select " + names + " from " + from + "."
                                    + table);
                })
                .toList();
    }

    void empty() {
        TestServer.get().emptied(steps);
        TestServer.get().emptied(anew);
    }
}
