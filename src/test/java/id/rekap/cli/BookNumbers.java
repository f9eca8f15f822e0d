package id.rekap.cli;

import static id.rekap.cli.Derivations.numbers;
import static id.rekap.cli.NightTables.ALL;
import static id.rekap.cli.NightTables.IS_OPEN;
import static id.rekap.cli.NightTables.is;
import static id.rekap.cli.NightTables.ofAgency;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What each number of a night's workbook must be, by the tables of that night and of those before it. */
final class BookNumbers {
    private static final Map<String, String> STANDINGS = Map.of(
            "Pegawai", "headcount",
            "Dikecualikan", "exempt",
            "Wajib", "due",
            "Sudah", "met",
            "Belum terverifikasi", "unverified",
            "Belum memenuhi", "not_met",
            "Belum diketahui", "not_reported",
            "Jumlah dilaporkan", "total");
    private static final Map<String, List<String>> STATES = Map.of(
            "Baru", List.of("NEW"),
            "Muncul lagi", List.of("REOPENED"),
            "Masih ada", List.of("OPEN"),
            "Belum selesai", List.of("NEW", "REOPENED", "OPEN"),
            "Selesai", List.of("RESOLVED"));

    private final Derivations rules;
    private final NightTables now;
    private final List<NightTables> nights;

    /** @param nights up to the one of the workbook */
    BookNumbers(Derivations rules, List<NightTables> nights) {
        this.rules = rules;
        this.nights = nights;
        this.now = nights.get(nights.size() - 1);
    }

    void book() {
        summary();
        positions();
        counts();
        exceptions();
        trend();
    }

    /** With the decimals that the workbook has, of which a spreadsheet shows one. */
    private static @Nullable BigDecimal share(long met, long of) {
        return of == 0 ? null : BigDecimal.valueOf(met).divide(BigDecimal.valueOf(of), 10, RoundingMode.HALF_UP);
    }

    private void says(String where, Derivations.Derived derived) {
        rules.says(where, "#", derived);
    }

    private void summary() {
        String first = "Ringkasan/Mengikuti kedua akun/";
        says(first + "Pegawai", line -> numbers(now.register(group(line.of()))));
        says(first + "Sudah", line -> numbers(now.following(group(line.of()))));
        says(
                first + "Persentase",
                line -> numbers(share(now.following(group(line.of())), now.register(group(line.of())))));
        says("Ringkasan/Angka utama/Nilai", line -> numbers(figure(line.of())));
        String obligations = "Ringkasan/Posisi tiap kewajiban/";
        STANDINGS.forEach((head, column) ->
                says(obligations + head, line -> numbers(now.people(obligation(line.of()), column, group(line.of())))));
        says(obligations + "Tingkat kepatuhan", line -> numbers(rate(obligation(line.of()), group(line.of()))));
        says(
                "Ringkasan/Keadaan perangkat daerah/Banyaknya",
                line -> numbers(now.agencies(is("state", state(line.of()))).size()));
        STATES.forEach((head, states) -> says(
                "Ringkasan/Daftar anomali data menurut kode/" + head,
                line -> numbers(
                        now.lines(is("state", states.toArray(String[]::new)).and(coded(line.of()))))));
    }

    private static Predicate<CSVRecord> group(String label) {
        return label.endsWith("ASN")
                ? is("group", "ASN")
                : label.endsWith("Tenaga kontrak") ? is("group", "TENAGA_KONTRAK") : ALL;
    }

    private static String obligation(String label) {
        return NightTables.obligation(label);
    }

    private @Nullable BigDecimal rate(String obligation, Predicate<CSVRecord> of) {
        return share(now.people(obligation, "met", of), now.people(obligation, "due", of));
    }

    private static String state(String words) {
        return Map.of(
                        "? ditahan, perlu konfirmasi", "HELD",
                        "! terlambat diperbarui", "STALE",
                        "✓ sudah melapor", "REPORTED",
                        "✓ dalam laporan induk", "COVERED",
                        "✓ laporan nihil", "NIL",
                        "✗ belum melapor", "MISSING",
                        "– tidak wajib melapor", "")
                .getOrDefault(words, words);
    }

