package id.rekap.intake;

import id.rekap.database.Marks;
import id.rekap.database.ServerPrepared;
import id.rekap.intake.Delivery.DroppedFile;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Deliveries, their verdicts and their lists in the database, for one mandate. */
public final class Submissions {
    static final RowMapper<Submission> SUBMISSION = (r, i) -> new Submission(
            r.getString("agency"),
            r.getObject("received_on", LocalDate.class),
            r.getInt("batch"),
            r.getString("drop_hash"),
            DeliveryDecision.valueOf(r.getString("verdict")),
            r.getInt("row_count"),
            r.getObject("kept_rows") == null ? r.getInt("row_count") : r.getInt("kept_rows"),
            SubmissionJson.files(r.getString("files")),
            SubmissionJson.notes(r.getString("notes")),
            SubmissionJson.holdReasons(r.getString("held_for")));

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final JdbcTemplate jdbc;
    private final String mandate;

    public Submissions(JdbcTemplate jdbc, String mandate) {
        this.jdbc = jdbc;
        this.mandate = mandate;
    }

    /**
     * Deliveries that have no verdict yet, by agency, each agency's oldest first; none of a batch that is still copying.
     *
     * @param after the batch up to which everything has one
     * @param upTo the last batch that counts: what other mandates have taken since is for a later run
     */
    public Map<String, List<Delivery>> toRead(IntakeBatch after, IntakeBatch upTo) {
        record Key(String agency, LocalDate receivedOn, int batch) {}
        Map<Key, List<DroppedFile>> files = new LinkedHashMap<>();
        jdbc.query(
                """
                select i.* from intake_file i
                left join submission s on s.mandate = ? and s.agency = i.agency
                  and s.received_on = i.received_on and s.batch = i.batch
                left join (
                  select distinct t.received_on, t.batch
                  from intake_batch t join intake_file c on c.received_on = t.received_on and c.batch = t.batch
                  where t.done = false and c.state = 'SEEN') copying
                  on copying.received_on = i.received_on and copying.batch = i.batch
                where (i.received_on > ? or (i.received_on = ? and i.batch > ?))
                  and (i.received_on < ? or (i.received_on = ? and i.batch <= ?))
                  and i.agency is not null and i.state in ('ARCHIVED', 'UNSAFE', 'CLOSED')
                  and s.agency is null and copying.batch is null
                order by i.agency, i.received_on, i.batch, i.folder, i.name""",
                r -> {
                    Key key = new Key(
                            r.getString("agency"), r.getObject("received_on", LocalDate.class), r.getInt("batch"));
                    String hash = r.getString("sha256");
                    files.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(new DroppedFile(
                                    r.getString("folder"),
                                    r.getString("name"),
                                    r.getLong("modified"),
                                    hash == null ? "" : hash,
                                    r.getString("state")));
                },
                mandate,
                after.receivedOn(),
                after.receivedOn(),
                after.batch(),
                upTo.receivedOn(),
                upTo.receivedOn(),
                upTo.batch());
        Map<String, List<Delivery>> deliveries = new LinkedHashMap<>();
        files.forEach((key, dropped) -> deliveries
                .computeIfAbsent(key.agency(), a -> new ArrayList<>())
                .add(new Delivery(key.agency(), key.receivedOn(), key.batch(), dropped)));
        return deliveries;
    }

    /** A delivery of one of this mandate's agencies. */
    public record Place(String agency, LocalDate receivedOn, int batch) {}

    /** These submissions, without their lists. */
    public Map<Place, Submission> get(Collection<Place> places) {
        Map<Place, Submission> found = new HashMap<>();
        if (!places.isEmpty()) {
            jdbc.query(
                            "select * from submission where mandate = ? and (" + atPlaces(places) + ")",
                            SUBMISSION,
                            arguments(places))
                    .forEach(s -> found.put(new Place(s.agency(), s.receivedOn(), s.batch()), s));
        }
        return found;
    }

    /** Submissions that can be meant by {@code <date>-<hash>} or its beginning, whatever stands before a slash. */
    public List<Submission> named(String written) {
        String id = new WrittenName(written, jdbc).id();
        return id.matches("\\d{4}-\\d\\d-\\d\\d(-[0-9a-f]*)?") ? jdbc.query("""
                        select * from submission where mandate = ? and submission_id like concat(?, '%')
                        order by agency, received_on, batch""", SUBMISSION, mandate, id) : List.of();
    }

    private static String atPlaces(Collection<Place> places) {
        return Marks.anyOf(places, "agency = ? and received_on = ? and batch = ?");
    }

    private Object[] arguments(Collection<Place> places) {
        List<Object> arguments = new ArrayList<>(List.of(mandate));
        places.forEach(place -> Collections.addAll(arguments, place.agency(), place.receivedOn(), place.batch()));
        return arguments.toArray();
    }

