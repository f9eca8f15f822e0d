package id.rekap.watch;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * The signs that monitors expect of one run, all with its id ({@code rid}): the URL itself means well, {@code /start} that it
 * began, {@code /<exit code>} that it failed.
 */
public final class DeadMan {
    private final Watching watching;
    private final String id = UUID.randomUUID().toString();
    private final Consumer<String> warning;

    public DeadMan(Watching watching, Consumer<String> warning) {
        this.watching = watching;
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
