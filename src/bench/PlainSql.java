import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The peer: what a good DBA would write for the same night on the same server, and nothing besides. Lists are loaded
 * by LOAD DATA LOCAL into a table in the order in which they come, joined to the register by hash joins, one statement for each kind of
 * exception, one snapshot. It has no restart, no history, no lifecycle and no check of what it loads.
 *
 * <p>The exceptions leave the server through the client, row by row into a local file: INTO OUTFILE would need access
 * to the server's disk, which a benchmark of one command does not have.
 *
 * <p>{@code java -cp mysql-connector-j.jar PlainSql.java create|drop NAME}, or {@code run NAME DATA RESULT}, which
 * measures two nights, or {@code load NAME DATA RESULT}, of one the register alone. Both append {@code night,step,seconds} to RESULT. The server comes from BENCH_URL, BENCH_USER and BENCH_PASSWORD.
 */
final class PlainSql {
    private static final String CODE = "varchar(20) character set ascii collate ascii_bin not null";

    private static final String[] TABLES = {
        """
        create table employee (
          agency %1$s, number %1$s, name varchar(120) not null, type %1$s, status varchar(10) not null,
          primary key (agency, number), unique key (number))
        """,
        """
        create table claim (
          line int not null auto_increment, agency %1$s, number %1$s, name varchar(120) not null, type %1$s,
          handle varchar(60) not null, humas varchar(8) not null, media varchar(8) not null,
          repost int not null, family int not null,
          primary key (line))
        """,
        """
        create table position (
          agency %1$s, number %1$s, account bool not null, humas bool not null, media bool not null,
          repost bool not null,
          primary key (agency, number))
        """,
        """
        create table anomaly (
          id bigint not null auto_increment, code varchar(30) not null, agency %1$s, number %1$s,
          detail varchar(250) not null,
          primary key (id))
        """,
    };

    private static final String REGISTER =
            """
            load data local infile '%s' into table employee character set utf8mb4
            fields terminated by ',' ignore 1 lines (number, name, type, agency, status)
            """;
    private static final String LOAD =
            """
            load data local infile '%s' into table claim character set utf8mb4
            fields terminated by ',' (agency, number, name, type, handle, humas, media, repost, family)
            """;
    private static final String POSITION =
            """
            insert into position
            select e.agency, e.number, max(c.handle <> ''), max(c.humas = 'ya'), max(c.media = 'ya'), max(c.repost > 0)
            from employee e
            join claim c on c.agency = e.agency and c.number = e.number
            group by e.agency, e.number
            """;
    private static final String UNKNOWN =
            """
            insert into anomaly (code, agency, number, detail)
            select 'EMPLOYEE_UNKNOWN', c.agency, c.number, c.name
            from claim c
            where not exists (select 1 from employee e where e.number = c.number)
            """;
    private static final String NAMES =
            """
            insert into anomaly (code, agency, number, detail)
            select 'NAME_DIFFERS', c.agency, c.number, concat(c.name, '|', e.name)
            from claim c
            join employee e on e.agency = c.agency and e.number = c.number
            where c.name <> e.name
            """;
    private static final String MISSING =
            """
            insert into anomaly (code, agency, number, detail)
            select 'EMPLOYEE_NOT_REPORTED', e.agency, e.number, e.name
            from employee e
            where not exists (select 1 from position p where p.agency = e.agency and p.number = e.number)
            """;
    private static final String SNAPSHOT =
            """
            create table snapshot as
            select e.agency, e.type, count(*) as headcount, sum(p.account) as account, sum(p.humas) as humas,
                   sum(p.media) as media, sum(p.repost) as repost
            from employee e
            left join position p on p.agency = e.agency and p.number = e.number
            group by e.agency, e.type
            """;

    private final Connection connection;
    private final Path result;

    private PlainSql(Connection connection, Path result) {
        this.connection = connection;
        this.result = result;
    }

    public static void main(String[] args) throws SQLException, IOException {
        switch (args[0]) {
            case "create" -> {
                server("drop database if exists " + args[1]);
                server("create database " + args[1] + " character set utf8mb4 collate utf8mb4_bin");
            }
            case "drop" -> server("drop database if exists " + args[1]);
            case "run", "first", "load" -> {
                boolean judges = !args[0].equals("load");
                for (int night = 1; night <= (args[0].equals("run") ? 2 : 1); night++) {
                    server("drop database if exists " + args[1]);
                    server("create database " + args[1] + " character set utf8mb4 collate utf8mb4_bin");
                    try (Connection connection = connect(args[1])) {
                        PlainSql plain = new PlainSql(connection, Path.of(args[3]));
                        plain.register(night, Path.of(args[2]));
                        if (judges) {
                            plain.night(night, Path.of(args[2]));
                        }
                    }
                }
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private void register(int night, Path data) throws SQLException, IOException {
        for (String table : TABLES) {
            run(table.formatted(CODE));
        }
        step(night, "register", () -> run(REGISTER.formatted(literal(data.resolve("employees.csv")))));
    }

    private void night(int night, Path data) throws SQLException, IOException {
        long start = System.nanoTime();
        step(night, "load", () -> run(LOAD.formatted(literal(data.resolve("night" + night + ".csv")))));
        step(night, "position", () -> run(POSITION));
        step(night, "unknown", () -> run(UNKNOWN));
        step(night, "names", () -> run(NAMES));
        step(night, "missing", () -> run(MISSING));
        step(night, "snapshot", () -> run(SNAPSHOT));
        step(night, "export", () -> export(data.resolve("anomalies.csv")));
        record(night, "total", start);
    }

    private void export(Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                BufferedWriter out = Files.newBufferedWriter(file)) {
            statement.setFetchSize(Integer.MIN_VALUE); // rows as they come, not all of them in memory
            try (ResultSet row = statement.executeQuery("select id, code, agency, number, detail from anomaly")) {
                while (row.next()) {
                    out.write(row.getString(1) + ',' + row.getString(2) + ',' + row.getString(3) + ','
                            + row.getString(4) + ',' + row.getString(5) + '\n');
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void step(int night, String name, Step step) throws SQLException, IOException {
        long start = System.nanoTime();
        step.run();
        record(night, name, start);
    }

    private void record(int night, String name, long start) throws IOException {
        String line = String.format(Locale.ROOT, "%d,%s,%.3f", night, name, (System.nanoTime() - start) / 1e9);
        Files.writeString(result, line + "\n", java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    private static void server(String sql) throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String database) throws SQLException {
        String[] url = System.getenv("BENCH_URL").split("\\?", 2);
        String server = url[0].substring(0, url[0].lastIndexOf('/') + 1);
        String options = "?allowLoadLocalInfile=true" + (url.length > 1 ? "&" + url[1] : "");
        return DriverManager.getConnection(
                server + database + options, System.getenv("BENCH_USER"), System.getenv("BENCH_PASSWORD"));
    }

    private static String literal(Path file) {
        return file.toAbsolutePath().toString().replace("\\", "/").replace("'", "''");
    }

    private interface Step {
        void run() throws SQLException, IOException;
    }
}
