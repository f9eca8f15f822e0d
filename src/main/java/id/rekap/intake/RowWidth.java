package id.rekap.intake;

import id.rekap.tabular.Row;
import id.rekap.value.Sha256;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How wide a row is that has more cells than its header.
 *
 * @param digest of what stands in it, blanks and case aside: tells it from other such rows without showing anybody
 */
public record RowWidth(int cells, int columns, String digest) {
    private static final int DIGEST_BYTES = 16;

    static RowWidth of(Row row, int columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.text(i).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            text.append(cell).append('\u001f');
        }
        byte[] hash = Sha256.of(text.toString());
        return new RowWidth(row.size(), columns, HexFormat.of().formatHex(hash, 0, DIGEST_BYTES));
    }

    String encoded() {
        return cells + "/" + columns + "/" + digest;
    }

    /** Of a row whose fault it is. */
    public static RowWidth of(ListRow row) {
        String[] parts = row.written().split("/", -1);
        return new RowWidth(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }
}
