package id.rekap.cli;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many exceptions a published set has, by its manifest, in the words of its pages. */
record SetCounts(long fresh, long reopened, long still, long resolved, long infos) {

    static SetCounts of(Path set) {
        JsonNode counts = JsonMapper.shared()
                .readTree(set.resolve("manifest.json").toFile())
                .path("counts");
        JsonNode exceptions = counts.path("exceptions");
        JsonNode infos = counts.path("infos");
        return new SetCounts(
                in(exceptions, "NEW"),
                in(exceptions, "REOPENED"),
                in(exceptions, "OPEN"),
                in(exceptions, "RESOLVED"),
                in(infos, "NEW") + in(infos, "REOPENED") + in(infos, "OPEN"));
    }

    String inWords() {
        return "Exceptions: " + (fresh + reopened + still) + " open (" + fresh + " new, " + reopened + " reopened, "
                + still + " still open), " + resolved + " resolved; information, counted apart: " + infos;
    }

    private static long in(JsonNode states, String state) {
        return states.path(state).asLong(0);
    }
}
