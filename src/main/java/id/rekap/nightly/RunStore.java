package id.rekap.nightly;

import id.rekap.reconcile.OutcomeStore;
import id.rekap.register.HalfRegister;
import id.rekap.snapshot.Learnt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Runs in the database. */
public final class RunStore {
    static final RowMapper<Run> RUN = (r, i) -> new Run(
            r.getLong("run_id"),
            r.getString("mandate"),
            r.getObject("business_date", LocalDate.class),
            r.getInt("revision"),
            Run.State.valueOf(r.getString("state")),
            r.getLong("previous_run"),
            r.getObject("batch", Integer.class),
            r.getInt("shards"),
            RunSettings.of(r.getString("settings")));

    private final JdbcTemplate jdbc;

    public RunStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Run> latest(String mandate, LocalDate date) {
        return jdbc
                .query(
                        "select * from run where mandate = ? and business_date = ? order by revision desc limit 1",
                        RUN,
                        mandate,
                        date)
                .stream()
                .findFirst();
    }

    /** Does the newest revision of a date stand in a set? */
    public boolean isPublished(String mandate, LocalDate date) {
        return latest(mandate, date).filter(Run::isPublished).isPresent();
    }

    /** The run whose set stands for the latest date up to this one. */
    public Optional<Run> lastPublished(String mandate, LocalDate upTo) {
        return jdbc.query("""
                        select * from run where mandate = ? and business_date <= ? and state = 'PUBLISHED'
                        order by business_date desc, revision desc limit 1""", RUN, mandate, upTo).stream().findFirst();
    }

    /** The runs that published this date, the one that counts last. */
    List<Run> published(String mandate, LocalDate date) {
        return of(mandate, date).stream().filter(Run::isPublished).toList();
    }

    /** Every date with a set, from one on and up to another, the oldest first. */
    public List<LocalDate> publishedDates(String mandate, LocalDate from, LocalDate to) {
        return jdbc.query("""
                select distinct business_date from run
                where mandate = ? and state = 'PUBLISHED' and business_date between ? and ? order by business_date""", (r, i) -> r.getObject(1, LocalDate.class), mandate, from, to);
    }

    /** All revisions of a date. */
    List<Run> of(String mandate, LocalDate date) {
        return jdbc.query(
                "select * from run where mandate = ? and business_date = ? order by revision", RUN, mandate, date);
    }

    /** Every run of a mandate, in no order. */
    List<Run> all(String mandate) {
        return jdbc.query("select * from run where mandate = ?", RUN, mandate);
    }

    /** What a published run counted. */
    record Counted(int due, int met, long rows) {}

    Counted counted(Run run) {
        return jdbc.query(
                        "select due, met, row_count from run where run_id = ?",
                        (r, i) -> new Counted(r.getInt(1), r.getInt(2), r.getLong(3)),
                        run.id())
                .get(0);
    }

    /** What a revision knows that the first set of its date did not; null where it is nothing. */
    public @Nullable Learnt learnt(Run run) {
        return jdbc
                .query(
                        "select learnt from run where run_id = ?",
                        (r, i) -> Optional.ofNullable(r.getString(1)),
                        run.id())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(Learnt::of)
                .orElse(null);
    }

    /** Those that are not published. */
    List<Run> unfinished(String mandate) {
        return jdbc.query("select * from run where mandate = ? and state <> 'PUBLISHED'", RUN, mandate);
    }

    /** The latest date with a run that is not published. */
    public Optional<LocalDate> latestUnfinished(String mandate) {
        return jdbc.query("""
                        select max(business_date) from run
                        where mandate = ? and state <> 'PUBLISHED'""", (r, i) -> Optional.ofNullable(r.getObject(1, LocalDate.class)), mandate)
                .get(0);
    }

    /** Has any mandate been run for a later date? Then this date takes no files. */
    public boolean hasLater(LocalDate date) {
        return !jdbc.queryForList("select 1 from run where business_date > ? limit 1", Integer.class, date)
                .isEmpty();
    }

