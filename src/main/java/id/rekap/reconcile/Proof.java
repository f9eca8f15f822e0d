package id.rekap.reconcile;

import java.util.List;

/**
 * What an account's export proves of an agency's list, by reference.
 *
 * @param answers digest of whose handle was found: another export that says the same has the same
 * @param lists the other lists in which a handle must stand too, so that it has stood there without a break since the
 *     export's day or before: those that held since, and the one whose handles were looked for
 */
record Proof(String answers, List<NightSubmissions.Key> lists) {}
