package id.rekap.cli;

import static id.rekap.cli.Derivations.numbers;
import static id.rekap.cli.NightTables.ALL;
import static id.rekap.cli.NightTables.IS_EXCEPTION;
import static id.rekap.cli.NightTables.IS_OPEN;
import static id.rekap.cli.NightTables.is;
import static id.rekap.cli.NightTables.ofAgency;
import static id.rekap.cli.NightTables.titled;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What each number of an agency's own page must be, by the tables of the night and of those before it. */
final class AgencyNumbers {
    private static final int FIRST_ROWS = 3;
    private static final String IN_FORCE =
            "Daftar yang berlaku: diterima @ (‡), # baris = # terhitung + # ditolak; # pegawai dalam data induk.";
    private static final String SINCE = "{▲ naik}{▼ turun}{persentase tetap} {# poin }(# pegawai) sejak @";

    private final Derivations rules;
    private final NightTables now;
    private final List<NightTables> nights;
    private final String agency;
    private final Predicate<CSVRecord> own;
    private final List<SaidLine> page;

    /** @param nights up to the one of the page */
    AgencyNumbers(Derivations rules, List<NightTables> nights, String agency, List<SaidLine> page) {
        this.rules = rules;
        this.nights = nights;
        this.now = nights.get(nights.size() - 1);
        this.agency = agency;
        this.own = ofAgency(agency);
        this.page = page;
    }

    void page() {
        rules.says(
                "header/p.now",
                "Mengikuti kedua akun: # dari # pegawai (#%); # anomali data belum selesai.",
                line -> HeadlineNumbers.plus(headline(), now.open(own)));
        rules.says("header/p.now", "~; # anomali data belum selesai.", line -> numbers(now.open(own)));
        anomalies();
        sending();
        cards();
        obligations("obligations/dd/");
        rules.says("obligations/p.rate", "#", line -> numbers(people(line, "met")));
        rules.says("obligations/p.rate", "#%", line -> numbers(now.rate(NightTables.obligation(line.of()), own)));
        rules.says("obligations/p.soft", "Jumlah dilaporkan: #", line -> numbers(people(line, "total")));
        groups();
        trend();
        letter();
    }

    private List<@Nullable Object> headline() {
        return numbers(now.following(own), now.register(own), now.rate(own));
    }

    private void anomalies() {
        Promises promises = new Promises(now, own);
        promises.hold(page);
        rules.says(
                "anomalies/h3",
                "~ # dari # belum selesai{, # baru}{, # muncul lagi}",
                line -> numbers(
                        now.toMend(code(line)),
                        now.open(own),
                        now.toMend(code(line).and(is("state", "NEW"))),
                        now.toMend(code(line).and(is("state", "REOPENED")))));
        rules.says("anomalies/h3", "~ # keterangan", line -> numbers(lines(line)));
        for (String says : List.of(
                "Memperbaiki # nomor membuat # pegawai terhitung.",
                "Menambahkan # pegawai ke dalam daftar membuat # pegawai terhitung.")) {
            rules.says("anomalies/p.mends", says, line -> numbers(promises.of(line), promises.of(line)));
        }
        for (String says : List.of(
                "Mengirim daftar membuat # pegawai terhitung.", "Mengirim daftar memperbarui posisi # pegawai.")) {
            rules.says("anomalies/p.mends", says, line -> numbers(headcount(agency)));
        }
        rules.says(
                "anomalies/p.mends",
                "Memperbaiki isiannya membuat posisi # pegawai diketahui.",
                line -> numbers(line.of().equals("COLUMN_ABSENT") ? headcount(agency) : persons(line)));
        rules.says("anomalies/summary", "Lihat # barisnya", line -> numbers(lines(line)));
        rules.says("anomalies/summary", "Lihat # baris lagi", line -> numbers(lines(line) - FIRST_ROWS));
        rules.says(
                "anomalies/p",
                "# baris sisanya tidak muat di halaman ini; semuanya ada dalam daftar (.xlsx)",
                line -> numbers(lines(line) - rows("anomalies/li", line.of())));
        rules.copies(
                "anomalies/li", line -> toMend(line).map(AgencyNumbers::row).collect(Collectors.toSet()));
        rules.copies(
                "anomalies/li.soft",
                line -> toMend(line).map(row -> row.get("file")).collect(Collectors.toSet()));
        rules.says(
                "anomalies/p.resolved",
                "✓ Selesai sejak rekapitulasi sebelumnya: ~ (#)" + "{, ~ (#)}".repeat(11) + ".",
                line -> resolved(line.text()));
    }

