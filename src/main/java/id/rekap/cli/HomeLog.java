package id.rekap.cli;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.Nullable;

/** The home's log, opened for its first line: who makes ready for a log does not know yet where it lies, nor its form. */
public final class HomeLog extends AppenderBase<ILoggingEvent> {
    private static final String FILE = "rekap.log";
    private static final String FORMAT = "rekap.log.format";

    private @Nullable FileAppender<ILoggingEvent> opened;

    /** @param format of lines that programs read, empty for text */
    static void use(String file, String format) {
        System.setProperty(FORMAT, format);
        System.setProperty(FILE, file);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String file = System.getProperty(FILE);
        if (opened == null && file != null) {
            opened = open(file, lines(System.getProperty(FORMAT, "")));
        }
        if (opened != null) {
            opened.doAppend(event);
        }
    }

    private FileAppender<ILoggingEvent> open(String file, EncoderBase<ILoggingEvent> lines) {
        lines.setContext(getContext());
        lines.start();
        FileAppender<ILoggingEvent> made = new FileAppender<>();
        made.setContext(getContext());
        made.setFile(file);
        made.setEncoder(lines);
        made.start();
        return made;
    }

    private static EncoderBase<ILoggingEvent> lines(String format) {
        if (!format.isEmpty()) {
            StructuredLines lines = new StructuredLines();
            lines.setFormat(format);
            return lines;
        }
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level [%thread] %logger{30} %msg%n%fault");
        return lines;
    }

    @Override
    public void stop() {
        super.stop();
        if (opened != null) {
            opened.stop();
        }
    }
}
