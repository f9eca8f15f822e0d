package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers;
import id.rekap.evidence.FollowerAnswers.Reference;
import id.rekap.evidence.FollowerExports;
import id.rekap.evidence.FollowerExports.Export;
import id.rekap.mandate.Mandate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What exports that hold on a date prove of each agency's list, by reference. Where there is none nothing is looked up. */
final class EvidenceInForce {
    private final Map<String, Map<String, Reference>> answers = new TreeMap<>();
    private final Map<String, ListChains> chains = new HashMap<>();

    /**
     * Of a date.
     *
     * @param batch up to which it is known what came on it
     * @param days that an export holds at most
     */
    static EvidenceInForce on(LocalDate date, int batch, int days, Mandate mandate, JdbcTemplate jdbc) {
        EvidenceInForce evidence = new EvidenceInForce();
        Map<LocalDate, ListChains> since = new HashMap<>();
        FollowerAnswers answers = new FollowerAnswers(jdbc, mandate.id());
        Map<String, Export> inForce = new FollowerExports(jdbc).inForce(date, batch, days);
        for (String account : mandate.accounts()) {
            Export export = inForce.get(account);
            LocalDate day = export == null ? null : export.exportedOn();
            if (export != null && day != null) {
                evidence.answers.put(account, answers.references(export.key()));
                evidence.chains.put(
                        account, since.computeIfAbsent(day, d -> ListChains.between(d, date, mandate.id(), jdbc)));
            }
        }
        return evidence;
    }

    /** Of an agency with this list in force, by account. */
    SortedMap<String, Proof> of(String agency, NightSubmissions.@Nullable Key list) {
        SortedMap<String, Proof> proofs = new TreeMap<>();
        answers.forEach((account, own) -> {
            Reference reference = own.get(agency);
            ListChains chain = chains.get(account);
            if (list != null && reference != null && chain != null) {
                chain.of(agency)
                        .ifPresent(lists ->
                                proofs.put(account, new Proof(reference.digest(), others(lists, reference, list))));
            }
        });
        return proofs;
    }

    private static List<NightSubmissions.Key> others(
            List<NightSubmissions.Key> held, Reference looked, NightSubmissions.Key list) {
        List<NightSubmissions.Key> others = new ArrayList<>(held);
        if (held.stream().noneMatch(key -> isPlace(key, looked.listOn(), looked.listTake()))) {
            others.add(0, new NightSubmissions.Key(looked.listOn(), looked.listTake(), "", 0));
        }
        others.removeIf(key -> isPlace(key, list.receivedOn(), list.batch()));
        return others;
    }

    private static boolean isPlace(NightSubmissions.Key key, LocalDate receivedOn, int batch) {
        return key.receivedOn().equals(receivedOn) && key.batch() == batch;
    }
}
