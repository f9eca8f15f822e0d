package id.rekap.claims;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An exported chat, read in passes over the file: none of it but names and a few prints is kept in memory. */
public final class ChatFile {
    private final Path file;
    private @Nullable HeaderForms forms;

    private ChatFile(Path file) {
        this.file = file;
    }

    /** A text, or an archive with one in it: its bytes tell, not its name. */
    public static ChatFile at(Path file) {
        return new ChatFile(file);
    }

    /**
     * Reads the chat's reports, in its order.
     *
     * @param received no message can be later than the day after it
     * @throws IOException when the disk fails; what is wrong with the file is a refusal
     */
    public ChatReading read(LocalDate received, AgencyNames names, Consumer<Report> reports) throws IOException {
        try (ChatSource source = open()) {
            ChatText text = source.text();
            HeaderForm form = source.forms().own();
            DateMarks marks = DateMarks.of(text, form, received);
            return messages(text, form, marks, new MessageReader(names), reports);
        } catch (ChatUnreadable e) {
            return ChatReading.refused(e.reason());
        }
    }

    /** Its forms are looked for once. */
    private ChatSource open() throws IOException, ChatUnreadable {
        ChatSource source = ChatSource.open(file, forms);
        forms = source.forms();
        return source;
    }

    private static ChatReading messages(
            ChatText text, HeaderForm form, DateMarks marks, MessageReader reader, Consumer<Report> reports)
            throws IOException {
        var outline = new ChatOutline.Builder();
        long read = 0;
        long unreadable = 0;
        try (var messages = new ChatMessages(new ChatLines(text.lines(), form))) {
            for (ChatMessage message = messages.next(); message != null; message = messages.next()) {
                LocalDateTime sent = marks.sent(message.header());
                long minute = ChatOutline.minute(sent);
                long print = ChatOutline.print(minute, message.text());
                outline.head(minute);
                if (!message.text().isBlank()) outline.message(minute, print);
                boolean sure = !message.cut() && marks.isSure(message.header());
                for (Reading reading : reader.read(message.text())) {
                    Report report = report(sure ? reading : reading.unsure(), message, sent, print);
                    read++;
                    if (!report.isReadable()) unreadable++;
                    reports.accept(report);
                }
            }
            return new ChatReading(
                    Optional.empty(), marks.isAssumed(), messages.counts(read, unreadable), outline.outline());
        }
    }

    private static Report report(Reading reading, ChatMessage message, LocalDateTime sent, long print) {
        String doubt = reading.doubt().map(Enum::name).orElse("");
        return new Report(
                reading.agency(), sent, message.line(), print, reading.counts(), reading.nil(), doubt, reading.words());
    }

    /**
     * Writes the chat as it may be kept: running marks in the places of senders' names and numbers. Of a file that is no
     * chat only the shape of its beginning is left, since nobody knows where names stand in it.
     *
     * @return redacts the file's name in the same way
     */
    public UnaryOperator<String> redact(AgencyNames names, OutputStream out) throws IOException {
        try (ChatSource source = open()) {
            Redaction redaction = new Redaction(source.text(), source.forms().own(), names);
            redaction.write(out);
            return redaction::fileName;
        } catch (ChatUnreadable e) {
            Shape.write(file, out);
            return RefusedName::of;
        }
    }
}
