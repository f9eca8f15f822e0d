package id.rekap.claims;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a chat, told apart by the file's own form of head. */
final class ChatLines implements AutoCloseable {
    private final Lines lines;
    private final HeaderForm form;
    private long number;

    ChatLines(Lines lines, HeaderForm form) {
        this.lines = lines;
        this.form = form;
    }

    @Nullable
    ChatLine next() throws IOException {
        String line = lines.next();
        if (line == null) return null;
        MessageHeader header = HeaderScanner.scan(line);
        boolean own = header != null && header.form().equals(form);
        return ChatLine.of(++number, line, lines.isPlain(), own ? header : null);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
