package id.rekap.fuzz;

import id.rekap.cli.Office;
import id.rekap.cli.Processes;
import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * Nights in which some agencies send what is large and the others what they always do, in a process with the heap of
 * {@code ./rekap}. A night ends with 0, the others stand as before, and who sent what is large has its list, or a refusal and
 * the list before.
 */
final class SizeNights {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final int TEAMS = 40;
    private static final int HONEST = 4;

    private final Office office;
    private LocalDate night = FIRST;

    /** What one agency sends. */
    record Drop(Team team, Size size, RandomGenerator random) {}

    /** How a night ended. */
    record Night(int exit, String said, double seconds, Map<String, String> became, List<String> wrong) {}

    SizeNights(Path home) throws IOException {
        this.office = new Office(home, "rekap.intake.quiet-period: 0s");
        StringBuilder agencies = new StringBuilder("kode,nama\n" + Team.OF_THE_CROWD + ",Dinas Besar\n");
        StringBuilder employees = new StringBuilder("nomor,nama,jenis,kode_opd\n");
        for (int i = 1; i <= TEAMS; i++) {
            Team team = new Team(i);
            agencies.append(team.code()).append(",Kantor ").append(i).append('\n');
            for (int j = 0; j < Team.PEOPLE; j++) {
                employees
                        .append(team.no(j))
                        .append(",Orang ")
                        .append(j)
                        .append(",PNS,")
                        .append(team.code())
                        .append('\n');
            }
        }
        for (int i = 0; i < Team.CROWD; i++) {
            employees
                    .append(Team.crowd(i))
                    .append(",Orang,PNS,")
                    .append(Team.OF_THE_CROWD)
                    .append('\n');
        }
        office.write("agencies.csv", agencies.toString());
        office.write("employees.csv", employees.toString());
        for (String what : List.of("agencies", "employees")) {
            Office.Said said =
                    office.rekap("import", what, office.path(what + ".csv").toString(), "--date", FIRST.toString());
            if (said.exit() != 0) {
                throw new IllegalStateException("The register was refused: " + said.err());
            }
        }
    }

    /** Everybody sends a small list. */
    Office.Said first() {
        for (int i = 1; i <= TEAMS; i++) {
            office.write("inbox/" + new Team(i).code() + "/daftar.csv", list(new Team(i)));
        }
        return office.rekap("run", "--date", night.toString());
    }

    private static String list(Team team) {
        return "nip,nama,instagram,repost\n"
                + IntStream.range(0, 4)
                        .mapToObj(i -> team.no(i) + ",Orang " + i + ",akun." + team.agency() + i + "," + i + "\n")
                        .collect(Collectors.joining());
    }

    Night run(List<Drop> drops) throws IOException, InterruptedException {
        for (Drop drop : drops) {
            Path folder = Files.createDirectories(
                    office.path("inbox").resolve(drop.team().code()));
            drop.size().write(folder, drop.team(), drop.random());
        }
        List<String> before = others(night, drops);
        night = night.plusDays(1);
        long start = System.nanoTime();
        Ended ended = Processes.run(office, List.of("-XX:+UseSerialGC"), "run", "--date", night.toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> wrong = new ArrayList<>();
        if (ended.exit() != 0) {
            wrong.add("exit " + ended.exit());
            return new Night(ended.exit(), ended.said(), seconds, Map.of(), wrong);
        }
        if (!before.equals(others(night, drops))) {
            wrong.add("the figures of others differ");
        }
        Map<String, String> became = new TreeMap<>();
        List<CSVRecord> agencies = Office.csv(office.path("reports/" + night + "/agencies.csv"));
        List<CSVRecord> exceptions = Office.csv(office.path("reports/" + night + "/exceptions.csv"));
        for (Drop drop : drops) {
            CSVRecord agency = agencies.stream()
                    .filter(a -> a.get("agency_code").equals(drop.team().code()))
                    .findFirst()
                    .orElseThrow();
            Map<String, Long> codes = exceptions.stream()
                    .filter(e -> e.get("agency_code").equals(drop.team().code())
                            && !e.get("state").equals("RESOLVED"))
                    .collect(Collectors.groupingBy(
                            e -> e.get("code")
                                    + (e.get("code").startsWith("FILE")
                                            ? " [" + e.get("value") + " / " + e.get("expected") + "]"
                                            : ""),
                            TreeMap::new,
                            Collectors.counting()));
            became.put(drop.size().name(), agency.get("received_on") + " " + agency.get("rows") + " rows " + codes);
        }
        return new Night(0, ended.said(), seconds, became, wrong);
    }

    private List<String> others(LocalDate date, List<Drop> drops) {
        List<String> sending = drops.stream().map(d -> d.team().code()).toList();
        return Office.csv(office.path("reports/" + date + "/snapshot.csv")).stream()
                .filter(row -> !sending.contains(row.get("agency_code"))
                        && !row.get("agency_code").equals(Team.OF_THE_CROWD))
                .map(row -> String.join(",", row.toList().subList(1, row.size())))
                .toList();
    }

    /** A drop of each, from an agency of its own. */
    static List<Drop> of(List<Size> sizes, RandomGenerator random) {
        List<Drop> drops = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            boolean isOfTheCrowd = sizes.get(i) == Size.NUMBERS_OF_A_BIG_AGENCY_MISTYPED;
            drops.add(new Drop(new Team(isOfTheCrowd ? 0 : HONEST + 1 + i), sizes.get(i), random));
        }
        return drops;
    }
}
