package id.rekap.differential;

import id.rekap.database.Database;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.NightWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two workers of a home, where {@code -Drekap.differential.workers=true} wants them: its runs share their steps. */
final class Team implements AutoCloseable {
    static final boolean IS_WANTED = Boolean.getBoolean("rekap.differential.workers");

    /** Partitions that any of them worked on. */
    static final AtomicLong WORKED = new AtomicLong();

    private static final int SIZE = 2;

    /** A night as small as this is over before a worker has looked: the run itself takes its partitions slowly. */
    private static final String SLOWLY = """
            create trigger if not exists take_slowly before update on worker_partition for each row
            set @slept = if(new.worker_id = 0 and new.state = 'WORKS', sleep(0.3), 0)""";

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isOver;

    Team(Path home, Database database) {
        Mandates mandates = new Mandates(home);
        String id = "se-480-263-2020";
        List<Mandate> all = Stream.concat(Stream.of(mandates.get(id)), mandates.others(id).stream())
                .toList();
        if (IS_WANTED) {
            new JdbcTemplate(database.dataSource()).execute(SLOWLY);
        }
        for (int i = 0; IS_WANTED && i < SIZE; i++) {
            NightWorker worker = new NightWorker(
                    home, database.dataSource(), all, Clock.systemUTC(), "development", 1, Team::said, () -> isOver);
            Thread thread = new Thread(worker::work, "team-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    static String configured(String more) {
        return IS_WANTED ? more + "\nrekap.workers: remote" : more;
    }

    private static void said(String line) {
        if (line.startsWith("Works on")) {
            WORKED.incrementAndGet();
        }
    }

    @Override
    public void close() {
        isOver = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
