package id.rekap.nightly;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run must find again when it is restarted.
 *
 * @param language of texts that are kept: id or en
 * @param quietSeconds a file that changed within them waits
 * @param maxAgeDays an older list in force is stale
 * @param chunk agencies in one transaction
 * @param claimDays a message of a chat counts for so many, its own included
 * @param evidenceDays an older export of an official account proves nothing
 * @param publicUrl where readers find the reports, without a slash at its end; empty where nowhere is named
 * @param contact to whom agencies send their lists, empty where nobody is named
 */
public record RunSettings(
        String language,
        long quietSeconds,
        int maxAgeDays,
        int chunk,
        int claimDays,
        int evidenceDays,
        String publicUrl,
        String contact) {
    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** By hand: a command that only looks would wait longer for a library to learn how these are made than for the rest. */
    static RunSettings of(String json) {
        JsonNode read = JsonMapper.shared().readTree(json);
        return new RunSettings(
                read.required("language").asString(),
                read.required("quietSeconds").asLong(),
                read.required("maxAgeDays").asInt(),
                read.required("chunk").asInt(),
                read.required("claimDays").asInt(),
                read.required("evidenceDays").asInt(),
                read.required("publicUrl").asString(),
                read.required("contact").asString());
    }
}
