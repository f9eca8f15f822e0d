package id.rekap.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of list rows as the database keeps it: JSON rows {@code [no, written, fault, file, row, name, type, [values],
 * [extras]]}, compressed. {@code written} is null where it equals {@code no}.
 */
final class PageCodec {
    private static final JsonFactory JSON = new JsonFactory();
    private static final RowFault[] FAULTS = RowFault.values();

    private PageCodec() {}

    /** A page of the rows that come next: as many as it may have, or as its bytes allow, one at least. */
    static ListPages.Page encode(Iterator<ListRow> rows) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 16);
        int count = 0;
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            while (rows.hasNext() && count < StoredLimits.PAGE_ROWS && plain.size() < StoredLimits.PAGE_BYTES) {
                write(json, rows.next());
                count++;
            }
            json.writeEndArray();
        }
        return new ListPages.Page(count, CompressedJson.of(plain));
    }

    private static void write(JsonGenerator json, ListRow row) {
        json.writeStartArray();
        json.writeString(row.no());
        json.writeString(row.written().equals(row.no()) ? null : row.written());
        json.writeNumber(row.fault().ordinal());
        json.writeNumber(row.file());
        json.writeNumber(row.row());
        json.writeString(row.name());
        json.writeString(row.type());
        json.writeStartArray();
        for (int i = 0; i < row.valueCount(); i++) {
            json.writeString(row.value(i));
        }
        json.writeEndArray();
        json.writeStartArray();
        for (String extra : row.extras()) {
            json.writeString(extra);
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    /**
     * The rows of a page.
     *
     * @throws java.io.UncheckedIOException where it is not what {@code encode} made
     */
    static List<ListRow> decode(byte[] body) {
        CompressedJsonReader json = new CompressedJsonReader(body);
        List<ListRow> rows = new ArrayList<>();
        while (json.nextRow()) {
            rows.add(row(json));
        }
        return rows;
    }

    private static ListRow row(CompressedJsonReader json) {
        String no = json.present(json.text('['));
        String written = json.text(',');
        int fault = json.number(',');
        int file = json.number(',');
        int row = json.number(',');
        String name = json.present(json.text(','));
        String type = json.present(json.repeatedText(','));
        @Nullable String[] values = json.texts(',');
        @Nullable String[] extras = json.texts(',');
        for (String extra : extras) {
            json.present(extra);
        }
        json.expect(']');
        if (fault >= FAULTS.length) {
            throw json.damaged();
        }
        return new ListRow(no, written == null ? no : written, FAULTS[fault], file, row, name, type, values, extras);
    }
}
