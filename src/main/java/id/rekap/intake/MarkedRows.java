package id.rekap.intake;

import java.util.BitSet;
import java.util.Iterator;

/** A list's rows as corrections leave them, by their positions. */
final class MarkedRows implements Iterator<ListRow> {
    private final Iterator<ListRow> rows;
    private final BitSet replaced;
    private final BitSet outdated;
    private int position;

    MarkedRows(Iterator<ListRow> rows, BitSet replaced, BitSet outdated) {
        this.rows = rows;
        this.replaced = replaced;
        this.outdated = outdated;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ListRow next() {
        ListRow row = rows.next();
        int at = position++;
        if (replaced.get(at)) {
            return row.replaced();
        }
        return outdated.get(at) ? row.outdated() : row;
    }
}
