package id.rekap.claims;

import id.rekap.intake.CompressedJson;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Prints of a chat's messages as they are kept: pairs of print and minute, compressed. Nothing can be read from them. */
final class ChatPrints {
    private static final int PAIR = 2 * Long.BYTES;

    private ChatPrints() {}

    static byte[] folded(Map<Long, Long> sample) {
        ByteBuffer pairs = ByteBuffer.allocate(sample.size() * PAIR);
        new TreeMap<>(sample).forEach((print, minute) -> pairs.putLong(print).putLong(minute));
        ByteArrayOutputStream plain = new ByteArrayOutputStream(pairs.capacity());
        plain.writeBytes(pairs.array());
        return CompressedJson.of(plain);
    }

    static Map<Long, Long> unfolded(byte[] body) {
        ByteBuffer pairs = ByteBuffer.wrap(CompressedJson.unfold(body));
        Map<Long, Long> sample = new HashMap<>();
        while (pairs.remaining() >= PAIR) {
            long print = pairs.getLong();
            sample.put(print, pairs.getLong());
        }
        return sample;
    }
}
