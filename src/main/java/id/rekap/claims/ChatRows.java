package id.rekap.claims;

import id.rekap.database.ServerPrepared;
import id.rekap.mandate.Group;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Chats and their reports in the database. */
public final class ChatRows {
    /** A phone's clock may be a day ahead of the night that takes its chat. */
    private static final int AHEAD = 1;

    private final JdbcTemplate jdbc;

    public ChatRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What holds on a date, by agency, as it is known by a batch of that date.
     *
     * @param hasList does a list speak for the agency?
     */
    public Map<String, AgencyClaim> on(LocalDate date, int batch, int days, Predicate<String> hasList) {
        return known(date, batch, days).on(date, days, hasList);
    }

    /** Reports that stand on a date, those that no longer hold too, in the order in which they were sent. */
    public List<Claim> inForce(LocalDate date, int batch, int days) {
        return known(date, batch, days).inForce(date, days);
    }

    /** Only what can hold on the date is read: neither older chats nor older reports, save those that are still open. */
    private ClaimsInForce known(LocalDate date, int batch, int days) {
        LocalDate first = date.minusDays(days - 1L);
        LocalDate loaded = first.minusDays(AHEAD);
        Map<ChatPlace, List<ChatReport>> reports = new OldDoubts(jdbc).known(date, batch, first, loaded);
        jdbc.query(
                """
                select * from claim force index (claim_sent) where sent >= ? and sent < ? and (received_on < ? or (received_on = ? and batch <= ?))
                order by received_on, batch, chat, line, agency""",
                r -> {
                    reports.computeIfAbsent(ChatPlace.of(r), p -> new ArrayList<>())
                            .add(report(r));
                },
                first,
                date.plusDays(1),
                date,
                date,
                batch);
        if (reports.isEmpty()) return new ClaimsInForce(List.of());
        List<ClaimsInForce.Export> exports = new ArrayList<>();
        for (ChatPlace place : reports.keySet()) {
            if (place.receivedOn().isBefore(loaded)) {
                exports.addAll(jdbc.query(
                        "select * from chat where received_on = ? and batch = ? and chat = ?",
                        (r, i) -> export(r, reports),
                        place.receivedOn(),
                        place.batch(),
                        place.chat()));
            }
        }
        exports.addAll(jdbc.query("""
                select * from chat where received_on >= ? and (received_on < ? or (received_on = ? and batch <= ?))
                  and refusal is null order by received_on, batch, chat""", (r, i) -> export(r, reports), loaded, date, date, batch));
        return new ClaimsInForce(exports);
    }

    private static ClaimsInForce.Export export(ResultSet r, Map<ChatPlace, List<ChatReport>> reports)
            throws SQLException {
        ChatPlace place = ChatPlace.of(r);
        return new ClaimsInForce.Export(
                place.receivedOn(),
                r.getString("name"),
                new ChatOutline(
                        r.getLong("first_minute"), r.getLong("last_minute"), ChatPrints.unfolded(r.getBytes("prints"))),
                reports.getOrDefault(place, List.of()));
    }

    static ChatReport report(ResultSet r) throws SQLException {
        Map<Group, Count> counts = new TreeMap<>();
        for (Group group : Group.values()) {
            Integer people = r.getObject(column(group, "people"), Integer.class);
            if (people != null) counts.put(group, new Count(people, r.getInt(column(group, "following"))));
        }
        return new ChatReport(
                r.getString("agency"),
                r.getObject("sent", LocalDateTime.class),
                r.getLong("line"),
                r.getLong("print"),
                counts,
                r.getBoolean("nil"),
                r.getString("doubt"),
                r.getString("words"));
    }

    private static String column(Group group, String what) {
        return (group == Group.ASN ? "asn_" : "contract_") + what;
    }

    /** Those that a batch of the date, or one before it on that date, has taken, in the order of their files. */
    public List<TakenChat> taken(LocalDate date, int batch) {
        return jdbc.query(
                "select * from chat where received_on = ? and batch <= ? order by received_on, batch, chat",
                (r, i) -> {
                    String sha256 = r.getString("sha256");
                    return new TakenChat(
                            r.getString("name"),
                            sha256 == null ? "" : sha256,
                            Optional.ofNullable(r.getString("refusal")).map(ChatReading.Refusal::valueOf),
                            r.getBoolean("date_assumed"),
                            first(r.getLong("first_minute"), date));
                },
                date,
                batch);
    }

    private static LocalDate first(long minute, LocalDate received) {
        return minute == ChatOutline.EMPTY.first()
                ? received
                : LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC).toLocalDate();
    }

    /**
     * Of batches that have not come to their end: hashes of the files that are recorded and may still lie in the inbox, and
     * names of those that have none.
     */
    List<String> recordedOfUnfinished() {
        return jdbc.queryForList("""
                select coalesce(c.original, c.name) from intake_batch t
                join chat c on c.received_on = t.received_on and c.batch = t.batch where t.done = false""", String.class);
    }

    /** In the caller's transaction. */
    void write(LocalDate receivedOn, int batch, ReadChat chat) {
        Integer last = jdbc.queryForObject(
                "select coalesce(max(chat), 0) from chat where received_on = ? and batch = ?",
                Integer.class,
                receivedOn,
                batch);
        int number = 1 + (last == null ? 0 : last);
        ChatReading reading = chat.reading();
        jdbc.update(
                """
                insert into chat (received_on, batch, chat, name, original, sha256, refusal, date_assumed, first_minute,
                  last_minute, prints) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                receivedOn,
                batch,
                number,
                chat.name(),
                chat.original(),
                chat.sha256(),
                reading.refusal().map(Enum::name).orElse(null),
                reading.dateAssumed(),
                reading.outline().first(),
                reading.outline().last(),
                ChatPrints.folded(reading.outline().sample()));
        List<Object[]> rows = new ArrayList<>();
        for (ChatReport report : chat.reports()) {
            @Nullable Count asn = report.counts().get(Group.ASN);
            @Nullable Count contract = report.counts().get(Group.TENAGA_KONTRAK);
            rows.add(new @Nullable Object[] {
                receivedOn,
                batch,
                number,
                report.line(),
                report.agency(),
                report.sent(),
                report.print(),
                asn == null ? null : asn.people(),
                asn == null ? null : asn.following(),
                contract == null ? null : contract.people(),
                contract == null ? null : contract.following(),
                report.nil(),
                report.doubt(),
                report.words()
            });
        }
        ServerPrepared.insert(
                jdbc,
                "insert into claim (received_on, batch, chat, line, agency, sent, print, asn_people, asn_following, contract_people,"
                        + " contract_following, nil, doubt, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }
}