    /** SHA-256 of the files of the lists in force of a planned night, by agency, in hex digits. */
    public Map<String, List<String>> hashesInForce(long run) {
        Map<String, List<String>> hashes = new LinkedHashMap<>();
        jdbc.query(
                """
                select s.agency, json_extract(s.files, '$[*].sha256') from night n
                join submission s on s.mandate = ? and s.agency = n.agency
                  and s.received_on = n.received_on and s.batch = n.batch
                where n.run_id = ? order by s.agency""",
                r -> {
                    hashes.put(
                            r.getString(1),
                            SHA256.matcher(Objects.requireNonNullElse(r.getString(2), ""))
                                    .results()
                                    .map(MatchResult::group)
                                    .toList());
                },
                mandate,
                run);
        return hashes;
    }

    /** The first file, by name, of each drop of a date: {@code <folder>/<name as dropped>} by agency and batch. */
    public Map<String, String> firstFiles(LocalDate receivedOn) {
        Map<String, String> first = new HashMap<>();
        jdbc.query(
                """
                select agency, batch, folder, name from intake_file where received_on = ? and agency is not null and state <> 'STAYS'
                order by agency, batch, name, folder""",
                r -> {
                    first.putIfAbsent(r.getString(1) + "\u0000" + r.getInt(2), r.getString(3) + "/" + r.getString(4));
                },
                receivedOn);
        return first;
    }

    public ListPages pages(Place place) {
        return pages(List.of(place)).getOrDefault(place, ListPages.of(List.of()));
    }

    /** The lists of these submissions. */
    public Map<Place, ListPages> pages(Collection<Place> places) {
        Map<Place, List<ListPages.Page>> pages = new HashMap<>();
        if (!places.isEmpty()) {
            jdbc.query(
                    "select agency, received_on, batch, row_count, body from list_page where mandate = ? and ("
                            + atPlaces(places) + ") order by agency, received_on, batch, page",
                    r -> {
                        Place place = new Place(r.getString(1), r.getObject(2, LocalDate.class), r.getInt(3));
                        pages.computeIfAbsent(place, p -> new ArrayList<>())
                                .add(new ListPages.Page(r.getInt(4), r.getBytes(5)));
                    },
                    arguments(places));
        }
        Map<Place, ListPages> lists = new HashMap<>();
        pages.forEach((place, own) -> lists.put(place, ListPages.of(own)));
        return lists;
    }

    /** A chunk's lists are in memory together: a long one is written by itself. In the caller's transaction. */
    public List<ReadDelivery> writtenWhereLarge(List<ReadDelivery> read) {
        List<ReadDelivery> left = new ArrayList<>();
        for (ReadDelivery one : read) {
            if (one.isLarge()) {
                write(List.of(one));
            }
            left.add(one.isLarge() ? one.written() : one);
        }
        return left;
    }

    /** Writes what was read, whole. Only deliveries without a verdict are read, so nothing of them is there yet. */
    public void write(List<? extends ReadDelivery> all) {
        List<? extends ReadDelivery> read =
                all.stream().filter(one -> !one.isWritten()).toList();
        jdbc.batchUpdate("""
                insert into submission
                  (mandate, agency, received_on, batch, submission_id, drop_hash, verdict, row_count, files, notes,
                  held_for, kept_rows, asked, decision, decided_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", List.copyOf(read), 500, (statement, one) -> {
            Submission s = one.submission();
            statement.setString(1, mandate);
            statement.setString(2, s.agency());
            statement.setObject(3, s.receivedOn());
            statement.setInt(4, s.batch());
            statement.setString(5, s.id());
            statement.setString(6, s.dropHash());
            statement.setString(7, s.verdict().name());
            statement.setInt(8, s.rows());
            statement.setString(9, SubmissionJson.of(s.files()));
            statement.setString(10, SubmissionJson.of(s.notes()));
            statement.setString(11, s.heldFor().isEmpty() ? null : SubmissionJson.of(s.heldFor()));
            statement.setObject(12, Corrections.isCorrected(s.files()) ? s.keptRows() : null, Types.INTEGER);
            statement.setString(13, s.asked());
            DropDecisions.Held decided = one.decided().held();
            statement.setString(14, decided == null ? null : decided.decision().name());
            statement.setObject(15, decided == null ? null : decided.on(), Types.DATE);
        });
        new Withdrawals(jdbc, mandate).decidedBefore(read);
        ServerPrepared.insert(jdbc, """
                insert into list_page (mandate, agency, received_on, batch, page, row_count, body)
                values (?, ?, ?, ?, ?, ?, ?)""", pages(read));
    }

    private List<Object[]> pages(List<? extends ReadDelivery> read) {
        List<Object[]> pages = new ArrayList<>();
        for (ReadDelivery one : read) {
            List<ListPages.Page> own =
                    one.list() == null ? List.of() : one.list().pages();
            Submission s = one.submission();
            int number = 0;
            for (ListPages.Page page : own) {
                pages.add(new Object[] {
                    mandate, s.agency(), s.receivedOn(), s.batch(), number++, page.rowCount(), page.body()
                });
            }
        }
        return pages;
    }
}
