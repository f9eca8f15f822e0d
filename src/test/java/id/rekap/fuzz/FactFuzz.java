package id.rekap.fuzz;

import id.rekap.cli.Office;
import id.rekap.database.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Nights of a small regency into which spoiled chats and exports of many accounts are dropped. Each ends with 0, what the lists
 * alone decide stays as it was, nothing stays in the inbox, the program fails at no file, and nobody of an export is anywhere.
 */
final class FactFuzz {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final String MANDATE = "se-480-263-2020";
    private static final int ACCOUNTS = 20;
    private static final int CHATS = 40;
    private static final int PEOPLE = 10;
    /** Of a processor: a busy machine is no failure. */
    private static final double LONGEST_SECONDS = 60;

    private static final Map<String, String> AGENCIES = Map.of(
            "1.06.01", "Dinas Sosial",
            "DISDIK", "Dinas Pendidikan",
            "DISDIK-DAYAH", "Dinas Pendidikan Dayah",
            "BAG-HUMAS", "Bagian Humas dan Protokol",
            "KEC-LHOKNGA", "Kecamatan Lhoknga");

    private final long seed;
    private final Path kept;
    private final FactSeeds seeds = new FactSeeds();
    private final Office office;
    private final Result result = new Result();

    /** What came of it. */
    static final class Result {
        final List<String> failures = new ArrayList<>();
        /** Kinds of refusals and of exports that prove nothing, and how many were read. */
        final Map<String, Long> became = new TreeMap<>();

        long nights;
        double slowest;
    }

    /**
     * For one run.
     *
     * @param kept where the drops of nights stay that failed
     */
    FactFuzz(long seed, Path work, Path kept) throws IOException {
        this.seed = seed;
        this.kept = kept;
        this.office = new Office(work, "rekap.claims.max-age: 3d");
        StringBuilder agencies = new StringBuilder("kode,nama\n");
        StringBuilder employees = new StringBuilder("nomor,nama,jenis,kode_opd\n");
        AGENCIES.forEach((code, name) -> {
            agencies.append(code).append(',').append(name).append('\n');
            for (int i = 0; i < PEOPLE; i++) {
                employees.append(
                        "%s,Orang %d,%s,%s%n".formatted(no(code, i), i, i < 7 ? "PNS" : "TENAGA_KONTRAK", code));
            }
            office.write("inbox/" + code + "/daftar.csv", list(code));
        });
        office.write("agencies.csv", agencies.toString());
        office.write("employees.csv", employees.toString());
        office.write(
                "jobs/mandates/" + MANDATE + ".yml",
                Files.readString(Path.of("jobs/mandates", MANDATE + ".yml")) + accounts("""
                          - id: follow-%1$s
                            kind: yes-no
                            label: {id: Mengikuti %1$s, en: Follows %1$s}
                            columns: [follow %1$s]
                            evidence: followers
                            account: %1$s
                        """));
        done("import", "agencies", office.path("agencies.csv").toString(), "--date", FIRST.toString());
        done("import", "employees", office.path("employees.csv").toString(), "--date", FIRST.toString());
        done("run", "--date", FIRST.toString());
    }