    /** The latest date that any mandate was run for: only its runs, and later ones, take files. */
    public Optional<LocalDate> newest() {
        return jdbc.query(
                        "select max(business_date) from run",
                        (r, i) -> Optional.ofNullable(r.getObject(1, LocalDate.class)))
                .get(0);
    }

    public boolean hasRegister(LocalDate date) {
        return exists("agency", date) && exists("employee", date) && !HalfRegister.isThere(jdbc);
    }

    private boolean exists(String table, LocalDate date) {
        return !jdbc.queryForList(
                        "select 1 from " + table + " where valid_from <= ? and valid_to > ? limit 1",
                        Integer.class,
                        date,
                        date)
                .isEmpty();
    }

    Run create(String mandate, LocalDate date, int revision, int shards, RunSettings settings, Instant now) {
        Optional<Run> previous = lastPublished(mandate, date.minusDays(1));
        jdbc.update(
                """
                insert into run (mandate, business_date, revision, state, previous_run, batch, shards, settings, started_at)
                values (?, ?, ?, 'STARTED', ?, ?, ?, ?, ?)""",
                mandate,
                date,
                revision,
                previous.map(Run::id).orElse(null),
                new RunIntake(jdbc).takesNothing(date) ? null : 0,
                shards,
                settings.json(),
                utc(now));
        return latest(mandate, date).orElseThrow();
    }

    /** Instants are kept in UTC. */
    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Goes on with a run. Where another set stands before it by now, what it judged beside the one before goes. */
    Run restarted(Run run) {
        Optional<Run> previous = before(run);
        if (previous.map(Run::id).orElse(0L) != run.previous()) {
            new OutcomeStore(jdbc).forget(run.id());
        }
        jdbc.update("""
                update run set state = 'STARTED', ended_at = null, failure = null, previous_run = ?
                where run_id = ?""", previous.map(Run::id).orElse(null), run.id());
        return latest(run.mandate(), run.date()).orElseThrow();
    }

    private Optional<Run> before(Run run) {
        return lastPublished(run.mandate(), run.date().minusDays(1));
    }

    /** Waits for the publication of the mandate that is under way; the next one waits for the end of this transaction. */
    void takeTurn(String mandate) {
        jdbc.update("insert into publishing (mandate) values (?) on duplicate key update mandate = mandate", mandate);
    }

    /** The same of all mandates: what one set shows another of its date may have to hide. */
    void takeTurnOfAll() {
        takeTurn("");
    }

    /** Does the set that a run was judged beside still stand before it? */
    boolean hasSamePrevious(Run run) {
        return before(run).map(Run::id).orElse(0L) == run.previous();
    }

    void ended(Run run, Run.State state, @Nullable String failure, Instant now) {
        jdbc.update(
                "update run set state = ?, failure = ?, ended_at = ? where run_id = ? and state <> 'PUBLISHED'",
                state.name(),
                failure,
                utc(now),
                run.id());
    }

    /**
     * In the transaction that makes the set visible, and in its turn: no other publication of the mandate takes this number.
     * A publication that is repeated keeps its number, since its set counts those before it.
     */
    void published(Run run, int due, int met, long rows, Instant now) {
        int next = 1
                + jdbc.queryForList(
                                "select coalesce(max(publication), 0) from run where mandate = ?",
                                Integer.class,
                                run.mandate())
                        .get(0);
        jdbc.update("""
                update run set state = 'PUBLISHED', publication = coalesce(publication, ?), due = ?, met = ?, row_count = ?,
                  ended_at = ? where run_id = ?""", next, due, met, rows, utc(now), run.id());
    }

    /** Data rows of all lists in force, once published. */
    long rows(Run run) {
        return jdbc.queryForList("select row_count from run where run_id = ?", Long.class, run.id())
                .get(0);
    }
}
