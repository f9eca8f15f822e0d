package id.rekap.snapshot;

import id.rekap.catalogue.Catalogue;
import id.rekap.intake.Covering;
import id.rekap.intake.Submissions;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Strays;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Points every agency at the list in force and decides whose outcome must be computed again: where something that it is made
 * of differs from the previous night. A repeat gives the same, and keeps what this run has judged already.
 */
public final class NightPlan {
    /** Raised whenever judging the same facts gives something else, or what is kept of it means something else. */
    private static final int RULES = 5;

    private final JdbcTemplate jdbc;
    private final Mandate mandate;
    private final Agencies agencies;
    private final People people;
    private final NightNotices notices;
    private final int maxAgeDays;
    private final String rulesVersion;

    /** @param version of the program: another one judges everything again */
    public NightPlan(
            JdbcTemplate jdbc, Mandate mandate, Catalogue catalogue, Locale locale, int maxAgeDays, String version) {
        this.jdbc = jdbc;
        this.mandate = mandate;
        this.agencies = new Agencies(jdbc);
        this.people = new People(jdbc);
        this.notices =
                new NightNotices(jdbc, catalogue, locale, new Submissions(jdbc, mandate.id()), new FindingRows(jdbc));
        this.maxAgeDays = maxAgeDays;
        this.rulesVersion = RULES + "\u0000" + version + "\u0000" + locale + "\u0000" + mandate.version();
    }

