import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two workers of a home: what dies is replaced before something happens again. */
final class FaultTeam {
    private static final int SIZE = 2;
    private static final int UP_MILLIS = 180_000;

    private final FaultHome home;
    private final Random random;
    private final List<FaultHome.Work> workers = new ArrayList<>();

    FaultTeam(FaultHome home, Random random) {
        this.home = home;
        this.random = random;
    }

    /** Brings it to its size. */
    void fill() throws Exception {
        workers.removeIf(worker -> !worker.lives());
        while (workers.size() < SIZE) {
            FaultHome.Work worker = home.start("worker");
            long until = System.currentTimeMillis() + UP_MILLIS;
            while (!worker.said().contains("Waiting for work")) {
                if (!worker.lives() || System.currentTimeMillis() > until) {
                    throw new IllegalStateException("A worker does not come up: " + worker.said());
                }
                Thread.sleep(50);
            }
            workers.add(worker);
        }
    }

    private FaultHome.Work any() {
        return workers.get(random.nextInt(workers.size()));
    }

    void kill() throws Exception {
        FaultHome.Work worker = any();
        workers.remove(worker);
        worker.signal("KILL");
    }

    /** For a moment, shorter than its lease. */
    void pause() throws Exception {
        FaultHome.Work worker = any();
        worker.signal("STOP");
        Thread.sleep(random.nextInt(3_000));
        worker.signal("CONT");
    }

    /** @return one that sleeps until it is woken up */
    FaultHome.Work sleeping() throws Exception {
        FaultHome.Work worker = any();
        worker.signal("STOP");
        return worker;
    }

    /** @return one that was asked to end */
    FaultHome.Work leaving() throws Exception {
        FaultHome.Work worker = any();
        workers.remove(worker);
        worker.signal("TERM");
        return worker;
    }

    /** All of them end. */
    List<FaultHome.Work> dismiss() throws Exception {
        List<FaultHome.Work> all = List.copyOf(workers);
        workers.clear();
        for (FaultHome.Work worker : all) {
            worker.signal("TERM");
        }
        return all;
    }
}
