package id.rekap.reconcile;

import id.rekap.mandate.Group;

/**
 * People of an agency and group: in the register, with a counted row, following every account that is owed. The ground of
 * {@code counts.csv}.
 */
public record Presence(String agency, Group group, int headcount, int counted, int following) {}
