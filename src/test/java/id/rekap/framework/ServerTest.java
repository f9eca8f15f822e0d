package id.rekap.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.database.Database;
import id.rekap.database.ServerPrepared;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The driver and the servers, as the program opens them. */
class ServerTest {
    private static final Database DATABASE =
            Database.open(Path.of("target"), TestServer.get().freshDatabase(), 6);
    private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE.dataSource());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void table() {
        JDBC.execute("drop table if exists t");
        JDBC.execute("create table t (id int not null primary key, code varchar(32) character set ascii collate"
                + " ascii_bin null, body longblob null, words varchar(64) null, unique key (code)) engine = InnoDB"
                + " default character set utf8mb4 collate utf8mb4_bin");
        JDBC.update("insert into t (id, code) values (1, 'A1'), (2, 'B')");
    }

    private interface Work {
        void with(Statement one, Statement other) throws SQLException;
    }

    private static int errorOf(Work work) throws SQLException {
        try (Connection first = DATABASE.dataSource().getConnection();
                Connection second = DATABASE.dataSource().getConnection();
                Statement one = first.createStatement();
                Statement other = second.createStatement()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            try {
                work.with(one, other);
                return 0;
            } catch (SQLException e) {
                return e.getErrorCode();
            } finally {
                rollback(first);
                rollback(second);
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // that is what the test was about
        }
    }

    @Test
    void aWaitForALockIs1205() throws SQLException {
        assertThat(errorOf((one, other) -> {
                    one.execute("update t set words = 'x' where id = 1");
                    other.execute("set innodb_lock_wait_timeout = 1");
                    other.execute("update t set words = 'y' where id = 1");
                }))
                .isEqualTo(1205);
    }

    @Test
    void aDuplicateIs1062AndADeniedTable1146() throws SQLException {
        assertThat(errorOf((one, other) -> one.execute("insert into t (id) values (1)")))
                .isEqualTo(1062);
        assertThat(errorOf((one, other) -> one.execute("select * from no_such_table")))
                .isEqualTo(1146);
    }

    @Test
    void aKilledSessionIsALostConnectionByItsState() throws SQLException {
        try (Connection first = DATABASE.dataSource().getConnection();
                Statement one = first.createStatement()) {
            String id;
            try (var row = one.executeQuery("select connection_id()")) {
                row.next();
                id = row.getString(1);
            }
            JDBC.execute("kill " + id);
            assertThatThrownBy(() -> one.execute("select 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getErrorCode() == 1927
                                            || String.valueOf(e.getSQLState()).startsWith("08"))
                                    .isTrue());
        }
    }

    /** The lock of a date is held in a share mode that both servers know, and another owner waits for it. */
    @Test
    void aSharedRowKeepsAnotherOwnerOutUntilItsCommit() throws SQLException {
        assertThat(errorOf((one, other) -> {
                    one.execute("select id from t where id = 1 lock in share mode");
                    other.execute("set innodb_lock_wait_timeout = 1");
                    other.execute("select id from t where id = 2 for update");
                    other.execute("select id from t where id = 1 for update");
                }))
                .isEqualTo(1205);
    }

    @Test
    void sessionsAreReadCommittedAndInUtc() throws SQLException {
        assertThat(errorOf((one, other) -> {
                    one.executeQuery("select words from t where id = 1").close();
                    other.execute("update t set words = 'seen' where id = 1");
                    other.getConnection().commit();
                    try (var row = one.executeQuery(
                            "select words, timestampdiff(second, utc_timestamp(), now()) from t" + " where id = 1")) {
                        row.next();
                        assertThat(row.getString(1)).isEqualTo("seen");
                        assertThat(row.getInt(2)).isZero();
                    }
                }))
                .isZero();
    }

    /** Also a blank at the end: it is taken off in Java, and both servers ignore it. */
    @Test
    void codesCompareByByteWithoutBlanksAtTheirEndOnEveryServer() {
        List<String> others = List.of("a1", "0A1", " A1", "A01");
        others.forEach(code -> assertThat(JDBC.queryForList("select id from t where code = ?", Integer.class, code))
                .as(code)
                .isEmpty());
        assertThat(JDBC.queryForList("select id from t where code = ?", Integer.class, "A1 "))
                .containsExactly(1);
    }

    @Test
    void wordsCompareByCodePointWithCaseAccentAndComposition() {
        JDBC.update("insert into t (id, words) values (3, 'Jos\u00e9')");
        for (String other : List.of("Jose", "JOS\u00c9", "Jose\u0301")) {
            assertThat(JDBC.queryForList("select id from t where words = ?", Integer.class, other))
                    .as(other)
                    .isEmpty();
        }
        assertThat(JDBC.queryForList("select id from t where words = ?", Integer.class, "Jos\u00e9"))
                .containsExactly(3);
    }

    /** Bytes go as they are, in the caller's transaction; a rewritten batch would send them as digits. */
    @Test
    void aStatementThatTheServerPreparesTakesBytesAndRollsBackWithItsTransaction() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));
        transaction.executeWithoutResult(status -> {
            ServerPrepared.insert(
                    JDBC,
                    "insert into t (id, body) values (?, ?)",
                    List.<Object[]>of(new Object[] {5, all}, new Object[] {6, all}));
            status.setRollbackOnly();
        });
        assertThat(JDBC.queryForList("select id from t where id > 4", Integer.class))
                .isEmpty();
        transaction.executeWithoutResult(status -> ServerPrepared.insert(
                JDBC, "insert into t (id, body) values (?, ?)", List.<Object[]>of(new Object[] {5, all})));
        assertThat(JDBC.queryForObject("select body from t where id = 5", byte[].class))
                .isEqualTo(all);
        assertThat(JDBC.queryForObject("select uncompress(compress(body)) = body from t where id = 5", Boolean.class))
                .isTrue();
    }

    /** Counts of a batch mean nothing: rewritten ones are all -2. */
    @Test
    void countsOfARewrittenUpsertSayNothing() {
        int[] counts = JDBC.batchUpdate(
                "insert into t (id, words) values (?, ?) on duplicate key update words = values(words)",
                List.of(new Object[] {1, "a"}, new Object[] {2, "b"}, new Object[] {7, "c"}, new Object[] {8, "d"}));
        assertThat(counts).containsOnly(Statement.SUCCESS_NO_INFO);
        assertThat(JDBC.queryForList("select words from t where words is not null order by id", String.class))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void aValueThatDoesNotFitIsRefusedNotCut() {
        assertThatThrownBy(() -> JDBC.update("update t set code = ? where id = 1", "x".repeat(33)))
                .isInstanceOf(Exception.class);
    }
}
