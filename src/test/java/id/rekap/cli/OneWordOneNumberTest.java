package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.demo.Regency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The nights of a regency: whatever says new, reopened, still open, open or resolved says the same number. */
class OneWordOneNumberTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 29);
    private static final String PARTS =
            "([\\d.]+) baru, (?:([\\d.]+) muncul lagi, )?([\\d.]+) masih ada; ([\\d.]+) selesai";

    @TempDir
    Path home;

    private final List<String> said = new ArrayList<>();

    /** Exceptions in each state, and what is only information. */
    private record Counts(int fresh, int reopened, int still, int resolved, int infos) {
        static Counts of(List<CSVRecord> exceptions) {
            return new Counts(
                    in(exceptions, "NEW"),
                    in(exceptions, "REOPENED"),
                    in(exceptions, "OPEN"),
                    in(exceptions, "RESOLVED"),
                    (int) exceptions.stream()
                            .filter(e -> e.get("severity").equals("info"))
                            .filter(e -> !e.get("state").equals("RESOLVED"))
                            .count());
        }

        private static int in(List<CSVRecord> exceptions, String state) {
            return (int) exceptions.stream()
                    .filter(e -> e.get("state").equals(state))
                    .filter(e -> !e.get("severity").equals("info"))
                    .count();
        }

        int open() {
            return fresh + reopened + still;
        }
    }

    @BeforeEach
    void threeNights() throws IOException {
        Office office = new Office(home);
        Regency regency = new Regency(20200713);
        Path data = Files.createDirectories(home.resolve("demo"));
        regency.writeRegister(data, FIRST);
        for (String what : List.of("agencies", "employees")) {
            Office.Said imported =
                    office.rekap("import", what, data.resolve(what + ".csv").toString(), "--date", FIRST.toString());
            assertThat(imported.exit()).as(imported.err()).isZero();
        }
        for (int night = 1; night <= 3; night++) {
            regency.drop(night, home.resolve("inbox"));
            Office.Said run =
                    office.rekap("run", "--date", FIRST.plusDays(night - 1).toString());
            assertThat(run.exit()).as(run.err()).isZero();
            said.add(run.out());
        }
    }

    @Test
    void everyOutputOfASetSaysTheSame() throws IOException {
        for (int night = 1; night <= 3; night++) {
            Path set = home.resolve("reports").resolve(FIRST.plusDays(night - 1).toString());
            Counts counts = Counts.of(Office.csv(set.resolve("exceptions.csv")));
            assertThat(said.get(night - 1))
                    .contains("Exceptions: " + counts.open() + " open (" + counts.fresh() + " new, "
                            + counts.reopened() + " reopened, " + counts.still() + " still open), "
                            + counts.resolved() + " resolved; information, counted apart: " + counts.infos());
            manifest(set, counts);
            page(set, counts);
            message(set, counts);
            workbook(set, counts);
            agencies(set, counts);
            operator(set, counts);
            people(set);
        }
        // a night on which every word has a number, else this would compare nothing with nothing
        Counts last = Counts.of(Office.csv(home.resolve("reports/latest/exceptions.csv")));
        assertThat(List.of(last.fresh(), last.reopened(), last.still(), last.resolved(), last.infos()))
                .doesNotContain(0);
    }

    private static void manifest(Path set, Counts counts) throws IOException {
        JsonNode said = JsonMapper.shared()
                .readTree(Files.readString(set.resolve("manifest.json")))
                .get("counts");
        JsonNode states = said.get("exceptions");
        assertThat(List.of(
                        states.get("NEW").asInt(),
                        states.get("REOPENED").asInt(),
                        states.get("OPEN").asInt(),
                        states.get("RESOLVED").asInt()))
                .containsExactly(counts.fresh(), counts.reopened(), counts.still(), counts.resolved());
        JsonNode infos = said.get("infos");
        assertThat(infos.get("NEW").asInt()
                        + infos.get("OPEN").asInt()
                        + infos.get("REOPENED").asInt())
                .isEqualTo(counts.infos());
    }

    private static void page(Path set, Counts counts) throws IOException {
        String page = Files.readString(set.resolve("summary.html"));
        parts(page, "<b>([\\d.]+) anomali data belum selesai: " + PARTS + "\\.</b>", counts);
        if (counts.infos() > 0) {
            assertThat(page).contains(counts.infos() + " keterangan dihitung terpisah.");
        }
        Map<String, Integer> cards = new TreeMap<>();
        Pattern.compile("<details class=\"change (\\w+)\">(.*?)</details>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .forEach(card -> {
                    int total = number(first(card.group(2), "<b class=\"count\">([\\d.]+)</b>"));
                    assertThat(all(card.group(2), "<b class=\"n\">([\\d.]+)</b>").stream()
                                    .mapToInt(OneWordOneNumberTest::number)
                                    .sum())
                            .isEqualTo(total);
                    cards.put(card.group(1), total);
                });
        Map<String, Integer> expected =
                new TreeMap<>(Map.of("fresh", counts.fresh(), "still", counts.still(), "resolved", counts.resolved()));
        if (counts.reopened() > 0) {
            expected.put("reopened", counts.reopened());
        }
        assertThat(cards).isEqualTo(expected);
        String ages = page.substring(page.indexOf("<ul class=\"ages\">"), page.indexOf("<h2 id=\"received\">"));
        assertThat(all(ages.substring(0, ages.indexOf("</ul>")), "</span> <b>([\\d.]+)</b>").stream()
                        .mapToInt(OneWordOneNumberTest::number)
                        .sum())
                .isEqualTo(counts.open());
        for (CSVRecord agency : Office.csv(set.resolve("agencies.csv"))) {
            String row = page.substring(page.indexOf("<small>" + agency.get("agency_code") + "</small>"));
            String open = first(row, "data-label=\"Anomali belum selesai\">([^<]*)</td>");
            if (!open.startsWith("&lt;")) {
                assertThat(number(open))
                        .as(agency.get("agency_code"))
                        .isEqualTo(own(set, agency.get("agency_code")).open());
            }
        }
        rows(set, page);
        for (String sums : all(page, "<p class=\"added people\">([^<]*)</p>")) {
            chain(sums);
        }
    }

    /** What stands in the agencies' rows is what their own files say. */
    private static void rows(Path set, String page) throws IOException {
        List<CSVRecord> counts = Office.csv(set.resolve("counts.csv"));
        int compared = 0;
        for (CSVRecord agency : Office.csv(set.resolve("agencies.csv"))) {
            String code = agency.get("agency_code");
            String row = page.substring(page.indexOf("<small>" + code + "</small>"));
            row = row.substring(0, row.indexOf("</tr>"));
            List<CSVRecord> own = counts.stream()
                    .filter(r -> r.get("agency_code").equals(code))
                    .toList();
            Matcher of =
                    Pattern.compile("<small>([\\d.]+) dari ([\\d.]+)</small>").matcher(row);
            if (of.find()) {
                assertThat(number(of.group(1))).as(code).isEqualTo(sum(own, "rows_following"));
                assertThat(number(of.group(2))).as(code).isEqualTo(sum(own, "register"));
                compared++;
            }
            Matcher rows = Pattern.compile("data-label=\"Pegawai\">([\\d.]+)</td><td>([\\d.]+)</td>")
                    .matcher(row);
            if (rows.find()) {
                assertThat(number(rows.group(1))).as(code).isEqualTo(sum(own, "register"));
                assertThat(number(rows.group(2))).as(code).isEqualTo(sum(own, "rows"));
            }
            if (!agency.get("age_days").isEmpty()) {
                assertThat(row).as(code).contains(", " + agency.get("age_days") + " hari</small>");
            }
        }
        assertThat(compared).isPositive();
    }

    private static void message(Path set, Counts counts) throws IOException {
        parts(
                Files.readString(set.resolve("whatsapp.txt")),
                "\\*Anomali data: ([\\d.]+) belum selesai\\*\n" + PARTS + "\n",
                counts);
    }

    private static void workbook(Path set, Counts counts) throws IOException {
        Map<String, List<String>> summary = new TreeMap<>();
        List<List<String>> exceptions = new ArrayList<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(set.resolve("rekap.xlsx").toFile())) {
            cells(book, 0).stream().filter(row -> row.size() > 1).forEach(row -> summary.put(row.get(0), row));
            exceptions.addAll(cells(book, 3));
        }
        Map<String, Integer> figures = new TreeMap<>();
        summary.forEach((figure, row) -> {
            if (figure.startsWith("Anomali data ") || figure.startsWith("Keterangan ")) {
                figures.put(figure, Integer.parseInt(row.get(1)));
            }
        });
        assertThat(figures)
                .isEqualTo(Map.of(
                        "Anomali data belum selesai", counts.open(),
                        "Anomali data baru", counts.fresh(),
                        "Anomali data muncul lagi", counts.reopened(),
                        "Anomali data masih ada", counts.still(),
                        "Anomali data selesai", counts.resolved(),
                        "Keterangan yang berlaku, dihitung terpisah", counts.infos()));
        // by code, and by code and agency where those are not too few
        List<String> states = List.of("Baru", "Muncul lagi", "Masih ada", "Belum selesai", "Selesai");
        assertThat(Objects.requireNonNull(summary.get("Daftar anomali data menurut kode")))
                .endsWith(states.toArray(String[]::new));
        assertThat(exceptions.get(0)).endsWith(states.toArray(String[]::new));
        int[] sum = new int[states.size()];
        summary.values().stream()
                .filter(row ->
                        row.size() == 7 && List.of("Kesalahan", "Peringatan").contains(row.get(1)))
                .forEach(row -> add(sum, row.subList(2, 7)));
        assertThat(sum)
                .containsExactly(counts.fresh(), counts.reopened(), counts.still(), counts.open(), counts.resolved());
        for (List<String> row : exceptions.subList(1, exceptions.size())) {
            List<String> numbers = row.subList(row.size() - 5, row.size());
            if (!numbers.contains("< 3")) {
                int[] one = new int[5];
                add(one, numbers);
                assertThat(one[0] + one[1] + one[2]).as(row.toString()).isEqualTo(one[3]);
            }
        }
    }

    private static void add(int[] sum, List<String> numbers) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += Integer.parseInt(numbers.get(i));
        }
    }

    private static List<List<String>> cells(ReadableWorkbook book, int sheet) throws IOException {
        return book.getSheet(sheet).orElseThrow().read().stream()
                .map(row -> row.stream()
                        .filter(Objects::nonNull)
                        .map(Cell::getText)
                        .filter(text -> !text.isEmpty())
                        .toList())
                .toList();
    }

    private static Counts own(Path set, String agency) {
        return Counts.of(Office.csv(set.resolve("agencies").resolve(agency).resolve("exceptions.csv")));
    }

    private static void agencies(Path set, Counts counts) throws IOException {
        List<CSVRecord> all = new ArrayList<>(Office.csv(set.resolve("exceptions.csv")).stream()
                .filter(e -> e.get("agency_code").isEmpty())
                .toList());
        try (Stream<Path> folders = Files.list(set.resolve("agencies"))) {
            for (Path folder : folders.toList()) {
                List<CSVRecord> own = Office.csv(folder.resolve("exceptions.csv"));
                all.addAll(own);
                String page = Files.readString(folder.resolve("index.html"));
                Counts said = Counts.of(own);
                parts(page, "<p class=\"big\">([\\d.]+)</p>\n<p>belum selesai</p>\n<p class=\"soft\">" + PARTS, said);
            }
        }
        assertThat(Counts.of(all)).isEqualTo(counts);
    }

    /** What the operator reads says nothing of its own, where a set has it. */
    private static void operator(Path set, Counts counts) throws IOException {
        Path page = set.resolve("operator.html");
        if (Files.exists(page)) {
            assertThat(all(Files.readString(page), "([\\d.]+) anomali data belum selesai"))
                    .allMatch(open -> number(open) == counts.open());
        }
    }

    /** Of how many people something is known, and which agencies have reported. */
    private static void people(Path set) throws IOException {
        List<CSVRecord> all = Office.csv(set.resolve("snapshot.csv")).stream()
                .filter(row -> row.get("obligation").equals("all"))
                .toList();
        List<CSVRecord> agencies = Office.csv(set.resolve("agencies.csv"));
        long expected = agencies.stream().filter(a -> !a.get("state").isEmpty()).count();
        long silent =
                agencies.stream().filter(a -> a.get("state").equals("MISSING")).count();
        String page = Files.readString(set.resolve("summary.html"));
        String message = Files.readString(set.resolve("whatsapp.txt"));
        List<CSVRecord> counts = Office.csv(set.resolve("counts.csv"));
        String follow = of(counts, "rows_following", "register");
        String met = "Memenuhi semua kewajiban: " + of(sum(all, "met"), sum(all, "due"));
        assertThat(page)
                .contains("<h2 id=\"rate\">Mengikuti kedua akun</h2>", "<p class=\"of\">" + follow + "</p>")
                .contains(met, "; " + dotted(sum(all, "not_reported")) + " belum diketahui");
        assertThat(message).contains("*Mengikuti kedua akun: " + follow + " (", met);
        for (String group : List.of("ASN", "TENAGA_KONTRAK")) {
            String own = of(
                    counts.stream().filter(r -> r.get("group").equals(group)).toList(), "rows_following", "register");
            String name = group.equals("ASN") ? group : "Tenaga kontrak";
            assertThat(message).contains("\n" + name + ": " + own + " (");
            assertThat(page).containsPattern("<li>" + name + " <b>[^<]*</b> <small>" + own + "</small></li>");
        }
        addsUp(page);
        for (String said : List.of(page, message)) {
            assertThat(all(said, "Belum melapor \\(([\\d.]+)\\)"))
                    .as("where nobody is silent, nobody is named")
                    .hasSize(silent == 0 ? 0 : 1)
                    .allMatch(number -> number.equals("" + silent));
        }
        MatchResult reported = found(page, "<p class=\"big\">(\\d+) <small>dari (\\d+)</small></p>");
        assertThat(reported.group(2)).isEqualTo("" + expected);
        assertThat(message).contains("*Perangkat daerah: " + reported.group(1) + " dari " + expected + " sudah");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(set.resolve("manifest.json")))
                        .get("counts")
                        .get("reported")
                        .asString())
                .isEqualTo(reported.group(1));
    }

    /** Each sum that the page writes out: what stands before a sign of equality makes what stands behind it. */
    private static void addsUp(String page) {
        List<String> added = all(page, "<p class=\"soft added\">([^<]*)</p>");
        assertThat(added).hasSize(2);
        for (String sums : added) {
            List<Integer> numbers = all(sums, "([\\d.]*\\d)").stream()
                    .map(OneWordOneNumberTest::number)
                    .toList();
            if (sums.contains("belum diketahui =")) {
                assertThat(numbers.subList(1, numbers.size()).stream()
                                .mapToInt(n -> n)
                                .sum())
                        .as(sums)
                        .isEqualTo(numbers.get(0));
            } else {
                chain(sums);
            }
        }
    }

    /** 57 and 5 = 62; + 3 = 65. */
    private static void chain(String sums) {
        int sofar = 0;
        for (String part : sums.split("; ", -1)) {
            String[] sides = part.split(" = ", -1);
            sofar += all(sides[0], "([\\d.]*\\d)").stream()
                    .mapToInt(OneWordOneNumberTest::number)
                    .sum();
            assertThat(number(first(sides[1], "([\\d.]*\\d)"))).as(sums).isEqualTo(sofar);
        }
    }

    private static String of(List<CSVRecord> rows, String of, String all) {
        return of(sum(rows, of), sum(rows, all));
    }

    private static String of(int people, int all) {
        return dotted(people) + " dari " + dotted(all) + " pegawai";
    }

    private static int sum(List<CSVRecord> rows, String column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).sum();
    }

    private static String dotted(int number) {
        return number < 1_000 ? "" + number : "%d.%03d".formatted(number / 1_000, number % 1_000);
    }

    private static void parts(String text, String pattern, Counts counts) {
        MatchResult said = found(text, pattern);
        assertThat(number(said.group(1))).isEqualTo(counts.open());
        assertThat(number(said.group(2))).isEqualTo(counts.fresh());
        assertThat(said.group(3) == null ? 0 : number(said.group(3))).isEqualTo(counts.reopened());
        assertThat(number(said.group(4))).isEqualTo(counts.still());
        assertThat(number(said.group(5))).isEqualTo(counts.resolved());
    }

    private static MatchResult found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.toMatchResult();
    }

    private static String first(String text, String pattern) {
        return found(text, pattern).group(1);
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static int number(String dotted) {
        return Integer.parseInt(dotted.replace(".", ""));
    }
}
