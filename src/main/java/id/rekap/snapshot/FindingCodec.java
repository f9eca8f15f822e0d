package id.rekap.snapshot;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.CompressedJson;
import id.rekap.intake.UnfoldedJson;
import id.rekap.reconcile.OwnCell;
import id.rekap.reconcile.Raised;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of findings as the database keeps it: compressed JSON rows {@code [code, employee_no, employee_name, file, sheet,
 * row, field, value, expected, message, suggestion, fingerprint, first_seen, reopened_on, resolved, own]}; row is -1 where
 * there is none, reopened_on is empty where it never was, own are the sender's own columns: {@code [header, cell, header,
 * cell, …]}.
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
        LocalDate reopenedOn = finding.reopenedOn();
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
        json.writeString(reopenedOn == null ? "" : reopenedOn.toString());
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
        UnfoldedJson json = new UnfoldedJson(body);
        List<FindingRow> findings = new ArrayList<>();
        Dates dates = new Dates();
        while (json.nextRow()) {
            findings.add(read(agency, part, json, dates));
        }
        return findings;
    }

    private static FindingRow read(String agency, FindingRow.Part part, UnfoldedJson json, Dates dates) {
        ExceptionCode code = ExceptionCode.valueOf(repeated(json, '['));
        String no = text(json);
        String name = text(json);
        String file = repeated(json, ',');
        String sheet = repeated(json, ',');
        Integer row = json.numberOrNone(',');
        String field = repeated(json, ',');
        String value = text(json);
        String expected = repeated(json, ',');
        String message = repeated(json, ',');
        String suggestion = repeated(json, ',');
        String fingerprint = text(json);
        LocalDate firstSeen = dates.of(repeated(json, ','));
        LocalDate reopenedOn = reopenedOn(json, dates);
        boolean resolved = json.number(',') == 1;
        List<OwnCell> own = own(json);
        json.expect(']');
        Raised raised =
                new Raised(code, no, name, file, sheet, row, field, value, expected, message, suggestion, "", own);
        return new FindingRow(agency, part, raised, fingerprint, firstSeen, reopenedOn, resolved);
    }

    /** Pages older than this date have two numbers in its place, a count of sets and whether it was: no date is in them. */
    private static @Nullable LocalDate reopenedOn(UnfoldedJson json, Dates dates) {
        if (json.isNumberNext()) {
            json.number(',');
            json.number(',');
            return null;
        }
        String on = repeated(json, ',');
        return on.isEmpty() ? null : dates.of(on);
    }

    private static List<OwnCell> own(UnfoldedJson json) {
        @Nullable String[] texts = json.texts(',');
        List<OwnCell> own = new ArrayList<>(texts.length / 2);
        for (int i = 0; i < texts.length; i += 2) {
            own.add(new OwnCell(json.present(texts[i]), json.present(texts[i + 1])));
        }
        return own;
    }

    private static String text(UnfoldedJson json) {
        return json.present(json.text(','));
    }

    private static String repeated(UnfoldedJson json, char before) {
        return json.present(json.repeatedText(before));
    }

    /** Dates of a page, which has few. */
    private static final class Dates {
        private String text = "";
        private LocalDate date = LocalDate.EPOCH;

        LocalDate of(String of) {
            if (!of.equals(text)) {
                date = LocalDate.parse(of);
                text = of;
            }
            return date;
        }
    }
}
