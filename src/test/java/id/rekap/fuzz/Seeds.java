package id.rekap.fuzz;

import id.rekap.cli.CorpusTeam;
import id.rekap.cli.CorpusWorkbooks;
import id.rekap.cli.Office;
import id.rekap.intake.RandomForm;
import id.rekap.intake.RandomList;
import id.rekap.mandate.Mandate;
import id.rekap.tabular.Xlsx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** Where mutants come from: the corpus, the samples, whole lists of the corpus' teams, and lists grown from a seed. */
final class Seeds {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final int PEOPLE = 14;
    private static final int LARGEST = 1 << 20;

    /** Of an agency: a file as it was dropped. */
    @SuppressWarnings("ArrayRecordComponent") // carried about, never compared
    record Seed(String agency, String name, byte[] bytes) {
        @Override
        public String toString() {
            return agency + "/" + name;
        }
    }

    private final Map<String, CorpusTeam> teams = new TreeMap<>();
    private final List<Seed> files = new ArrayList<>();
    private final Mandate mandate;

    Seeds(Mandate mandate) throws IOException {
        this.mandate = mandate;
        for (CSVRecord c : Office.csv(CORPUS.resolve("cases.csv"))) {
            teams.put(c.get("case"), new CorpusTeam(Integer.parseInt(c.get("team"))));
        }
        collect(CORPUS.resolve("night1"));
        collect(CORPUS.resolve("night2"));
        collect(SAMPLES);
        Map<String, Function<CorpusTeam, byte[]>> books = CorpusWorkbooks.all();
        teams.forEach((agency, team) -> {
            Function<CorpusTeam, byte[]> book = books.get(agency);
            if (book != null) {
                files.add(new Seed(agency, "daftar.xlsx", book.apply(team)));
            }
        });
    }

    private void collect(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                String agency = file.getName(file.getNameCount() - 2).toString();
                if (Files.size(file) <= LARGEST) {
                    String owner =
                            teams.containsKey(agency) ? agency : agencies().get(0);
                    files.add(new Seed(owner, file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
    }

    List<String> agencies() {
        return List.copyOf(teams.keySet());
    }

    /** The register's rows: each team is an agency; its last person has retired, its first has a former number. */
    String register() {
        StringBuilder register = new StringBuilder("nomor,nama,jenis,kode_opd,kedudukan hukum id,nomor_lama\n");
        teams.forEach((agency, team) -> {
            for (String row : team.register(agency).lines().toList()) {
                boolean isLast = row.startsWith(team.no(PEOPLE - 2) + ",");
                boolean isFirst = row.startsWith(team.no(1) + ",");
                register.append(row)
                        .append(isLast ? ",99," : ",,")
                        .append(isFirst ? team.no(1).replaceFirst("1986", "1985") : "")
                        .append('\n');
            }
        });
        return register.toString();
    }

    /** The agency whose people may stand on this one's list too. */
    String neighbour(String agency) {
        List<String> all = agencies();
        return all.get((all.indexOf(agency) + 1) % all.size());
    }

    Seed pick(RandomGenerator random) {
        String agency = Words.pick(agencies(), random);
        return switch (random.nextInt(9)) {
            case 0 -> new Seed(agency, "daftar.csv", RandomForm.csv(new RandomList(random.nextLong(), mandate)));
            case 1 -> new Seed(agency, "daftar.xlsx", RandomForm.xlsx(new RandomList(random.nextLong(), mandate)));
            case 2 -> whole(agency);
            case 3 -> book(agency);
            case 4 -> new Seed(agency, "daftar.csv", whole(neighbour(agency)).bytes());
            default -> Words.pick(files, random);
        };
    }

    /** Everybody, as a CSV. */
    Seed whole(String agency) {
        CorpusTeam team = team(agency);
        String rows = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> team.no(i) + ";" + String.join(";", team.rest(i)))
                .collect(Collectors.joining("\r\n"));
        return new Seed(
                agency,
                "daftar.csv",
                ("NIP/NIK;Nama;Instagram;Follow humas;Follow mediacenter;Repost\r\n" + rows + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Seed book(String agency) {
        CorpusTeam team = team(agency);
        String rows = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> team.row(i + 1, i))
                .collect(Collectors.joining());
        return new Seed(
                agency,
                "daftar.xlsx",
                new Xlsx().sheet(CorpusTeam.header(1) + rows).styles("@").bytes());
    }

    private CorpusTeam team(String agency) {
        CorpusTeam team = teams.get(agency);
        if (team == null) {
            throw new IllegalArgumentException("The corpus has no case " + agency);
        }
        return team;
    }
}
