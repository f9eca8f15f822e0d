package id.rekap.report.page;

import java.util.List;

/**
 * What the template shows: words and numbers as they stand on the page, nothing left to work out.
 *
 * @param shareLink offers the message of the night to WhatsApp; nothing is sent unless it is followed
 */
public record Page(
        Wording words,
        Style style,
        String title,
        String number,
        String date,
        String shareLink,
        Headline headline,
        List<Obligation> obligations,
        List<Group> groups,
        List<Attention> attention,
        List<Anomaly> anomalies,
        List<Agency> agencies) {

    /** The style sheet, and the hash that the page's content policy admits it by. */
    public record Style(String css, String sha256) {}

    /**
     * The few numbers that most readers come for.
     *
     * @param change against the last published date, in words
     * @param trend points of a line in a box of 100 by 30, empty where there is no past
     */
    public record Headline(
            String rate,
            String met,
            String due,
            String change,
            String trend,
            String reported,
            String expected,
            String open,
            String fresh,
            String resolved) {}

    /**
     * Where everybody stands to one obligation.
     *
     * @param bar empty where there are too few people
     */
    public record Obligation(
            String label,
            boolean voluntary,
            boolean all,
            String rate,
            String due,
            String met,
            String unverified,
            String notMet,
            String notReported,
            String exempt,
            String total,
            List<Segment> bar) {}

    /** A part of a bar 100 long. */
    public record Segment(String kind, String from, String length) {}

    public record Group(String name, String headcount, String counted, String following) {}

    /** Agencies that somebody should call. */
    public record Attention(String symbol, String title, String advice, List<String> names) {}

    public record Anomaly(
            String code,
            String severity,
            String severityWord,
            String meaning,
            String action,
            String who,
            String fresh,
            String open,
            String resolved) {}

    /**
     * An agency without its people.
     *
     * @param kind a class of the style sheet
     */
    public record Agency(
            String code,
            String name,
            String kind,
            String symbol,
            String state,
            String headcount,
            String asn,
            String contract,
            String open) {}
}
