package id.rekap.intake;

import id.rekap.intake.Heading.Column;
import id.rekap.intake.HeadingMeanings.Meaning;
import id.rekap.mandate.Header;
import id.rekap.tabular.Row;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row and the one below it, read as one header. Cells that were merged hold their text in the first one only, so a heading
 * reaches over the empty cells to its right below which something stands.
 */
final class TwoRowHeader {
    /** Of a person: no heading has it. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}");

    private final Row upper;
    private final Row lower;
    private final HeadingMeanings meanings;

    private TwoRowHeader(Row upper, Row lower, HeadingMeanings meanings) {
        this.upper = upper;
        this.lower = lower;
        this.meanings = meanings;
    }

    /** Null where the second row names no column below a heading of the first, or is data. */
    static @Nullable Heading heading(Row upper, @Nullable Row lower, HeadingMeanings meanings) {
        if (lower == null || lower.number() != upper.number() + 1) {
            return null;
        }
        TwoRowHeader rows = new TwoRowHeader(upper, lower, meanings);
        return rows.isHeading() ? rows.heading() : null;
    }

    private boolean isHeading() {
        boolean names = false;
        for (int i = 0; i < lower.size(); i++) {
            String text = lower.text(i);
            if (NUMBER.matcher(text).find() || isData(i, StoredLimits.cell(text.strip()))) {
                return false;
            }
            names = names || (!text.isBlank() && !isNamedAbove(i) && named(i) != null);
        }
        return names;
    }

    /** An answer below the heading of such; of an account any word may be one. */
    private boolean isData(int column, String text) {
        Meaning above = isNamedAbove(column) ? meanings.of(upper.text(column)) : null;
        if (above == null || !above.isObligation() || meanings.isOfAccount(above) || above.equals(meanings.of(text))) {
            return false;
        }
        ReadAs as = AnswerReader.read(meanings.mandate().obligations().get(above.position()), text)
                .as();
        return as == ReadAs.YES || as == ReadAs.NO;
    }

    private Heading heading() {
        int width = Math.max(upper.size(), lower.size());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String below = lower.text(i).strip();
            String above = below.isEmpty() ? upper.text(i).strip() : above(i);
            boolean isSame = Header.folded(above).equals(Header.folded(below));
            String text = isSame ? below : (above + " " + below).strip();
            boolean isOneRow = below.isEmpty() || isSame;
            columns.add(new Column(
                    text,
                    isOneRow ? "" : below,
                    below.isEmpty() || isNamedAbove(i) ? meanings.of(upper.text(i)) : named(i)));
        }
        return new Heading(lower.number(), width, columns);
    }

    /** The heading of the first row that reaches over this column. */
    private String above(int column) {
        int from = column;
        while (from > 0 && upper.text(from).isBlank()) {
            from--;
        }
        return lower.text(from).isBlank() ? "" : upper.text(from).strip();
    }

    /** Is the heading above this column its own, and known? */
    private boolean isNamedAbove(int column) {
        return meanings.of(upper.text(column)) != null
                && !joins(column)
                && (column == 0 || upper.text(column).isBlank() || !joins(column - 1));
    }

    /** Does one heading reach over this column and the next? Some programs repeat what was merged. */
    private boolean joins(int left) {
        String next = upper.text(left + 1);
        boolean isOne = next.isBlank() || Header.folded(next).equals(Header.folded(upper.text(left)));
        return isOne && !lower.text(left).isBlank() && !lower.text(left + 1).isBlank();
    }

    /** What both rows' words mean, or those of the second. */
    private @Nullable Meaning named(int column) {
        return meanings.below(above(column), lower.text(column));
    }
}
