package id.rekap.report;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.FindingState;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Received;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a set was made of and what it holds, the last file of a set. It circulates, and agencies write people into the names
 * of their files: so an input is its agency and its hash.
 */
final class Manifest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PublicationModel book;
    private final String rekapVersion;

    Manifest(PublicationModel book, String rekapVersion) {
        this.book = book;
        this.rekapVersion = rekapVersion;
    }

    void write(List<PublishedSet.Output> outputs, FindingCounts findings, Figures figures, OutputStream out)
            throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.writer().with(printer).createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("date", book.date().toString());
            json.writeNumberProperty("revision", book.revision());
            json.writeObjectPropertyStart("mandate");
            json.writeStringProperty("id", book.mandate().id());
            json.writeStringProperty("number", book.mandate().number());
            json.writeStringProperty("version", book.mandate().version());
            json.writeEndObject();
            json.writeStringProperty("rekap", rekapVersion);
            inputs(json);
            json.writeArrayPropertyStart("outputs");
            for (PublishedSet.Output output : outputs) {
                json.writeStartObject();
                json.writeStringProperty("path", output.path());
                json.writeStringProperty("sha256", output.sha256());
                json.writeNumberProperty("bytes", output.bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            counts(json, findings, figures);
            json.writeEndObject();
        }
        text.write('\n');
        text.writeTo(out);
    }

    private void inputs(JsonGenerator json) {
        List<Received> received = book.received().stream()
                .sorted(Comparator.comparing(Received::agency, CodePoints::compare)
                        .thenComparing(Received::sha256)
                        .thenComparing(Received::outcome))
                .distinct()
                .toList();
        json.writeArrayPropertyStart("inputs");
        for (Received file : received) {
            json.writeStartObject();
            json.writeStringProperty("agency", file.agency());
            json.writeStringProperty("sha256", file.sha256());
            json.writeStringProperty("outcome", file.outcome());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(JsonGenerator json, FindingCounts findings, Figures figures) {
        List<AgencyPosition> agencies = book.agencies();
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("agencies", agencies.size());
        json.writeNumberProperty(
                "reported", agencies.stream().filter(FindingCounts::hasReported).count());
        boolean areTold = figures.shown(Mandate.ALL) == Figures.Shown.YES;
        people(json, "people", agencies, AgencyPosition::headcount, areTold);
        people(json, "rows", agencies, AgencyPosition::rows, areTold);
        people(json, "counted", agencies, AgencyPosition::counted, areTold);
        people(json, "refused", agencies, AgencyPosition::refused, areTold);
        states(json, "exceptions", findings.exceptions());
        states(json, "infos", findings.infos());
        json.writeObjectPropertyStart("codes");
        findings.byCode().forEach((code, stand) -> states(json, code.name(), stand));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Null where all together are too few to be told of. */
    private static void people(
            JsonGenerator json,
            String name,
            List<AgencyPosition> agencies,
            ToLongFunction<AgencyPosition> number,
            boolean areTold) {
        if (areTold) {
            json.writeNumberProperty(name, agencies.stream().mapToLong(number).sum());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void states(JsonGenerator json, String name, FindingCounts.Stand stand) {
        json.writeObjectPropertyStart(name);
        for (FindingState state : FindingState.values()) {
            json.writeNumberProperty(state.name(), stand.in(state));
        }
        json.writeEndObject();
    }
}
