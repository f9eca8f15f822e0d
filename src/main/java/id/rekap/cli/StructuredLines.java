package id.rekap.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import id.rekap.value.Identifier;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Spring's structured lines for commands, which have no context: each with its process and night, and masked as the text is. */
public final class StructuredLines extends StructuredLogEncoder {
    @Override
    public void start() {
        String key = Environment.class.getName();
        Object before = getContext().getObject(key);
        StandardEnvironment own = new StandardEnvironment();
        own.getPropertySources()
                .addFirst(new MapPropertySource(
                        "log",
                        Map.of(
                                "logging.structured.json.customizer", Marked.class.getName(),
                                "logging.structured.ecs.service.name", "rekap",
                                "logging.structured.ecs.service.version", HomeCommand.version())));
        getContext().putObject(key, own);
        try {
            super.start();
        } finally {
            if (before != null) {
                getContext().putObject(key, before);
            }
        }
    }

    /** Adds the marks; made by Spring. */
    static final class Marked implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {
        /** What looks like a person's number there is none. */
        private static final Set<String> OURS = Set.of("@timestamp", "timestamp", "rid", "run");

        @Override
        public void customize(Members<ILoggingEvent> members) {
            members.add("rid", LogMark.ID);
            members.add("run", LogMark::night).whenHasLength();
            members.applyingValueProcessor(ValueProcessor.of(String.class, Identifier::masked)
                    .whenHasPath(path -> !OURS.contains(path.name())));
        }
    }
}
