package id.rekap.crash;

import com.mysql.cj.jdbc.JdbcConnection;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Kills its own process with SIGKILL at the n-th statement or commit of a step: {@code -Drekap.kill=reconcile:17}. Lives in the
 * test's class path only and wraps the job's data source, so the program has no hook for it. With {@code -Drekap.pause=8}
 * it only pauses there, for so many seconds; with {@code -Drekap.until=FILE} until that file is there, and says so; with
 * {@code -Drekap.lost=FOLDER} that folder is lost there and it goes on.
 */
public final class KillSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String STEP = System.getProperty("rekap.kill", ":0").replaceAll(":.*", "");
    private static final int AT =
            Integer.parseInt(System.getProperty("rekap.kill", ":0").replaceAll(".*:", ""));
    private static final int PAUSE_SECONDS = Integer.getInteger("rekap.pause", 0);
    private static final @Nullable String UNTIL = System.getProperty("rekap.until");
    private static final int LONGEST_SECONDS = 300;
    private static final @Nullable String LOST = System.getProperty("rekap.lost");
    private static final AtomicInteger SEEN = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (STEP.isEmpty()) {
            return;
        }
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? wrapped(DataSource.class, source) : bean;
            }
        });
    }

    private static <T> T wrapped(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("commit")) {
                        count();
                    }
                    try {
                        return wrapIfJdbc(method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private static @Nullable Object wrapIfJdbc(@Nullable Object result) {
        if (result instanceof JdbcConnection connection) {
            return wrapped(JdbcConnection.class, connection);
        }
        if (result instanceof Connection connection) {
            return wrapped(Connection.class, connection);
        }
        if (result instanceof java.sql.PreparedStatement statement) {
            return wrapped(java.sql.PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? wrapped(Statement.class, statement) : result;
    }

    /** Of a partitioned step its shards are meant, where its chunks are. */
    private static boolean isThatStep(String name) {
        return List.of("read", "reconcile", "reconcile-again").contains(STEP)
                ? name.startsWith(STEP + ":")
                : name.equals(STEP);
    }

    private static void count() throws IOException, InterruptedException {
        StepContext step = StepSynchronizationManager.getContext();
        if (step != null && isThatStep(step.getStepName()) && SEEN.incrementAndGet() == AT) {
            if (PAUSE_SECONDS > 0) {
                Thread.sleep(PAUSE_SECONDS * 1_000L);
                return;
            }
            if (UNTIL != null) {
                System.err.println("PAUSED in " + step.getStepName());
                for (int i = 0; i < LONGEST_SECONDS * 50 && !Files.exists(Path.of(UNTIL)); i++) {
                    Thread.sleep(20);
                }
                return;
            }
            if (LOST != null) {
                FileSystemUtils.deleteRecursively(Path.of(LOST));
                return;
            }
            System.err.println("KILLED in " + step.getStepName() + " at statement " + AT + ", "
                    + step.getStepExecution().getWriteCount() + " items of it committed");
            System.err.flush();
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(60_000);
        }
    }
}
