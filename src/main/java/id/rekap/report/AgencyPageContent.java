package id.rekap.report;

import id.rekap.report.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of an agency's page shows: words and numbers as they stand on it, what others have written cut to what
 * a reader reads.
 *
 * @param trend null where there is but one night to show
 */
public record AgencyPageContent(
        ListWording words,
        Page.Style style,
        Header header,
        Anomalies anomalies,
        Sending sending,
        Standing standing,
        Open open,
        List<Obligation> obligations,
        List<Group> groups,
        @Nullable Trend trend,
        Letter letter) {

    public String language() {
        return words.locale().toLanguageTag();
    }

    /** Words that are the same on each page. */
    public String text(String key) {
        return words.text(key);
    }

    /**
     * Whose page it is.
     *
     * @param state a class of the style sheet, empty for an agency that has left the register
     * @param accounts that are to be followed, or empty
     */
    public record Header(
            String fullName,
            String name,
            String code,
            String title,
            String circular,
            String asOf,
            String state,
            String stateWords,
            String headline,
            String accounts,
            String open) {}

    /**
     * What is wrong.
     *
     * @param number how many kinds
     * @param sends something of it is mended by sending the list again
     * @param kinds each is made when its turn comes, since how many rows it has depends on the room that is left
     * @param resolved kinds in words, or empty
     */
    public record Anomalies(int number, boolean sends, Iterable<Anomaly> kinds, String resolved) {}

    /**
     * Exceptions of a kind.
     *
     * @param severity a class of the style sheet
     * @param mends what mending it does, or empty
     * @param whose words before the action, which tell where it is somebody else's
     * @param first rows that are seen without opening anything
     * @param rest the rows after them
     * @param summary what is seen of those before they are opened
     * @param who acts, or empty
     */
    public record Anomaly(
            String severity,
            String title,
            String counts,
            String mends,
            String whose,
            String action,
            Rows first,
            Rows rest,
            String summary,
            String meaning,
            String severityWord,
            String code,
            String who) {}

    /** Some rows of a kind, as many as there is room for. */
    public interface Rows extends Iterable<Row> {
        boolean isEmpty();

        /** Once they are written: how many there are besides, in words, or empty. */
        String more();
    }

    /**
     * A row that is wrong.
     *
     * @param file where it is another one than that of the row before, or empty
     * @param place in the file, or empty
     * @param message null where the kind says as much
     * @param suggestion or empty
     */
    public record Row(
            String file,
            String employeeName,
            String employeeNo,
            String place,
            @Nullable String message,
            String suggestion) {

        public boolean isOfSomebody() {
            return !employeeName.isEmpty() || !employeeNo.isEmpty();
        }
    }

    /**
     * Where a mended list goes, and to whom.
     *
     * @param first what is to be fetched, before the others
     * @param covers of whom the list in force also speaks, or empty
     */
    public record Sending(
            String what,
            String contact,
            String code,
            String how,
            Link first,
            List<Link> others,
            String inForce,
            String covers) {}

    public record Link(String to, String words) {}

    /**
     * Where the agency stands, in what is said first.
     *
     * @param all how many have met all obligations, or empty where that is said first
     * @param means what all obligations are
     */
    public record Standing(
            String label, boolean known, String rate, String of, String change, String all, String means) {}

    /**
     * How much is open.
     *
     * @param acknowledged what is said of those that are left out, or empty
     */
    public record Open(String total, String parts, String acknowledged) {}

    /**
     * Where its people stand to one obligation.
     *
     * @param note or empty
     * @param bar empty where nobody owes it
     * @param total or empty
     */
    public record Obligation(
            String label,
            String note,
            boolean known,
            String rate,
            int due,
            List<Segment> bar,
            List<Figure> figures,
            String total) {}

    /** A part of a bar that is as long as there are people. */
    public record Segment(String kind, int from, int people) {}

    /** A number and what it is of. */
    public record Figure(String of, String number) {}

    /**
     * People of a group, counted three ways.
     *
     * @param reasons what the difference is made of, or empty
     */
    public record Group(String name, String rate, List<Figure> figures, String reasons) {}

    /**
     * From night to night.
     *
     * @param last number of the last night, counted from 0
     * @param lines points of each
     * @param nights newest first
     */
    public record Trend(
            String title,
            int last,
            List<String> lines,
            String from,
            String to,
            List<String> columns,
            List<Night> nights) {}

    public record Night(String date, String due, String met, String rate) {}

    /**
     * The letter to the head.
     *
     * @param unknown why nothing is said of where people stand, or empty
     * @param standing null where that is not known, or of too few
     * @param table null where nobody's position is known since there is no list
     * @param closing what is asked for in the end, or empty
     */
    public record Letter(
            List<Figure> head,
            String name,
            String opening,
            String inForce,
            String unknown,
            @Nullable LetterStanding standing,
            @Nullable LetterTable table,
            List<LetterItem> items,
            String more,
            String closing) {}

    /**
     * Where its people stand, in a sentence or two.
     *
     * @param change since the night before, or empty
     * @param all how many have met all obligations, or empty where that is said first
     */
    public record LetterStanding(String line, String change, String all) {}

    /**
     * Where they stand to each obligation.
     *
     * @param withheld why groups are not shown, or empty
     */
    public record LetterTable(List<String> columns, List<LetterLine> lines, String withheld) {}

    public record LetterLine(String label, List<String> numbers) {}

    /** A kind of exceptions that the head is asked to see to. */
    public record LetterItem(String title, String open, String action) {}
}
