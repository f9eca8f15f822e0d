package id.rekap.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * What separates the columns of a CSV, found in its first lines.
 *
 * @param columns how many the table seems to have
 */
record Delimiter(char character, int columns) {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 20;
    private static final int NUMBER_OF_A_PERSON = 6;

    /** One line as a candidate splits it; a line with a long number is data, never a header. */
    private record Line(int columns, boolean data) {}

    private record Score(int width, boolean header, int weight) {
        private boolean beats(Score other) {
            return header == other.header ? weight > other.weight : weight > 0 && header;
        }
    }

    /**
     * The true delimiter splits the header line and most lines after it into the same number of columns. Decimal commas,
     * degrees behind names and lists in a cell split data lines only, commas of titles only few lines in two.
     */
    static Delimiter of(String head) {
        Delimiter best = new Delimiter(',', 1);
        Score bestScore = new Score(1, false, 0);
        for (char candidate : CANDIDATES) {
            Score score = score(lines(head, candidate));
            if (score.beats(bestScore)) {
                best = new Delimiter(candidate, score.width);
                bestScore = score;
            }
        }
        return best;
    }

    private static Score score(List<Line> lines) {
        Score best = new Score(1, false, 0);
        for (Line line : lines) {
            int width = line.columns;
            int agreeing = (int) lines.stream().filter(l -> l.columns == width).count();
            int weight = agreeing * (width - 1);
            if (weight > best.weight) {
                boolean header = lines.stream().anyMatch(l -> !l.data && l.columns > 1 && l.columns * 2 >= width);
                best = new Score(width, header, weight);
            }
        }
        return best;
    }

    private static List<Line> lines(String head, char delimiter) {
        List<Line> lines = new ArrayList<>(LINES);
        int columns = 1;
        int digits = 0;
        boolean data = false;
        boolean blank = true;
        boolean quoted = false;
        boolean fieldStart = true;
        for (int i = 0; i < head.length() && lines.size() < LINES; i++) {
            char c = head.charAt(i);
            boolean wasQuoted = quoted;
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && fieldStart) {
                quoted = true;
            } else if (c == delimiter) {
                columns++;
            } else if (c == '\n' || c == '\r') {
                if (!blank) lines.add(new Line(columns, data));
                columns = 1;
                data = false;
                blank = true;
            }
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            data |= digits >= NUMBER_OF_A_PERSON;
            // Whatever delimits, a quote behind any candidate opens a cell; one right behind a closing quote opens it
            // again.
            fieldStart = "\r\n,;\t|".indexOf(c) >= 0 || (c == '"' && wasQuoted && !quoted);
            blank &= c == '\n' || c == '\r' || c == ' ';
        }
        if (!blank && lines.size() < LINES) lines.add(new Line(columns, data));
        return lines;
    }
}
