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
        boolean hasList = position == null || position.hasList();
        html.raw("<section class=\"send\" aria-labelledby=\"send\">\n<h2 id=\"send\">")
                .text(words.text("own.send"));
        html.raw("</h2>\n<p>")
                .text(words.text(hasList ? "own.send.to" : "own.send.first"))
                .raw(" <b>");
        html.said(contact.isEmpty() ? words.text("own.send.office") : contact, NAME)
                .raw("</b>");
        html.raw(", ")
                .text(words.text("own.send.folder"))
                .raw(" <b>")
                .said(code, NAME)
                .raw("</b>.</p>\n<p>");
        html.text(words.text(hasList ? "own.how" : "own.how.first")).raw("</p>\n<p class=\"files\">");
        // who has sent nothing yet begins with the form
        link(html, hasList ? "exceptions.xlsx" : "form.xlsx", hasList ? "xlsx" : "form", true);
        link(html, hasList ? "form.xlsx" : "exceptions.xlsx", hasList ? "form" : "xlsx", false);
        link(html, "exceptions.csv", "csv", false);
        link(html, "#letter", "letter", false);
        html.raw("</p>\n<p class=\"soft\">");
        html.text(AgencySummarySheet.inForce(words, position));
        if (position != null && !covered.isEmpty()) {
            html.raw(" ").text(covers(position, covered));
        }
        html.raw("</p>\n</section>\n");
    }

    private void link(Html html, String to, String what, boolean isButton) {
        html.raw(isButton ? "<a class=\"button\" href=\"" : " <a href=\"")
                .raw(to)
                .raw("\">");
        html.text(words.text("own.file." + what)).raw("</a>");
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
