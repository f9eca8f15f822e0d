package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers.Looked;
import id.rekap.intake.Submissions.Place;
import id.rekap.register.RegisterVersions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Exports that come this night and will hold, while its lists are judged: their handles are looked up in the same pass, and the
 * lists are judged as if the answers stood in the database already. The step that crosses agencies takes the answers, where
 * nothing speaks against them, and looks again at whom it would have to answer otherwise; whoever was judged by other answers
 * than those is reconciled again.
 */
public final class LookedAhead {
    /** Nothing comes. */
    public static final LookedAhead NONE = new LookedAhead(Map.of(), Map.of(), "");

    private final Map<String, FollowersArrived> exports;
    private final Map<LocalDate, ListChains> chains;
    private final String register;
    private final Map<String, Answered> answered = new ConcurrentHashMap<>();

    private LookedAhead(Map<String, FollowersArrived> exports, Map<LocalDate, ListChains> chains, String register) {
        this.exports = exports;
        this.chains = chains;
        this.register = register;
    }

    /** Into exports of different accounts. */
    public static LookedAhead in(Collection<FollowersArrived> exports, RunRef run, JdbcTemplate jdbc) {
        Map<String, FollowersArrived> byAccount = new TreeMap<>();
        Map<LocalDate, ListChains> chains = new HashMap<>();
        for (FollowersArrived export : exports) {
            byAccount.put(export.account(), export);
            chains.computeIfAbsent(export.day(), day -> ListChains.between(day, run.date(), run.mandate(), jdbc));
        }
        return byAccount.isEmpty() ? NONE : new LookedAhead(byAccount, chains, register(run, jdbc));
    }

    private static String register(RunRef run, JdbcTemplate jdbc) {
        return RegisterVersions.on(run.date(), jdbc).ofAll();
    }

    /**
     * What was answered of a list.
     *
     * @param others by account, the lists in which a handle had to stand too
     * @param lost people whose rows had lost against another agency's
     * @param looked by account; nothing of one for which nobody claims a handle
     */
    private record Answered(
            Place list, Map<String, List<NightSubmissions.Key>> others, Set<String> lost, Map<String, Looked> looked) {}

    /** Were lists judged by what comes? */
    public boolean isAny() {
        return !exports.isEmpty();
    }

    /** What exports prove that do not come anew. */
    SortedMap<String, Proof> others(SortedMap<String, Proof> planned) {
        SortedMap<String, Proof> others = new TreeMap<>(planned);
        others.keySet().removeAll(exports.keySet());
        return others;
    }

    /** The exports in which an agency's list is looked up, with the lists that held since. */
    Map<FollowersArrived, List<NightSubmissions.Key>> of(String agency) {
        Map<FollowersArrived, List<NightSubmissions.Key>> of = new LinkedHashMap<>();
        exports.values()
                .forEach(export -> Optional.ofNullable(chains.get(export.day()))
                        .flatMap(chain -> chain.of(agency))
                        .ifPresent(held -> of.put(export, held)));
        return of;
    }

    /** What the agency was judged by, with the answers to what its list claims; they are kept. */
    AgencyInput judged(AgencyInput input, ListLookup lookup, Collection<CrossAgencyMatch> matches) {
        NightSubmissions.Key list = input.list();
        if (exports.isEmpty() || list == null) {
            return input;
        }
        Place place = list.of(input.agency());
        Map<String, Looked> looked = lookup.looked(place);
        Map<String, List<NightSubmissions.Key>> others = new HashMap<>();
        SortedMap<String, Proof> proofs = others(input.evidence());
        for (ListLookup.In export : lookup.exports()) {
            others.put(export.account(), export.others());
            Looked own = looked.get(export.account());
            if (own != null) {
                proofs.put(export.account(), new Proof(own.digest(), export.others()));
            }
        }
        Set<String> lost = new HashSet<>();
        matches.stream().filter(c -> c.kind() == CrossAgencyMatch.Kind.TWICE).forEach(c -> lost.add(c.no()));
        answered.put(input.agency(), new Answered(place, others, lost, looked));
        return input.with(proofs);
    }

    /** Do the answers still say whom the register means? */
    boolean isOfRegister(RunRef run, JdbcTemplate jdbc) {
        return !exports.isEmpty() && register.equals(register(run, jdbc));
    }

    /**
     * Would looking a list up now give what it gave?
     *
     * @param held the lists that held since the export's day
     * @param lost people whose rows have lost against another agency's
     */
    boolean holds(Place list, FollowersArrived export, List<NightSubmissions.Key> held, Set<String> lost) {
        Answered own = answered.get(list.agency());
        return own != null
                && own.list().equals(list)
                && export.equals(exports.get(export.account()))
                && ListLookups.othersOf(list, held).equals(own.others().get(export.account()))
                && lost.equals(own.lost());
    }

    /** What looking an agency's list up gave. */
    Optional<Looked> looked(String agency, String account) {
        return Optional.ofNullable(answered.get(agency)).map(own -> own.looked().get(account));
    }

    @Override
    public String toString() {
        return "exports of " + exports.keySet();
    }
}
