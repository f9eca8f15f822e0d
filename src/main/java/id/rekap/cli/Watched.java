package id.rekap.cli;

import id.rekap.lock.LockHeld;
import id.rekap.schedule.ScheduledJob;
import id.rekap.watch.DeadMan;
import id.rekap.watch.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** A night that monitors watch. What they are told never decides how it ends. */
final class Watched {
    private Watched() {}

    static int night(Settings settings, JdbcTemplate jdbc, IntSupplier night) {
        DeadMan deadMan = new DeadMan(settings.watching(), LogMark.ID, Terminal::err);
        deadMan.begun();
        try {
            int exit = night.getAsInt();
            switch (exit) {
                // a set with findings is published all the same
                case Exit.DONE, Exit.FINDINGS -> {
                    deadMan.ended(Exit.DONE);
                    measure(settings, jdbc);
                }
                // somebody else has published it, and said so
                case Exit.NOTHING_TO_DO -> {}
                default -> deadMan.ended(exit);
            }
            return exit;
        } catch (LockHeld e) {
            throw e;
        } catch (RuntimeException e) {
            deadMan.ended(Exit.UNEXPECTED);
            throw e;
        }
    }

    /** Where a collector of metrics is configured. */
    static void measure(Settings settings, JdbcTemplate jdbc) {
        if (settings.watching().textfile().isEmpty()) {
            return;
        }
        Path file = settings.home().resolve(settings.watching().textfile());
        try {
            new Metrics(
                            jdbc,
                            mandate -> NightCommand.reports(settings, mandate),
                            ScheduledJob.NIGHTLY.plan(settings.home())::due)
                    .write(file);
        } catch (IOException e) {
            Terminal.err("Warning: " + file + " cannot be written: " + e.getMessage());
        }
    }
}
