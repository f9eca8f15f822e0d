package id.rekap.cli;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** A fault and its causes in the log; their messages may quote what they could not read. */
public final class LogFault extends ThrowableHandlingConverter {
    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (@Nullable IThrowableProxy fault = event.getThrowableProxy();
                fault != null && !fault.isCyclic();
                fault = fault.getCause()) {
            String message = fault.getMessage();
            text.append(before).append(fault.getClassName());
            text.append(message == null ? "" : ": " + LogMessage.line(message)).append('\n');
            StackTraceElementProxy[] frames = fault.getStackTraceElementProxyArray();
            for (int i = 0; i < frames.length - fault.getCommonFrames(); i++) {
                text.append('\t').append(frames[i].getSTEAsString()).append('\n');
            }
            before = "Caused by: ";
        }
        return text.toString();
    }
}
