package id.rekap.claims;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An exported chat, read in passes over the file: none of it but names and a few prints is kept in memory. The first one, when it
 * is opened, finds what the others need.
 */
public final class ChatFile implements AutoCloseable {
    private final Path file;
    private final AgencyNames names;
    private final @Nullable ChatSource source;
    private final ChatReading.@Nullable Refusal refusal;

    private ChatFile(Path file, AgencyNames names, @Nullable ChatSource source, ChatReading.@Nullable Refusal refusal) {
        this.file = file;
        this.names = names;
        this.source = source;
        this.refusal = refusal;
    }

    /**
     * Opens a text, or an archive with one in it: its bytes tell, not its name.
     *
     * @param received no message can be later than the day after it
     * @throws IOException when the disk fails; what is wrong with the file is a refusal
     */
    public static ChatFile open(Path file, LocalDate received, AgencyNames names) throws IOException {
        try {
            ChatSource source = ChatSource.open(file, text -> ChatSurvey.of(text, received, names));
            return new ChatFile(file, names, source, null);
        } catch (ChatUnreadable e) {
            return new ChatFile(file, names, null, e.reason());
        }
    }

    /**
     * Reads the chat's reports, in its order.
     *
     * @param since messages before that day are not looked at for reports
     */
    public ChatReading read(LocalDate since, Consumer<ChatReport> reports) throws IOException {
        if (source == null) return ChatReading.refused(Objects.requireNonNull(refusal));
        try {
            return messages(source.text(), source.survey(), since, reports);
        } catch (ChatUnreadable e) {
            return ChatReading.refused(e.reason());
        }
    }

    private ChatReading messages(ChatText text, ChatSurvey survey, LocalDate since, Consumer<ChatReport> reports)
            throws IOException, ChatUnreadable {
        DateMarks dates = survey.dates();
        MessageReader reader = new MessageReader(names);
        var outline = new ChatOutline.Builder();
        long read = 0;
        long unreadable = 0;
        try (var messages = new ChatMessages(new ChatLines(text.lines(), survey.form()))) {
            for (ChatMessage message = messages.next(); message != null; message = messages.next()) {
                LocalDateTime sent = dates.sent(message.header());
                long minute = ChatOutline.minute(sent);
                long print = ChatOutline.print(minute, message.text());
                outline.head(minute);
                if (message.text().isBlank()) continue;
                outline.message(minute, print);
                if (sent.toLocalDate().isBefore(since)) continue;
                Doubt doubt = message.cut() ? Doubt.TOO_LONG : dates.isSure(message.header()) ? null : Doubt.DATE;
                for (AgencyReading reading : reader.read(message.text())) {
                    ChatReport report = report(doubt == null ? reading : reading.doubted(doubt), message, sent, print);
                    read++;
                    if (!report.isReadable()) unreadable++;
                    reports.accept(report);
                }
            }
            return new ChatReading(
                    Optional.empty(), dates.isAssumed(), messages.counts(read, unreadable), outline.outline());
        }
    }

    private static ChatReport report(AgencyReading reading, ChatMessage message, LocalDateTime sent, long print) {
        String doubt = reading.doubt().map(Enum::name).orElse("");
        return new ChatReport(
                reading.agency(), sent, message.line(), print, reading.counts(), reading.nil(), doubt, reading.words());
    }

    /**
     * Writes the chat as it may be kept: running marks in the places of senders' names and numbers. Of a file that is no
     * chat only the shape of its beginning is left, since nobody knows where names stand in it.
     */
    public void redact(OutputStream out) throws IOException {
        if (source == null) FileShape.write(file, out);
        else redaction(source).write(out);
    }

    /** The file's name without those of senders. */
    public String redacted(String name) {
        return source == null ? RefusedName.of(name) : redaction(source).fileName(name);
    }

    private static Redaction redaction(ChatSource source) {
        return new Redaction(
                source.text(), source.survey().form(), source.survey().senders());
    }

    @Override
    public void close() throws IOException {
        if (source != null) source.close();
    }
}
