package id.rekap.report.page;

import gg.jte.output.Utf8ByteOutput;
import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
     * @param sets the one that counts first, then earlier revisions
     */
    public record Night(LocalDate date, int due, int met, boolean known, List<Revision> sets) {}

    /**
     * A set.
     *
     * @param folder as the index reaches it, with a slash at its end
     * @param files that are in it
     */
    public record Revision(int number, String folder, List<String> files) {}

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

    /** A night in words. */
    public record Row(String date, String rate, String of, Revision set, List<Revision> earlier) {}

    /** The months of a year that have pages of their own. */
    public record Year(int year, List<Month> months) {}

    /** A month's page. */
    public record Month(String name, String file) {}

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
                mandate.title().getOrDefault(words.locale(), mandate.id()),
                mandate.number(),
                which,
                nights.stream().map(this::row).toList(),
                older,
                missed.isEmpty()
                        ? ""
                        : words.text(
                                "index.missed",
                                String.join(
                                        ", ", missed.stream().map(words::date).toList())));
        Utf8ByteOutput rendered = new Utf8ByteOutput();
        MorningPage.TEMPLATES.render("index.jte", content, rendered);
        rendered.writeTo(out);
    }

    private Row row(Night night) {
        Share all = new Share(night.due(), night.due(), night.met());
        return new Row(
                words.date(night.date()),
                night.known() ? all.shown(words) : words.text("unknown"),
                of(night, all),
                night.sets().get(0),
                night.sets().subList(1, night.sets().size()));
    }

    private String of(Night night, Share all) {
        if (all.due() == 0) {
            return words.text("rate.nobody");
        }
        String due = all.shown(words, night.due());
        return night.known()
                ? words.text("rate.of", all.shown(words, night.met()), due)
                : words.text("rate.unknown", due);
    }
}
