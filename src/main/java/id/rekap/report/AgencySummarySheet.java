package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.files.ZipPart;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.SheetXml.Style;
import id.rekap.report.page.FindingCounts.Stand;
import id.rekap.snapshot.AgencyPosition;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** One look: whose list, and how much of what is to be done. */
final class AgencySummarySheet {
    private static final double[] WIDTHS = {46, 12, 14, 10, 22, 70};
    private static final String[] COLUMNS = {"problem", "severity", "open", "resolved", "who", "action"};

    private final Mandate mandate;
    private final Catalogue catalogue;
    private final ListWording words;

    AgencySummarySheet(Mandate mandate, Catalogue catalogue, ListWording words) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** @param parent whose list speaks for the agency, or null */
    ZipPart part(
            String part,
            Deflater deflater,
            String code,
            @Nullable AgencyPosition agency,
            @Nullable AgencyPosition parent,
            AgencyToDo toMend)
            throws IOException {
        SheetXml sheet = new SheetXml(part, deflater, "", WIDTHS);
        String name = agency == null ? code : agency.name() + " (" + code + ")";
        int at = 0;
        sheet.line(at++, Style.TITLE, words.text("title"));
        sheet.line(at++, Style.SUBTITLE, SpreadsheetText.harmless(name));
        sheet.line(at++, Style.PLAIN, SpreadsheetText.harmless(title()));
        sheet.line(at++, Style.PLAIN, SpreadsheetText.harmless(inForce(words, agency, parent)));
        at = counts(sheet, at + 1, toMend.lines());
        if (toMend.acknowledged() > 0) {
            sheet.line(at++, Style.PLAIN, toMend.note(words));
        }
        sheet.line(at + 1, Style.PLAIN, words.text(isCovered(agency) ? "own.how.covered" : "how"));
        return sheet.end("");
    }

    private String title() {
        return mandate.title(words.locale());
    }

    private static boolean isCovered(@Nullable AgencyPosition agency) {
        return agency != null && agency.state() == AgencyState.COVERED;
    }

    /**
     * Which list counts, in a sentence or two.
     *
     * @param parent whose list speaks for the agency, or null
     */
    static String inForce(ListWording words, @Nullable AgencyPosition agency, @Nullable AgencyPosition parent) {
        if (agency == null) {
            return words.text("list.gone");
        }
        LocalDate receivedOn = agency.receivedOn();
        String list;
        if (receivedOn != null) {
            list = words.text(
                    "list.in-force",
                    words.date(receivedOn),
                    agency.submission(),
                    words.number(agency.rows()),
                    words.number(agency.counted()),
                    words.number(agency.refused()),
                    words.number(agency.headcount()));
        } else if (!agency.coveredBy().isEmpty()) {
            list = words.text("list.covered", parent == null ? "" : parent.name(), agency.coveredBy());
        } else {
            list = words.text("list.none", words.number(agency.headcount()));
        }
        return switch (agency.state()) {
            case HELD -> words.text("list.held") + " " + list;
            case STALE -> list + " " + words.text("list.stale");
            case REPORTED, COVERED, NIL, MISSING, NOT_EXPECTED -> list;
        };
    }

    private int counts(SheetXml sheet, int from, List<ExceptionLine> lines) throws IOException {
        Map<ExceptionCode, Stand> counts = new EnumMap<>(ExceptionCode.class);
        for (ExceptionLine line : lines) {
            counts.merge(line.finding().code(), Stand.of(line.finding().state()), Stand::plus);
        }
        if (counts.isEmpty()) {
            sheet.line(from, Style.PLAIN, words.text("nothing"));
            return from + 1;
        }
        int at = from;
        sheet.beginRow(at++);
        for (int i = 0; i < COLUMNS.length; i++) {
            sheet.text(i, Style.HEADING, words.text("summary." + COLUMNS[i]));
        }
        sheet.endRow();
        List<Map.Entry<ExceptionCode, Stand>> sorted = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ExceptionCode, Stand> one) ->
                                one.getValue().open() == 0)
                        .thenComparing(one -> catalogue.severity(one.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<ExceptionCode, Stand> one : sorted) {
            ExceptionCode code = one.getKey();
            Stand count = one.getValue();
            String problem = catalogue.meaning(code, words.locale()) + " (" + code.name() + ")";
            String action = Mending.action(code, catalogue, words);
            RowHeight height = new RowHeight();
            height.hold(problem, WIDTHS[0]);
            height.hold(action, WIDTHS[COLUMNS.length - 1]);
            sheet.beginRow(at++, height.points());
            sheet.text(0, Style.WRAPPED, problem);
            sheet.text(
                    1,
                    Style.WRAPPED,
                    words.text("severity." + catalogue.severity(code).word()));
            sheet.number(2, Style.WRAPPED, count.open());
            sheet.number(3, Style.WRAPPED, count.resolved());
            sheet.text(4, Style.WRAPPED, catalogue.who(catalogue.responsible(code), words.locale()));
            sheet.text(COLUMNS.length - 1, Style.WRAPPED, action);
            sheet.endRow();
        }
        return at;
    }
}
