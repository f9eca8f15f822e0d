package id.rekap.cli;

import id.rekap.database.DatabaseSettings;
import id.rekap.database.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Does a night cost more when it has a history? {@code History DIR LAUNCHER NIGHTS AGENCIES PEOPLE ROUNDS [URL USER PASSWORD]}
 *
 * <p>Nights with drops run one after the other in this process, by the program's own entry, which is why this is in its
 * package. Nights without a file are measured as processes of their own, cold as in production.
 */
final class History {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final String HEADER = "nip,nama,jenis,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";
    private static final int FEW_NIGHTS = 2;

    private final Home few;
    private final Home many;
    private final String launcher;
    private final int agencies;
    private final int people;
    private final int rounds;

    /** One of the two: the same register, the same nights as far as it has them. */
    private static final class Home {
        private final Path folder;
        private final DatabaseSettings server;
        private final int[] versions;
        private int day;

        private Home(Path folder, DatabaseSettings server, int agencies) {
            this.folder = folder;
            this.server = server;
            this.versions = new int[agencies];
        }

        private String next() {
            return FIRST.plusDays(day++).toString();
        }
    }

    private History(Home few, Home many, String launcher, int agencies, int people, int rounds) {
        this.few = few;
        this.many = many;
        this.launcher = launcher;
        this.agencies = agencies;
        this.people = people;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int agencies = Integer.parseInt(args[3]);
        List<EmbeddedServer> held = new ArrayList<>();
        try {
            List<Home> homes = new ArrayList<>();
            for (String name : List.of("few", "many")) {
                Path home = Files.createDirectories(folder.resolve(name));
                String configuration = "rekap.intake.quiet-period: 0s\n";
                if (args.length < 9) {
                    Files.writeString(home.resolve("application.yml"), configuration);
                    // held up between nights: a server that starts for each would be most of it
                    held.add(EmbeddedServer.startOrReuse(home.resolve("data"), EmbeddedServer.besideProgram()));
                    homes.add(new Home(home, held.get(held.size() - 1).settings(""), agencies));
                } else {
                    DatabaseSettings server = fresh(new DatabaseSettings(args[6], args[7], args[8]), name);
                    Files.writeString(
                            home.resolve("application.yml"),
                            configuration
                                    + "spring.datasource:\n  url: \"%s\"\n  username: \"%s\"\n  password: \"%s\"\n"
                                            .formatted(server.url(), server.username(), server.password()));
                    homes.add(new Home(home, server, agencies));
                }
            }
            new History(
                            homes.get(0),
                            homes.get(1),
                            args[1],
                            agencies,
                            Integer.parseInt(args[4]),
                            Integer.parseInt(args[5]))
                    .run(Integer.parseInt(args[2]));
        } finally {
            held.forEach(EmbeddedServer::close);
        }
    }