    private Predicate<CSVRecord> code(SaidLine line) {
        return own.and(is("code", line.of()));
    }

    private Stream<CSVRecord> toMend(SaidLine line) {
        return now.exceptions.stream().filter(IS_OPEN.and(code(line)).and(row -> !now.isAcknowledged(row)));
    }

    private long lines(SaidLine line) {
        return toMend(line).count();
    }

    /** Numbers that are masked may be the same of two. */
    private long persons(SaidLine line) {
        return toMend(line)
                .map(row -> row.get("employee_no") + row.get("employee_name"))
                .distinct()
                .count();
    }

    private long rows(String where, String of) {
        return page.stream()
                .filter(line -> line.where().equals(where) && line.of().equals(of))
                .count();
    }

    private long headcount(String code) {
        return Long.parseLong(now.cell(code, "headcount"));
    }

    /** As the page writes it. */
    private static String row(CSVRecord row) {
        String number = row.get("row").replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
        boolean saysAsMuch = row.get("code").equals(ExceptionCode.EMPLOYEE_NOT_REPORTED.name());
        return Stream.of(
                        row.get("employee_name"),
                        row.get("employee_no"),
                        number.isEmpty() ? "" : "baris " + number,
                        saysAsMuch ? "" : row.get("message"),
                        row.get("suggestion").isEmpty() ? "" : "Saran: " + row.get("suggestion") + ".")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    private List<@Nullable Object> resolved(String text) {
        List<@Nullable Object> numbers = new ArrayList<>();
        Matcher kind = Pattern.compile("([^():]*) \\(").matcher(text);
        while (kind.find()) {
            numbers.add(now.lines(own.and(is("state", "RESOLVED")).and(NightTables.ofCode(titled(kind.group(1))))));
        }
        while (numbers.size() < 12) {
            numbers.add(null);
        }
        return numbers;
    }

    private void sending() {
        String covers = "{~Daftar ini juga melaporkan perangkat daerah di bawahnya: # (perangkat daerah sendiri)}"
                + "{ + # (~)}".repeat(5) + "{ = # pegawai.}";
        rules.says("send/p.soft", "~" + IN_FORCE + "~" + covers, line -> inForce(line.text()));
        rules.says(
                "send/p.soft",
                "~Belum ada daftar yang berlaku; # pegawai dalam data induk.",
                line -> numbers(headcount(agency)));
    }

    private List<@Nullable Object> list() {
        return Stream.of("rows", "counted", "refused", "headcount")
                .<@Nullable Object>map(column -> Long.parseLong(now.cell(agency, column)))
                .toList();
    }

    /** Every agency that is covered has the same parent here. */
    private List<@Nullable Object> inForce(String text) {
        List<@Nullable Object> numbers = new ArrayList<>(list());
        boolean covers = text.contains("perangkat daerah sendiri");
        List<Long> covered = now.agencies(is("state", "COVERED")).stream()
                .sorted()
                .map(this::headcount)
                .toList();
        numbers.add(covers ? headcount(agency) : null);
        for (int i = 0; i < 5; i++) {
            numbers.add(covers && i < covered.size() ? covered.get(i) : null);
        }
        numbers.add(
                covers ? headcount(agency) + covered.stream().mapToLong(n -> n).sum() : null);
        return numbers;
    }

    private void cards() {
        rules.says("rate/p.big", "#%", line -> numbers(now.rate(own)));
        rules.says("rate/p", "# dari # pegawai", line -> numbers(now.following(own), now.register(own)));
        rules.says("rate/p", "Posisi # pegawai belum diketahui", line -> numbers(now.register(own)));
        rules.says("rate/p.soft", SINCE, line -> since(line.text()));
        rules.says("rate/p", "Memenuhi semua kewajiban: # dari # pegawai yang wajib (#%)", line -> metAll());
        rules.says("open/p.big", "#", line -> numbers(now.open(own)));
        rules.says(
                "open/p.soft",
                "# baru,{ # muncul lagi,} # masih ada; # selesai",
                line -> numbers(
                        now.in("NEW", own), now.in("REOPENED", own), now.in("OPEN", own), now.in("RESOLVED", own)));
        rules.says(
                "open/p.soft",
                "# anomali yang belum selesai sudah diketahui operator rekapitulasi: ~",
                line -> numbers(now.acknowledged(own)));
    }

    private List<@Nullable Object> metAll() {
        return numbers(
                now.people(Mandate.ALL, "met", own), now.people(Mandate.ALL, "due", own), now.rate(Mandate.ALL, own));
    }

    private List<@Nullable Object> since(String text) {
        NightTables before = nights.get(nights.size() - 2);
        BigDecimal points = now.rate(own).subtract(before.rate(own));
        return numbers(text.contains("▼") ? points.negate() : points, now.following(own) - before.following(own));
    }

    private void obligations(String where) {
        Map.of(
                        "Wajib", "due",
                        "Sudah", "met",
                        "Belum terverifikasi", "unverified",
                        "Belum memenuhi", "not_met",
                        "Belum diketahui", "not_reported",
                        "Dikecualikan", "exempt")
                .forEach((head, column) -> rules.says(where + head, "#", line -> numbers(people(line, column))));
    }

    private long people(SaidLine line, String column) {
        return now.people(NightTables.obligation(line.of()), column, own.and(group(line.of())));
    }

    /** A line of both groups names none. */
    private static Predicate<CSVRecord> group(String label) {
        return label.endsWith("ASN")
                ? is("group", "ASN")
                : label.endsWith("Tenaga kontrak") ? is("group", "TENAGA_KONTRAK") : ALL;
    }

    private void groups() {
        rules.says("groups/p.rate", "#%", line -> numbers(now.rate(own.and(group(line.of())))));
        Map.of(
                        "Pegawai", "register",
                        "Dilaporkan", "rows",
                        "Mengikuti semua akun", "rows_following",
                        "Pegawai menurut laporan grup", "claimed",
                        "Mengikuti menurut laporan grup", "claimed_following",
                        "Selisih yang mengikuti", "difference")
                .forEach((head, column) -> rules.says(
                        "groups/dd/" + head,
                        "#",
                        line -> numbers(NightTables.sum(now.counts, column, own.and(group(line.of()))))));
        rules.says(
                "groups/p.soft",
                "Selisih terdiri atas: " + SummaryNumbers.REASONS + ".",
                line -> SummaryNumbers.reasons(now.counts.stream()
                        .filter(own.and(group(line.of())))
                        .findFirst()
                        .orElseThrow()));
    }

    private void trend() {
        rules.names("trend/title", "Mengikuti kedua akun dari @ sampai @, dari 0% (bawah) sampai 100% (atas)");
        rules.says(
                "trend/span",
                "@: #%",
                line -> numbers(on(SummaryNumbers.before(line.text(), ": ")).rate(own)));
        rules.says("trend/td/Pegawai", "#", line -> numbers(on(line.of()).register(own)));
        rules.says(
                "trend/td/Mengikuti kedua akun",
                "#",
                line -> numbers(on(line.of()).following(own)));
        rules.says("trend/td/Persentase", "#%", line -> numbers(on(line.of()).rate(own)));
    }

    private NightTables on(String date) {
        return nights.stream()
                .filter(night -> SaidLine.date(night.date).equals(date))
                .findFirst()
                .orElseThrow(() -> new AssertionError(date));
    }

    private void letter() {
        String letter = "letter-title/";
        rules.says(letter + "p", "~" + IN_FORCE + "~", line -> list());
        rules.says(
                letter + "p",
                "~Belum ada daftar yang berlaku; # pegawai dalam data induk.~",
                line -> numbers(headcount(agency)));
        String all = "{ Memenuhi semua kewajiban: # dari # pegawai yang wajib (#%).}";
        rules.says(
                letter + "p",
                "Mengikuti kedua akun: # dari # pegawai (#%).{ Dibandingkan dengan rekapitulasi sebelumnya: "
                        + "{▲ naik}{▼ turun}{persentase tetap}{ # poin} (# pegawai) sejak @.}~" + all,
                line -> {
                    List<@Nullable Object> numbers = new ArrayList<>(headline());
                    boolean isCompared = line.text().contains("pegawai) sejak");
                    numbers.addAll(isCompared ? since(line.text()) : numbers(null, null));
                    numbers.addAll(metAll());
                    return numbers;
                });
        obligations(letter + "td/");
        rules.says(
                letter + "td/Tingkat kepatuhan",
                "#%",
                line -> numbers(now.rate(NightTables.obligation(line.of()), own.and(group(line.of())))));
        rules.says(
                letter + "li",
                "~: #. ~",
                line -> numbers(
                        now.toMend(own.and(NightTables.ofCode(titled(SummaryNumbers.before(line.text(), ": ")))))));
        rules.says(
                letter + "p",
                "serta # jenis anomali lainnya sebagaimana dalam daftar terlampir.",
                line -> numbers(now.kinds(IS_OPEN.and(IS_EXCEPTION)
                                .and(own)
                                .and(is("responsible", "agency"))
                                .and(row -> !now.isAcknowledged(row)))
                        - rows(letter + "li", "")));
    }

    /** What an operator's page says, of whom it says it. */
    static void operator(Derivations rules, NightTables now) {
        rules.says("header/p", "# anomali data belum selesai. ~", line -> numbers(now.open(ALL)));
        rules.says(
                "waits/h2",
                "Menunggu operator (#)",
                line -> numbers(now.exceptions.stream()
                        .filter(IS_OPEN.and(is("responsible", "operator")).and(row -> !now.isAcknowledged(row)))
                        .count()));
        rules.says("agencies/h2", "Perangkat daerah (#)", line -> numbers(now.agencies.size()));
        rules.says("agencies/summary", "~ § · ~ · # belum selesai", line -> numbers(now.open(ofAgency(line.of()))));
        rules.says(
                "agencies/p",
                "Yth. ~: posisi per @, ~. Mohon perbaiki # anomali data menurut daftar terlampir, lalu kirim daftarnya lagi.",
                line -> numbers(now.toMend(ofAgency(line.of()).and(is("responsible", "agency")))));
        rules.says(
                "agencies/p",
                "Yth. ~: posisi per @, ~. Mohon perbaiki # anomali data menurut daftar terlampir melalui ~ (kode §),"
                        + " yang daftarnya memuat pegawai Saudara.",
                line -> numbers(now.toMend(ofAgency(line.of()).and(is("responsible", "agency")))));
        rules.copies("(waits|failed)/p", line -> texts(now, line, row -> row.get("message")));
        rules.copies(
                "(waits|failed)/p",
                line -> texts(
                        now,
                        line,
                        row -> now.cell(row.get("agency_code"), "agency_name") + " (" + row.get("agency_code") + ") · "
                                + row.get("file")));
        rules.copies(
                "(waits|failed)/p.soft",
                line -> texts(
                        now,
                        line,
                        row -> "Sejak " + SaidLine.date(LocalDate.parse(row.get("first_seen"))) + ", "
                                + row.get("nights_open") + " malam."));
    }

    private static Set<String> texts(NightTables now, SaidLine line, Function<CSVRecord, String> text) {
        return now.exceptions.stream()
                .filter(IS_OPEN.and(row -> line.of().endsWith("(" + row.get("code") + ")")))
                .map(text)
                .collect(Collectors.toSet());
    }
}
