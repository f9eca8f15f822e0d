package id.rekap.report;

import id.rekap.mandate.Mandate;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What {@code manifest.json} counts. Hashes and sizes of files are no numbers of people. */
record ManifestReading(Ledger ledger) {
    private static final Map<String, String> KINDS =
            Map.of("NEW", "fresh", "REOPENED", "reopened", "OPEN", "still", "RESOLVED", "resolved");

    void counts(JsonNode counts) {
        ledger.seen(counts.path("people").asString(), ledger.sum(ledger.agencies, Ledger.BOTH, Mandate.ALL, "people"));
        for (String what : Ledger.LISTED) {
            Map<String, Long> all = new HashMap<>();
            ledger.agencies.forEach(agency -> all.put(Ledger.listed(agency, what), 1L));
            ledger.seenListed(counts.path(what).asString(), all);
        }
        counts.path("codes")
                .propertyNames()
                .forEach(code -> KINDS.forEach((state, kind) -> {
                    Map<String, Long> all = new HashMap<>();
                    ledger.senders.forEach(sender -> all.put(Ledger.exceptions(sender, code, kind), 1L));
                    ledger.seen(counts.path("codes").path(code).path(state).asString(), all);
                }));
    }
}
