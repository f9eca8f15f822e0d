package id.rekap.nightly;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.ScopeConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Spring's context of one job. */
final class JobContext {
    /** What a night rests on. */
    private static final Map<String, Object> GUARDS = Map.of(
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.isolation-level-for-create", "read-committed",
            "spring.batch.jdbc.table-prefix", "BATCH_",
            "spring.main.banner-mode", "off",
            "spring.main.log-startup-info", "false",
            "spring.main.web-application-type", "none");

    private JobContext() {}

    /**
     * All of Boot that the job needs, by name: to look through what else Boot could configure takes longer than the job's
     * own start.
     */
    @SpringBootConfiguration
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class,
        BatchAutoConfiguration.class
    })
    static class Application {}

    static ConfigurableApplicationContext open(RunContext night, DataSource dataSource) {
        return application(night.home(), dataSource, Application.class, NightlyJobConfiguration.class)
                .initializers((GenericApplicationContext c) -> c.registerBean(RunContext.class, () -> night))
                .run();
    }

    /** What the job of any run needs: a process that works for one run after another opens it once. */
    static ConfigurableApplicationContext ready(Path home, DataSource dataSource) {
        return application(home, dataSource, Application.class).run();
    }

    /** The job of a run, on what is ready. */
    static ConfigurableApplicationContext on(ConfigurableApplicationContext ready, RunContext night) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setParent(ready);
        context.registerBean(RunContext.class, () -> night);
        context.register(ScopeConfiguration.class, NightlyJobConfiguration.class);
        context.refresh();
        return context;
    }

    /**
     * Reads the environment and HOME/application.yml, and no file of the directory where it happens to be started. Neither
     * can take a guard away: these come first.
     */
    private static SpringApplicationBuilder application(Path home, DataSource dataSource, Class<?>... sources) {
        StandardEnvironment environment = new StandardEnvironment();
        // as a list of one: in one text a comma of the path would part it
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "home",
                        Map.of(
                                "spring.config.location[0]",
                                "optional:file:" + home.toAbsolutePath().resolve("application.yml"))));
        environment.getPropertySources().addFirst(new MapPropertySource("guards", GUARDS));
        return new SpringApplicationBuilder(sources)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext c) -> c.registerBean(
                        DataSource.class, () -> dataSource, definition -> definition.setDestroyMethodName("")));
    }
}
