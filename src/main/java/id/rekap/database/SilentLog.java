package id.rekap.database;

import org.flywaydb.core.api.logging.Log;

/** Flyway tells each start what it does not do; what matters comes back as its exceptions. */
final class SilentLog implements Log {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception failure) {}

    @Override
    public void notice(String message) {}
}
