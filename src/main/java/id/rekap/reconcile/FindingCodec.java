package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.CompressedJson;
import id.rekap.intake.CompressedJsonReader;
import id.rekap.intake.StoredLimits;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of findings as the database keeps it: compressed JSON rows {@code [code, employee_no, employee_name, file, sheet,
 * row, field, value, expected, message, suggestion, fingerprint, first_seen, reopened_on, resolved, own]}; row is -1 where
 * there is none, reopened_on is empty where it never was, own are the sender's own columns: {@code [header, cell, header,
 * cell, …]}, or {@code [null, cell, cell, …]} where the headers are those of the last row that has them.
 */
final class FindingCodec {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int PAGE = 2_000;

    private FindingCodec() {}

    /** A page, and how many findings are in it. */
    @SuppressWarnings("ArrayRecordComponent") // carried to the database, never compared
    record Page(int count, byte[] body) {}

    /** A page of the findings that come next: as many as it may have, or as its bytes allow, one at least. */
    static Page encode(Iterator<FindingRow> findings) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 14);
        int count = 0;
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            List<SenderCell> before = List.of();
            while (findings.hasNext() && count < PAGE && plain.size() < StoredLimits.PAGE_BYTES) {
                FindingRow finding = findings.next();
                write(json, finding, before);
                before = finding.raised().own().isEmpty()
                        ? before
                        : finding.raised().own();
                count++;
            }
            json.writeEndArray();
        }
        return new Page(count, CompressedJson.of(plain));
    }

    private static void write(JsonGenerator json, FindingRow finding, List<SenderCell> before) {
        RaisedException r = finding.raised();
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
        own(json, r.own(), before);
        json.writeEndArray();
    }

    private static void own(JsonGenerator json, List<SenderCell> own, List<SenderCell> before) {
        boolean isHeaded = !own.isEmpty() && !hasHeadersOf(own, before);
        json.writeStartArray();
        if (!own.isEmpty() && !isHeaded) {
            json.writeNull();
        }
        for (SenderCell cell : own) {
            if (isHeaded) {
                json.writeString(cell.header());
            }
            json.writeString(cell.value());
        }
        json.writeEndArray();
    }

    private static boolean hasHeadersOf(List<SenderCell> own, List<SenderCell> before) {
        if (own.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).header().equals(before.get(i).header())) {
                return false;
            }
        }
        return true;
    }

    static List<FindingRow> decode(String agency, FindingRow.Part part, byte[] body) {
        CompressedJsonReader json = new CompressedJsonReader(body);
        List<FindingRow> findings = new ArrayList<>();
        Dates dates = new Dates();
        List<SenderCell> headed = List.of();
        while (json.nextRow()) {
            FindingRow finding = read(agency, part, json, dates, headed);
            headed =
                    finding.raised().own().isEmpty() ? headed : finding.raised().own();
            findings.add(finding);
        }
        return findings;
    }

    private static FindingRow read(
            String agency, FindingRow.Part part, CompressedJsonReader json, Dates dates, List<SenderCell> headed) {
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
        List<SenderCell> own = own(json, headed);
        json.expect(']');
        RaisedException raised = new RaisedException(
                code, no, name, file, sheet, row, field, value, expected, message, suggestion, "", own);
        return new FindingRow(agency, part, raised, fingerprint, firstSeen, reopenedOn, resolved);
    }

    private static @Nullable LocalDate reopenedOn(CompressedJsonReader json, Dates dates) {
        String on = repeated(json, ',');
        return on.isEmpty() ? null : dates.of(on);
    }

    private static List<SenderCell> own(CompressedJsonReader json, List<SenderCell> headed) {
        @Nullable String[] texts = json.texts(',');
        if (texts.length > 0 && texts[0] == null) {
            return ownUnder(headed, texts, json);
        }
        List<SenderCell> own = new ArrayList<>(texts.length / 2);
        for (int i = 0; i < texts.length; i += 2) {
            own.add(new SenderCell(json.present(texts[i]), json.present(texts[i + 1])));
        }
        return own;
    }

    private static List<SenderCell> ownUnder(
            List<SenderCell> headed, @Nullable String[] texts, CompressedJsonReader json) {
        if (headed.size() != texts.length - 1) {
            throw json.damaged();
        }
        List<SenderCell> own = new ArrayList<>(headed.size());
        for (int i = 0; i < headed.size(); i++) {
            own.add(new SenderCell(headed.get(i).header(), json.present(texts[i + 1])));
        }
        return own;
    }

    private static String text(CompressedJsonReader json) {
        return json.present(json.text(','));
    }

    private static String repeated(CompressedJsonReader json, char before) {
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
