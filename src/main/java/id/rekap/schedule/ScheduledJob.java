package id.rekap.schedule;

import id.rekap.mandate.HomeFile;
import id.rekap.mandate.Keys;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What runs by the clock; each has a file in {@code jobs/}, HOME's before the packaged one. In the order of a day. */
public enum ScheduledJob {
    REGISTER_IMPORT("register-import"),
    NIGHTLY("nightly"),
    PURGE("purge");

    private static final List<String> TIMES = List.of("time", "zone", "enabled", "catch-up", "window", "retry");

    private final String id;

    ScheduledJob(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Does somebody wait for each date? Others do at their next time what they would have done. */
    boolean isAwaited() {
        return this == NIGHTLY;
    }

    static ScheduledJob of(String id) {
        return Arrays.stream(values())
                .filter(job -> job.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Its file, with keys that are known; its times may be wrong. */
    public Keys keys(Path home) {
        HomeFile file = HomeFile.of(home, "jobs/" + id + ".yml");
        return Keys.of(file.name(), file.text())
                .only(Stream.concat(TIMES.stream(), own().stream()).toArray(String[]::new));
    }

    private List<String> own() {
        return switch (this) {
            case NIGHTLY -> List.of("mandate", "partitions", "chunk");
            case REGISTER_IMPORT, PURGE -> List.of();
        };
    }

    /** When it runs, as its file says; times that cannot be are refused. */
    public Plan plan(Path home) {
        return Plan.of(this, keys(home));
    }
}
