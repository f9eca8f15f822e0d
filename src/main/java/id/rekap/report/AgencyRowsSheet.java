package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Mandate;
import id.rekap.snapshot.Finding;
import id.rekap.snapshot.FindingState;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** The rows to work off: what is done comes last, errors come first, then as they stand in the files. */
final class AgencyRowsSheet {
    private static final int MOST = Worksheet.MAX_ROWS - 1;
    private static final int FLUSH_EVERY = 1_000;
    private static final double OWN_WIDTH = 18;

    private final Mandate mandate;
    private final Catalogue catalogue;
    private final ListWording words;
    private final Comparator<ExceptionLine> toWorkOff;

    AgencyRowsSheet(Mandate mandate, Catalogue catalogue, ListWording words) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.words = words;
        this.toWorkOff = Comparator.comparing((ExceptionLine l) -> l.finding().state() == FindingState.RESOLVED)
                .thenComparing(l -> catalogue.severity(l.finding().code()))
                .thenComparing(ExceptionLine.ORDER);
    }

    /** A column: its name in the list's words, and its width in characters. */
    private enum Column {
        ROW(8),
        FIELD(22),
        PROBLEM(46),
        VALUE(24),
        EXPECTED(30),
        ACTION(46),
        WHO(20),
        STATE(14),
        NIGHTS(9),
        FILE(30),
        SHEET(14),
        PERSON(22),
        NAME(26),
        SEVERITY(12),
        CODE(24);

        private final double width;

        Column(double width) {
            this.width = width;
        }

        String key() {
            return "column." + name();
        }
    }

    void fill(Worksheet sheet, List<ExceptionLine> lines) throws IOException {
        String[] names = new String[Column.values().length];
        for (Column column : Column.values()) {
            names[column.ordinal()] = words.text(column.key());
            sheet.width(column.ordinal(), column.width);
        }
        OwnColumns own = new OwnColumns(lines, names);
        int last = names.length + own.headers().size() - 1;
        for (int i = 0; i < own.headers().size(); i++) {
            sheet.width(names.length + i, OWN_WIDTH);
        }
        header(sheet, names, own);
        sheet.freezePane(1, 1);
        sheet.setAutoFilter(0, 0, Math.max(1, Math.min(lines.size(), MOST)), last);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        sheet.repeatRows(0);
        List<ExceptionLine> sorted =
                lines.stream().sorted(toWorkOff).limit(MOST).toList();
        int at = 1;
        for (ExceptionLine line : sorted) {
            row(sheet, at, line, own);
            boolean isFull = at % FLUSH_EVERY == 0;
            if (isFull || at == sorted.size()) {
                int from = isFull ? at - FLUSH_EVERY + 1 : at - at % FLUSH_EVERY + 1;
                sheet.range(from, 0, at, last)
                        .style()
                        .format("@")
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
                sheet.flush();
            }
            at++;
        }
    }

    private static void header(Worksheet sheet, String[] names, OwnColumns own) {
        for (int i = 0; i < names.length; i++) {
            sheet.inlineString(0, i, names[i]);
        }
        for (int i = 0; i < own.headers().size(); i++) {
            sheet.inlineString(
                    0, names.length + i, SpreadsheetText.harmless(own.headers().get(i)));
        }
        sheet.range(0, 0, 0, names.length + own.headers().size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .fillColor("1F4E5F")
                .fontColor("FFFFFF")
                .set();
    }

    private void row(Worksheet sheet, int at, ExceptionLine line, OwnColumns own) {
        Finding finding = line.finding();
        RowHeight height = new RowHeight();
        height.hold(line.message(), Column.PROBLEM.width);
        height.hold(line.value(), Column.VALUE.width);
        height.hold(line.expected(), Column.EXPECTED.width);
        height.hold(action(line), Column.ACTION.width);
        height.hold(finding.file(), Column.FILE.width);
        Integer row = finding.row();
        if (row != null) {
            sheet.value(at, Column.ROW.ordinal(), row);
        }
        word(sheet, at, Column.FIELD, words.field(mandate, finding.field()));
        text(sheet, at, Column.PROBLEM, line.message());
        text(sheet, at, Column.VALUE, line.value());
        word(sheet, at, Column.EXPECTED, line.expected());
        word(sheet, at, Column.ACTION, action(line));
        word(sheet, at, Column.WHO, catalogue.who(catalogue.responsible(finding.code()), words.locale()));
        word(sheet, at, Column.STATE, words.text("state." + finding.state().name()));
        sheet.value(at, Column.NIGHTS.ordinal(), finding.nightsOpen());
        word(sheet, at, Column.FILE, finding.file());
        word(sheet, at, Column.SHEET, finding.sheet());
        text(sheet, at, Column.PERSON, line.employeeNo());
        text(sheet, at, Column.NAME, line.employeeName());
        word(sheet, at, Column.SEVERITY, words.text("severity." + line.severity()));
        word(sheet, at, Column.CODE, finding.code().name());
        int column = Column.values().length;
        for (String cell : own.cells(finding)) {
            height.hold(cell, OWN_WIDTH);
            text(sheet, at, column++, cell);
        }
        height.set(sheet, at);
    }

    private String action(ExceptionLine line) {
        String action = catalogue.action(line.finding().code(), words.locale());
        return line.suggestion().isEmpty() ? action : action + " " + words.text("suggestion", line.suggestion());
    }

    /** A text of many rows: kept once for the workbook. */
    private static void word(Worksheet sheet, int row, Column column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column.ordinal(), SpreadsheetText.harmless(text));
        }
    }

    private static void text(Worksheet sheet, int row, Column column, String text) {
        text(sheet, row, column.ordinal(), text);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, SpreadsheetText.harmless(text));
        }
    }
}
