package id.rekap.crash;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/**
 * Kills its own process with SIGKILL before the n-th statement or commit that it sends in a step of any job, or before the first
 * one that holds a text: {@code -Drekap.kill=stage:3}, {@code -Drekap.kill=change:delete from}. The driver loads it where
 * the URL says {@code queryInterceptors}, so it sees connections that no context knows.
 */
public final class KillAtStatement implements QueryInterceptor {
    private static final String STEP = System.getProperty("rekap.kill", ":0").replaceAll(":.*", "");
    private static final String AT = System.getProperty("rekap.kill", ":0").replaceFirst("[^:]*:", "");
    private static final AtomicInteger SEEN = new AtomicInteger();

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the driver's interface
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        StepContext step = StepSynchronizationManager.getContext();
        if (step != null && step.getStepName().equals(STEP) && isAt(sql.get())) {
            System.err.println("KILLED in " + STEP + " at statement " + AT);
            System.err.flush();
            try {
                new ProcessBuilder(
                                "kill",
                                "-9",
                                Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
                Thread.sleep(60_000);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("It cannot kill itself", e);
            }
        }
        return null;
    }

    private static boolean isAt(@Nullable String sql) {
        return AT.matches("\\d+") ? SEEN.incrementAndGet() == Integer.parseInt(AT) : sql != null && sql.contains(AT);
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {
        // nothing is held
    }

    @Override
    public <T extends Resultset> T postProcess(Supplier<String> sql, Query query, T found, ServerSession session) {
        return found;
    }
}