    private static String accounts(String text) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> text.formatted(account(i)))
                .collect(Collectors.joining());
    }

    private static String account(int i) {
        return "akun" + i;
    }

    private static String no(String code, int i) {
        return "1970010120100110"
                + (1 + List.copyOf(new TreeMap<>(AGENCIES).keySet()).indexOf(code)) + i;
    }

    private static String list(String code) {
        return "nip,nama,instagram,repost" + accounts(",follow %s") + "\n"
                + IntStream.range(0, PEOPLE)
                        .mapToObj(i -> no(code, i) + ",Orang " + i + ",akun.rekaan." + 3 * i + ",1"
                                + (i % 2 == 0 ? ",ya" : ",tidak").repeat(ACCOUNTS) + "\n")
                        .collect(Collectors.joining());
    }

    private void done(String... command) {
        Office.Said said = office.rekap(command);
        if (said.exit() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said.err());
        }
    }

    /** Runs nights until so many or so much time. */
    Result run(int nights, double seconds) throws IOException {
        long start = System.nanoTime();
        String figures = figures(FIRST);
        for (int i = 1; i <= nights && (System.nanoTime() - start) / 1e9 < seconds; i++) {
            night(FIRST.plusDays(i), new SplittableRandom(seed * 1_000_003 + i), figures);
        }
        for (Path file : files(office.path(""))) {
            if (!file.startsWith(office.path("inbox"))
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(FactSeeds.CITIZEN)) {
                result.failures.add("seed " + seed + ": somebody of an export is in " + file.getFileName());
            }
        }
        return result;
    }

    private void night(LocalDate night, RandomGenerator random, String figures) throws IOException {
        Path drop = Files.createDirectories(office.path("drop"));
        for (int i = 0; i < CHATS; i++) {
            FactSeeds.Dropped chat = seeds.chat(night, random);
            write(drop.resolve("_whatsapp").resolve(i + chat.name()), chat.bytes());
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            for (FactSeeds.Dropped file : seeds.export(night, random)) {
                write(drop.resolve("_followers").resolve(account(i)).resolve(file.name()), file.bytes());
            }
        }
        office.drop(drop);
        double start = worked();
        Office.Said said = office.rekap("run", "--date", night.toString());
        double lasted = worked() - start;
        result.nights++;
        result.slowest = Math.max(result.slowest, lasted);
        List<String> wrong = new ArrayList<>(became(night));
        if (said.exit() != 0) wrong.add("ended with " + said.exit());
        else if (!figures(night).equals(figures)) wrong.add("what the lists alone decide differs");
        if (lasted > LONGEST_SECONDS) wrong.add("took " + lasted + " s");
        if (!files(office.path("inbox/_whatsapp")).isEmpty()
                || !files(office.path("inbox/_followers")).isEmpty()) {
            wrong.add("something stays in the inbox");
        }
        if (!wrong.isEmpty()) {
            FileSystemUtils.copyRecursively(drop, kept.resolve(seed + "-" + night));
            result.failures.add("seed " + seed + ", night " + night + ": " + wrong);
        }
        FileSystemUtils.deleteRecursively(drop);
        FileSystemUtils.deleteRecursively(office.path("inbox"));
    }

    private static double worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Counts what the night took; what the program failed at is wrong. */
    private List<String> became(LocalDate night) {
        Map<String, Long> tonight = new TreeMap<>();
        try (Database database = Database.open(office.path(""), office.database, 2)) {
            new JdbcTemplate(database.dataSource())
                    .query(
                            """
                    select concat('chat ', coalesce(refusal, 'read')) as what, count(*) from chat where received_on = ? group by what
                    union all select concat('export ', coalesce(problem, 'complete')) as what, count(*) from follower_export
                      where received_on = ? group by what""",
                            row -> {
                                tonight.put(row.getString(1), row.getLong(2));
                            },
                            night,
                            night);
        }
        tonight.forEach((what, count) -> result.became.merge(what, count, Long::sum));
        return tonight.keySet().stream().filter(what -> what.endsWith("FAILED")).toList();
    }

    /** Of obligations that no export speaks of, and of lists. */
    private String figures(LocalDate night) {
        Stream<String> snapshot = rows(night, "snapshot.csv")
                .filter(row -> row.matches(".*,(account|repost|invite-family),.*"))
                .map(row -> row.substring(row.indexOf(',')));
        Stream<String> counts =
                rows(night, "counts.csv").map(row -> String.join(",", cells(row).subList(1, 5)));
        Stream<String> agencies = rows(night, "agencies.csv")
                .map(row -> String.join(",", cells(row).subList(7, 11)));
        return Stream.of(snapshot, counts, agencies).flatMap(rows -> rows).collect(Collectors.joining("\n"));
    }

    private Stream<String> rows(LocalDate night, String file) {
        return Office.csv(office.path("reports/" + night + "/" + file)).stream()
                .map(row -> String.join(",", row.toList()));
    }

    private static List<String> cells(String row) {
        return List.of(row.split(",", -1));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
