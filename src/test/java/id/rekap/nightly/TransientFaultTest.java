package id.rekap.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.rekap.database.Database;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Errors of a real server, as Spring wraps them. */
class TransientFaultTest {
    /** A night is READ COMMITTED, where the server has no need of it; a server may be set otherwise all the same. */
    @Test
    void aRecordThatChangedSinceItWasReadPassesByItself() {
        try (Database database =
                Database.open(Path.of("target"), TestServer.get().freshDatabase(), 4)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Assumptions.assumeTrue(
                    !jdbc.queryForList("show variables like 'innodb_snapshot_isolation'")
                            .isEmpty(),
                    "This server has no innodb_snapshot_isolation");
            jdbc.execute("create table t (id int primary key, n int) engine = InnoDB");
            jdbc.update("insert into t values (1, 1)");
            TransactionTemplate own = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
            own.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            TransactionTemplate other = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            Throwable fault = catchThrowable(() -> own.executeWithoutResult(s -> {
                jdbc.execute("set innodb_snapshot_isolation = on");
                jdbc.queryForList("select n from t");
                other.executeWithoutResult(t -> jdbc.update("update t set n = 2 where id = 1"));
                jdbc.update("update t set n = 3 where id = 1");
            }));
            assertThat(fault)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(1020));
            assertThat(TransientFault.is(fault)).isTrue();
            assertThat(FaultRedaction.fault(fault))
                    .hasMessageContaining("error 1020")
                    .hasMessageNotContaining("'t'");
        }
    }

    @Test
    void aMistakeDoesNotPass() {
        try (Database database =
                Database.open(Path.of("target"), TestServer.get().freshDatabase(), 4)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            for (String mistake : new String[] {"select 1 from no_such_table", "selekt 1"}) {
                assertThat(TransientFault.is(catchThrowable(() -> jdbc.queryForList(mistake))))
                        .as(mistake)
                        .isFalse();
            }
        }
    }
}
