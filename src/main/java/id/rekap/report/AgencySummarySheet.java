package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.FindingState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One look: whose list, of which date, and how much of what is to be done. */
final class AgencySummarySheet {
    private static final double[] WIDTHS = {46, 12, 10, 10, 22, 70};
    private static final String[] COLUMNS = {"problem", "severity", "open", "resolved", "who", "action"};

    private final LocalDate date;
    private final Mandate mandate;
    private final Catalogue catalogue;
    private final ListWording words;

    AgencySummarySheet(LocalDate date, Mandate mandate, Catalogue catalogue, ListWording words) {
        this.date = date;
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** Open ones (all states but resolved) and resolved ones of a code. */
    private record Count(ExceptionCode code, int open, int resolved) {
        Count plus(FindingState state) {
            return state == FindingState.RESOLVED
                    ? new Count(code, open, resolved + 1)
                    : new Count(code, open + 1, resolved);
        }
    }

    void fill(Worksheet sheet, String code, @Nullable AgencyPosition agency, List<ExceptionLine> lines) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        int at = 0;
        sheet.inlineString(at, 0, words.text("title"));
        sheet.style(at++, 0).bold().fontSize(14).set();
        sheet.inlineString(at, 0, SpreadsheetText.harmless(agency == null ? code : agency.name() + " (" + code + ")"));
        sheet.style(at++, 0).bold().fontSize(12).set();
        line(sheet, at++, Objects.requireNonNullElse(mandate.title().get(words.locale()), mandate.id()));
        line(sheet, at++, words.text("position", words.date(date)));
        line(sheet, at++, inForce(words, agency));
        at = counts(sheet, at + 1, lines);
        line(sheet, at + 1, words.text("how"));
    }

    /** Which list counts, in a sentence or two. */
    static String inForce(ListWording words, @Nullable AgencyPosition agency) {
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
            list = words.text("list.covered", agency.coveredBy());
        } else {
            list = words.text("list.none", words.number(agency.headcount()));
        }
        return switch (agency.state()) {
            case HELD -> words.text("list.held") + " " + list;
            case STALE -> list + " " + words.text("list.stale");
            case REPORTED, COVERED, NIL, MISSING, NOT_EXPECTED -> list;
        };
    }

    private int counts(Worksheet sheet, int from, List<ExceptionLine> lines) {
        Map<ExceptionCode, Count> counts = new EnumMap<>(ExceptionCode.class);
        for (ExceptionLine line : lines) {
            ExceptionCode code = line.finding().code();
            counts.put(
                    code,
                    Objects.requireNonNullElse(counts.get(code), new Count(code, 0, 0))
                            .plus(line.finding().state()));
        }
        if (counts.isEmpty()) {
            line(sheet, from, words.text("nothing"));
            return from + 1;
        }
        for (int i = 0; i < COLUMNS.length; i++) {
            sheet.inlineString(from, i, words.text("summary." + COLUMNS[i]));
        }
        sheet.range(from, 0, from, COLUMNS.length - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("1F4E5F")
                .fontColor("FFFFFF")
                .set();
        int at = from + 1;
        List<Count> sorted = counts.values().stream()
                .sorted(Comparator.comparing((Count c) -> c.open() == 0)
                        .thenComparing(c -> catalogue.severity(c.code()))
                        .thenComparing(Count::code))
                .toList();
        for (Count count : sorted) {
            ExceptionCode code = count.code();
            String problem = catalogue.meaning(code, words.locale()) + " (" + code.name() + ")";
            String action = catalogue.action(code, words.locale());
            RowHeight height = new RowHeight();
            height.hold(problem, WIDTHS[0]);
            height.hold(action, WIDTHS[COLUMNS.length - 1]);
            height.set(sheet, at);
            sheet.inlineString(at, 0, problem);
            sheet.inlineString(
                    at, 1, words.text("severity." + catalogue.severity(code).word()));
            sheet.value(at, 2, count.open());
            sheet.value(at, 3, count.resolved());
            sheet.inlineString(at, 4, catalogue.who(catalogue.responsible(code), words.locale()));
            sheet.inlineString(at, COLUMNS.length - 1, action);
            at++;
        }
        sheet.range(from + 1, 0, at - 1, COLUMNS.length - 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        return at;
    }

    private static void line(Worksheet sheet, int at, String text) {
        sheet.inlineString(at, 0, text);
    }
}
