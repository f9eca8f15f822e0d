package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code summary.html}: one file that a phone shows offline, with scripts or without, and a printer prints. */
public final class MorningPage {
    static final Page.Style STYLE = Templates.style("page.css");
    private static final Page.Script SCRIPT = Templates.script("page.js");
    private static final int MONTH = 30;
    private static final int QUARTER = 90;

    private final Catalogue catalogue;
    private final Wording words;

    public MorningPage(Catalogue catalogue, Wording words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /**
     * The page of one night.
     *
     * @param positioned in the order of the page
     * @param message that the page offers to share
     */
    public void write(
            PublicationModel book,
            List<AgencyPosition> positioned,
            Figures figures,
            FindingCounts counts,
            String message,
            OutputStream out)
            throws IOException {
        List<AgencyPosition> agencies =
                positioned.stream().map(MorningPage::inert).toList();
        PositionParts positions = new PositionParts(book, figures, words);
        AgencyParts states = new AgencyParts(agencies, counts, figures, words);
        AgencyRows rows = new AgencyRows(book, agencies, figures, words);
        ClaimParts claims = new ClaimParts(book, agencies, figures, words);
        SumsInView sums = new SumsInView(agencies, counts, figures, words);
        AgeParts ages = new AgeParts(catalogue, words);
        Page page = new Page(
                words,
                dated(words.text("position", words.date(book.date()))),
                SCRIPT,
                book.mandate()
                        .title()
                        .getOrDefault(words.locale(), book.mandate().id()),
                book.mandate().number(),
                words.date(book.date()),
                WhatsAppMessage.shareLink(message),
                new HeadlineParts(book, counts, words).headline(agencies, figures, claims),
                new ChangeParts(agencies, counts, figures, catalogue, words).changes(),
                states.attention(),
                rows.rows(counts, states, positions),
                rows.days(),
                rows.labels(),
                rows.since(),
                states.unexpected(),
                sums.agenciesAdded(),
                sums.unknownAdded(),
                positions.obligations(),
                positions.groups(claims, new EvidenceParts(book, figures, words)),
                new Page.Claims(claims.isEmpty() ? "" : claims.summary("claims.summary"), claims.rows()),
                trends(book),
                HeatMap.of(book, agencies, figures, words),
                ages.bars(counts, code -> !counts.isInfo(code)),
                ages.bars(counts, counts::isInfo),
                new ReceiptParts(book, agencies, words).receipts());
        Templates.render("summary.jte", page, out);
    }

    /** As a page may name it. */
    static AgencyPosition inert(AgencyPosition a) {
        return new AgencyPosition(
                a.code(),
                Inert.onPage(a.name()),
                a.state(),
                a.submission(),
                a.receivedOn(),
                a.rows(),
                a.counted(),
                a.refused(),
                a.headcount(),
                a.coveredBy());
    }

    /** The longer one only where there is more to see. */
    private List<TrendChart> trends(PublicationModel book) {
        LocalDate date = book.date();
        HeadlineWords first = new HeadlineWords(book.mandate(), words);
        List<TrendChart> trends = new ArrayList<>();
        trends.add(TrendChart.of(book.trend(), date, MONTH, first));
        if (book.trend().stream().anyMatch(t -> !t.date().isAfter(date.minusDays(MONTH)))) {
            trends.add(TrendChart.of(book.trend(), date, QUARTER, first));
        }
        return trends;
    }

    /** With the date at the head of each printed sheet. */
    private static Page.Style dated(String words) {
        return Templates.style(STYLE, "@page{@top-left{content:\"" + words + "\"}}\n");
    }
}