    /** Beside the database that is named, one for each home, empty. */
    private static DatabaseSettings fresh(DatabaseSettings server, String name) throws SQLException {
        Matcher url = Pattern.compile("(jdbc:\\w+://[^/]*/)([^?]*)(.*)").matcher(server.url());
        if (!url.matches()) {
            throw new IllegalArgumentException(server.url());
        }
        String database = url.group(2) + "_" + name;
        try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
            statement.execute("create database " + database + " character set utf8mb4 collate utf8mb4_bin");
        }
        return new DatabaseSettings(url.group(1) + database + url.group(3), server.username(), server.password());
    }

    private void run(int nights) throws Exception {
        for (Home home : List.of(few, many)) {
            register(home);
            for (int night = 0; night < FEW_NIGHTS; night++) {
                nightWithDrops(home);
            }
        }
        long start = System.nanoTime();
        for (int night = FEW_NIGHTS; night < nights; night++) {
            nightWithDrops(many);
            if ((night + 1) % 50 == 0) {
                say("%d nights, %.2f s each%n", night + 1, (System.nanoTime() - start) / 1e9 / (night + 1 - FEW_NIGHTS));
            }
        }
        Map<String, List<Double>> afterFew = new LinkedHashMap<>();
        Map<String, List<Double>> afterMany = new LinkedHashMap<>();
        // by turns, so that whatever else the machine does falls on both
        for (int round = 0; round < rounds; round++) {
            measure(few, afterFew);
            measure(many, afterMany);
        }
        print(nights, afterFew, afterMany);
    }

    private void register(Home home) throws IOException {
        StringBuilder units = new StringBuilder("code,name\n");
        StringBuilder all = new StringBuilder("employee_no,name,employment_type,agency_code\n");
        for (int agency = 0; agency < agencies; agency++) {
            units.append(code(agency)).append(",Unit ").append(code(agency)).append('\n');
            for (int i = agency * people; i < (agency + 1) * people; i++) {
                all.append(no(i)).append(",Pegawai Rekaan ").append(i).append(",PNS,").append(code(agency)).append('\n');
            }
        }
        Files.writeString(home.folder.resolve("agencies.csv"), units);
        Files.writeString(home.folder.resolve("employees.csv"), all);
        for (String what : List.of("agencies", "employees")) {
            here(home, "import", what, home.folder.resolve(what + ".csv").toString(), "--date", FIRST.toString());
        }
    }

    private void nightWithDrops(Home home) throws IOException {
        for (int agency = 0; agency < agencies; agency++) {
            drop(home, agency);
        }
        here(home, "run", "--date", home.next());
    }

    /** Most send the same again, some another list, one in twenty each a file that is none, nothing, or far too short a list. */
    private void drop(Home home, int agency) throws IOException {
        int[] versions = home.versions;
        int day = home.day;
        int fate = versions[agency] == 0 ? 0 : (agency * 31 + day * 17) % 20;
        if (versions[agency] == 0 || fate >= 12 && fate < 17) {
            versions[agency] = day + 1;
        }
        if (fate == 18) {
            return;
        }
        int rows = fate == 19 ? people / 3 : people;
        StringBuilder list = new StringBuilder(fate == 17 ? "catatan rapat\n" : HEADER);
        for (int i = agency * people; i < agency * people + rows && fate != 17; i++) {
            int mood = i * 7 + versions[agency] * 13;
            list.append(no(i)).append(",Pegawai Rekaan ").append(i).append(",PNS,akun").append(i).append(".resmi,")
                    .append(mood % 10 < 7 ? "ya," : "tidak,").append(mood % 3 == 0 ? "ya," : "belum,")
                    .append(mood % 4).append('\n');
        }
        Path folder = Files.createDirectories(home.folder.resolve("inbox").resolve(code(agency)));
        Path file = folder.resolve("daftar.csv");
        Files.writeString(file, list);
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    private static String code(int agency) {
        return "1." + (10_000 + agency);
    }

    /** A NIP: birth date, appointment, sex, sequence. */
    private static String no(int i) {
        int year = 1965 + i / 336 % 30;
        int month = 1 + i / 28 % 12;
        return "%04d%02d%02d%04d%02d1%03d".formatted(year, month, 1 + i % 28, year + 25, month, 1 + i / 10_080 % 999);
    }

    private void here(Home home, String... arguments) throws IOException {
        PrintStream out = System.out;
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.folder.toString()));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            int exit = Rekap.execute(all.toArray(String[]::new));
            if (exit != 0) {
                throw new IOException(String.join(" ", all) + " ended in " + exit);
            }
        } finally {
            System.setOut(out);
        }
    }

    /** What the server has read since it started, in rows and index entries. */
    private static double rowsRead(DatabaseSettings server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet counters = statement.executeQuery("show global status like 'Handler_read%'")) {
            double rows = 0;
            while (counters.next()) {
                rows += counters.getString(1).matches("(?i)handler_read_(key|next|prev|first|last|rnd|rnd_next)")
                        ? counters.getDouble(2)
                        : 0;
            }
            return rows;
        }
    }

    /** What the kernel has counted of processes that have ended, in seconds of the processor. */
    private static double processor() throws IOException {
        String own = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = own.substring(own.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    /** Seconds of a night without a file, by step, and the thousands of rows that the server read for it. */
    private void measure(Home home, Map<String, List<Double>> seconds)
            throws IOException, InterruptedException, SQLException {
        Path said = home.folder.resolve("said.json");
        ProcessBuilder program = new ProcessBuilder(
                        launcher, "--home", home.folder.toString(), "run", "--date", home.next(), "--json")
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        program.environment().keySet().removeIf(key -> key.startsWith("SPRING_") || key.startsWith("REKAP_"));
        double read = rowsRead(home.server);
        double worked = processor();
        long start = System.nanoTime();
        Process process = program.start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("The night failed: " + Files.readString(said));
        }
        double command = (System.nanoTime() - start) / 1e9;
        JsonNode night = new ObjectMapper().readTree(Files.readString(said));
        Map<String, Double> one = new LinkedHashMap<>();
        one.put("the night", night.path("seconds").asDouble());
        night.path("steps").forEach(step ->
                one.merge("  " + step.path("name").asString(), step.path("seconds").asDouble(), Double::sum));
        one.put("the command", command);
        one.put("  its processor", processor() - worked);
        one.put("1000 rows read", (rowsRead(home.server) - read) / 1000);
        one.forEach((name, value) ->
                seconds.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }

    private void print(int nights, Map<String, List<Double>> few, Map<String, List<Double>> many) {
        say("%n%d agencies, %d people; a night without files, median of %d (from–to), seconds%n", agencies,
                agencies * people, rounds);
        say("%-15s %22s %22s %7s%n", "", "after " + FEW_NIGHTS + " nights", "after " + nights, "ratio");
        few.forEach((name, before) -> {
            List<Double> after = many.getOrDefault(name, List.of(0.0));
            say("%-15s %22s %22s %7.2f%n", name, spread(before), spread(after), median(after) / median(before));
        });
    }

    private static String spread(List<Double> values) {
        TreeMap<Double, Boolean> sorted = new TreeMap<>();
        values.forEach(value -> sorted.put(value, true));
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(values), sorted.firstKey(), sorted.lastKey());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
