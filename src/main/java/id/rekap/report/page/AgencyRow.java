package id.rekap.report.page;

/**
 * An agency without its people.
 *
 * @param anchor that a link may lead to
 * @param kind a class of the style sheet
 * @param badge of a file that was refused, or empty
 * @param list when the list in force came and how old it is, or empty
 * @param rate of what is said first
 * @param of how many of how many, or empty
 * @param bar length of that in percent, or empty
 * @param change of people since the last published night
 * @param line path over the nights, or empty
 * @param rows people of the register in lists
 * @param claimed people who follow as the head claims
 * @param chosen rates of the other obligations, each with of how many
 */
public record AgencyRow(
        String anchor,
        String code,
        String name,
        String kind,
        String symbol,
        String state,
        String badge,
        String list,
        String rate,
        String of,
        String bar,
        String change,
        String line,
        String asn,
        String contract,
        String headcount,
        String rows,
        String claimed,
        String open,
        String chosen,
        Figures figures) {
    /** Is its state nothing that a reader has to be told where there is little room? */
    public boolean isPlain() {
        return badge.isEmpty() && (kind.equals("reported") || kind.equals("covered"));
    }

    /** Obligation {@code all} of an agency, as it may be shown. */
    public record Figures(String due, String met, String unverified, String notMet, String notReported) {}
}
