package id.rekap.report.page;

import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel.Trend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said first, over the last nights of a calendar. The line breaks where a night is missing.
 *
 * @param title what is seen, for those who do not see it
 * @param line path of the line in a box of 300 by 100, a lone night as a dot
 * @param gaps path of the nights without a set between the first and the last that have one, or empty
 * @param marks path of the lines at the nights on which the mandate changed, or empty
 * @param rules says on which, or empty
 * @param last where the last night stands, empty where it cannot be shown
 * @param from the first night of the box
 * @param to the last one
 * @param columns of the rows
 * @param rows nights from the first with a set on, newest first
 */
public record TrendChart(
        String heading,
        String title,
        String line,
        String gaps,
        String marks,
        String rules,
        List<Dot> last,
        String from,
        String to,
        List<String> columns,
        List<Row> rows) {
    private static final double WIDTH = 300;

    /** A marked point with its value. */
    public record Dot(String x, String y, String label, String labelY) {}

    /** A night in numbers; dashes where there is no set. */
    public record Row(String date, String rate, String met, String due) {}

    static TrendChart of(List<Trend> trend, LocalDate date, int longest, HeadlineWords headline) {
        Wording words = headline.words();
        LocalDate window = date.minusDays(longest - 1L);
        TreeMap<LocalDate, Night> shares = new TreeMap<>();
        for (Trend night : trend) {
            Headline first = night.headline();
            if (!night.date().isBefore(window)) {
                shares.put(night.date(), new Night(HeadlineWords.share(first), first.isKnown(), first.rateOnly()));
            }
        }
        LocalDate first = shares.isEmpty() ? date : shares.firstKey();
        // no longer than there are nights to draw
        boolean isLonger = trend.stream().anyMatch(t -> t.date().isBefore(window));
        LocalDate from = isLonger ? window : first;
        int nights = (int) ChronoUnit.DAYS.between(from, date) + 1;
        Scale scale = new Scale(from, WIDTH / Math.max(1, nights - 1));
        StringBuilder line = new StringBuilder();
        StringBuilder gaps = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        List<LocalDate> changes = Trend.changesOfRules(trend).stream()
                .filter(changed -> !changed.isBefore(from))
                .toList();
        List<Row> rows = new ArrayList<>();
        int missing = 0;
        boolean isDrawing = false;
        for (LocalDate night = first; !night.isAfter(date); night = night.plusDays(1)) {
            Night share = shares.get(night);
            if (share == null) {
                missing++;
                gaps.append(scale.band(night));
            }
            boolean isShown = isShown(share);
            if (changes.contains(night)) {
                marks.append(scale.mark(night));
                isDrawing = false;
            }
            if (share != null && isShown) {
                line.append(isDrawing ? "L" : "M").append(scale.point(night, share.share()));
                if (!isDrawing && (!isShown(shares.get(night.plusDays(1))) || changes.contains(night.plusDays(1)))) {
                    line.append("h0");
                }
            }
            isDrawing = isShown;
            rows.add(0, row(night, share, words));
        }
        Map.Entry<LocalDate, Night> end = shares.lastEntry();
        return new TrendChart(
                words.text("trend.nights", words.number(nights)),
                words.text(
                        "trend.title",
                        headline.label(),
                        words.number(nights),
                        words.date(date),
                        end == null ? words.text("nobody") : end.getValue().rate(words),
                        words.number(missing)),
                line.toString(),
                gaps.toString(),
                marks.toString(),
                words.rulesChanged(changes),
                end == null || !isShown(end.getValue()) ? List.of() : List.of(scale.dot(end, words)),
                words.shortDate(from),
                words.shortDate(date),
                List.of(words.text("column.date"), headline.share(), words.text("met"), headline.people()),
                rows);
    }

    /** A night with a set; where nobody's position was known, it has a row and no point. */
    private record Night(Share share, boolean known, boolean rateOnly) {
        String number(Wording words, int number) {
            return rateOnly ? words.text("withheld") : share.shown(words, number);
        }

        boolean isDrawn() {
            return known && !share.suppressed() && share.due() > 0;
        }

        String rate(Wording words) {
            if (!known) {
                return words.text("unknown");
            }
            return rateOnly && share.suppressed() ? words.text("withheld") : share.shown(words);
        }
    }

    private static boolean isShown(@Nullable Night night) {
        return night != null && night.isDrawn();
    }

    private static Row row(LocalDate date, @Nullable Night night, Wording words) {
        if (night == null) {
            return new Row(words.date(date), words.text("trend.missing"), "–", "–");
        }
        Share share = night.share();
        return new Row(
                words.date(date),
                night.rate(words),
                night.known() ? night.number(words, share.met()) : words.text("nobody"),
                night.number(words, share.due()));
    }

    /** Nights from left to right, 100% on top. */
    private record Scale(LocalDate from, double step) {
        private double x(LocalDate night) {
            return (night.toEpochDay() - from.toEpochDay()) * step;
        }

        String point(LocalDate night, Share share) {
            return tenths(x(night)) + " " + tenths(y(share));
        }

        String band(LocalDate night) {
            return "M" + tenths(x(night) - step / 2) + " 0h" + tenths(step) + "v100h-" + tenths(step) + "z";
        }

        String mark(LocalDate night) {
            return "M" + tenths(x(night) - step / 2) + " 0v100";
        }

        Dot dot(Map.Entry<LocalDate, Night> night, Wording words) {
            double y = y(night.getValue().share());
            // above the line, unless there is no room
            return new Dot(
                    tenths(x(night.getKey())),
                    tenths(y),
                    night.getValue().rate(words),
                    tenths(y < 16 ? y + 16 : y - 7));
        }

        private static double y(Share share) {
            return 100 - share.percent().doubleValue();
        }

        private static String tenths(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    }
}
