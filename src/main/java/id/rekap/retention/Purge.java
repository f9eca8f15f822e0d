package id.rekap.retention;

import id.rekap.database.AuditLog;
import id.rekap.report.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes away what is past its age. Whoever is cut off gives the same command again. */
public final class Purge {
    private static final String KEPT_FROM = """
            insert into retention (home, kept_from) values (1, ?)
            on duplicate key update kept_from = greatest(kept_from, values(kept_from))""";

    private final Path home;
    private final JdbcTemplate jdbc;
    private final Retention retention;
    private final int claimDays;
    private final int evidenceDays;

    /**
     * @param claimDays a message of a chat counts for so many
     * @param evidenceDays an account's export proves for so many, by the lists that held since its day
     */
    public Purge(Path home, JdbcTemplate jdbc, Retention retention, int claimDays, int evidenceDays) {
        this.home = home;
        this.jdbc = jdbc;
        this.retention = retention;
        this.claimDays = claimDays;
        this.evidenceDays = evidenceDays;
    }

    /**
     * What went, or would go.
     *
     * @param keptFrom nights from this date on are whole
     * @param counts by kind
     */
    public record Purged(String keptFrom, Map<String, Long> counts) {
        public String inWords() {
            return counts.entrySet().stream()
                    .map(kind -> kind.getKey() + " " + kind.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /** From which date on nights are whole, where anything was ever purged. */
    public static Optional<LocalDate> keptFrom(JdbcTemplate jdbc) {
        return jdbc.query("select kept_from from retention", (r, i) -> r.getObject(1, LocalDate.class)).stream()
                .findFirst();
    }

    /** Runs of earlier dates begin no more from now on. */
    public LocalDate announce(LocalDate today) {
        LocalDate from = retention.keptFrom(today);
        jdbc.update(KEPT_FROM, from);
        return from;
    }

    /**
     * Counts what would go, or takes it away.
     *
     * @param mandates the first one publishes into reports itself
     */
    public Purged of(LocalDate today, List<String> mandates, boolean countsOnly) throws IOException {
        LocalDate keptFrom = retention.keptFrom(today);
        Rows rows = new Rows(jdbc, countsOnly);
        PastNights nights = new PastNights(jdbc, rows, keptFrom);
        LocalDate proven = keptFrom.minusDays(evidenceDays);
        PastAnswers answers = new PastAnswers(jdbc, rows);
        PastDrops drops = new PastDrops(jdbc, rows, home.resolve("archive"), answers.isAny() ? proven : keptFrom);
        PastSets sets = new PastSets(jdbc, countsOnly);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("people", nights.people(today.minusDays(retention.people())) + answers.before(proven));
        counts.put("lists", drops.lists(today.minusDays(retention.people())));
        counts.put("exceptions", nights.exceptions(today.minusDays(retention.exceptions())));
        counts.put("raw", drops.raw(today.minusDays(retention.raw())));
        counts.put("chats", drops.chats(today.minusDays(retention.chats()), claimDays));
        counts.put("batch", new PastExecutions(jdbc, rows).of(today.minusDays(retention.batch())));
        long files = 0;
        for (String mandate : mandates) {
            files += sets.of(
                    mandate, Publication.reports(home, mandate, mandates.get(0)), today.minusDays(retention.reports()));
        }
        counts.put("reports", files);
        return new Purged(keptFrom.toString(), counts);
    }

    /** Who took away what. */
    public void audit(Purged purged, String who, Instant now) {
        if (purged.counts().values().stream().anyMatch(count -> count > 0)) {
            new AuditLog(jdbc).add(now, who, "PURGE", "before " + purged.keptFrom(), purged.inWords());
        }
    }
}
