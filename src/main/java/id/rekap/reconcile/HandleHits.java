package id.rekap.reconcile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds, among the packed claims of all agencies, those whose handle's hash occurs more than once. */
final class HandleHits {
    private final Map<String, byte[]> claims = new LinkedHashMap<>();

    void add(String agency, byte[] packed) {
        claims.put(agency, packed);
    }

    /** Positions in each agency's list whose handle may be claimed twice: to be checked on the rows themselves. */
    Map<String, List<Integer>> positions() {
        Set<Long> twice = twice();
        Map<String, List<Integer>> hits = new LinkedHashMap<>();
        if (!twice.isEmpty()) {
            claims.forEach((agency, packed) -> {
                ByteBuffer buffer = ByteBuffer.wrap(packed);
                while (buffer.hasRemaining()) {
                    long hash = buffer.getLong();
                    int position = buffer.getInt();
                    if (twice.contains(hash)) {
                        hits.computeIfAbsent(agency, a -> new ArrayList<>()).add(position);
                    }
                }
            });
        }
        return hits;
    }

    private Set<Long> twice() {
        long[] hashes = new long
                [claims.values().stream()
                        .mapToInt(b -> b.length / ClaimedHandles.SIZE)
                        .sum()];
        int n = 0;
        for (byte[] packed : claims.values()) {
            ByteBuffer buffer = ByteBuffer.wrap(packed);
            for (int at = 0; at < packed.length; at += ClaimedHandles.SIZE) {
                hashes[n++] = buffer.getLong(at);
            }
        }
        Arrays.parallelSort(hashes);
        Set<Long> twice = new HashSet<>();
        for (int i = 1; i < n; i++) {
            if (hashes[i] == hashes[i - 1]) {
                twice.add(hashes[i]);
            }
        }
        return twice;
    }
}
