package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is open in a published set becomes an exit code, for whoever starts the night from a script. */
final class FailOn {
    /** The least that counts. */
    private enum Least {
        ERROR,
        WARNING
    }

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning",
            description = "Exit 20 where the published set has open errors, or open errors or warnings.")
    private @Nullable Least least;

    /** By the set's own manifest. */
    int exit(NightCommand.Report published, int otherwise) {
        if (least == null) {
            return otherwise;
        }
        Path set = Path.of(published.set());
        JsonNode codes = JsonMapper.shared()
                .readTree(set.resolve("manifest.json").toFile())
                .path("counts")
                .path("codes");
        long errors = open(codes, Severity.ERROR);
        long warnings = least == Least.WARNING ? open(codes, Severity.WARNING) : 0;
        if (errors + warnings == 0) {
            return otherwise;
        }
        Terminal.err("Open in the set that was published: " + errors + (errors == 1 ? " error" : " errors")
                + (least == Least.ERROR ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings"))
                + ". " + set.resolve("exceptions.csv") + " lists them");
        return Exit.FINDINGS;
    }

    private static long open(JsonNode codes, Severity severity) {
        Catalogue catalogue = Catalogue.load();
        long open = 0;
        for (ExceptionCode code : ExceptionCode.values()) {
            if (catalogue.severity(code) == severity) {
                JsonNode states = codes.path(code.name());
                open += states.path("NEW").asLong(0)
                        + states.path("OPEN").asLong(0)
                        + states.path("REOPENED").asLong(0);
            }
        }
        return open;
    }
}
