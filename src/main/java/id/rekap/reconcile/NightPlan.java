package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.exemption.ExemptOn;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.intake.Submissions;
import id.rekap.mandate.Mandate;
import id.rekap.register.Agency;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Points every agency at what its outcome is made of and decides whose outcome must be computed again: where something of that
 * differs from the previous night. A repeat gives the same, and keeps what this run has judged already.
 */
public final class NightPlan {
    /** Raised whenever judging the same facts gives something else, or what is kept of it means something else. */
    private static final int RULES = 11;

    private static final byte[] NO_MATCHES = UnmatchedRows.key(List.of());

    private final JdbcTemplate jdbc;
    private final NightStore nights;
    private final Mandate mandate;
    private final People people;
    private final NightNotices notices;
    private final int maxAgeDays;
    private final int evidenceDays;
    private final AgencyInput.Rules rules;

    /**
     * Of a mandate.
     *
     * @param maxAgeDays an older list is stale
     * @param evidenceDays an older export proves nothing
     * @param version of the program: another one judges everything again
     */
    public NightPlan(
            JdbcTemplate jdbc,
            Mandate mandate,
            Catalogue catalogue,
            Locale locale,
            int maxAgeDays,
            int evidenceDays,
            String version) {
        this.jdbc = jdbc;
        this.nights = new NightStore(jdbc);
        this.mandate = mandate;
        this.people = new People(jdbc);
        this.notices =
                new NightNotices(jdbc, catalogue, locale, new Submissions(jdbc, mandate.id()), new FindingRows(jdbc));
        this.maxAgeDays = maxAgeDays;
        this.evidenceDays = evidenceDays;
        this.rules = new AgencyInput.Rules(RULES, version, locale.toLanguageTag(), mandate.version());
    }

    /**
     * In the caller's transaction.
     *
     * @return the exemptions that the night is judged by: what is typed while it judges counts with the next one
     */
    public ExemptionsInForce.All plan(RunRef run, int shards) {
        ExemptionsInForce.All exemptions = new ExemptionsInForce(jdbc, run.date()).all();
        NightFacts facts = facts(run, exemptions);
        AgencyInputs inputs = facts.inputs();
        String register = facts.register();
        Map<String, NightStore.Before> before = nights.before(run.previous());
        Map<String, OutcomeKeys> reconciled = reconciled(run.id());
        Map<String, OutcomeKeys> already = register.equals(registerSeenBy(run.id())) ? reconciled : Map.of();
        Map<String, byte[]> unmatched =
                register.equals(registerSeenBy(run.previous())) ? Map.of() : unmatchedNow(run, exemptions);

        List<NightStore.Planned> rows = new ArrayList<>();
        for (String code : codes(facts.agencies(), before)) {
            AgencyInput input = inputs.of(code);
            rows.add(row(run, input, shard(code, shards), already.get(code), before.get(code), unmatched));
        }
        new OutcomeStore(jdbc).forget(run, notKept(reconciled, already, inputs));
        nights.write(run, rows);
        jdbc.update("update run set register_seen = ? where run_id = ?", register, run.id());
        notices.write(run, facts.inForce());
        return exemptions;
    }

    /** The exemptions that a night was planned with; nothing where others hold by now. */
    public Optional<ExemptionsInForce.All> exemptions(RunRef run) {
        ExemptionsInForce.All now = new ExemptionsInForce(jdbc, run.date()).all();
        return registerSeenBy(run.id()).endsWith(" " + now.digest()) ? Optional.of(now) : Optional.empty();
    }

    private NightFacts facts(RunRef run, ExemptionsInForce.All exemptions) {
        return NightFacts.of(run, mandate, rules, new NightFacts.Ages(maxAgeDays, evidenceDays), exemptions, jdbc);
    }

    /**
     * Notes of a planned night what evidence that came since changes, so that it is reconciled again; in the caller's transaction.
     * Planned again, the night would forget what is judged.
     */
    public void evidenceCame(RunRef run, ExemptionsInForce.All exemptions) {
        AgencyInputs inputs = facts(run, exemptions).inputs();
        List<AgencyInput> changed = new ArrayList<>();
        jdbc.query(
                """
                select n.agency, o.list_key from night n
                join outcome o on o.run_id = n.outcome_run and o.agency = n.agency where n.run_id = ?""",
                r -> {
                    AgencyInput input = inputs.of(r.getString(1));
                    if (!Arrays.equals(input.digest(), r.getBytes(2))) {
                        changed.add(input);
                    }
                },
                run.id());
        nights.changed(run, changed);
    }

