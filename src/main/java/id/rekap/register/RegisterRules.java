package id.rekap.register;

import id.rekap.mandate.Header;
import id.rekap.mandate.Keys;
import id.rekap.mandate.MandateInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the register's legal status is read: {@code jobs/register.yml}, HOME's before the packaged one. */
public final class RegisterRules {
    private static final String FILE = "jobs/register.yml";

    private final Map<String, Status> byName;
    private final Status blank;

    private RegisterRules(Map<String, Status> byName, Status blank) {
        this.byName = byName;
        this.blank = blank;
    }

    /**
     * A legal status (kedudukan hukum).
     *
     * @param code the canonical one that is stored
     * @param active whether people of this status are counted
     */
    public record Status(String code, boolean active) {}

    public static RegisterRules load(Path home) {
        Path own = home.resolve(FILE);
        try (InputStream packaged = RegisterRules.class.getResourceAsStream("/" + FILE)) {
            if (Files.isRegularFile(own)) {
                return read(FILE, Files.readString(own));
            }
            if (packaged == null) {
                throw new MandateInvalid("There is no " + FILE + ": neither in HOME nor a packaged one");
            }
            return read(FILE, new String(packaged.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MandateInvalid(own + " cannot be read: " + e.getMessage());
        }
    }

    static RegisterRules read(String file, String yaml) {
        Keys statuses = Keys.of(file, yaml).only("statuses").keys("statuses");
        Map<String, Status> byName = new HashMap<>();
        Status blank = null;
        for (String code : statuses.names()) {
            Keys keys = statuses.keys(code).only("names", "active");
            if (!code.matches("[A-Z0-9_]{1,32}")) {
                throw new MandateInvalid(file + ": the status " + code + "; allowed: capital letters, digits and _");
            }
            keys.text("active");
            Status status = new Status(code, keys.yes("active", false));
            blank = blank == null && status.active() ? status : blank;
            name(file, byName, code, status);
            for (String name : keys.texts("names")) {
                name(file, byName, name, status);
            }
        }
        if (blank == null) {
            throw new MandateInvalid(file + ": no status is active; people without a status get the first active one");
        }
        return new RegisterRules(byName, blank);
    }

    private static void name(String file, Map<String, Status> byName, String name, Status status) {
        Status other = byName.put(folded(name), status);
        if (other != null && !other.equals(status)) {
            throw new MandateInvalid(
                    file + ": \"" + name + "\" stands under the statuses " + other.code() + " and " + status.code());
        }
    }

    /** Spreadsheets turn 01 into 1, so zeros in front don't count. */
    private static String folded(String name) {
        return Header.folded(name).replaceFirst("^0+(?=[0-9]+$)", "");
    }

    /** The status that this code or name means; people without one are active. */
    public Optional<Status> status(String written) {
        String folded = folded(written);
        return folded.isEmpty() ? Optional.of(blank) : Optional.ofNullable(byName.get(folded));
    }
}
