package id.rekap.report;

/**
 * How high a row must be for its wrapped texts. A workbook has to say so: LibreOffice prints the lines of a row without a
 * height over those of the next.
 */
final class RowHeight {
    private static final int LINE = 15;
    private static final int MOST_LINES = 25;

    private int lines = 1;

    /** @param width of the column, in characters */
    void hold(String text, double width) {
        // words don't break: a line is rarely filled
        lines = Math.max(lines, Math.min(MOST_LINES, (int) Math.ceil(text.length() / (width * 0.85))));
    }

    int points() {
        return lines * LINE;
    }
}
