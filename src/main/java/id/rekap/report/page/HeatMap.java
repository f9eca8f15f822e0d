package id.rekap.report.page;

import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.PublicationModel.Past;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is said first of each agency, night by night. A row is drawn as a few strokes, one for each run of equal nights, and
 * all strokes of a class are one path: some bytes for a stroke, not an element for a cell.
 *
 * @param heading says what is shown
 * @param nights days from left to right
 * @param rules says on which nights the mandate changed, or empty
 * @param dates columns of the table, oldest first
 */
public record HeatMap(
        String heading,
        int nights,
        String from,
        String to,
        String rules,
        List<Block> blocks,
        List<String> dates,
        List<Row> rows) {
    /** Agencies in a block, so that a printer can turn the page between two. */
    private static final int ROWS = 20;

    /**
     * A few agencies.
     *
     * @param height in lines
     */
    public record Block(String title, int height, List<String> names, List<Stroke> strokes) {}

    /** All nights of a class in a block. */
    public record Stroke(String kind, String path) {}

    /** An agency's nights in numbers. */
    public record Row(String name, List<String> cells) {}

    /** Path of the lines between two nights. */
    public String between() {
        StringBuilder path = new StringBuilder();
        for (int day = 1; day < nights; day++) {
            path.append('M').append(day).append(" -1v").append(ROWS + 1);
        }
        return path.toString();
    }

    static HeatMap of(PublicationModel book, List<AgencyPosition> agencies, Figures figures, Wording words) {
        TreeMap<LocalDate, Map<String, Cell>> nights = nights(book, agencies, figures, words);
        String label = new HeadlineWords(book.mandate(), words).label();
        // as long as there are nights to draw
        LocalDate from = nights.firstKey();
        int days = (int) ChronoUnit.DAYS.between(from, book.date()) + 1;
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < agencies.size(); at += ROWS) {
            List<AgencyPosition> some = agencies.subList(at, Math.min(agencies.size(), at + ROWS));
            String title = words.text(
                    "heat.title",
                    label,
                    words.number(at + 1L),
                    words.number((long) at + some.size()),
                    words.date(from),
                    words.date(book.date()));
            blocks.add(block(title, some, from, days, nights));
        }
        return new HeatMap(
                words.text("heat", label),
                days,
                words.shortDate(from),
                words.shortDate(book.date()),
                words.rulesChanged(PublicationModel.Trend.changesOfRules(book.trend()).stream()
                        .filter(changed -> !changed.isBefore(from))
                        .toList()),
                blocks,
                nights.keySet().stream().map(words::shortDate).toList(),
                agencies.stream()
                        .map(a -> new Row(
                                a.name(),
                                nights.values().stream()
                                        .map(night -> night.getOrDefault(a.code(), Cell.NONE)
                                                .text())
                                        .toList()))
                        .toList());
    }

    private static Block block(
            String title,
            List<AgencyPosition> agencies,
            LocalDate from,
            int days,
            TreeMap<LocalDate, Map<String, Cell>> nights) {
        Map<String, StringBuilder> paths = new HashMap<>();
        for (int row = 0; row < agencies.size(); row++) {
            String agency = agencies.get(row).code();
            int start = 0;
            String kind = "";
            for (int day = 0; day <= days; day++) {
                String next = nights.getOrDefault(from.plusDays(day), Map.of())
                        .getOrDefault(agency, Cell.NONE)
                        .kind();
                if (day == days || !next.equals(kind)) {
                    if (!kind.isEmpty()) {
                        paths.computeIfAbsent(kind, k -> new StringBuilder())
                                .append('M')
                                .append(start)
                                .append(' ')
                                .append(row)
                                .append('h')
                                .append(day - start);
                    }
                    start = day;
                    kind = next;
                }
            }
        }
        return new Block(
                title,
                agencies.size(),
                agencies.stream().map(AgencyPosition::name).toList(),
                new TreeSet<>(paths.keySet())
                        .stream()
                                .map(kind -> new Stroke(kind, String.valueOf(paths.get(kind))))
                                .toList());
    }

    private static TreeMap<LocalDate, Map<String, Cell>> nights(
            PublicationModel book, List<AgencyPosition> agencies, Figures figures, Wording words) {
        TreeMap<LocalDate, Map<String, Cell>> nights = new TreeMap<>();
        for (Past past : book.history()) {
            nights.put(past.date(), cells(past.summaries(), then -> figures.past(past, then), words));
        }
        List<AgencySummary> tonight = AgencySummary.of(book, agencies);
        nights.put(book.date(), cells(tonight, now -> figures.shownAgency(now.agency()), words));
        return nights;
    }

    private static Map<String, Cell> cells(
            List<AgencySummary> summaries, Function<AgencySummary, Shown> shown, Wording words) {
        Map<String, Cell> cells = new HashMap<>();
        for (AgencySummary s : summaries) {
            cells.put(s.agency(), Cell.of(s, shown.apply(s), words));
        }
        return cells;
    }

    /** A night of an agency: its class, empty for nothing to draw, and its text in the table. */
    private record Cell(String kind, String text) {
        static final Cell NONE = new Cell("", "");
        private static final Cell UNKNOWN = new Cell("unknown", "×");

        static Cell of(AgencySummary summary, Shown shown, Wording words) {
            Headline first = summary.headline();
            if (summary.state().isSilent() && summary.due() > 0) {
                return UNKNOWN;
            }
            if (shown != Shown.YES) {
                return hidden(shown, words);
            }
            if (first.of() == 0 || summary.due() == 0) {
                return NONE;
            }
            if (!first.isKnown()) {
                return UNKNOWN;
            }
            Share share = HeadlineWords.share(first);
            if (share.suppressed()) {
                return hidden(Shown.WITHHELD, words);
            }
            int percent = share.percent(0).intValueExact();
            // all is only for all: 99.6% is not
            int kind = first.met() == first.of() ? 4 : Math.min(3, percent / 25);
            return new Cell("rate" + kind, Integer.toString(percent));
        }

        private static Cell hidden(Shown shown, Wording words) {
            return new Cell("few", shown.or(words, ""));
        }
    }
}
