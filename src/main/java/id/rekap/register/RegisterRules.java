package id.rekap.register;

import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Header;
import id.rekap.mandate.HomeFile;
import id.rekap.mandate.Keys;
import id.rekap.value.Sha256;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the register's legal status is read: {@code jobs/register.yml}, HOME's before the packaged one. */
public final class RegisterRules {
    static final String FILE = "jobs/register.yml";

    /** Spreadsheets put {@code '} or {@code ="…"} around what is to stay a text. */
    private static final Pattern AROUND = Pattern.compile("^[=\"']+|[\"']+$");

    /** Spreadsheets turn 01 into 1, and some programs into 1.0. */
    private static final Pattern CODE = Pattern.compile("0*([0-9]+)(?:[.,]0)?");

    private static final int LONGEST_CODE = 32;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final Map<String, Status> byName;
    private final Status blank;
    private final String version;

    private RegisterRules(Map<String, Status> byName, Status blank, String version) {
        this.byName = byName;
        this.blank = blank;
        this.version = version;
    }

    /** SHA-256 of the file, in hex. */
    String version() {
        return version;
    }

    /**
     * A legal status (kedudukan hukum).
     *
     * @param code the canonical one that is stored
     * @param active whether people of this status are counted
     * @param types the employment types that it belongs to; empty where it says nothing about them
     */
    public record Status(String code, boolean active, List<String> types) {
        /** Whether somebody of this type can have it. */
        boolean fits(String type) {
            return types.isEmpty() || types.contains(type);
        }
    }

    public static RegisterRules load(Path home) {
        HomeFile file = HomeFile.of(home, FILE);
        return read(file.name(), file.text());
    }

    static RegisterRules read(String file, String yaml) {
        Keys statuses = Keys.of(file, yaml).only("statuses").keys("statuses");
        Map<String, Status> byName = new HashMap<>();
        Status blank = null;
        for (String code : statuses.names()) {
            Keys keys = statuses.keys(code).only("names", "active", "types");
            if (!code.matches("[A-Z0-9_]{1," + LONGEST_CODE + "}")) {
                throw new ConfigurationInvalid(
                        file + ": the status " + code + "; allowed: capital letters, digits and _");
            }
            keys.text("active");
            Status status =
                    new Status(code, keys.yes("active", false), keys.has("types") ? keys.texts("types") : List.of());
            blank = blank == null && status.active() ? status : blank;
            name(file, byName, code, status);
            for (String name : keys.texts("names")) {
                name(file, byName, name, status);
            }
        }
        if (blank == null) {
            throw new ConfigurationInvalid(
                    file + ": no status is active; people without a status get the first active one");
        }
        return new RegisterRules(byName, blank, Sha256.hex(yaml));
    }

    private static void name(String file, Map<String, Status> byName, String name, Status status) {
        Status other = byName.put(folded(name), status);
        if (other != null && !other.equals(status)) {
            throw new ConfigurationInvalid(
                    file + ": \"" + name + "\" stands under the statuses " + other.code() + " and " + status.code());
        }
    }

    /** Names are compared like headers; of a code no sign may be dropped: 7.1 is not 71. */
    static String folded(String name) {
        String bare = AROUND.matcher(name).replaceAll("");
        Matcher code = CODE.matcher(bare);
        if (code.matches()) {
            return code.group(1);
        }
        String folded = Header.folded(bare);
        return folded.isEmpty() || LETTER.matcher(folded).find() ? folded : bare;
    }

    /** A code that the file could give to what a register writes: two digits, or capital letters. */
    static String codeFor(String written) {
        String folded = folded(written);
        String text = folded.matches("[0-9]") ? "0" + folded : written.toUpperCase(Locale.ROOT);
        String code = text.replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
        return code.isEmpty() ? "STATUS" : code.substring(0, Math.min(code.length(), LONGEST_CODE - 5));
    }

    /** The status that this code or name means; people without one are active. */
    public Optional<Status> status(String written) {
        String folded = folded(written);
        return folded.isEmpty() ? Optional.of(blank) : Optional.ofNullable(byName.get(folded));
    }
}
