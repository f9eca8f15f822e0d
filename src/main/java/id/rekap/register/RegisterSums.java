package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The sums of what the register says of a date, which the server makes while the files are read. */
final class RegisterSums {
    private static final String BY = "crc32(e.no) & 65535 as bucket, e.type in (%s) as asn, count(*) as people, ";

    private static final String STANDINGS = "select " + BY + """
            bit_xor(crc32(concat_ws(char(31), e.no, e.name, e.agency, e.type, e.status, e.active))
                  * crc32(concat_ws(char(31), e.name, e.type, e.status, e.active, e.agency, e.no))) as total
            from employee e where e.valid_from <= ? and e.valid_to > ?
            group by bucket, asn""";

    private static final String NUMBERS = "select " + BY + """
            bit_xor(crc32(concat_ws(char(31), n.no, e.no)) * crc32(concat_ws(char(31), e.no, '', n.no))) as total
            from employee_number n join employee e on e.person = n.person and e.valid_from <= ? and e.valid_to > ?
            where n.no <> e.no and n.known_from <= ?
            group by bucket, asn""";

    private final FutureTask<Map<Group, Buckets>> summing;

    /** Begins to sum, on a connection of its own. */
    RegisterSums(JdbcTemplate jdbc, List<String> asn, LocalDate date) {
        summing = new FutureTask<>(() -> sums(jdbc, asn, date));
        Thread thread = new Thread(summing, "register-sums");
        thread.setDaemon(true);
        thread.start();
    }

    private static Map<Group, Buckets> sums(JdbcTemplate jdbc, List<String> asn, LocalDate date) {
        Map<Group, Buckets> sums = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            sums.put(group, new Buckets());
        }
        String types = String.join(",", Collections.nCopies(asn.size(), "?"));
        jdbc.query(STANDINGS.formatted(types), each(sums, Buckets::people), arguments(asn, date, date));
        jdbc.query(NUMBERS.formatted(types), each(sums, Buckets::numbers), arguments(asn, date, date, date));
        return sums;
    }

    private interface Into {
        void add(Buckets buckets, int bucket, int count, long sum);
    }

    private static RowCallbackHandler each(Map<Group, Buckets> sums, Into into) {
        return row -> {
            Group group = row.getBoolean("asn") ? Group.ASN : Group.TENAGA_KONTRAK;
            Buckets buckets = java.util.Objects.requireNonNull(sums.get(group));
            // the servers' sum has no sign
            long sum = Long.parseUnsignedLong(row.getString("total"));
            into.add(buckets, row.getInt("bucket"), row.getInt("people"), sum);
        };
    }

    private static Object[] arguments(List<String> asn, LocalDate... dates) {
        List<Object> arguments = new java.util.ArrayList<>(asn);
        Collections.addAll(arguments, (Object[]) dates);
        return arguments.toArray();
    }

    /** Waits for the sums of these groups. */
    Buckets of(Set<Group> groups) throws InterruptedException {
        try {
            Map<Group, Buckets> sums = summing.get();
            Buckets all = new Buckets();
            groups.forEach(group -> all.add(java.util.Objects.requireNonNull(sums.get(group))));
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The register cannot be summed up", e.getCause());
        }
    }
}
