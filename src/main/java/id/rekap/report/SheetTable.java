package id.rekap.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table on a sheet: a header, then rows of which each column has its format. */
final class SheetTable {
    static final String HEADER_FILL = "1F4E5F";
    private static final String LINE = "D9DEE5";
    private static final int FLUSH_EVERY = 1_000;
    private static final double LINE_HEIGHT = 16;
    private static final int HEADER_LINES = 2;
    /** A column's width is in digits, which are wider than most letters. */
    private static final double LETTERS = 1.15;

    private final Worksheet sheet;
    private final int top;
    private final List<Column> columns;
    private final List<Special> special = new ArrayList<>();
    private int at;
    private int styled;

    /** How a column's values are shown. */
    enum Kind {
        /** A text, or a code that must not become a number. */
        TEXT("@", "left"),
        /** A row of blocks that is longer the larger the number is. */
        BAR("@", "left"),
        COUNT("#,##0", "right"),
        RATE("0.0%", "right"),
        POINTS("+0.0;-0.0;0.0", "right"),
        DATE_ID("[$-421]d mmmm yyyy", "left"),
        DATE_EN("[$-409]d mmmm yyyy", "left");

        private final String format;
        private final String side;

        Kind(String format, String side) {
            this.format = format;
            this.side = side;
        }
    }

    private record Special(int row, int column, Kind kind) {}

    /** @param width in characters */
    record Column(String name, double width, Kind kind) {}

    /** @param top row of the header, from 0 */
    SheetTable(Worksheet sheet, int top, List<Column> columns) {
        this.sheet = sheet;
        this.top = top;
        this.columns = columns;
        this.at = top + 1;
        this.styled = top + 1;
        int lines = HEADER_LINES;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.width() > 0) {
                // bold, and words don't break
                lines = Math.max(lines, (int) Math.ceil(column.name().length() / (column.width() * 0.75)));
            }
            sheet.inlineString(top, i, column.name());
            sheet.style(top, i)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("center")
                    .horizontalAlignment(column.kind().side.equals("left") ? "left" : "center")
                    .fillColor(HEADER_FILL)
                    .fontColor("FFFFFF")
                    .set();
        }
        sheet.rowHeight(top, LINE_HEIGHT * lines);
    }

    /** A sheet of its own: its widths, its header always in sight, printed on each page. */
    static SheetTable whole(Worksheet sheet, int frozenColumns, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
        }
        sheet.freezePane(frozenColumns, 1);
        sheet.repeatRows(0);
        landscape(sheet);
        return new SheetTable(sheet, 0, columns);
    }

    static void landscape(Worksheet sheet) {
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        sheet.footer("&P / &N", Position.RIGHT);
    }

    /** Texts, numbers, dates; null is an empty cell. */
    void row(@Nullable Object... cells) {
        RowHeight height = new RowHeight();
        boolean isHigh = false;
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell instanceof Integer number) {
                sheet.value(at, i, number);
            } else if (cell instanceof Long number) {
                sheet.value(at, i, number);
            } else if (cell instanceof BigDecimal number) {
                sheet.value(at, i, number);
            } else if (cell instanceof LocalDate date) {
                sheet.value(at, i, date);
            } else if (cell instanceof String text) {
                if (!text.isEmpty()) {
                    sheet.value(at, i, SpreadsheetText.harmless(text));
                    Column column = columns.get(i);
                    if (column.width() > 0 && text.length() > column.width() * LETTERS) {
                        height.hold(text, column.width());
                        isHigh = true;
                    }
                }
            } else if (cell != null) {
                throw new IllegalArgumentException("A cell cannot hold a " + cell.getClass());
            }
        }
        if (isHigh) {
            // LibreOffice would print a second line over the next row
            sheet.rowHeight(at, height.points());
        }
        at++;
    }

    /** Paints a cell of the last row; what the colour says also stands in it. */
    void paint(int column, String colour) {
        sheet.style(at - 1, column).fillColor(colour).set();
    }

    /** Another format for a cell of the last row than its column's. */
    void format(int column, Kind kind) {
        special.add(new Special(at - 1, column, kind));
    }

    void bold() {
        sheet.range(at - 1, 0, at - 1, columns.size() - 1).style().bold().set();
    }

    /** To be called after rows of a long sheet, which are then written out now and then. */
    void flushFull() {
        if (at - styled >= FLUSH_EVERY) {
            end();
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives the rows their formats. */
    int end() {
        if (at > styled) {
            for (int i = 0; i < columns.size(); i++) {
                Kind kind = columns.get(i).kind();
                StyleSetter style = sheet.range(styled, i, at - 1, i).style();
                style.format(kind.format)
                        .horizontalAlignment(kind.side)
                        .verticalAlignment("top")
                        .borderStyle(BorderSide.BOTTOM, "thin")
                        .borderColor(BorderSide.BOTTOM, LINE);
                if (kind == Kind.TEXT) {
                    style.wrapText(true);
                } else if (kind == Kind.BAR) {
                    style.fontColor("0B7A5F");
                }
                style.set();
            }
            for (Special cell : special) {
                sheet.style(cell.row(), cell.column())
                        .format(cell.kind().format)
                        .set();
            }
            special.clear();
            styled = at;
        }
        return at;
    }

    /** Ends a table that is a whole sheet, with buttons to filter it. */
    void endFiltered() {
        end();
        sheet.setAutoFilter(top, 0, Math.max(top + 1, at - 1), columns.size() - 1);
    }
}
