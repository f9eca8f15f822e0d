package id.rekap.claims;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * By what an export is known as one of the same chat: when it begins and ends, and of its messages those few thousand whose
 * prints are lowest. These are the same ones in every export, so that exports can be compared without keeping either.
 *
 * @param first minute of the first head
 * @param last minute of the last head, which is a deleted message's too: it leaves a head
 * @param sample prints of messages and the minutes they were sent in
 */
record ChatOutline(long first, long last, Map<Long, Long> sample) {
    static final ChatOutline EMPTY = new ChatOutline(Long.MAX_VALUE, Long.MIN_VALUE, Map.of());
    /** Chats with fewer messages are compared whole. */
    static final int LARGEST = 4096;

    private static final long PRIME = 0x100000001b3L;

    ChatOutline {
        sample = Map.copyOf(sample);
    }

    /** Whether more than half of the messages of the span that both cover are in both. */
    boolean isOfSameChat(ChatOutline other) {
        long from = Math.max(first, other.first);
        long to = Math.min(last, other.last);
        long limit = Math.min(limit(), other.limit());
        long mine = within(from, to, limit);
        long theirs = other.within(from, to, limit);
        long both = sample.entrySet().stream()
                .filter(sent -> sent.getKey() <= limit && isWithin(sent.getValue(), from, to))
                .filter(sent -> other.sample.containsKey(sent.getKey()))
                .count();
        return 2 * both > Math.max(mine, theirs);
    }

    /**
     * Whether a message of this minute would be in the export: one that is older or newer than all of it is not missing, and in
     * its first minute nobody can say where it begins.
     */
    boolean goesBackBehind(long minute) {
        return minute > first && minute <= last;
    }

    private long within(long from, long to, long limit) {
        return sample.entrySet().stream()
                .filter(sent -> sent.getKey() <= limit && isWithin(sent.getValue(), from, to))
                .count();
    }

    private static boolean isWithin(long minute, long from, long to) {
        return minute >= from && minute <= to;
    }

    private long limit() {
        return sample.size() < LARGEST
                ? Long.MAX_VALUE
                : sample.keySet().stream().mapToLong(print -> print).max().orElse(Long.MAX_VALUE);
    }

    static long minute(LocalDateTime time) {
        return Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), 60);
    }

    /** Of a message: the minute, since some phones export no seconds, and the text without what differs between phones. */
    static long print(long minute, String text) {
        long h = 0xcbf29ce484222325L ^ minute;
        boolean begun = false;
        boolean blank = false;
        // as Glyphs.plain has it, without a copy of each message
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7f) {
                if (blank) h = (h ^ ' ') * PRIME;
                h = (h ^ c) * PRIME;
                begun = true;
                blank = false;
            } else if (Glyphs.isBlank(c)) {
                blank = begun;
            } else if (!Glyphs.isInvisible(c)) {
                if (blank) h = (h ^ ' ') * PRIME;
                h = (h ^ c) * PRIME;
                begun = true;
                blank = false;
            }
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /** Takes the heads and messages of a chat in any order. */
    static final class Builder {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private final NavigableMap<Long, Long> sample = new TreeMap<>();

        void head(long minute) {
            first = Math.min(first, minute);
            last = Math.max(last, minute);
        }

        void message(long minute, long print) {
            if (sample.size() == LARGEST && print > sample.lastKey()) return;
            sample.put(print, minute);
            if (sample.size() > LARGEST) sample.pollLastEntry();
        }

        ChatOutline outline() {
            return new ChatOutline(first, last, sample);
        }
    }
}
