package id.rekap.register;

import id.rekap.database.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of an import on their way into the register. Its tables are temporary ones of the import's connection: nobody else
 * sees them, no log or replica gets them, and of a process that dies nothing stays.
 */
final class Staging {
    static final int PAGE = 2000;

    private static final List<String> TABLES =
            List.of("staged_employee", "staged_former", "staged_match", "staged_end", "staged_bucket");

    private static final String COLUMNS = "seq, sheet, line, agency, no, name, type, status, active, former";
    private static final String ROWS = "select " + COLUMNS + ", person from staged_employee where";
    private static final String NAMED = """
            select no, seq from staged_employee where no <> '' union all select no, seq from staged_former
            order by no, seq""";

    private final JdbcTemplate jdbc;
    private final RowsSent server;
    private List<Source> sheets = List.of();

    Staging(JdbcTemplate jdbc, RowsSent server) {
        this.jdbc = jdbc;
        this.server = server;
    }

    /** Empty tables. */
    void create() {
        drop();
        TABLES.forEach(name -> jdbc.execute(definition(name)));
    }

    private static String definition(String table) {
        String file = "/sql/staging/" + table + ".sql";
        try (InputStream in = Staging.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + file + ": install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop() {
        server.await();
        TABLES.forEach(name -> jdbc.execute("drop temporary table if exists " + name));
    }

    /** @param read the sheets that the rows' numbers mean */
    void sheets(List<Source> read) {
        server.await();
        sheets = read;
    }

    void write(Collection<EmployeeRow> rows) {
        server.send("staged_employee", COLUMNS, rows, row -> {
            EmployeeVersion is = row.version();
            return List.of(
                    row.number(),
                    row.sheet(),
                    row.row(),
                    is.agency(),
                    is.no(),
                    EmployeeReader.fitting(is.name()),
                    is.type(),
                    is.status(),
                    is.active() ? 1 : 0,
                    is.former());
        });
        List<List<Object>> formers = new ArrayList<>();
        for (EmployeeRow row : rows) {
            for (String no : row.former()) {
                formers.add(List.of(row.number(), formers.size(), no));
            }
        }
        server.send("staged_former", "seq, place, no", formers, former -> former);
    }

    void buckets(BitSet buckets) {
        jdbc.batchUpdate(
                "insert into staged_bucket (bucket) values (?)",
                buckets.stream().boxed().toList(),
                PAGE,
                (statement, bucket) -> statement.setInt(1, bucket));
    }

    interface Named {
        void number(String no, long row);
    }

    /** Every number that rows name, in order. */
    void numbers(Named each) {
        EmployeeStore.streaming(jdbc).query(NAMED, row -> {
            each.number(row.getString(1), row.getLong(2));
        });
    }

    /** Rows behind this one whose person the register knows, in their order. */
    List<EmployeeRow> known(long after) {
        return rows(" seq > ? and person is not null order by seq limit " + PAGE, after);
    }

    /** The first new people, by agency and number. */
    List<EmployeeRow> firstNew(int most) {
        return rows(" person is null order by agency, no limit " + most);
    }

    List<EmployeeRow> rows(Collection<Long> numbers) {
        String marks = Marks.of(numbers);
        return rows(" seq in (" + marks + ") order by seq", numbers.toArray());
    }

    private List<EmployeeRow> rows(String which, Object... arguments) {
        return jdbc.query(ROWS + which, (row, n) -> row(row), arguments);
    }

    private EmployeeRow row(ResultSet row) throws SQLException {
        int sheet = row.getInt("sheet");
        return new EmployeeRow(
                row.getLong("seq"),
                sheets.get(sheet),
                sheet,
                row.getInt("line"),
                EmployeeStore.version(row),
                row.getString("person"));
    }
}
