package id.rekap.snapshot;

import id.rekap.acknowledgement.Acknowledgements;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingRow;
import id.rekap.reconcile.FindingRows;
import id.rekap.reconcile.NightStore;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.PublishedDates;
import id.rekap.reconcile.RunRef;
import id.rekap.reconcile.Tally;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The night book read from the database alone. */
public final class StoredPublication implements PublicationModel {
    private static final int AGENCIES_AT_ONCE = 64;
    private static final int NIGHTS_OF_TREND = 90;

    private final JdbcTemplate jdbc;
    private final RunRef run;
    private final Mandate mandate;
    private final @Nullable LocalDate previousDate;
    private final List<Tally> tallies;
    private final List<Presence> presences;
    private final List<PastNight> past;
    private final List<Trend> trend;
    private final List<Past> history;
    private final PublishedDates dates;
    private final PublishedDates datesBeforeLast;
    private final ReceivedFiles files;
    private final Map<String, Claimed> claims;
    private final @Nullable PublicationContext context;
    private final Set<String> acknowledged;
    private final Map<String, String> lists;
    private final Suppressed suppressed;
    private final List<UnfinishedRun> unfinished;
    private @Nullable List<AgencyPosition> agencies;
    private @Nullable List<Received> received;

    /** Of a night that is about to be published. */
    public StoredPublication(JdbcTemplate jdbc, RunRef run, Mandate mandate) {
        this(jdbc, run, mandate, null);
    }

    /** @param context by the set of a night when it was published; null: what the facts say now */
    public StoredPublication(JdbcTemplate jdbc, RunRef run, Mandate mandate, @Nullable PublicationContext context) {
        this.jdbc = jdbc;
        this.run = run;
        this.mandate = mandate;
        this.context = context;
        NightCounts counts = new NightCounts(jdbc, run, mandate);
        this.previousDate = dateOf(run.previous(), jdbc);
        this.tallies = counts.tallies();
        this.presences = counts.presences();
        this.past = context == null ? PastNight.before(run, NIGHTS_OF_TREND, jdbc) : PastNight.of(context.past(), jdbc);
        this.trend = new ArrayList<>(past.stream().map(PastNight::trend).toList());
        trend.add(now());
        LocalDate oldest = run.date().minusDays(NIGHTS_OF_HISTORY - 1);
        AgencySummaries summaries = new AgencySummaries(jdbc);
        this.suppressed = context == null ? summaries.suppressedBeside(run) : summaries.suppressedBy(run);
        this.history = summaries.of(
                past.stream().filter(p -> !p.date().isBefore(oldest)).toList());
        this.acknowledged = context == null ? new Acknowledgements(jdbc).on(run.date()) : context.acknowledged();
        this.lists = context == null ? listsOf(run.previous(), jdbc) : context.lists();
        this.unfinished = context == null ? UnfinishedRun.before(run, jdbc) : context.unfinished();
        this.files = new ReceivedFiles(jdbc, run, context);
        this.claims = NightClaims.recorded(run.id(), jdbc);
        this.dates = PublishedDates.before(run.id(), jdbc);
        this.datesBeforeLast = PublishedDates.before(run.previous(), jdbc);
    }

    /** What a published run keeps of the files of its lists; nothing without one. */
    private static Map<String, String> listsOf(long run, JdbcTemplate jdbc) {
        return new PublicationContexts(jdbc)
                .of(run)
                .map(kept -> kept.context().lists())
                .orElse(Map.of());
    }

    private static @Nullable LocalDate dateOf(long run, JdbcTemplate jdbc) {
        return jdbc
                .query("select business_date from run where run_id = ?", (r, i) -> r.getObject(1, LocalDate.class), run)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** What this set shows beside its facts; after it was written, since its files are known then. */
    public PublicationContext context(List<AgencyPosition> agencies, Map<String, String> made) {
        received();
        TreeMap<String, String> names = new TreeMap<>();
        agencies.forEach(a -> names.put(a.code(), a.name()));
        return new PublicationContext(
                past.stream().map(PastNight::run).toList(), files.drops(), names, acknowledged, made, unfinished);
    }

    @Override
    public LocalDate date() {
        return run.date();
    }

    @Override
    public int revision() {
        return run.revision();
    }

    @Override
    public Mandate mandate() {
        return mandate;
    }

    @Override
    public @Nullable LocalDate previousDate() {
        return previousDate;
    }

    @Override
    public List<Tally> tallies() {
        return tallies;
    }

    @Override
    public List<Presence> presences() {
        return presences;
    }

    /** Read once: everything that is published asks for them. */
    @Override
    public List<AgencyPosition> agencies() {
        List<AgencyPosition> known = agencies;
        if (known == null) {
            known = new NightPositions(jdbc, run, mandate).of(names(), presences, claims);
            agencies = known;
        }
        return known;
    }

    @Override
    public Set<String> acknowledged() {
        return acknowledged;
    }

    @Override
    public Suppressed suppressed() {
        return suppressed;
    }

    @Override
    public Map<String, String> lists() {
        return lists;
    }

    @Override
    public List<UnfinishedRun> unfinished() {
        return unfinished;
    }

    @Override
    public Map<String, Claimed> claims() {
        return claims;
    }

    private Map<String, String> names() {
        return context != null
                ? context.names()
                : new Agencies(jdbc).on(run.date()).stream().collect(Collectors.toMap(Agency::code, Agency::name));
    }

    /** Read once: the page asks for it, and the manifest. */
    @Override
    public List<Received> received() {
        List<Received> known = received;
        if (known == null) {
            known = files.received();
            received = known;
        }
        return known;
    }

    @Override
    public List<Trend> trend() {
        return trend;
    }

    @Override
    public List<Past> history() {
        return history;
    }

    /** Obligation {@code all} over everybody on this night. */
    public Trend now() {
        int due = 0;
        int met = 0;
        int known = 0;
        for (Tally tally : tallies) {
            if (tally.obligation().equals(Mandate.ALL)) {
                due += tally.due();
                met += tally.met();
                known += tally.due() - tally.notReported();
            }
        }
        Headline headline = Headline.sum(Headline.of(this).values());
        return new Trend(run.date(), due, met, due == 0 || known > 0, mandate.version(), headline);
    }

    @Override
    public void findings(BiConsumer<String, List<Finding>> visitor) {
        FindingRows rows = new FindingRows(jdbc);
        Map<String, List<FindingRow>> toldAnew =
                rows.toldAnewShown(run).stream().collect(Collectors.groupingBy(FindingRow::agency));
        TreeSet<String> codes = new TreeSet<>(toldAnew.keySet());
        new NightStore(jdbc).rows(run).forEach(row -> codes.add(row.agency()));
        List<String> all = List.copyOf(codes);
        for (int from = 0; from < all.size(); from += AGENCIES_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AGENCIES_AT_ONCE));
            Map<String, List<Finding>> found = new TreeMap<>();
            some.forEach(agency -> toldAnew.getOrDefault(agency, List.of()).forEach(f -> show(found, f)));
            rows.shown(run, some).forEach(f -> show(found, f));
            found.forEach(visitor);
        }
    }

    private void show(Map<String, List<Finding>> found, FindingRow finding) {
        found.computeIfAbsent(finding.agency(), a -> new ArrayList<>())
                .add(finding.published(run.date(), finding.resolved() ? datesBeforeLast : dates));
    }
}
