package id.rekap.report;

import id.rekap.files.ZipPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * A sheet as SpreadsheetML (ECMA-376, part 1, 18.3), row after row and each from left to right, packed as it is written.
 * Rows and columns count from 0.
 */
final class SheetXml {
    static final int MOST_ROWS = 1 << 20;
    private static final int FULL = 1 << 14;
    private static final int LETTERS = 26;

    private final StringBuilder xml = new StringBuilder(FULL + (FULL >> 1));
    private final ZipPart.Packer packer;
    private int row;

    /** How a cell looks: in the order of {@code cellXfs} in {@code workbook/styles.xml}. */
    enum Style {
        PLAIN,
        TITLE,
        SUBTITLE,
        HEADING,
        WRAPPED,
        CENTRED_HEADING,
        /** Wrapped, and never read as a number. */
        TEXT
    }

    /**
     * Begins a sheet that is printed in landscape, one page wide.
     *
     * @param name of the part
     * @param deflater that nothing else uses until the sheet has ended
     * @param view markup inside {@code sheetView}
     * @param widths of the columns, in characters
     */
    SheetXml(String name, Deflater deflater, String view, double... widths) {
        this.packer = new ZipPart.Packer(name, deflater);
        xml.append("""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">""");
        xml.append(view).append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < widths.length; i++) {
            xml.append("<col min=\"")
                    .append(i + 1)
                    .append("\" max=\"")
                    .append(i + 1)
                    .append("\" width=\"");
            xml.append(widths[i]).append("\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
    }

    void beginRow(int at) {
        row = at + 1;
        xml.append("<row r=\"").append(row).append("\">");
    }

    /** @param points how high it is */
    void beginRow(int at, int points) {
        row = at + 1;
        xml.append("<row r=\"").append(row).append("\" ht=\"").append(points).append("\" customHeight=\"1\">");
    }

    void endRow() throws IOException {
        xml.append("</row>");
        if (xml.length() >= FULL) {
            flush();
        }
    }

    /** A text that is ours, or that was made harmless; without one the cell stays empty. */
    void text(int column, Style style, String text) {
        if (text.isEmpty()) {
            return;
        }
        beginCell(column, style);
        boolean isPadded = text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
        xml.append(isPadded ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>");
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c > '~') {
                xml.append(text, plain, i);
                i += other(text.codePointAt(i));
                plain = i + 1;
            }
        }
        xml.append(text, plain, text.length()).append("</t></is></c>");
    }

    /** By name or number: the sheet is ASCII, which is made and packed in half the time. How many more chars it took. */
    private int other(int character) {
        switch (character) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            default -> xml.append("&#").append(character).append(';');
        }
        return Character.charCount(character) - 1;
    }

    void number(int column, Style style, int number) {
        beginCell(column, style);
        xml.append("><v>").append(number).append("</v></c>");
    }

    /** A row of its own with one text. */
    void line(int at, Style style, String text) throws IOException {
        beginRow(at);
        text(0, style, text);
        endRow();
    }

    private void beginCell(int column, Style style) {
        xml.append("<c r=\"");
        letters(column, xml);
        xml.append(row).append("\" s=\"").append(style.ordinal()).append('"');
    }

    /** A to Z, AA and on. */
    private static void letters(int column, StringBuilder to) {
        if (column >= LETTERS) {
            letters(column / LETTERS - 1, to);
        }
        to.append((char) ('A' + column % LETTERS));
    }

    /**
     * The columns and rows from the first cell on.
     *
     * @param mark empty, or the dollar sign of what does not move with a formula
     */
    static String range(String mark, int lastColumn, int lastRow) {
        StringBuilder range =
                new StringBuilder(mark).append('A').append(mark).append("1:").append(mark);
        letters(lastColumn, range);
        return range.append(mark).append(lastRow + 1).toString();
    }

    /** @param after markup after the cells, before what is said about printing */
    ZipPart end(String after) throws IOException {
        xml.append("</sheetData>").append(after);
        xml.append("""
                <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>\
                <pageSetup orientation="landscape" fitToWidth="1" fitToHeight="999"/></worksheet>
                """);
        flush();
        return packer.part();
    }

    private void flush() throws IOException {
        packer.write(xml.toString().getBytes(StandardCharsets.ISO_8859_1)); // ASCII, and not looked through again
        xml.setLength(0);
    }
}
