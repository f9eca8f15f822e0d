package id.rekap.snapshot;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.CompressedJson;
import id.rekap.reconcile.OwnCell;
import id.rekap.reconcile.Raised;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of findings as the database keeps it: compressed JSON rows {@code [code, employee_no, employee_name, file, sheet,
 * row, field, value, expected, message, suggestion, fingerprint, first_seen, opened_depth, reopened, resolved, own]}; row is
 * -1 where there is none, own are the sender's own columns: {@code [header, cell, header, cell, …]}.
 */
final class FindingCodec {
    private static final JsonFactory JSON = new JsonFactory();

    private FindingCodec() {}

    static byte[] encode(List<FindingRow> findings) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(findings.size() * 300 + 64);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            for (FindingRow finding : findings) {
                write(json, finding);
            }
            json.writeEndArray();
        }
        return CompressedJson.of(plain);
    }

    private static void write(JsonGenerator json, FindingRow finding) {
        Raised r = finding.raised();
        Integer row = r.row();
        json.writeStartArray();
        json.writeString(r.code().name());
        json.writeString(r.employeeNo());
        json.writeString(r.employeeName());
        json.writeString(r.file());
        json.writeString(r.sheet());
        json.writeNumber(row == null ? -1 : row);
        json.writeString(r.field());
        json.writeString(r.value());
        json.writeString(r.expected());
        json.writeString(r.message());
        json.writeString(r.suggestion());
        json.writeString(finding.fingerprint());
        json.writeString(finding.firstSeen().toString());
        json.writeNumber(finding.openedDepth());
        json.writeNumber(finding.reopened() ? 1 : 0);
        json.writeNumber(finding.resolved() ? 1 : 0);
        json.writeStartArray();
        for (OwnCell cell : r.own()) {
            json.writeString(cell.header());
            json.writeString(cell.value());
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    static List<FindingRow> decode(String agency, FindingRow.Part part, byte[] body) {
        List<FindingRow> findings = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), CompressedJson.unfold(body))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                findings.add(read(agency, part, json));
            }
        }
        return findings;
    }

    private static FindingRow read(String agency, FindingRow.Part part, JsonParser json) {
        ExceptionCode code = ExceptionCode.valueOf(text(json));
        String no = text(json);
        String name = text(json);
        String file = text(json);
        String sheet = text(json);
        int row = json.nextIntValue(-1);
        List<OwnCell> own = new ArrayList<>(0);
        Raised raised = new Raised(
                code,
                no,
                name,
                file,
                sheet,
                row < 0 ? null : row,
                text(json),
                text(json),
                text(json),
                text(json),
                text(json),
                "",
                own);
        FindingRow finding = new FindingRow(
                agency,
                part,
                raised,
                text(json),
                LocalDate.parse(text(json)),
                json.nextIntValue(0),
                json.nextIntValue(0) == 1,
                json.nextIntValue(0) == 1);
        own(json, own);
        json.nextToken();
        return finding;
    }

    private static void own(JsonParser json, List<OwnCell> cells) {
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String header = json.getString();
            cells.add(new OwnCell(header, text(json)));
        }
    }

    private static String text(JsonParser json) {
        String text = json.nextStringValue();
        return text == null ? "" : text;
    }
}
