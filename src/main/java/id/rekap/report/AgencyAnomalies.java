package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.reconcile.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong, kind by kind: what to do, who acts, and the rows, as many as a page holds. */
final class AgencyAnomalies {
    /** More rows of a kind are worked off in the workbook. */
    private static final int ROWS = 50;

    /** Where rows end, so that the page stays below 150 KB with all that follows them. */
    private static final int BYTES = 120_000;

    private static final int TEXT = 300;
    private static final int MESSAGE = 700;

    private final Catalogue catalogue;
    private final ListWording words;

    AgencyAnomalies(Catalogue catalogue, ListWording words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    void write(Html html, AgencyKinds kinds) {
        html.raw("<section aria-labelledby=\"anomalies\">\n<h2 id=\"anomalies\">")
                .text(words.text("own.wrong"));
        html.raw("</h2>\n");
        List<AgencyKinds.Kind> open = kinds.open();
        html.raw("<p>").text(words.text(open.isEmpty() ? "nothing" : "own.how")).raw("</p>\n");
        for (int i = 0; i < open.size(); i++) {
            // Each kind may take what those before it have left, shared among those that are still to come.
            kind(html, open.get(i), html.bytes() + (BYTES - html.bytes()) / (open.size() - i));
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

    private void kind(Html html, AgencyKinds.Kind kind, int end) {
        ExceptionCode code = kind.code();
        String severity = kind.severity().word();
        html.raw("<article class=\"anomaly ").raw(severity).raw("\">\n<h3>");
        html.text(capital(catalogue.title(code, words.locale()))).raw(" <small>");
        html.text(words.text(
                kind.stand().reopened() == 0 ? "own.tally" : "own.tally.reopened",
                words.number(kind.stand().open()),
                words.number(kind.stand().fresh()),
                words.number(kind.stand().reopened())));
        html.raw("</small></h3>\n<p class=\"badge\">").text(words.text("severity." + severity));
        html.raw(" &#183; <code>").raw(code.name()).raw("</code>");
        Responsible who = catalogue.responsible(code);
        if (who != Responsible.NONE) {
            html.raw(" &#183; ").text(words.text("own.who", catalogue.who(who, words.locale())));
        }
        html.raw("</p>\n<p>").text(catalogue.meaning(code, words.locale())).raw("</p>\n<p><b>");
        html.text(words.text("own.action"))
                .raw("</b> ")
                .text(catalogue.action(code, words.locale()))
                .raw("</p>\n");
        rows(html, kind.open(), end);
        html.raw("</article>\n");
    }

    private void rows(Html html, List<ExceptionLine> open, int end) {
        int shown = 0;
        String file = "";
        html.raw("<ul class=\"rows\">\n");
        for (ExceptionLine line : open) {
            if (shown == ROWS || (shown > 0 && html.bytes() > end)) {
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
        if (shown < open.size()) {
            html.raw("<p><a href=\"exceptions.xlsx\">");
            html.text(words.text("own.rest", words.number(open.size() - shown))).raw("</a></p>\n");
        }
    }

    private void row(Html html, ExceptionLine line) {
        Finding finding = line.finding();
        html.raw("<li>");
        if (!line.employeeName().isEmpty() || !line.employeeNo().isEmpty()) {
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
            html.raw("<br>").said(line.message(), MESSAGE);
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
