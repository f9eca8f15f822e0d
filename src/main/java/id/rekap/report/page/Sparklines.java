package id.rekap.report.page;

import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.PublicationModel.Past;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is said first of each agency from night to night, as the path of a small line, in whole percent from the top. */
final class Sparklines {
    private final Figures figures;
    private final LocalDate tonight;
    private final Map<String, StringBuilder> paths = new HashMap<>();
    private final Map<String, LocalDate> last = new HashMap<>();
    private final LocalDate from;

    Sparklines(PublicationModel book, Figures figures) {
        this.figures = figures;
        this.tonight = book.date();
        List<Past> history = book.history();
        this.from = history.isEmpty() ? tonight : history.get(0).date();
        for (Past past : history) {
            for (AgencySummary then : past.summaries()) {
                add(then.agency(), past.date(), then.headline(), figures.past(past, then));
            }
        }
        for (AgencyPosition agency : book.agencies()) {
            Headline now = figures.headline(agency.code()).given(agency.hasList());
            add(agency.code(), tonight, now, figures.shownAgency(agency.code()));
        }
    }

    private void add(String agency, LocalDate night, Headline headline, Shown shown) {
        if (shown != Shown.YES || headline.rateOnly() || !HeadlineWords.isShown(headline)) {
            return;
        }
        StringBuilder path = paths.computeIfAbsent(agency, a -> new StringBuilder());
        boolean isNext = night.minusDays(1).equals(last.put(agency, night));
        path.append(isNext ? 'L' : 'M').append(day(night)).append(' ');
        path.append(100 - HeadlineWords.share(headline).percent(0).intValueExact());
    }

    /** Empty where there is no line to draw. */
    String of(String agency) {
        String path = String.valueOf(paths.getOrDefault(agency, new StringBuilder()));
        return path.contains("L") && figures.shownAgency(agency) == Shown.YES ? path : "";
    }

    /** Width of the box in nights. */
    String days() {
        return Long.toString(day(tonight));
    }

    private long day(LocalDate night) {
        return ChronoUnit.DAYS.between(from, night);
    }
}
