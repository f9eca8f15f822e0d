package id.rekap.report.page;

import java.util.List;

/**
 * What the template shows: words and numbers as they stand on the page, nothing left to work out.
 *
 * @param days that the agencies' lines span
 * @param labels of the obligations that a reader may choose for the agencies
 * @param since what the agencies' changes are against, in words, or empty
 * @param unexpected agencies without a list that need not report, in words, or empty
 * @param agenciesAdded agencies that have reported and those that have not, added up, in words
 * @param unknownAdded people of whom nothing is known, added up, in words, or empty
 * @param shareLink offers the message of the night to WhatsApp; nothing is sent unless it is followed
 */
public record Page(
        Wording words,
        Style style,
        Script script,
        String title,
        String number,
        String date,
        String shareLink,
        Headline headline,
        List<Change> changes,
        List<Attention> attention,
        List<AgencyRow> agencies,
        String days,
        String labels,
        String since,
        String unexpected,
        String agenciesAdded,
        String unknownAdded,
        List<Obligation> obligations,
        List<Group> groups,
        Claims claims,
        List<TrendChart> trends,
        HeatMap heat,
        List<AgeBar> ages,
        List<AgeBar> infos,
        List<Receipt> receipts) {

    /** The style sheet, and the hash that the page's content policy admits it by. */
    public record Style(String css, String sha256) {}

    /** What sorts and filters the agencies where scripts run, and the hash that admits it. */
    public record Script(String js, String sha256) {}

    /**
     * The few numbers that most readers come for.
     *
     * @param label what people do who are counted first
     * @param of how many of how many people, in words
     * @param change against the last published date, in words
     * @param groups the same of ASN and contract staff
     * @param claim what heads of agency claim beside it, in words, or empty
     * @param all how many have met all obligations, in words, or empty where that is said first
     * @param means what all obligations are
     * @param open errors and warnings that are not resolved
     * @param parts what they are made of, in words, and how many are resolved
     * @param infos how much is only information, in words, or empty
     * @param kind of the verdict, a class of the style sheet
     * @param verdict how complete the night is, in words
     * @param lacking what keeps it from being complete
     * @param next what has to be done now, in words
     */
    public record Headline(
            String label,
            String rate,
            String of,
            String change,
            List<Part> groups,
            String claim,
            String all,
            String means,
            String reported,
            String expected,
            String open,
            String parts,
            String infos,
            String kind,
            String verdict,
            List<Lacking> lacking,
            String next) {}

    /**
     * A group beside the whole.
     *
     * @param line all of it in a line
     */
    public record Part(String name, String rate, String of, String line) {}

    /**
     * Agencies that keep the night from being complete.
     *
     * @param ask what to ask them for
     * @param names of the first ones
     * @param rest how many more there are, in words, or empty
     */
    public record Lacking(String what, String ask, List<String> names, String rest) {}

    /**
     * One of the lists: what is new, what came back, what is still open, what is resolved.
     *
     * @param kind a class of the style sheet
     * @param age how long the oldest has been open, or empty
     * @param who acts on how many, or empty
     * @param kinds the gravest first
     */
    public record Change(String kind, String title, String total, String age, String who, List<Kind> kinds) {}

    /**
     * Exceptions of one code in a list.
     *
     * @param where agencies with the most, counts as they may be shown
     * @param rest how many more agencies there are, in words, or empty
     */
    public record Kind(
            String code,
            String severity,
            String severityWord,
            String title,
            String count,
            String age,
            String meaning,
            String action,
            String who,
            List<Where> where,
            String rest) {

        public boolean isInOneAgency() {
            return where.size() == 1 && rest.isEmpty();
        }
    }

    /** How many of something an agency has. */
    public record Where(String name, String count) {}

    /**
     * Where everybody stands to one obligation.
     *
     * @param asn rate of that group, as it may be shown
     * @param contract rate of the other one
     * @param rate in percent; of what is voluntary, how many have met it
     * @param bar empty where there are too few people, and of what is voluntary
     * @param added how many stand where, added up, in words, or empty
     * @param known of anybody
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
            String asn,
            String contract,
            List<Segment> bar,
            String added,
            boolean known) {}

    /** A part of a bar 100 long. */
    public record Segment(String kind, String from, String length) {}

    /**
     * The three counts of a group: what heads claim, what lists report, what the accounts' followers prove.
     */
    public record Group(
            String name,
            String headcount,
            String claimed,
            String claimedFollowing,
            String counted,
            String following,
            String rate,
            List<String> evidence) {}

    /**
     * What heads of agency claim.
     *
     * @param summary how many claim, in words
     */
    public record Claims(String summary, List<Claim> rows) {
        /** Where nobody claims anything, nothing is shown of it. */
        public boolean isRead() {
            return !summary.isEmpty();
        }
    }

    /** A group of an agency, counted three ways. */
    public record Claim(
            String agency,
            String group,
            String register,
            String rows,
            String following,
            String claimed,
            String claimedFollowing,
            String difference,
            String reasons) {}

    /** Agencies that somebody should call. */
    public record Attention(String symbol, String title, String advice, List<String> names) {}

    /**
     * Open exceptions of a kind by age.
     *
     * @param ages how many of each age, youngest first
     * @param bar of a length that compares with the other kinds'
     */
    public record AgeBar(String title, String open, List<String> ages, String oldest, List<Segment> bar) {}

    /** What became of something received this night, and whose it was. */
    public record Receipt(String title, String number, List<String> names) {}
}