    /** What was judged before the run was cut short, and is made of something else by now: no set will ever show it. */
    private static List<String> notKept(
            Map<String, OutcomeKeys> reconciled, Map<String, OutcomeKeys> already, AgencyInputs inputs) {
        return reconciled.keySet().stream()
                .filter(agency -> {
                    OutcomeKeys keys = already.get(agency);
                    return keys == null
                            || !Arrays.equals(keys.input(), inputs.of(agency).digest());
                })
                .toList();
    }

    private static Set<String> codes(Map<String, Agency> on, Map<String, NightStore.Before> before) {
        Set<String> codes = new TreeSet<>(on.keySet());
        before.forEach((code, was) -> {
            if (!was.state().equals(NightRow.GONE)) {
                codes.add(code);
            }
        });
        return codes;
    }

    /**
     * Agencies are dealt to shards by their code, so that a restart deals them the same: by the upper digits of Fibonacci hashing,
     * which deal codes that follow one another evenly.
     */
    public static int shard(String agency, int shards) {
        return (int) ((Integer.toUnsignedLong(agency.hashCode() * 0x9E3779B9) * shards) >>> Integer.SIZE);
    }

    private static NightStore.Planned row(
            RunRef run,
            AgencyInput input,
            int shard,
            @Nullable OutcomeKeys already,
            NightStore.@Nullable Before was,
            Map<String, byte[]> unmatched) {
        byte[] digest = input.digest();
        long outcomeRun = 0;
        if (already != null && Arrays.equals(already.input(), digest)) {
            outcomeRun = run.id();
        } else if (was != null
                && was.keys()
                        .holds(new OutcomeKeys(
                                digest,
                                unmatched.getOrDefault(
                                        input.agency(), was.keys().unmatched())))) {
            outcomeRun = was.outcomeRun();
        }
        return new NightStore.Planned(
                input, shard, outcomeRun, was == null ? NO_MATCHES : was.crossKey(), was == null ? 0 : was.matchRun());
    }

    private String registerSeenBy(long run) {
        return jdbc.queryForList("select register_seen from run where run_id = ?", String.class, run).stream()
                .findFirst()
                .orElse("");
    }

    /** What this run has judged before it was cut short. */
    private Map<String, OutcomeKeys> reconciled(long run) {
        Map<String, OutcomeKeys> keys = new HashMap<>();
        jdbc.query(
                "select agency, list_key, unmatched_key from outcome where run_id = ?",
                r -> {
                    keys.put(r.getString(1), new OutcomeKeys(r.getBytes(2), r.getBytes(3)));
                },
                run);
        return keys;
    }

    /** What the register says by now of the unmatched rows of the previous night's lists, by agency. */
    private Map<String, byte[]> unmatchedNow(RunRef run, ExemptionsInForce.All exemptions) {
        Map<String, List<String>> numbers = new HashMap<>();
        jdbc.query(
                """
                select s.agency, s.no from night n
                join unmatched_row s on s.run_id = n.outcome_run and s.agency = n.agency where n.run_id = ?""",
                r -> {
                    numbers.computeIfAbsent(r.getString(1), a -> new ArrayList<>())
                            .add(r.getString(2));
                },
                run.previous());
        Set<String> all = new TreeSet<>();
        numbers.values().forEach(all::addAll);
        Map<String, Person> now = people.byNumber(all, run.date());
        ExemptOn exempt = exemptions.ofPeople(now.values());
        Map<String, byte[]> digests = new HashMap<>();
        numbers.forEach((agency, own) -> {
            Map<String, String> states = new HashMap<>();
            own.forEach(no -> states.put(no, UnmatchedRows.state(now.get(no), exempt(now.get(no), exempt))));
            digests.put(agency, UnmatchedRows.digest(states));
        });
        return digests;
    }

    private static String exempt(@Nullable Person person, ExemptOn exempt) {
        return person == null ? "" : exempt.of(person);
    }
}
