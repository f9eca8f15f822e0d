package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.reconcile.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong, kind by kind: what to do, who acts, and the rows, as many as a page holds. */
final class AgencyAnomalies {
    /** More rows of a kind are worked off in the workbook. */
    private static final int ROWS = 50;

    /** Where rows end, so that the page stays below 150 KB with all that follows them. */
    private static final int BYTES = 120_000;

    /** Of what is to be mended first, seen without opening anything. */
    private static final int FIRST_ROWS = 3;

    private static final int TEXT = 300;
    private static final int MESSAGE = 700;

    private final Catalogue catalogue;
    private final ListWording words;

    AgencyAnomalies(Catalogue catalogue, ListWording words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /** A kind, and what mending it does. */
    private record Step(AgencyKinds.Kind kind, Mending mending) {}

    /** @param headcount people of the agency */
    void write(Html html, AgencyKinds kinds, int headcount) {
        html.raw("<section aria-labelledby=\"anomalies\">\n<h2 id=\"anomalies\">")
                .text(words.text("own.wrong"));
        html.raw("</h2>\n");
        List<Step> open = kinds.open().stream()
                .map(kind -> new Step(kind, Mending.of(kind.code(), kind.open(), headcount)))
                .sorted(Comparator.comparing(Step::mending, Mending.FIRST))
                .toList();
        if (open.isEmpty()) {
            html.raw("<p>").text(words.text("nothing")).raw("</p>\n");
        } else {
            html.raw("<p class=\"soft\">").text(open.size() > 1 ? words.text("own.order") + " " : "");
            html.raw("<a href=\"#send\">").text(words.text("own.send")).raw("</a></p>\n");
        }
        for (int i = 0; i < open.size(); i++) {
            // Each kind may take what those before it have left, shared among those that are still to come.
            kind(html, open.get(i), i == 0, html.bytes() + (BYTES - html.bytes()) / (open.size() - i));
        }
        List<AgencyKinds.Kind> resolved = kinds.resolved();
        if (!resolved.isEmpty()) {
            html.raw("<p class=\"resolved\">&#10003; ")
                    .text(words.text("own.resolved"))
                    .raw(" ");
            html.text(resolved.stream()
                            .map(kind -> catalogue.title(kind.code(), words.locale()) + " ("
                                    + words.number(kind.stand().resolved()) + ")")
                            .collect(Collectors.joining(", ")))
                    .raw(".</p>\n");
        }
        html.raw("</section>\n");
    }

    private void kind(Html html, Step step, boolean isFirst, int end) {
        AgencyKinds.Kind kind = step.kind();
        ExceptionCode code = kind.code();
        String severity = kind.severity().word();
        html.raw("<article class=\"anomaly ").raw(severity).raw("\">\n<h3>");
        html.text(capital(catalogue.title(code, words.locale()))).raw(" <small>");
        String tally = kind.stand().fresh() == 0 ? "own.tally.open" : "own.tally";
        html.text(words.text(
                kind.stand().reopened() == 0 ? tally : "own.tally.reopened",
                words.number(kind.stand().open()),
                words.number(kind.stand().fresh()),
                words.number(kind.stand().reopened())));
        html.raw("</small></h3>\n");
        String mends = step.mending().says(words);
        if (!mends.isEmpty()) {
            html.raw("<p class=\"mends\">").text(mends).raw("</p>\n");
        }
        Responsible who = catalogue.responsible(code);
        html.raw("<p><b>").text(words.text("own.action")).raw("</b> ");
        // how the operator does it is no matter of theirs
        html.text(who == Responsible.OPERATOR ? words.text("own.waits") : catalogue.action(code, words.locale()))
                .raw("</p>\n");
        List<ExceptionLine> open = kind.open();
        int shown = isFirst ? Math.min(FIRST_ROWS, open.size()) : 0;
        if (shown > 0) {
            rows(html, open.subList(0, shown), shown, end);
        }
        String rest = words.number(open.size() - shown);
        html.raw("<details><summary>");
        html.text(words.text(shown == 0 ? "own.rows" : shown < open.size() ? "own.rows.more" : "own.meaning", rest));
        html.raw("</summary>\n<p>").text(catalogue.meaning(code, words.locale()));
        html.raw("</p>\n<p class=\"badge\">").text(words.text("severity." + severity));
        html.raw(" &#183; <code>").raw(code.name()).raw("</code>");
        if (who != Responsible.NONE) {
            html.raw(" &#183; ").text(words.text("own.who", catalogue.who(who, words.locale())));
        }
        html.raw("</p>\n");
        int more = rows(html, open.subList(shown, open.size()), ROWS - shown, end);
        html.raw("</details>\n");
        if (more > 0) {
            html.raw("<p><a href=\"exceptions.xlsx\">")
                    .text(words.text("own.rest", words.number(more)))
                    .raw("</a></p>\n");
        }
        html.raw("</article>\n");
    }

    /** As many as there is room for; returns how many there are more. */
    private int rows(Html html, List<ExceptionLine> open, int most, int end) {
        int shown = 0;
        String file = "";
        if (open.isEmpty()) {
            return 0;
        }
        html.raw("<ul class=\"rows\">\n");
        for (ExceptionLine line : open) {
            if (shown == most || (shown > 0 && html.bytes() > end)) {
                break;
            }
            // Once for all rows of a file that follow each other.
            if (!line.file().equals(file)) {
                file = line.file();
                html.raw("<li class=\"soft\">").said(file, TEXT).raw("</li>\n");
            }
            row(html, line);
            shown++;
        }
        html.raw("</ul>\n");
        return open.size() - shown;
    }

    private void row(Html html, ExceptionLine line) {
        Finding finding = line.finding();
        html.raw("<li>");
        boolean isOfSomebody =
                !line.employeeName().isEmpty() || !line.employeeNo().isEmpty();
        if (isOfSomebody) {
            html.raw("<b>").said(line.employeeName(), TEXT).raw("</b> ");
            html.said(line.employeeNo(), TEXT).raw(" ");
        }
        if (finding.row() != null) {
            html.raw("<i>")
                    .text(words.text("own.row", words.number(finding.row())))
                    .raw("</i> ");
        }
        // Its message has nothing that the kind above does not say.
        if (finding.code() != ExceptionCode.EMPLOYEE_NOT_REPORTED) {
            html.raw(isOfSomebody || finding.row() != null ? "<br>" : "").said(line.message(), MESSAGE);
        }
        if (!line.suggestion().isEmpty()) {
            html.raw(" ").said(words.text("suggestion", line.suggestion()), TEXT);
        }
        html.raw("</li>\n");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
