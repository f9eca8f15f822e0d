package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.ZipPart;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.report.SheetXml.Style;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;

/** The rows to work off: what is done comes last, errors come first, then as they stand in the files. */
final class AgencyRowsSheet {
    private static final int MOST = SheetXml.MOST_ROWS - 1;
    private static final String HEADER_IN_SIGHT =
            "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>"
                    + "<selection pane=\"bottomRight\" activeCell=\"B2\" sqref=\"B2\"/>";
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
        SINCE(16),
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

    /** @param cells that a reader filters, as a formula names them */
    record Filled(ZipPart part, String cells) {}

    Filled part(String part, Deflater deflater, List<ExceptionLine> lines) throws IOException {
        int columns = Column.values().length;
        String[] names = new String[columns];
        for (Column column : Column.values()) {
            names[column.ordinal()] = words.text(column.key());
        }
        OwnColumns own = new OwnColumns(lines, names);
        double[] widths = new double[columns + own.headers().size()];
        Arrays.fill(widths, OWN_WIDTH);
        for (Column column : Column.values()) {
            widths[column.ordinal()] = column.width;
        }
        List<ExceptionLine> sorted =
                lines.stream().sorted(toWorkOff).limit(MOST).toList();
        SheetXml sheet = new SheetXml(part, deflater, HEADER_IN_SIGHT, widths);
        header(sheet, names, own);
        int at = 1;
        for (ExceptionLine line : sorted) {
            row(sheet, at++, line, own);
        }
        int last = Math.max(1, sorted.size());
        String filter = "<autoFilter ref=\"" + SheetXml.range("", widths.length - 1, last) + "\"/>";
        return new Filled(sheet.end(filter), SheetXml.range("$", widths.length - 1, last));
    }

    private static void header(SheetXml sheet, String[] names, OwnColumns own) throws IOException {
        sheet.beginRow(0);
        int column = 0;
        for (String name : names) {
            sheet.text(column++, Style.CENTRED_HEADING, name);
        }
        for (String name : own.headers()) {
            sheet.text(column++, Style.CENTRED_HEADING, SpreadsheetText.harmless(name));
        }
        sheet.endRow();
    }

    private void row(SheetXml sheet, int at, ExceptionLine line, OwnColumns own) throws IOException {
        Finding finding = line.finding();
        String action = action(line);
        List<String> cells = own.cells(finding);
        RowHeight height = new RowHeight();
        height.hold(line.message(), Column.PROBLEM.width);
        height.hold(line.value(), Column.VALUE.width);
        height.hold(line.expected(), Column.EXPECTED.width);
        height.hold(action, Column.ACTION.width);
        height.hold(line.file(), Column.FILE.width);
        for (String cell : cells) {
            height.hold(cell, OWN_WIDTH);
        }
        sheet.beginRow(at, height.points());
        Integer row = finding.row();
        if (row != null) {
            sheet.number(Column.ROW.ordinal(), Style.TEXT, row);
        }
        text(sheet, Column.FIELD, words.field(mandate, finding.field()));
        text(sheet, Column.PROBLEM, line.message());
        text(sheet, Column.VALUE, line.value());
        text(sheet, Column.EXPECTED, line.expected());
        text(sheet, Column.ACTION, action);
        text(sheet, Column.WHO, catalogue.who(catalogue.responsible(finding.code()), words.locale()));
        text(sheet, Column.STATE, words.text("state." + finding.state().name()));
        text(sheet, Column.SINCE, words.date(finding.firstSeen()));
        text(sheet, Column.FILE, line.file());
        text(sheet, Column.SHEET, line.sheet());
        text(sheet, Column.PERSON, line.employeeNo());
        text(sheet, Column.NAME, line.employeeName());
        text(sheet, Column.SEVERITY, words.text("severity." + line.severity()));
        text(sheet, Column.CODE, finding.code().name());
        int column = Column.values().length;
        for (String cell : cells) {
            sheet.text(column++, Style.TEXT, SpreadsheetText.harmless(cell));
        }
        sheet.endRow();
    }

    private String action(ExceptionLine line) {
        String action = Mending.action(line.finding().code(), catalogue, words);
        return line.suggestion().isEmpty() ? action : action + " " + words.text("suggestion", line.suggestion());
    }

    private static void text(SheetXml sheet, Column column, String text) {
        sheet.text(column.ordinal(), Style.TEXT, SpreadsheetText.harmless(text));
    }
}
