package id.rekap.nightly;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run must find again when it is restarted.
 *
 * @param language of texts that are kept: id or en
 * @param quietSeconds a file that changed within them waits
 * @param maxAgeDays an older list in force is stale
 * @param chunk agencies in one transaction
 */
public record RunSettings(String language, long quietSeconds, int maxAgeDays, int chunk) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static RunSettings of(String json) {
        return JSON.readValue(json, RunSettings.class);
    }
}
