package id.rekap.report;

import id.rekap.reconcile.AgencyState;
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
    /**
     * Whose list speaks for an agency.
     *
     * @param position null for an agency that has left the register
     * @param parent the agency above whose list speaks for it, or null
     * @param isParents it is that one's to mend, since the agency has sent none itself
     */
    record Whose(
            String code,
            @Nullable AgencyPosition position,
            @Nullable AgencyPosition parent,
            boolean isParents) {
        static Whose of(
                String code, @Nullable AgencyPosition position, @Nullable AgencyPosition parent, AgencyKinds kinds) {
            boolean isCovered = position != null && position.state() == AgencyState.COVERED;
            return new Whose(code, position, parent, parent != null && isCovered && !kinds.hasRefusedFile());
        }

        /** In a sentence or two. */
        String inForce(ListWording words) {
            return AgencySummarySheet.inForce(words, position, parent);
        }
    }

    Sending of(Whose whose, List<AgencyPosition> covered) {
        AgencyPosition position = whose.position();
        AgencyPosition parent = whose.parent();
        if (whose.isParents() && parent != null) {
            return sending("own.send.covered", parent.name(), parent.code(), "own.how.covered", true, whose, "");
        }
        boolean hasList = position == null || position.hasList();
        return sending(
                hasList ? "own.send.to" : "own.send.first",
                contact.isEmpty() ? words.text("own.send.office") : contact,
                whose.code(),
                hasList ? "own.how" : "own.how.first",
                hasList,
                whose,
                position == null || covered.isEmpty() ? "" : covers(position, covered));
    }

    private Sending sending(
            String what, String to, String code, String how, boolean hasList, Whose whose, String covers) {
        Link list = link("exceptions.xlsx", "xlsx");
        Link form = link("form.xlsx", "form");
        return new Sending(
                words.text(what),
                AgencyPage.cut(to, AgencyPage.NAME),
                AgencyPage.cut(code, AgencyPage.NAME),
                words.text(how),
                // who has sent nothing yet begins with the form
                hasList ? list : form,
                List.of(hasList ? form : list, link("exceptions.csv", "csv"), link("#letter", "letter")),
                whose.inForce(words),
                covers);
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
