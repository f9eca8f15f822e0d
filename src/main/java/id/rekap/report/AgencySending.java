package id.rekap.report;

import id.rekap.report.AgencyPageContent.Link;
import id.rekap.report.AgencyPageContent.Sending;
import id.rekap.snapshot.AgencyPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a mended list goes, and to whom.
 *
 * @param contact as the office calls itself, empty where it has not said
 */
record AgencySending(ListWording words, String contact) {
    Sending of(String code, @Nullable AgencyPosition position, List<AgencyPosition> covered) {
        boolean hasList = position == null || position.hasList();
        Link list = link("exceptions.xlsx", "xlsx");
        Link form = link("form.xlsx", "form");
        return new Sending(
                words.text(hasList ? "own.send.to" : "own.send.first"),
                AgencyPage.cut(contact.isEmpty() ? words.text("own.send.office") : contact, AgencyPage.NAME),
                AgencyPage.cut(code, AgencyPage.NAME),
                words.text(hasList ? "own.how" : "own.how.first"),
                // who has sent nothing yet begins with the form
                hasList ? list : form,
                List.of(hasList ? form : list, link("exceptions.csv", "csv"), link("#letter", "letter")),
                AgencySummarySheet.inForce(words, position),
                position == null || covered.isEmpty() ? "" : covers(position, covered));
    }

    private Link link(String to, String what) {
        return new Link(to, words.text("own.file." + what));
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
