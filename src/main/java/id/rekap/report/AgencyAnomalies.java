package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.report.AgencyPageContent.Anomalies;
import id.rekap.report.AgencyPageContent.Anomaly;
import id.rekap.report.page.FindingCounts.Stand;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is wrong, kind by kind: what to do, who acts, and the rows, as many as a page holds. */
final class AgencyAnomalies {
    /** More rows of a kind are worked off in the workbook. */
    private static final int ROWS = 50;

    /** Where rows end, so that the page stays below 150 KB with all that follows them. */
    private static final int BYTES = 120_000;

    /** Of what is to be mended first, seen without opening anything. */
    private static final int FIRST_ROWS = 3;

    private final Catalogue catalogue;
    private final ListWording words;

    AgencyAnomalies(Catalogue catalogue, ListWording words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /** A kind, and what mending it does. */
    private record Step(AgencyKinds.Kind kind, Mending mending) {}

    /**
     * Of an agency.
     *
     * @param mendings of each kind that is open
     * @param all how many errors and warnings it has that are not resolved
     * @param page that they are written into
     */
    Anomalies of(AgencyKinds kinds, Map<ExceptionCode, Mending> mendings, int all, AsciiHtml page) {
        List<Step> open = kinds.open().stream()
                .map(kind -> new Step(kind, Objects.requireNonNull(mendings.get(kind.code()))))
                .sorted(Comparator.comparing(Step::mending, Mending.FIRST))
                .toList();
        String resolved = kinds.resolved().stream()
                .map(kind -> catalogue.title(kind.code(), words.locale()) + " ("
                        + words.number(kind.stand().resolved()) + ")")
                .collect(Collectors.joining(", "));
        boolean sends =
                open.stream().anyMatch(step -> catalogue.responsible(step.kind().code()) == Responsible.AGENCY);
        return new Anomalies(open.size(), sends, () -> inTurn(open, all, page), resolved);
    }

    /** Each kind may take what those before it have left, shared among those that are still to come. */
    private Iterator<Anomaly> inTurn(List<Step> steps, int all, AsciiHtml page) {
        Iterator<Step> step = steps.iterator();
        return new Iterator<>() {
            private int left = steps.size();

            @Override
            public boolean hasNext() {
                return step.hasNext();
            }

            @Override
            public Anomaly next() {
                boolean isFirst = left == steps.size();
                return anomaly(step.next(), isFirst, all, page, page.bytes() + (BYTES - page.bytes()) / left--);
            }
        };
    }

    private Anomaly anomaly(Step step, boolean isFirst, int all, AsciiHtml page, int end) {
        AgencyKinds.Kind kind = step.kind();
        ExceptionCode code = kind.code();
        String severity = kind.severity().word();
        Responsible who = catalogue.responsible(code);
        List<ExceptionLine> open = kind.open();
        int first = isFirst ? Math.min(FIRST_ROWS, open.size()) : 0;
        String summary = first == 0 ? "own.rows" : first < open.size() ? "own.rows.more" : "own.meaning";
        return new Anomaly(
                severity,
                capital(catalogue.title(code, words.locale())),
                counts(kind, all),
                step.mending().says(words),
                words.text(who == Responsible.PERSONNEL_OFFICE ? "own.action.others" : "own.action"),
                Mending.action(code, catalogue, words),
                new AnomalyRows(open.subList(0, first), first, page, end, words),
                new AnomalyRows(open.subList(first, open.size()), ROWS - first, page, end, words),
                words.text(summary, words.number(open.size() - first)),
                catalogue.meaning(code, words.locale()),
                words.text("severity." + severity),
                code.name(),
                who == Responsible.NONE ? "" : words.text("own.who", catalogue.who(who, words.locale())));
    }

    /** How many of all; what is only information is none of them. */
    private String counts(AgencyKinds.Kind kind, int all) {
        Stand stand = kind.stand();
        if (kind.severity() == Severity.INFO) {
            return words.text("own.tally.info", words.number(stand.open()));
        }
        String tally = stand.fresh() == 0 ? "own.tally.open" : "own.tally";
        return words.text(
                stand.reopened() == 0 ? tally : "own.tally.reopened",
                words.number(stand.open()),
                words.number(stand.fresh()),
                words.number(stand.reopened()),
                words.number(all));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
