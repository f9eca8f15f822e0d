package id.rekap.register;

import id.rekap.database.Marks;
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
            bit_xor(crc32(concat_ws(char(31), e.no, e.name, e.agency, e.type, e.status, e.active, e.former))
                  * crc32(concat_ws(char(31), e.name, e.type, e.status, e.active, e.former, e.agency, e.no))) as total
            from employee e where e.valid_from <= ? and e.valid_to > ?
            group by bucket, asn""";

    private final FutureTask<Map<Group, NumberSums>> summing;

    /** Begins to sum, on a connection of its own. */
    RegisterSums(JdbcTemplate jdbc, List<String> asn, LocalDate date) {
        summing = new FutureTask<>(() -> sums(jdbc, asn, date));
        Thread thread = new Thread(summing, "register-sums");
        thread.setDaemon(true);
        thread.start();
    }

    private static Map<Group, NumberSums> sums(JdbcTemplate jdbc, List<String> asn, LocalDate date) {
        Map<Group, NumberSums> sums = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            sums.put(group, new NumberSums());
        }
        String types = Marks.of(asn);
        jdbc.query(STANDINGS.formatted(types), into(sums), arguments(asn, date, date));
        return sums;
    }

    private static RowCallbackHandler into(Map<Group, NumberSums> sums) {
        return row -> {
            Group group = row.getBoolean("asn") ? Group.ASN : Group.TENAGA_KONTRAK;
            // the servers' sum has no sign
            long sum = Long.parseUnsignedLong(row.getString("total"));
            java.util.Objects.requireNonNull(sums.get(group)).people(row.getInt("bucket"), row.getInt("people"), sum);
        };
    }

    private static Object[] arguments(List<String> asn, LocalDate... dates) {
        List<Object> arguments = new java.util.ArrayList<>(asn);
        Collections.addAll(arguments, (Object[]) dates);
        return arguments.toArray();
    }

    /** Waits for the sums of these groups. */
    NumberSums of(Set<Group> groups) throws InterruptedException {
        try {
            Map<Group, NumberSums> sums = summing.get();
            NumberSums all = new NumberSums();
            groups.forEach(group -> all.add(java.util.Objects.requireNonNull(sums.get(group))));
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The register cannot be summed up", e.getCause());
        }
    }
}
