package id.rekap.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reports that could not be read for sure and are older than a claim may be, of agencies that had no readable one since: they
 * are open for as long as reports are recorded. Of each agency the last readable report before the claims' days is looked up at
 * the end of an index, and only what came after it is read.
 */
final class OldDoubts {
    private static final String KNOWN = "(%1$s.received_on < ? or (%1$s.received_on = ? and %1$s.batch <= ?))";

    /** With the readable report of the same minute, whose place in the chat decides. */
    private static final String SINCE_THE_LAST_READABLE = """
            select straight_join c.* from (
              select a.code, (
                select r.sent from claim r force index (claim_of_agency)
                where r.agency = a.code and r.sent < ? and r.doubt = '' and %s
                order by r.agency desc, r.sent desc limit 1) as since
              from (select distinct code from agency) a) l
            join claim c force index (claim_of_agency)
              on c.agency = l.code and c.sent >= ? and c.sent >= coalesce(l.since, ?) and c.sent < ? and %s
            order by c.received_on, c.batch, c.chat, c.line, c.agency""".formatted(KNOWN.formatted("r"), KNOWN.formatted("c"));

    private final JdbcTemplate jdbc;

    OldDoubts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By the export in which they stand: of exports that came before the claims' days only those in which one stood first.
     *
     * @param first day of claims
     * @param loaded exports that came from then on are read in any case
     */
    Map<ChatPlace, List<ChatReport>> known(LocalDate date, int batch, LocalDate first, LocalDate loaded) {
        LocalDate oldest = date.minusDays(ChatReceiving.RECORDED_DAYS - 1L);
        Map<ChatPlace, List<ChatReport>> open = new LinkedHashMap<>();
        Set<ClaimsInForce.Said> seen = new HashSet<>();
        Set<ChatPlace> read = new HashSet<>();
        jdbc.query(
                SINCE_THE_LAST_READABLE,
                r -> {
                    ChatPlace place = ChatPlace.of(r);
                    ChatReport report = ChatRows.report(r);
                    boolean isFirst = seen.add(ClaimsInForce.Said.of(report));
                    if (isFirst || !place.receivedOn().isBefore(loaded)) {
                        read.add(place);
                    }
                    open.computeIfAbsent(place, p -> new ArrayList<>()).add(report);
                },
                first,
                date,
                date,
                batch,
                oldest,
                oldest,
                first,
                date,
                date,
                batch);
        open.keySet().retainAll(read);
        return open;
    }
}
