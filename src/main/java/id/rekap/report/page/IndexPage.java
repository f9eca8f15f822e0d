package id.rekap.report.page;

import id.rekap.mandate.Mandate;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.Learnt;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the lists of nights of a mandate, newest first, with links to what circulates of them. */
public final class IndexPage {
    private static final Pattern FILE = Pattern.compile("index-(\\d{4}-(?:0[1-9]|1[0-2]))\\.html");

    private final Wording words;

    public IndexPage(Wording words) {
        this.words = words;
    }

    /**
     * A night on the index.
     *
     * @param known somebody's position was known
     * @param headline what was said first of it
     * @param sets the one that counts first, then earlier revisions
     */
    public record Night(LocalDate date, int due, int met, boolean known, Headline headline, List<Revision> sets) {}

    /**
     * A set.
     *
     * @param folder as the index reaches it, with a slash at its end
     * @param files that are in it
     * @param learnt what it knows that the first set of its date did not; null where it is nothing
     */
    public record Revision(
            int number,
            String folder,
            List<String> files,
            @Nullable Learnt learnt) {}

    /** What the template shows. */
    public record Content(
            Wording words,
            Page.Style style,
            String title,
            String number,
            String which,
            List<Row> nights,
            List<Year> older,
            String missed) {
        /** The page of a month leads back to the newest nights. */
        public boolean isOfMonth() {
            return !which.isEmpty();
        }
    }

    /**
     * A night in words.
     *
     * @param all how many have met all obligations, or empty where that is said first
     */
    public record Row(String date, String rate, String of, String all, Revision set, List<Revision> earlier) {}

    /** The months of a year that have pages of their own. */
    public record Year(int year, List<Month> months) {}

    /** A month's page. */
    public record Month(String name, String file) {}

    /** What a revision knows that the first set of its date did not, in words; empty where it is nothing. */
    public static String learnt(Wording words, Revision revision) {
        Learnt learnt = revision.learnt();
        if (learnt == null) {
            return "";
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("imports", learnt.imports());
        counts.put("exemptions", learnt.exemptions());
        counts.put("exemptions-ended", learnt.exemptionsEnded());
        counts.put("acknowledged", learnt.acknowledged());
        counts.put("acknowledgements-ended", learnt.acknowledgementsEnded());
        counts.put("lists", learnt.lists());
        counts.put("chats", learnt.chats());
        counts.put("withdrawals", learnt.withdrawals());
        return counts.entrySet().stream()
                .filter(of -> of.getValue() > 0)
                .map(of -> words.text("index.learnt." + of.getKey(), words.number(of.getValue())))
                .collect(Collectors.joining(", ", words.text("index.learnt") + " ", ""));
    }

    /** The page of a month, as its file is named. */
    public static String file(YearMonth month) {
        return "index-" + month + ".html";
    }

    /** The month whose page is named so. */
    public static Optional<YearMonth> month(String file) {
        Matcher name = FILE.matcher(file);
        return name.matches() ? Optional.of(YearMonth.parse(name.group(1))) : Optional.empty();
    }

    /**
     * The newest nights.
     *
     * @param nights newest first
     * @param older months that have nights older than these, newest first
     * @param missed dates without a night that was due, newest first
     */
    public void newest(
            Mandate mandate, List<Night> nights, List<YearMonth> older, List<LocalDate> missed, OutputStream out)
            throws IOException {
        TreeMap<Integer, List<Month>> years = new TreeMap<>(Comparator.reverseOrder());
        older.forEach(month -> years.computeIfAbsent(month.getYear(), y -> new ArrayList<>())
                .add(new Month(words.month(month), file(month))));
        List<Year> byYear = years.entrySet().stream()
                .map(y -> new Year(y.getKey(), y.getValue()))
                .toList();
        write(mandate, "", nights, byYear, missed, out);
    }

    /**
     * The nights of a month.
     *
     * @param nights newest first
     */
    public void month(Mandate mandate, YearMonth month, List<Night> nights, OutputStream out) throws IOException {
        write(
                mandate,
                words.text("index.month", words.month(month), Integer.toString(month.getYear())),
                nights,
                List.of(),
                List.of(),
                out);
    }

    private void write(
            Mandate mandate,
            String which,
            List<Night> nights,
            List<Year> older,
            List<LocalDate> missed,
            OutputStream out)
            throws IOException {
        Content content = new Content(
                words,
                MorningPage.STYLE,
                mandate.title(words.locale()),
                mandate.number(),
                which,
                nights.stream().map(night -> row(mandate, night)).toList(),
                older,
                missed.isEmpty()
                        ? ""
                        : words.text(
                                "index.missed",
                                String.join(
                                        ", ", missed.stream().map(words::date).toList())));
        Templates.render("index.jte", content, out);
    }

    private Row row(Mandate mandate, Night night) {
        HeadlineWords first = new HeadlineWords(mandate, words);
        Headline headline = night.headline();
        Share all = new Share(night.due(), night.due(), night.met());
        Shown shown = HeadlineWords.shownLater(headline);
        return new Row(
                words.date(night.date()),
                first.rate(headline, shown),
                labelled(first, headline, shown),
                first.isBesideAll() ? all(first, night, all) : "",
                night.sets().get(0),
                night.sets().subList(1, night.sets().size()));
    }

    private String labelled(HeadlineWords first, Headline headline, Shown shown) {
        String of = first.of(headline, shown);
        return first.label() + (of.isEmpty() ? "" : ": " + of);
    }

    private String all(HeadlineWords first, Night night, Share all) {
        Sum sum = new Sum(night.due(), 0, night.met(), 0, 0, 0, false, 0);
        return all.suppressed()
                ? words.text("headline.all") + ": " + words.text("suppressed")
                : first.all(sum, night.known());
    }
}
