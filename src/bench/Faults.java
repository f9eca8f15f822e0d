import id.rekap.database.DatabaseSettings;
import id.rekap.demo.Regency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Disturbs nights in one home and holds every byte and every fact against a second home that nobody disturbs. What each mode
 * does stands in README.md.
 */
final class Faults implements AutoCloseable {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final List<String> DATABASES = List.of("rekap_faults_calm", "rekap_faults_shaken");
    private static final int A_NIGHT = 10;
    private static final int JAVA_STARTS_MILLIS = 2_500;

    private final Map<String, String> options;
    private final Path work;
    private final Random random;
    private final FaultHome calm;
    private final FaultHome shaken;
    private final FaultTeam team;
    private final Map<String, Integer> points = new TreeMap<>();
    private Map<String, Integer> durations = Map.of();
    private int rounds;
    private int wishes;
    private double slowest;
    private int failures;

    /** What a mode does to the run of a date; the night may still be unfinished afterwards. */
    private interface Mode {
        void disturb(String date) throws Exception;
    }

    private Faults(Map<String, String> options) throws Exception {
        this.options = options;
        this.random = new Random(Long.parseLong(options.get("seed")));
        this.work = Files.createTempDirectory("rekap-faults-");
        List<DatabaseSettings> servers = new ArrayList<>();
        for (String database : DATABASES) {
            servers.add(options.containsKey("url") ? fresh(database) : null);
        }
        Path program = Path.of(options.get("rekap"));
        // as many shards in both: their number is a fact
        boolean isShared = options.get("mode").equals("workers");
        this.calm = new FaultHome(work.resolve("calm"), program, servers.get(0), isShared ? "  partitions: 24\n" : "");
        this.shaken = new FaultHome(
                work.resolve("shaken"), program, servers.get(1), isShared ? "  partitions: 2\n  workers: remote\n" : "");
        this.team = new FaultTeam(shaken, random);
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>(Map.of("rounds", "10", "minutes", "600", "seed", "1", "user", "", "password", ""));
        for (int i = 1; i < args.length; i += 2) {
            options.put(args[i].substring(2), args[i + 1]);
        }
        options.put("mode", args[0]);
        boolean failed;
        try (Faults faults = new Faults(options)) {
            failed = faults.run(args[0]);
        }
        System.exit(failed ? 1 : 0);
    }

