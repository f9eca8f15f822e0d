package id.rekap.report;

import id.rekap.snapshot.AgencyPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a mended list goes, and to whom.
 *
 * @param contact as the office calls itself, empty where it has not said
 */
record AgencySending(ListWording words, String contact) {
    private static final int NAME = 300;

    void write(Html html, String code, @Nullable AgencyPosition position, List<AgencyPosition> covered) {
        html.raw("<section class=\"send\" aria-labelledby=\"send\">\n<h2 id=\"send\">").text(words.text("own.send"));
        html.raw("</h2>\n<p>").text(words.text("own.send.to")).raw(" <b>");
        html.said(contact.isEmpty() ? words.text("own.send.office") : contact, NAME).raw("</b>");
        html.raw(", ").text(words.text("own.send.folder")).raw(" <b>").said(code, NAME).raw("</b>.</p>\n<p>");
        html.text(words.text(position == null || position.hasList() ? "own.how" : "own.how.first")).raw("</p>\n");
        html.raw("<p class=\"files\"><a class=\"button\" href=\"exceptions.xlsx\">").text(words.text("own.file.xlsx"));
        html.raw("</a> <a href=\"form.xlsx\">").text(words.text("own.file.form"));
        html.raw("</a> <a href=\"exceptions.csv\">").text(words.text("own.file.csv"));
        html.raw("</a> <a href=\"#letter\">").text(words.text("own.file.letter")).raw("</a></p>\n<p class=\"soft\">");
        html.text(AgencySummarySheet.inForce(words, position));
        if (position != null && !covered.isEmpty()) {
            html.raw(" ").text(covers(position, covered));
        }
        html.raw("</p>\n</section>\n");
    }

    /** Of whom its list also speaks, added up. */
    private String covers(AgencyPosition own, List<AgencyPosition> covered) {
        StringBuilder sum = new StringBuilder(words.text("own.covers.own", words.number(own.headcount())));
        int all = own.headcount();
        for (AgencyPosition other : covered) {
            all += other.headcount();
            sum.append(" + ").append(words.text("own.covers", words.number(other.headcount()), other.name()));
        }
        return words.text("own.covers.all", sum.toString(), words.number(all));
    }
}
