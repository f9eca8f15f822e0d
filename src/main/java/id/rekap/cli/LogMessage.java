package id.rekap.cli;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import id.rekap.value.Identifier;
import id.rekap.value.TerminalSafe;

/** A message in one line of the log, which is read in a terminal, and outlives lists. */
public final class LogMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return line(super.convert(event));
    }

    static String line(String message) {
        return TerminalSafe.line(Identifier.masked(message));
    }
}