    private boolean run(String mode) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.parseLong(options.get("minutes")));
        Map<String, Mode> modes = Map.of(
                "kills", this::kills,
                "server", this::server,
                "crowd", this::crowd,
                "stops", this::stops,
                "workers", this::workers,
                "full", this::full);
        if (mode.equals("full") && !options.containsKey("disk")) {
            Disks.mount(shaken.path);
        }
        makeData();
        calm.hold();
        if (List.of("kills", "crowd", "stops", "workers").contains(mode)) {
            shaken.hold();
        }
        int nights = 0;
        try {
            for (; rounds < wanted() && failures == 0 && System.nanoTime() < until; nights++) {
                night(FIRST.plusDays(nights).toString(), 1 + nights % 3, modes.get(mode));
            }
        } catch (Exception e) {
            failed("the bench itself: " + e);
            e.printStackTrace();
        }
        for (FaultHome.Work worker : team.dismiss()) {
            expect(worker, "in the end", 0);
        }
        System.out.println(mode + ", seed " + options.get("seed") + ": " + rounds + " rounds in " + nights + " nights");
        points.forEach((point, count) -> System.out.println("  " + point + " " + count));
        if (slowest > 0) {
            System.out.printf(Locale.ROOT, "  the slowest stop took %.1f s%n", slowest);
        }
        System.out.println(
                failures == 0
                        ? "failures 0: every night ended in the bytes and the facts of an undisturbed one"
                        : "failures " + failures);
        return failures > 0;
    }

    private int wanted() {
        return Integer.parseInt(options.get("rounds"));
    }

    private void makeData() throws Exception {
        Regency regency = new Regency(7);
        regency.writeRegister(work.resolve("data"), FIRST);
        for (int night = 1; night <= 3; night++) {
            regency.drop(night, work.resolve("data/" + night));
        }
        try (Stream<Path> files = Files.walk(work.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-12-01T00:00:00Z")));
            }
        }
        for (FaultHome home : List.of(calm, shaken)) {
            for (String what : List.of("agencies", "employees")) {
                String file = work.resolve("data/" + what + ".csv").toString();
                home.must("import", what, file, "--date", FIRST.toString());
            }
        }
    }

    private void night(String date, int data, Mode mode) throws Exception {
        calm.drop(work.resolve("data/" + data));
        calm.must("run", "--date", date);
        durations = FaultWatch.durations(calm);
        shaken.drop(work.resolve("data/" + data));
        mode.disturb(date);
        FaultHome.Work last = shaken.start("run", "--date", date);
        expect(last, date, 0, 10);
        compare(date, "files", calm.files(), shaken.files());
        Map<String, List<String>> found = shaken.facts();
        Map<String, List<String>> expected = calm.facts();
        expected.forEach((table, facts) -> compareFacts(date, table, facts, found.get(table)));
        System.out.println(date + ": compared " + expected.values().stream().mapToInt(List::size).sum() + " rows of "
                + expected.size() + " tables");
        List<String> open = shaken.column("""
                select STATUS from BATCH_JOB_EXECUTION where STATUS not in ('COMPLETED', 'FAILED', 'STOPPED')
                union all select STATUS from BATCH_STEP_EXECUTION where STATUS not in ('COMPLETED', 'FAILED', 'STOPPED')""");
        check(open.isEmpty(), date + ": left open in Batch's tables: " + open);
        long published = shaken.column("""
                select 1 from BATCH_JOB_EXECUTION e join BATCH_JOB_EXECUTION_PARAMS p using (JOB_EXECUTION_ID)
                where e.STATUS = 'COMPLETED' and p.PARAMETER_VALUE like '%/""" + date + ".1'").size();
        check(published <= 1, date + ": " + published + " bodies were completed");
    }

    private void compare(String date, String what, Map<String, String> expected, Map<String, String> found) {
        Map<String, String> all = new TreeMap<>(expected);
        all.putAll(found);
        List<String> differing = all.keySet().stream()
                .filter(name -> !expected.getOrDefault(name, "missing").equals(found.getOrDefault(name, "missing")))
                .toList();
        check(
                differing.isEmpty(),
                date + ": " + differing.size() + " of " + all.size() + " " + what + " differ: "
                        + differing.stream().limit(10).toList());
        if (differing.isEmpty()) {
            System.out.println(date + ": the same " + all.size() + " " + what);
        }
    }

    private void compareFacts(String date, String table, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            failed(date + ": table " + table + " differs, " + expected.size() + " rows and " + found.size());
            try {
                Files.write(work.resolve(date + "-" + table + ".calm"), expected);
                Files.write(work.resolve(date + "-" + table + ".shaken"), found);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Steps to hit in one night, in the order in which a run comes by them. */
    private List<String> plan(int atMost) {
        List<String> all = new ArrayList<>(FaultWatch.STEPS);
        all.add(0, "before");
        return random.ints(Math.min(A_NIGHT, atMost), 0, all.size()).sorted().mapToObj(all::get).toList();
    }

    private int millisOf(String step) {
        return step.equals("before") ? JAVA_STARTS_MILLIS : Math.max(10, durations.getOrDefault(step, 0));
    }

    private String goingOn() {
        return random.nextBoolean() ? "run" : "restart";
    }

    /** Lets the process come somewhere into a step; false when it ended before. */
    private boolean into(String step, FaultWatch watch, FaultHome.Work process) throws InterruptedException {
        if (!step.equals("before") && !watch.reaches(step, process)) {
            return false;
        }
        Thread.sleep(random.nextInt(millisOf(step)));
        return process.lives();
    }

    private void kills(String date) throws Exception {
        String command = "run";
        for (String step : plan(wanted() - rounds)) {
            if (!killed(date, command, step)) {
                return;
            }
            command = "run".equals(command) && isUnbegun(date) ? "run" : goingOn();
        }
    }

    private boolean isUnbegun(String date) throws Exception {
        return shaken.column("select 1 from run where business_date = '" + date + "'").isEmpty();
    }

    private boolean killed(String date, String command, String step) throws Exception {
        FaultWatch watch = new FaultWatch(shaken, date);
        FaultHome.Work run = shaken.start(command, "--date", date);
        if (!into(step, watch, run)) {
            expect(run, date, 0, 10);
            return false;
        }
        run.signal("KILL");
        int exit = run.exit();
        if (exit != 137) {
            return check(exit == 0 || exit == 10, date + ": exit " + exit + ": " + run.said());
        }
        count(date, "killed", watch.place());
        return true;
    }

    private void count(String date, String what, String place) {
        rounds++;
        points.merge(what + " in " + place, 1, Integer::sum);
        System.out.println(date + ": " + what + " in " + place);
    }

    /** Of two workers and the run that they work for, one dies, sleeps, or leaves. */
    private void workers(String date) throws Exception {
        FaultHome.Work run = null;
        FaultWatch watch = null;
        for (String step : plan(wanted() - rounds)) {
            team.fill();
            if (run == null) {
                watch = new FaultWatch(shaken, date);
                run = shaken.start(isUnbegun(date) ? "run" : goingOn(), "--date", date);
            }
            if (!into(step, watch, run)) {
                expect(run, date, 0, 10);
                return;
            }
            String place = watch.place();
            if (options.containsKey("paused")) {
                overslept(date, run, place);
                return;
            }
            switch (random.nextInt(5)) {
                case 0 -> {
                    run.signal("KILL");
                    count(date, "run killed, exit " + run.exit() + ",", place);
                    run = null;
                }
                case 1, 2 -> {
                    team.kill();
                    count(date, "worker killed", place);
                }
                case 3 -> {
                    team.pause();
                    count(date, "worker slept", place);
                }
                default -> {
                    expect(team.leaving(), date, 0);
                    count(date, "worker left", place);
                }
            }
        }
        if (run != null) {
            expect(run, date, 0, 10);
        }
    }

    /** A worker sleeps past its lease, and wakes while the run goes on without it, or after it. */
    private void overslept(String date, FaultHome.Work run, String place) throws Exception {
        FaultHome.Work sleeper = team.sleeping();
        boolean isBeside = random.nextBoolean();
        while (run.lives() && !(isBeside && run.said().contains("was lost with its worker"))) {
            Thread.sleep(20);
        }
        Thread.sleep(isBeside ? random.nextInt(4_000) : 0);
        sleeper.signal("CONT");
        expect(run, date, 0, 10);
        count(date, "worker overslept, woke " + (isBeside ? "beside" : "after") + " the run,", place);
    }

    private void server(String date) throws Exception {
        for (String step : plan(Math.min(3, wanted() - rounds))) {
            String command = isUnbegun(date) ? "run" : goingOn();
            FaultWatch watch = new FaultWatch(shaken, date);
            FaultHome.Work run = shaken.start(command, "--date", date);
            // the server that is killed is there before Java has started
            if (!into(step.equals("before") ? "receive" : step, watch, run)) {
                expect(run, date, 0, 10);
                return;
            }
            String place = watch.place();
            killServer();
            int exit = expect(run, date, 0, 5, 6);
            count(date, "server killed, exit " + exit + ",", place);
            if (exit == 0) {
                return;
            }
        }
    }

    private void killServer() throws Exception {
        String file = options.get("pid-file");
        long pid = file == null ? shaken.serverPid() : Long.parseLong(Files.readString(Path.of(file)).strip());
        new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start().waitFor();
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isZombie(pid)) {
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(2_000));
        if (file == null) {
            shaken.column("select 1");
        } else if (new ProcessBuilder("sh", "-c", options.get("start")).inheritIO().start().waitFor() != 0) {
            throw new IOException("The server does not start again: " + options.get("start"));
        }
    }

    private static boolean isZombie(long pid) throws IOException {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (java.nio.file.NoSuchFileException gone) {
            return true;
        }
    }

    private void crowd(String date) throws Exception {
        if (rounds % 25 == 24 || options.containsKey("paused")) {
            paused(date);
            return;
        }
        List<String> commands = List.of("run", "run", "run");
        int kind = random.nextInt(3);
        if (kind > 0) {
            if (!killed(date, "run", FaultWatch.STEPS.get(random.nextInt(6)))) {
                return;
            }
            rounds--;
            commands = kind == 1 ? List.of("restart", "restart", "run") : List.of("restart", "repair", "run");
        }
        List<FaultHome.Work> crowd = new ArrayList<>();
        for (String command : commands) {
            crowd.add(shaken.start(command, "--date", date));
            Thread.sleep(random.nextInt(4) * 100L);
        }
        List<Integer> exits = new ArrayList<>();
        for (FaultHome.Work one : crowd) {
            exits.add(expect(one, date, 0, 10, 11));
        }
        boolean repaired = kind == 2 && exits.remove(1) == 0;
        long bodies = exits.stream().filter(exit -> exit == 0).count();
        check(bodies == 1 || (repaired && bodies == 0), date + ": " + commands + " ended in " + exits);
        count(date, String.join(", ", commands), repaired ? "repaired, exits " + exits : "exits " + exits.stream().sorted().toList());
    }

    /** A process that sleeps past its lease and wakes up, while its heir works or afterwards. */
    private void paused(String date) throws Exception {
        FaultWatch watch = new FaultWatch(shaken, date);
        FaultHome.Work sleeper = shaken.start("run", "--date", date);
        String step = FaultWatch.STEPS.get(random.nextInt(7));
        if (!into(step, watch, sleeper)) {
            return;
        }
        sleeper.signal("STOP");
        String place = watch.place();
        FaultWatch second = new FaultWatch(shaken, date);
        FaultHome.Work heir = shaken.start("restart", "--date", date);
        boolean while_ = random.nextBoolean() && into(FaultWatch.STEPS.get(random.nextInt(7)), second, heir);
        if (!while_) {
            expect(heir, date, 0, 10);
        }
        sleeper.signal("CONT");
        int exit = place.equals("after") ? expect(sleeper, date, 0) : expect(sleeper, date, 5, 10, 11);
        if (while_) {
            expect(heir, date, 0);
        }
        count(date, "slept past its lease, woke " + (while_ ? "beside" : "after") + " its heir, exit " + exit + ",", place);
    }

    private void stops(String date) throws Exception {
        for (String step : plan(Math.min(5, wanted() - rounds))) {
            String command = isUnbegun(date) ? "run" : goingOn();
            FaultWatch watch = new FaultWatch(shaken, date);
            FaultHome.Work run = shaken.start(command, "--date", date);
            if (!watch.reaches(step.equals("before") ? "receive" : step, run)) {
                expect(run, date, 0, 10);
                return;
            }
            Thread.sleep(random.nextInt(millisOf(step.equals("before") ? "receive" : step)));
            String how = List.of("stop", "TERM", "INT").get(wishes++ % 3);
            FaultHome.Work stop = null;
            if (how.equals("stop")) {
                stop = shaken.start("stop", "--date", date);
                while (stop.lives() && !stop.said().contains("Asked")) {
                    Thread.sleep(10);
                }
            } else {
                run.signal(how);
            }
            long asked = System.nanoTime();
            int exit = expect(run, date, 0, 4);
            double seconds = (System.nanoTime() - asked) / 1e9;
            if (stop != null) {
                expect(stop, date, 0, 10);
            }
            if (exit == 0) {
                System.out.println(date + ": published before it could stop");
                return;
            }
            slowest = Math.max(slowest, seconds);
            check(seconds < 10, date + ": stopped after " + seconds + " s");
            List<String> states = shaken.column("select state from run where business_date = '" + date
                    + "' union all (select STATUS from BATCH_JOB_EXECUTION order by JOB_EXECUTION_ID desc limit 1)");
            check(states.equals(List.of("STOPPED", "STOPPED")), date + ": run and execution are " + states);
            System.out.printf(Locale.ROOT, "%s: stopped after %.1f s%n", date, seconds);
            count(date, how + " stopped", step.equals("before") ? "receive" : step);
        }
    }

    private void full(String date) throws Exception {
        boolean ofServer = options.containsKey("disk");
        String disk = ofServer ? "server" : List.of("data", "archive", "reports").get(rounds % 3);
        Path place = ofServer ? Path.of(options.get("disk")) : shaken.path.resolve(disk);
        String step = Map.of("server", "read", "data", "read", "archive", "receive", "reports", "reconcile").get(disk);
        FaultWatch watch = new FaultWatch(shaken, date);
        FaultHome.Work run = shaken.start("run", "--date", date);
        if (!watch.reaches(step, run)) {
            throw new IOException("It ended before " + step + ": " + run.said());
        }
        run.signal("STOP");
        Path ballast = Disks.fill(place);
        run.signal("CONT");
        int exit = expect(run, date, 5);
        System.out.println(date + ": " + disk + " is full, exit " + exit + ": " + run.said());
        check(run.said().lines().count() == 1 || disk.equals("data") || ofServer, date + ": one message is expected");
        check(Files.notExists(shaken.path.resolve("reports/" + date)), date + ": published all the same");
        for (String lost : Disks.lost(work.resolve("data/" + (1 + (LocalDate.parse(date).getDayOfYear() - 1) % 3)), shaken.path)) {
            failed(date + ": lost from inbox and archive: " + lost);
        }
        FaultHome.Work again = shaken.start("restart", "--date", date);
        expect(again, date, 5, 6);
        System.out.println(date + ": restarted while full: " + again.said());
        Files.delete(ballast);
        FaultHome.Work freed = shaken.start("restart", "--date", date);
        expect(freed, date, 0);
        count(date, disk + " full, exit " + exit, step);
    }

    /** What a process says for an operator has no stack trace, and its end is one of these. */
    private int expect(FaultHome.Work process, String date, Integer... exits) throws Exception {
        int exit = process.exit();
        String said = process.said();
        boolean clear = !said.contains("\tat ") && !said.contains("Unexpected");
        check(List.of(exits).contains(exit) && clear, date + ": " + process.file().getFileName() + ", exit " + exit + ": " + said);
        return exit;
    }

    private boolean check(boolean holds, String otherwise) {
        if (!holds) {
            failed(otherwise);
        }
        return holds;
    }

    private void failed(String what) {
        failures++;
        System.out.println("FAILED " + what);
    }

    private DatabaseSettings fresh(String database) throws SQLException {
        String url = options.get("url");
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        sql("drop database if exists " + database);
        sql("create database " + database + " character set utf8mb4 collate utf8mb4_bin");
        String own = url.substring(0, url.indexOf('/', "jdbc:mysql://".length()) + 1) + database + url.substring(end);
        return new DatabaseSettings(own, options.get("user"), options.get("password"));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(options.get("url"), options.get("user"), options.get("password"));
                Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    @Override
    public void close() throws Exception {
        for (FaultHome home : List.of(calm, shaken)) {
            home.release();
            // a command that ends in order stops the embedded server that a killed run left behind
            home.start("status").exit();
        }
        if (options.containsKey("keep") || failures > 0) {
            // disks of a failed night stay mounted, to be looked at
            System.out.println("kept: " + work + (options.containsKey("url") ? ", databases " + DATABASES : ""));
            return;
        }
        Disks.unmount(shaken.path);
        if (options.containsKey("url")) {
            for (String database : DATABASES) {
                sql("drop database " + database);
            }
        }
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
