package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells refer to by number. A file may hold millions of them, so they are kept as bytes, end to end, and
 * become a String only when a cell asks.
 */
final class SharedStrings {
    private static final int CHUNK = 1 << 20;
    /** More than a million people's numbers, names and handles need. */
    private static final int MOST_BYTES = 128 << 20;
    /** What an empty text is charged, so that a table of nothing is bounded too. */
    private static final int OVERHEAD = 16;

    private final List<byte[]> chunks = new ArrayList<>();
    private int[] ends = new int[1024];
    private int count;

    private SharedStrings() {}

    /** The table of a workbook, empty where it has none. */
    static SharedStrings read(Parts parts, @Nullable String part, Limits limits) throws FileRefused {
        SharedStrings strings = new SharedStrings();
        if (part == null) {
            return strings;
        }
        try (XmlPart xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    strings.add(xml.richText("si", limits.cellCharacters()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return strings;
    }

    private void add(byte[] text) throws FileRefused {
        int start = start(count);
        if ((long) start + text.length + (long) OVERHEAD * count > MOST_BYTES) {
            throw new FileRefused(
                    ExceptionCode.FILE_TOO_LARGE,
                    "",
                    "lebih dari " + MOST_BYTES + " byte teks",
                    "paling banyak " + MOST_BYTES + " byte teks");
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        int end = start + text.length;
        for (int at = start; at < end; ) {
            if (at / CHUNK == chunks.size()) chunks.add(new byte[CHUNK]);
            int n = Math.min(end - at, CHUNK - at % CHUNK);
            System.arraycopy(text, at - start, chunks.get(at / CHUNK), at % CHUNK, n);
            at += n;
        }
        ends[count++] = end;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The text with this number, null where there is none. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int start = start(index);
        byte[] text = new byte[ends[index] - start];
        for (int copied = 0; copied < text.length; ) {
            int at = start + copied;
            int n = Math.min(text.length - copied, CHUNK - at % CHUNK);
            System.arraycopy(chunks.get(at / CHUNK), at % CHUNK, text, copied, n);
            copied += n;
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
