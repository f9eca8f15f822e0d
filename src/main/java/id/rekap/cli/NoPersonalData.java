package id.rekap.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Below INFO, JDBC's loggers quote values of statements and of the database's messages: they stay silent at any level. */
public final class NoPersonalData extends TurboFilter {
    private static final List<String> QUOTING =
            List.of("org.springframework.jdbc", "com.mysql", "com.zaxxer", "org.springframework.batch.infrastructure");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable t) {
        boolean quotes = !level.isGreaterOrEqual(Level.INFO)
                && QUOTING.stream().anyMatch(name -> logger.getName().startsWith(name));
        return quotes ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
