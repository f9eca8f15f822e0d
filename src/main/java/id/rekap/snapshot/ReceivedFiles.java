package id.rekap.snapshot;

import id.rekap.claims.ChatRows;
import id.rekap.intake.Submissions;
import id.rekap.reconcile.LastIntakeBatch;
import id.rekap.reconcile.RunRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files behind a night: of the lists in force, and of the drops of its date that did not come into force. */
final class ReceivedFiles {
    private static final String NOT_IN_FORCE = """
            select i.agency, i.batch, i.sha256, s.verdict from intake_file i
            join submission s on s.mandate = ? and s.agency = i.agency and s.received_on = i.received_on
              and s.batch = i.batch and s.verdict in ('UNCHANGED', 'HELD', 'REFUSED')
            where i.received_on = ?""";

    private static final String AND_UNDECIDED = " and (s.decided_on is null or s.decided_on > i.received_on)";

    private final JdbcTemplate jdbc;
    private final RunRef run;
    private final @Nullable PublicationContext context;
    private final Set<PublicationContext.Drop> drops =
            new TreeSet<>(Comparator.comparing(PublicationContext.Drop::agency)
                    .thenComparing(PublicationContext.Drop::batch)
                    .thenComparing(PublicationContext.Drop::verdict));

    ReceivedFiles(JdbcTemplate jdbc, RunRef run, @Nullable PublicationContext context) {
        this.jdbc = jdbc;
        this.run = run;
        this.context = context;
    }

    /** By agency and hash. */
    List<Received> received() {
        List<Received> received = new ArrayList<>();
        new Submissions(jdbc, run.mandate())
                .hashesInForce(run.id())
                .forEach((agency, hashes) ->
                        hashes.forEach(sha256 -> received.add(new Received(agency, sha256, "in-force"))));
        // a later run of this date may have taken more, and somebody may have decided since
        Set<PublicationContext.Drop> asShown = context == null ? null : Set.copyOf(context.drops());
        jdbc.query(
                asShown == null ? NOT_IN_FORCE + AND_UNDECIDED : NOT_IN_FORCE,
                r -> {
                    PublicationContext.Drop drop = new PublicationContext.Drop(
                            r.getString("agency"), r.getInt("batch"), r.getString("verdict"));
                    if (asShown == null || asShown.contains(drop)) {
                        drops.add(drop);
                        String sha256 = r.getString("sha256");
                        received.add(new Received(
                                drop.agency(),
                                sha256 == null ? "" : sha256,
                                drop.verdict().toLowerCase(Locale.ROOT)));
                    }
                },
                run.mandate(),
                run.date());
        new ChatRows(jdbc)
                .taken(run.date(), LastIntakeBatch.of(run, jdbc))
                .forEach(chat -> received.add(
                        new Received("", chat.sha256(), chat.refusal().isPresent() ? "chat-refused" : "chat")));
        received.sort(Comparator.comparing(Received::agency)
                .thenComparing(Received::sha256)
                .thenComparing(Received::outcome));
        return received;
    }

    /** Those that {@link #received} found not in force, by agency: a server gives them in any order. */
    List<PublicationContext.Drop> drops() {
        return List.copyOf(drops);
    }
}
