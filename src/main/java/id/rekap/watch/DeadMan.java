package id.rekap.watch;

import java.util.function.Consumer;

/**
 * The signs that monitors expect of one run, all with its id ({@code rid}): the URL itself means well, {@code /start} that it
 * began, {@code /<exit code>} that it failed.
 */
public final class DeadMan {
    private final Watching watching;
    private final String id;
    private final Consumer<String> warning;

    /**
     * Of one run.
     *
     * @param id which stands in its log too
     */
    public DeadMan(Watching watching, String id, Consumer<String> warning) {
        this.watching = watching;
        this.id = id;
        this.warning = warning;
    }

    public void begun() {
        ping(watching.begun(), "");
        ping(watching.published(), "/start");
    }

    public void ended(int exit) {
        ping(watching.published(), exit == 0 ? "" : "/" + exit);
    }

    private void ping(String url, String what) {
        if (!url.isEmpty()) {
            new Monitor()
                    .ping(url + what + "?rid=" + id)
                    .ifPresent(why -> warning.accept("Warning: the monitor was not told, " + why));
        }
    }
}