    /** In the caller's transaction. */
    public void plan(RunRef run, int shards) {
        Map<String, Agency> on = new TreeMap<>();
        agencies.on(run.date()).forEach(a -> on.put(a.code(), a));
        Map<String, InForce.Position> inForce = InForce.on(run.date(), mandate.id(), jdbc);
        Covering covering = new Covering(
                on, code -> inForce.getOrDefault(code, InForce.Position.NOTHING).list() != null);
        Map<String, String> touches = touches(run);
        Map<String, Before> before = before(run.previous());
        String register = registerSeen(run);
        Map<String, byte[]> already = register.equals(registerSeenBy(run.id())) ? judged(run.id()) : Map.of();
        boolean sameRegister = register.equals(registerSeenBy(run.previous()));
        Set<String> movedStrays = sameRegister ? Set.of() : agenciesWithMovedStrays(run, before);

        List<Object[]> rows = new ArrayList<>();
        Set<String> codes = new TreeSet<>(on.keySet());
        before.forEach((code, b) -> {
            if (!b.state().equals(NightRow.GONE)) {
                codes.add(code);
            }
        });
        for (String code : codes) {
            InForce.Position position = inForce.getOrDefault(code, InForce.Position.NOTHING);
            Agency agency = on.get(code);
            String coveredBy = agency == null ? null : covering.coveredBy(code);
            String state = agency == null ? NightRow.GONE : state(run, agency, position, coveredBy);
            byte[] key = key(code, state, position, coveredBy, covering, touches, run);
            Before was = before.get(code);
            long outcomeRun = 0;
            if (Arrays.equals(already.get(code), key)) {
                outcomeRun = run.id();
            } else if (was != null && Arrays.equals(was.outcomeKey(), key) && !movedStrays.contains(code)) {
                outcomeRun = was.outcomeRun();
            }
            InForce.Key list = agency == null ? null : position.list();
            rows.add(new Object[] {
                run.id(),
                code,
                shard(code, shards),
                state,
                coveredBy,
                list == null ? null : list.receivedOn(),
                list == null ? null : list.take(),
                list != null && isStale(run, list),
                key,
                was == null ? NO_CROSSINGS : was.crossKey(),
                outcomeRun,
                was == null ? 0 : was.crossingRun()
            });
        }
        jdbc.update("delete from night where run_id = ?", run.id());
        jdbc.batchUpdate("""
                insert into night (run_id, agency, shard, state, covered_by, received_on, take, stale,
                  list_key, cross_key, outcome_run, crossing_run) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        jdbc.update("update run set register_seen = ? where run_id = ?", register, run.id());
        notices.write(run, inForce);
    }

    private static final byte[] NO_CROSSINGS = Strays.key(List.of());

    /** Agencies are dealt to shards by their code, so that a restart deals them the same. */
    public static int shard(String agency, int shards) {
        return Math.floorMod((agency.hashCode() * 0x9E3779B9) >>> 16, shards);
    }

    private String state(RunRef run, Agency agency, InForce.Position position, @Nullable String coveredBy) {
        InForce.Key list = position.list();
        AgencyState state;
        if (position.held() != null) {
            state = AgencyState.HELD;
        } else if (list != null) {
            state = isStale(run, list) ? AgencyState.STALE : AgencyState.REPORTED;
        } else if (coveredBy != null) {
            state = AgencyState.COVERED;
        } else {
            state = agency.expected() ? AgencyState.MISSING : AgencyState.NOT_EXPECTED;
        }
        return state.name();
    }

    private boolean isStale(RunRef run, InForce.Key list) {
        return list.receivedOn().plusDays(maxAgeDays).isBefore(run.date());
    }

    /** Everything that judging this agency reads, crossings apart. */
    private byte[] key(
            String code,
            String state,
            InForce.Position position,
            @Nullable String coveredBy,
            Covering covering,
            Map<String, String> touches,
            RunRef run) {
        Digest key = new Digest().add(rulesVersion).add(code).add(state).add(coveredBy);
        InForce.Key list = position.list();
        key.add(list).add(position.held());
        key.add(list != null && isStale(run, list) ? "stale" : "");
        position.refused().forEach(key::add);
        key.add(touches.get(code));
        for (String covered : covering.coveredAgenciesOf(code)) {
            key.add(covered).add(touches.get(covered));
        }
        return key.bytes();
    }

    /** The last import that touched each agency by the date: the order names the whole index so that its end is read. */
    private Map<String, String> touches(RunRef run) {
        Map<String, String> touches = new HashMap<>();
        jdbc.query(
                """
                select a.code, (
                  select t.import_id from register_touch t force index (register_touch_import)
                  where t.agency = a.code and t.effective <= ? order by t.agency desc, t.import_id desc limit 1)
                from (select distinct code from agency) a""",
                r -> {
                    touches.put(r.getString(1), r.getString(2));
                },
                run.date());
        return touches;
    }

    /** The last import that counts by the date: imports come one after the other, so a later one has a greater number. */
    private String registerSeen(RunRef run) {
        return jdbc.queryForList("""
                        select import_id from register_import force index (primary)
                        where effective <= ? order by import_id desc limit 1""", String.class, run.date()).stream()
                .findFirst()
                .orElse("");
    }

    private String registerSeenBy(long run) {
        return jdbc.queryForList("select register_seen from run where run_id = ?", String.class, run).stream()
                .findFirst()
                .orElse("");
    }

    @SuppressWarnings("ArrayRecordComponent") // keys, compared with Arrays.equals
    private record Before(String state, long outcomeRun, byte[] outcomeKey, byte[] crossKey, long crossingRun) {}

    private Map<String, Before> before(long previous) {
        Map<String, Before> before = new HashMap<>();
        jdbc.query(
                """
                select n.agency, n.state, n.outcome_run, o.list_key, n.cross_key, n.crossing_run from night n
                join outcome o on o.run_id = n.outcome_run and o.agency = n.agency where n.run_id = ?""",
                r -> {
                    before.put(
                            r.getString(1),
                            new Before(r.getString(2), r.getLong(3), r.getBytes(4), r.getBytes(5), r.getLong(6)));
                },
                previous);
        return before;
    }

    /** What this run has judged before it was cut short, by key. */
    private Map<String, byte[]> judged(long run) {
        Map<String, byte[]> keys = new HashMap<>();
        jdbc.query(
                "select agency, list_key from outcome where run_id = ?",
                r -> {
                    keys.put(r.getString(1), r.getBytes(2));
                },
                run);
        return keys;
    }

    /** Agencies with a stray row of whom the register now says something else than when it was judged. */
    private Set<String> agenciesWithMovedStrays(RunRef run, Map<String, Before> before) {
        record Seen(String agency, String no, String state) {}
        List<Seen> strays =
                jdbc.query("""
                select s.agency, s.no, s.state from night n
                join stray s on s.run_id = n.outcome_run and s.agency = n.agency where n.run_id = ?""", (r, i) -> new Seen(r.getString(1), r.getString(2), r.getString(3)), run.previous());
        Set<String> numbers = new TreeSet<>();
        strays.forEach(s -> numbers.add(s.no()));
        Map<String, Person> now = people.byNumber(numbers, run.date());
        Set<String> moved = new HashSet<>();
        for (Seen stray : strays) {
            if (before.containsKey(stray.agency())
                    && !Strays.state(now.get(stray.no())).equals(stray.state())) {
                moved.add(stray.agency());
            }
        }
        return moved;
    }
}
