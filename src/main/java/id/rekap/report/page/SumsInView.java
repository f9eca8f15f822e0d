package id.rekap.report.page;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Of what the page's numbers are made, so that a reader can add them up. */
record SumsInView(List<AgencyPosition> agencies, FindingCounts counts, Figures figures, Wording words) {
    /** Those that have reported, by how; with those that have not, all that must; with the others, all that there are. */
    String agenciesAdded() {
        List<String> reported = new ArrayList<>();
        term(reported, "own", a -> a.state() == AgencyState.REPORTED);
        term(reported, "stale", a -> a.state() == AgencyState.STALE);
        term(reported, "covered", a -> a.state() == AgencyState.COVERED);
        term(reported, "nil", a -> a.state() == AgencyState.NIL);
        term(reported, "held", a -> a.state() == AgencyState.HELD && a.hasList());
        List<String> silent = new ArrayList<>();
        term(silent, "held.none", a -> a.state() == AgencyState.HELD && !a.hasList());
        term(silent, "missing", a -> a.state() == AgencyState.MISSING);
        List<String> others = new ArrayList<>();
        term(others, "others", a -> a.state() == AgencyState.NOT_EXPECTED);
        String sum = words.text(
                "sums.reported",
                reported.isEmpty() ? words.number(0) : String.join(" + ", reported),
                words.number(number(FindingCounts::hasReported)));
        sum += plus("sums.expected", silent, number(a -> a.state() != AgencyState.NOT_EXPECTED));
        return sum + plus("sums.agencies", others, agencies.size()) + ".";
    }

    private String plus(String key, List<String> terms, long sum) {
        return terms.isEmpty() ? "" : words.text(key, String.join(" + ", terms), words.number(sum));
    }

    private void term(List<String> terms, String key, Predicate<AgencyPosition> meant) {
        long number = number(meant);
        if (number > 0) {
            terms.add(words.text("sums." + key, words.number(number)));
        }
    }

    private long number(Predicate<AgencyPosition> meant) {
        return agencies.stream().filter(meant).count();
    }

    /** Of whom nothing is known, and why; empty where an agency that is hidden would be told by it. */
    String unknownAdded() {
        int all = figures.whole(Mandate.ALL).notReported();
        int silent = 0;
        for (AgencyPosition agency : agencies) {
            if (!agency.hasList()) {
                if (figures.shownAgency(agency.code()) != Shown.YES) {
                    return "";
                }
                silent += figures.agency(agency.code()).notReported();
            }
        }
        int unlisted = counts.of(ExceptionCode.EMPLOYEE_NOT_REPORTED).open();
        int blank = all - silent - unlisted;
        if (all == 0 || blank < 0 || figures.shown(Mandate.ALL) != Shown.YES) {
            return "";
        }
        return words.text(
                "sums.unknown", words.number(all), words.number(silent), words.number(unlisted), words.number(blank));
    }
}
