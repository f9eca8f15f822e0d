package id.rekap.retention;

import id.rekap.claims.ChatReceiving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What agencies dropped and chats, of days before those of kept nights. Of each agency the list in force on the first kept day
 * stays, the one before it, to which a withdrawal leads back, and whatever waits for a decision.
 */
final class PastDrops {
    private static final int STAYING = 2;

    private static final String LISTS = """
            select s.mandate, s.agency, s.received_on, s.batch, s.in_force_from, s.decision, s.verdict,
              w.mandate is not null, w.holds_from
            from submission s left join withdrawal w on w.mandate = s.mandate and w.agency = s.agency
              and w.received_on = s.received_on and w.batch = s.batch and w.supposed = 0
            where s.received_on < ?
            order by s.mandate, s.agency, s.in_force_from desc, s.received_on desc, s.batch desc""";
    private static final String FILES = """
            select i.received_on, i.batch, i.folder, i.name, i.blanks, i.agency, i.sha256 from intake_file i
            where i.received_on < ? and i.state = 'ARCHIVED' and i.sha256 is not null""";
    private static final String USES = """
            select sha256, count(*) from (
              select sha256 from intake_file where state = 'ARCHIVED' and sha256 is not null
              union all select sha256 from chat where sha256 is not null) a group by sha256""";

    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final Path archive;
    private final LocalDate keptFrom;
    private final Map<Place, Boolean> stays = new HashMap<>();
    private final List<OfMandate> past = new ArrayList<>();

    PastDrops(JdbcTemplate jdbc, Rows rows, Path archive, LocalDate keptFrom) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.archive = archive;
        this.keptFrom = keptFrom;
        look();
    }

    private record Place(String agency, LocalDate receivedOn, int batch) {}

    private record OfMandate(String mandate, Place place, boolean wasInForce) {}

    private void look() {
        Map<String, Integer> inForce = new HashMap<>();
        jdbc.query(
                LISTS,
                row -> {
                    Place place = new Place(row.getString(2), row.getObject(3, LocalDate.class), row.getInt(4));
                    LocalDate from = row.getObject(5, LocalDate.class);
                    boolean staying;
                    if (row.getBoolean(8)) {
                        // it held on the kept nights up to then, and none leads back to it
                        LocalDate out = row.getObject(9, LocalDate.class);
                        staying = out == null || out.isAfter(keptFrom);
                    } else if (from == null) {
                        staying = row.getString(7).equals("HELD") && row.getString(6) == null;
                    } else {
                        staying = !from.isBefore(keptFrom)
                                || inForce.merge(row.getString(1) + "/" + place.agency(), 1, Integer::sum) <= STAYING;
                    }
                    stays.merge(place, staying, Boolean::logicalOr);
                    if (!staying) {
                        past.add(new OfMandate(row.getString(1), place, from != null));
                    }
                },
                keptFrom);
    }

    /** The rows of lists that nothing leads back to; such a list is out of force for good. */
    long lists(LocalDate before) {
        long all = 0;
        for (OfMandate one : past) {
            Place place = one.place();
            if (place.receivedOn().isBefore(before)) {
                if (one.wasInForce() && !rows.countsOnly()) {
                    jdbc.update(
                            "insert ignore into withdrawal (mandate, agency, received_on, batch, supposed, holds_from, known_at)"
                                    + " values (?, ?, ?, ?, 0, ?, ?)",
                            one.mandate(),
                            place.agency(),
                            place.receivedOn(),
                            place.batch(),
                            keptFrom,
                            // nobody said it: nothing is learnt by it of any night
                            place.receivedOn());
                }
                all += rows.of(
                        "list_page",
                        "mandate = ? and agency = ? and received_on = ? and batch = ?",
                        one.mandate(),
                        place.agency(),
                        place.receivedOn(),
                        place.batch());
            }
        }
        return all;
    }

    private record File(LocalDate receivedOn, int batch, String folder, String name, int blanks, String sha256) {}

    /** First the file, then its row: who is cut off between does both again. */
    long raw(LocalDate before) throws IOException {
        List<File> going = new ArrayList<>();
        jdbc.query(
                FILES,
                row -> {
                    LocalDate on = row.getObject(1, LocalDate.class);
                    String agency = row.getString(6);
                    if (agency == null || !stays.getOrDefault(new Place(agency, on, row.getInt(2)), false)) {
                        going.add(new File(
                                on,
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getString(7)));
                    }
                },
                earlier(before));
        if (rows.countsOnly()) {
            return going.size();
        }
        Uses uses = new Uses(going.stream().map(File::sha256).toList());
        for (File file : going) {
            uses.release(file.sha256());
            jdbc.update(
                    "update intake_file set state = 'PURGED' where received_on = ? and batch = ? and folder = ? and name = ?"
                            + " and blanks = ?",
                    file.receivedOn(),
                    file.batch(),
                    file.folder(),
                    file.name(),
                    file.blanks());
        }
        return going.size();
    }

    /**
     * Exports as they were sent: a claim counts for some days. What was read of them names nobody, and stays as long as a report
     * that cannot be read may be open, with those that answer it.
     */
    long chats(LocalDate before, int claimDays) throws IOException {
        List<String> originals = jdbc.queryForList(
                "select sha256 from chat where received_on < ? and sha256 is not null",
                String.class,
                earlier(before).minusDays(claimDays + 1L));
        Uses uses = new Uses(originals);
        long files = uses.going();
        if (!rows.countsOnly()) {
            for (String sha256 : originals) {
                uses.release(sha256);
            }
        }
        LocalDate recorded = earlier(before).minusDays(ChatReceiving.RECORDED_DAYS);
        return files + rows.of("claim", "received_on < ?", recorded) + rows.of("chat", "received_on < ?", recorded);
    }

    private Path place(String sha256) {
        return archive.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private LocalDate earlier(LocalDate before) {
        return before.isBefore(keptFrom) ? before : keptFrom;
    }

    /** How many rows stand for a file of the archive: the last one takes it along. */
    private final class Uses {
        private final Map<String, Long> left = new HashMap<>();
        private final Map<String, Long> released;

        Uses(List<String> going) {
            released = going.stream().collect(Collectors.groupingBy(sha256 -> sha256, Collectors.counting()));
            Set<String> these = released.keySet();
            jdbc.query(USES, row -> {
                if (these.contains(row.getString(1))) {
                    left.put(row.getString(1), row.getLong(2));
                }
            });
        }

        /** Files that are there and will not be. */
        long going() {
            return released.entrySet().stream()
                    .filter(file -> left.getOrDefault(file.getKey(), 0L) <= file.getValue())
                    .filter(file -> Files.exists(place(file.getKey())))
                    .count();
        }

        void release(String sha256) throws IOException {
            if (left.merge(sha256, -1L, Long::sum) <= 0) {
                Files.deleteIfExists(place(sha256));
            }
        }
    }
}
