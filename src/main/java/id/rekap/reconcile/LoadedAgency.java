package id.rekap.reconcile;

import java.util.List;

/**
 * An agency to be judged: what it is made of, loaded, and what was open in the previous set.
 *
 * @param isJudged it has an outcome that holds, unless something else comes of what is looked up while it is judged
 */
record LoadedAgency(AgencyFacts facts, AgencyInput input, List<FindingRow> openBefore, boolean isJudged) {
    @Override
    public String toString() {
        return facts.agency();
    }
}