    private static Predicate<CSVRecord> coded(String label) {
        String code = label.substring(label.lastIndexOf('(') + 1, label.lastIndexOf(')'));
        return NightTables.ofCode(ExceptionCode.valueOf(code));
    }

    private @Nullable Object figure(String label) {
        if (label.startsWith("Perubahan")) {
            NightTables before = nights.get(nights.size() - 2);
            return label.contains("(poin)")
                    ? now.rate(ALL).subtract(before.rate(ALL))
                    : now.following(ALL) - before.following(ALL);
        }
        return switch (label) {
            case "Memenuhi semua kewajiban" -> rate(Mandate.ALL, ALL);
            case "Pegawai yang memenuhi semua kewajiban" -> now.people(Mandate.ALL, "met", ALL);
            case "Pegawai yang wajib" -> now.people(Mandate.ALL, "due", ALL);
            case "Pegawai yang belum diketahui" -> now.people(Mandate.ALL, "not_reported", ALL);
            case "Perangkat daerah yang sudah melapor" -> now.reported();
            case "Perangkat daerah yang wajib melapor" -> now.expected();
            case "Anomali data belum selesai" -> now.open(ALL);
            case "Anomali data baru" -> now.in("NEW", ALL);
            case "Anomali data muncul lagi" -> now.in("REOPENED", ALL);
            case "Anomali data masih ada" -> now.in("OPEN", ALL);
            case "Anomali data selesai" -> now.in("RESOLVED", ALL);
            case "Keterangan yang berlaku, dihitung terpisah" -> now.infos();
            default -> throw new AssertionError(label);
        };
    }

    private void positions() {
        String where = "Perangkat daerah/Kode perangkat daerah/";
        Map.of(
                        "Umur daftar \\(hari\\)", "age_days",
                        "Baris", "rows",
                        "Baris dihitung", "counted",
                        "Baris ditolak", "refused",
                        "Pegawai", "headcount")
                .forEach((head, column) ->
                        says(where + head, line -> numbers(Long.parseLong(now.cell(code(line), column)))));
        String first = where + "Mengikuti kedua akun: ";
        says(first + "Sudah", line -> numbers(now.following(ofAgency(code(line)))));
        says(
                first + "Persentase",
                line -> numbers(share(now.following(ofAgency(code(line))), now.register(ofAgency(code(line))))));
        String all = where + "Semua kewajiban: ";
        says(all + "Wajib", line -> numbers(now.people(Mandate.ALL, "due", ofAgency(code(line)))));
        says(all + "Sudah", line -> numbers(now.people(Mandate.ALL, "met", ofAgency(code(line)))));
        says(all + "Tingkat kepatuhan", line -> numbers(rate(Mandate.ALL, ofAgency(code(line)))));
        says(where + "Anomali belum selesai", line -> numbers(now.open(ofAgency(code(line)))));
    }

    private static String code(SaidLine line) {
        return line.of().split("\\|", -1)[0];
    }

    /** An agency's group. */
    private static Predicate<CSVRecord> cell(SaidLine line) {
        return ofAgency(code(line)).and(group(line.of()));
    }

    private void counts() {
        String where = "Hitungan/Kode perangkat daerah/";
        says(where + "Pegawai", line -> numbers(now.people(Mandate.ALL, "headcount", cell(line))));
        Stream.concat(
                        Stream.of("Semua kewajiban"),
                        NightTables.MANDATE.obligations().stream().map(o -> o.label(Mandates.ID)))
                .forEach(label -> {
                    String obligation = obligation(label);
                    says(where + label + ": Sudah", line -> numbers(now.people(obligation, "met", cell(line))));
                    if (!NightTables.MANDATE.isVoluntary(obligation)) {
                        says(where + label + ": Wajib", line -> numbers(now.people(obligation, "due", cell(line))));
                        says(where + label + ": Tingkat kepatuhan", line -> numbers(rate(obligation, cell(line))));
                    }
                });
        Map.of(
                        "Di daftar", "rows",
                        "Mengikuti menurut daftar", "rows_following",
                        "Pegawai menurut laporan grup", "claimed",
                        "Mengikuti menurut laporan grup", "claimed_following",
                        "Selisih", "difference")
                .forEach((head, column) ->
                        says(where + head, line -> numbers(NightTables.sum(now.counts, column, cell(line)))));
    }

