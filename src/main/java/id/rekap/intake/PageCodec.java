package id.rekap.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
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

    static List<ListRow> decode(byte[] body) {
        List<ListRow> rows = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), CompressedJson.open(body))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                rows.add(read(json));
            }
        }
        return rows;
    }

    private static ListRow read(JsonParser json) {
        String no = text(json);
        String written = json.nextStringValue();
        RowFault fault = FAULTS[json.nextIntValue(0)];
        int file = json.nextIntValue(0);
        int row = json.nextIntValue(0);
        String name = text(json);
        String type = text(json);
        @Nullable String[] values = texts(json).toArray(new @Nullable String[0]);
        List<@Nullable String> extras = texts(json);
        json.nextToken();
        return new ListRow(
                no,
                written == null ? no : written,
                fault,
                file,
                row,
                name,
                type,
                values,
                extras.isEmpty()
                        ? NONE
                        : extras.stream().map(e -> e == null ? "" : e).toArray(String[]::new));
    }

    private static final String[] NONE = {};

    private static String text(JsonParser json) {
        String text = json.nextStringValue();
        return text == null ? "" : text;
    }

    private static List<@Nullable String> texts(JsonParser json) {
        List<@Nullable String> texts = new ArrayList<>(6);
        json.nextToken();
        for (String text = json.nextStringValue();
                json.currentToken() != JsonToken.END_ARRAY;
                text = json.nextStringValue()) {
            texts.add(text);
        }
        return texts;
    }
}
