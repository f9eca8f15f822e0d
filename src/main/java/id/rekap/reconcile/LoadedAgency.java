package id.rekap.reconcile;

import java.util.List;

/** An agency to be judged: what it is made of, loaded, and what was open in the previous set. */
record LoadedAgency(AgencyFacts facts, AgencyInput input, List<FindingRow> openBefore) {
    @Override
    public String toString() {
        return facts.agency();
    }
}
