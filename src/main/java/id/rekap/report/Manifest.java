package id.rekap.report;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.FindingState;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

    void write(PublishedSet set, FindingCounts findings, OutputStream out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("date", set.date().toString());
        root.put("revision", set.revision());
        ObjectNode mandate = root.putObject("mandate");
        mandate.put("id", book.mandate().id());
        mandate.put("number", book.mandate().number());
        mandate.put("version", book.mandate().version());
        root.put("rekap", rekapVersion);
        inputs(root.putArray("inputs"));
        ArrayNode outputs = root.putArray("outputs");
        for (PublishedSet.Output output : set.outputs()) {
            outputs.addObject()
                    .put("path", output.path())
                    .put("sha256", output.sha256())
                    .put("bytes", output.bytes());
        }
        counts(root.putObject("counts"), findings);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        String text = JSON.writer().with(printer).writeValueAsString(root) + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void inputs(ArrayNode inputs) {
        List<Received> received = book.received().stream()
                .sorted(Comparator.comparing(Received::agency, CodePoints::compare)
                        .thenComparing(Received::sha256)
                        .thenComparing(Received::outcome))
                .distinct()
                .toList();
        for (Received file : received) {
            inputs.addObject()
                    .put("agency", file.agency())
                    .put("sha256", file.sha256())
                    .put("outcome", file.outcome());
        }
    }

    private void counts(ObjectNode counts, FindingCounts findings) {
        List<AgencyPosition> agencies = book.agencies();
        counts.put("agencies", agencies.size());
        counts.put(
                "reported", agencies.stream().filter(FindingCounts::hasReported).count());
        boolean areTold = Figures.of(book).shown(Mandate.ALL) == Figures.Shown.YES;
        people(counts, "people", agencies, AgencyPosition::headcount, areTold);
        people(counts, "rows", agencies, AgencyPosition::rows, areTold);
        people(counts, "counted", agencies, AgencyPosition::counted, areTold);
        people(counts, "refused", agencies, AgencyPosition::refused, areTold);
        states(counts.putObject("exceptions"), findings.exceptions());
        states(counts.putObject("infos"), findings.infos());
        ObjectNode codes = counts.putObject("codes");
        findings.byCode().forEach((code, stand) -> states(codes.putObject(code.name()), stand));
    }

    /** Null where all together are too few to be told of. */
    private static void people(
            ObjectNode counts,
            String name,
            List<AgencyPosition> agencies,
            ToLongFunction<AgencyPosition> number,
            boolean areTold) {
        if (areTold) {
            counts.put(name, agencies.stream().mapToLong(number).sum());
        } else {
            counts.putNull(name);
        }
    }

    private static void states(ObjectNode entry, FindingCounts.Stand stand) {
        for (FindingState state : FindingState.values()) {
            entry.put(state.name(), stand.in(state));
        }
    }
}
