package id.rekap.register;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.CRC32;

/**
 * Sums over people by their current number, so that files and register are compared without moving either. Where the sums
 * of a bucket are equal, so are its people: a sum is 64 bits of two checksums multiplied, which no two changes of a bucket
 * take back by chance (1 in 2^58), and it is counted how many it is of.
 */
final class NumberSums {
    static final int COUNT = 1 << 16;
    static final char BETWEEN = '\u001f';

    private final int[] people = new int[COUNT];
    private final long[] versions = new long[COUNT];
    private final CRC32 checksum = new CRC32();

    /** As {@code crc32(no) & 65535} of the servers. */
    int of(String no) {
        return (int) (sum(no) & (COUNT - 1));
    }

    private long sum(String text) {
        checksum.reset();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /** As the product of {@link RegisterSums}. */
    void add(EmployeeRow row) {
        EmployeeVersion is = row.version();
        String active = is.active() ? "1" : "0";
        String what = is.type() + BETWEEN + is.status() + BETWEEN + active + BETWEEN + is.former();
        long one = sum(is.no() + BETWEEN + is.name() + BETWEEN + is.agency() + BETWEEN + what);
        long other = sum(is.name() + BETWEEN + what + BETWEEN + is.agency() + BETWEEN + is.no());
        people(of(is.no()), 1, one * other);
    }

    void people(int bucket, int count, long sum) {
        people[bucket] += count;
        versions[bucket] ^= sum;
    }

    void add(NumberSums others) {
        for (int bucket = 0; bucket < COUNT; bucket++) {
            people(bucket, others.people[bucket], others.versions[bucket]);
        }
    }

    /** Buckets that hold somebody who differs. */
    BitSet differing(NumberSums others) {
        BitSet differing = new BitSet(COUNT);
        for (int bucket = 0; bucket < COUNT; bucket++) {
            differing.set(
                    bucket, people[bucket] != others.people[bucket] || versions[bucket] != others.versions[bucket]);
        }
        return differing;
    }
}
