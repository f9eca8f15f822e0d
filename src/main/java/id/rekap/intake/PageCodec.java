package id.rekap.intake;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of list rows as the database keeps it: JSON rows {@code [no, written, fault, file, row, name, type, [values],
 * [extras]]}, compressed. {@code written} is null where it equals {@code no}.
 */
final class PageCodec {
    private static final JsonFactory JSON = new JsonFactory();

    private PageCodec() {}

    static byte[] encode(List<ListRow> rows) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(rows.size() * 160 + 64);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            for (ListRow row : rows) {
                write(json, row);
            }
            json.writeEndArray();
        }
        return CompressedJson.of(plain);
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
        return new PageReader(CompressedJson.unfold(body, PageReader.ZEROS)).rows();
    }
}
