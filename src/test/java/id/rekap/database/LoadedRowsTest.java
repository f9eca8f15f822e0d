package id.rekap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.rekap.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LoadedRowsTest {
    private static final String NAME = "Cut Nyak\t\"Dhien\"\\N, 'S.Pd'\r\n\0 –\u001f😀\\";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Database database =
            Database.open(Path.of("target"), TestServer.get().freshDatabase(), 2);

    @SuppressWarnings("NullAway.Init")
    private SingleConnectionDataSource one;

    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @BeforeEach
    void table() throws Exception {
        one = new SingleConnectionDataSource(database.dataSource().getConnection(), true);
        jdbc = new JdbcTemplate(one);
        assumeTrue(LoadedRows.isAllowed(jdbc), "The server takes no rows so: local_infile is off, as it is by default");
        jdbc.execute("create temporary table loaded (n int not null primary key, name varchar(40), more varchar(5))"
                + " default character set utf8mb4");
    }

    @AfterEach
    void close() {
        one.destroy();
        database.close();
    }

    @Test
    void arriveAsTheyAreWhateverIsInThem() {
        LoadedRows rows = new LoadedRows();
        rows.add(List.of(1, NAME, ""));
        rows.add(Arrays.asList(2, "\\N", null));
        rows.into(jdbc, "loaded", "n, name, more");
        rows.add(List.of(3, "", "true"));
        rows.into(jdbc, "loaded", "n, name, more");
        rows.into(jdbc, "loaded", "n, name, more");
        assertThat(jdbc.queryForList("select name from loaded order by n", String.class))
                .containsExactly(NAME, "\\N", "");
        assertThat(jdbc.queryForList("select more from loaded order by n", String.class))
                .containsExactly("", null, "true");
    }

    @Test
    void thatAServerWouldCutOrDropAreRefused() {
        LoadedRows cut = new LoadedRows();
        cut.add(List.of(1, "Sari", "longer"));
        assertThatThrownBy(() -> cut.into(jdbc, "loaded", "n, name, more"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loaded");
        jdbc.update("delete from loaded");
        LoadedRows twice = new LoadedRows();
        twice.add(List.of(1, "Sari", ""));
        twice.add(List.of(1, "Budi", ""));
        assertThatThrownBy(() -> twice.into(jdbc, "loaded", "n, name, more"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 of 2");
    }

    @Test
    void noFileIsReadForTheServer() throws Exception {
        Path secret = Files.write(directory.resolve("secret"), "1\tsecret\t\n".getBytes(StandardCharsets.UTF_8));
        String load = "load data local infile '" + secret + "' into table loaded";
        LoadedRows before = new LoadedRows();
        before.add(List.of(7, "Sari", ""));
        before.into(jdbc, "loaded", "n, name, more");
        assertThatThrownBy(() -> jdbc.execute(load)).hasStackTraceContaining("allowLoadLocalInfileInPath");
        assertThat(jdbc.queryForList("select n from loaded", Integer.class)).containsExactly(7);
    }
}