    private void exceptions() {
        STATES.forEach((head, states) -> says(
                "Anomali data/Kode perangkat daerah/" + head,
                line -> numbers(now.lines(is("state", states.toArray(String[]::new))
                        .and(ofAgency(line.of().startsWith("0") ? "" : code(line)))
                        .and(row -> line.of().endsWith("|" + row.get("code")))))));
    }

    private void trend() {
        String where = "Tren/Tanggal/";
        says(where + "Pegawai", line -> numbers(on(line).register(ALL)));
        says(where + "Mengikuti kedua akun", line -> numbers(on(line).following(ALL)));
        says(
                where + "Mengikuti kedua akun: Persentase",
                line -> numbers(share(on(line).following(ALL), on(line).register(ALL))));
        says(
                where + "Perubahan \\(poin\\)",
                line -> numbers(on(line).rate(ALL)
                        .subtract(nights.get(nights.indexOf(on(line)) - 1).rate(ALL))));
        says(where + "Semua kewajiban: Wajib", line -> numbers(on(line).people(Mandate.ALL, "due", ALL)));
        says(where + "Semua kewajiban: Sudah", line -> numbers(on(line).people(Mandate.ALL, "met", ALL)));
        says(
                where + "Semua kewajiban: Tingkat kepatuhan",
                line -> numbers(
                        share(on(line).people(Mandate.ALL, "met", ALL), on(line).people(Mandate.ALL, "due", ALL))));
    }

    /** A row of the trend is about the night in its first cell. */
    private NightTables on(SaidLine line) {
        return nights.stream()
                .filter(night -> SaidLine.date(night.date).equals(line.of()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line.of()));
    }

    /** An agency's own workbook: each of its exceptions by code, as its own table has them. */
    static void listOf(Derivations rules, NightTables now, String agency, List<CSVRecord> own) {
        Map.of("Belum selesai", true, "Selesai", false)
                .forEach((head, isOpen) -> rules.says(
                        "Ringkasan/Anomali/" + head,
                        "#",
                        line -> numbers(now.exceptions.stream()
                                .filter(ofAgency(agency)
                                        .and(isOpen ? IS_OPEN : IS_OPEN.negate())
                                        .and(coded(line.of().split("\\|", -1)[0]))
                                        .and(row -> !isOpen || !now.isAcknowledged(row)))
                                .count())));
        rules.says(
                "Ringkasan",
                "~Daftar yang berlaku: diterima @ (‡), # baris = # terhitung + # ditolak; # pegawai dalam data induk.~",
                line -> Stream.of("rows", "counted", "refused", "headcount")
                        .<@Nullable Object>map(column -> Long.parseLong(now.cell(agency, column)))
                        .toList());
        rules.says(
                "Ringkasan",
                "~Belum ada daftar yang berlaku; # pegawai dalam data induk.~",
                line -> numbers(Long.parseLong(now.cell(agency, "headcount"))));
        rules.says(
                "Ringkasan",
                "# anomali yang belum selesai sudah diketahui operator rekapitulasi: ~",
                line -> numbers(now.acknowledged(ofAgency(agency))));
        Set<String> cells = new HashSet<>();
        own.forEach(row -> {
            row.forEach(cells::add);
            cells.add(row.get("row").replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", "."));
            String action = NightTables.CATALOGUE.action(ExceptionCode.valueOf(row.get("code")), Mandates.ID);
            cells.add(action + " Saran: " + row.get("suggestion") + ".");
        });
        rules.copies("Daftar/.*", line -> cells);
    }
}
