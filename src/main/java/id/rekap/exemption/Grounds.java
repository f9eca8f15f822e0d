package id.rekap.exemption;

import id.rekap.mandate.HomeFile;
import id.rekap.mandate.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** By what right somebody can be exempt: {@code jobs/exemptions.yml}, HOME's before the packaged one. */
public final class Grounds {
    private static final String FILE = "jobs/exemptions.yml";

    private final Map<String, Ground> byId;

    private Grounds(Map<String, Ground> byId) {
        this.byId = byId;
    }

    private record Ground(String indonesian, String english) {}

    public static Grounds load(Path home) {
        HomeFile file = HomeFile.of(home, FILE);
        Keys grounds = Keys.of(file.name(), file.text()).only("grounds").keys("grounds");
        Map<String, Ground> byId = new TreeMap<>();
        for (String id : grounds.names()) {
            if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
                throw grounds.wrong(id, "a name of small letters, digits, hyphens and dots");
            }
            Keys texts = grounds.keys(id).only("id", "en");
            byId.put(id, new Ground(texts.text("id"), texts.text("en")));
        }
        return new Grounds(byId);
    }

    /** The ground that somebody means, however its letters are written. */
    Optional<String> named(String written) {
        String id = written.strip().toLowerCase(Locale.ROOT);
        return byId.containsKey(id) ? Optional.of(id) : Optional.empty();
    }

    /** Every one with its meaning, for somebody who has to choose. */
    public String choice() {
        List<String> all = new ArrayList<>();
        byId.forEach((id, ground) -> all.add(id + " (" + ground.indonesian() + " / " + ground.english() + ")"));
        return String.join(", ", all);
    }

    /** In English, the id itself where it can be granted no longer. */
    public String meaning(String id) {
        Ground ground = byId.get(id);
        return ground == null ? id : ground.english();
    }
}
