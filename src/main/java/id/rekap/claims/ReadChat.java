package id.rekap.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat file that was read, before it is recorded.
 *
 * @param name as it may be kept
 * @param original SHA-256 of the file; null where it could not be read
 * @param sha256 of what is kept of it; null where nothing could be
 * @param reports that a night may ask for
 */
record ReadChat(
        String name,
        @Nullable String original,
        @Nullable String sha256,
        ChatReading reading,
        List<ChatReport> reports) {}
