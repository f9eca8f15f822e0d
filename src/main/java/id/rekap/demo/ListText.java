package id.rekap.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Lists as delimited text. */
final class ListText {
    private ListText() {}

    static byte[] commas(List<ListRow> rows) {
        return written(CSVFormat.RFC4180, rows).getBytes(StandardCharsets.UTF_8);
    }

    /** As "CSV UTF-8" of an Indonesian Excel: semicolons, and a byte order mark in front. */
    static byte[] semicolons(List<ListRow> rows) {
        CSVFormat semicolon = CSVFormat.RFC4180.builder().setDelimiter(';').get();
        return ('\ufeff' + written(semicolon, rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String written(CSVFormat format, List<ListRow> rows) {
        StringBuilder text = new StringBuilder(line(format, ListRow.HEADER));
        for (ListRow row : rows) {
            text.append(line(format, row.cells()));
        }
        return text.toString();
    }

    private static String line(CSVFormat format, List<String> cells) {
        return format.format(cells.toArray()) + "\r\n";
    }
}
