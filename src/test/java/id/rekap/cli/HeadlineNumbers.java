package id.rekap.cli;

import static id.rekap.cli.Derivations.numbers;
import static id.rekap.cli.NightTables.ALL;
import static id.rekap.cli.NightTables.IS_REFUSAL;
import static id.rekap.cli.NightTables.is;
import static id.rekap.cli.NightTables.ofAgency;
import static id.rekap.cli.NightTables.ofCode;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What each number must be that is said first: on the cards of the morning page, in the message and in the list of nights. */
final class HeadlineNumbers {
    private static final Map<String, String> CALLS =
            Map.of("Belum melapor", "MISSING", "Daftar ditahan", "HELD", "Laporan terlambat", "STALE");
    private static final String ALL_MET =
            "Memenuhi semua kewajiban: # dari # pegawai yang wajib (#%){; posisi # pegawai belum diketahui}";

    private final Derivations rules;
    private final NightTables now;
    private final List<NightTables> nights;
    private final Predicate<CSVRecord> isShown;

    /**
     * Of a night.
     *
     * @param nights up to it
     * @param isShown rows of {@code counts.csv} of which the page shows the numbers
     */
    HeadlineNumbers(Derivations rules, List<NightTables> nights, Predicate<CSVRecord> isShown) {
        this.rules = rules;
        this.nights = nights;
        this.now = nights.get(nights.size() - 1);
        this.isShown = isShown;
    }

    /** The first cards of the page, and what needs attention. */
    void cards() {
        claims("beside/p");
        String all = ALL_MET + " Semua kewajiban: ~.";
        rules.says("beside/p", all, line -> metAll());
        rules.says(
                "beside/p",
                all + " Yang wajib: # pegawai − # dikecualikan = #.",
                line -> plus(
                        metAll(),
                        now.people(Mandate.ALL, "headcount", ALL),
                        now.people(Mandate.ALL, "exempt", ALL),
                        now.people(Mandate.ALL, "due", ALL)));
        rules.says("rate/p.big", "#%", line -> numbers(now.rate(ALL)));
        rules.says("rate/p.of", "# dari # pegawai", line -> numbers(now.following(ALL), now.register(ALL)));
        change("rate/p.since");
        rules.says("rate/li", "~ #% # dari # pegawai", line -> {
            Predicate<CSVRecord> group = group(line.text());
            return numbers(now.rate(group), now.following(group), now.register(group));
        });
        rules.says("reporting/p.big", "# dari #", line -> numbers(now.reported(), now.expected()));
        rules.says(
                "reporting/p.verdict",
                "! Semua melapor, # perlu tindak lanjut",
                line -> numbers(now.lacking().size()));
        rules.says(
                "reporting/li", "# belum melapor (~): ~{ dan # lainnya}", line -> lack(line, is("state", "MISSING")));
        rules.says("reporting/li", "# daftar ditahan (~): ~{ dan # lainnya}", line -> lack(line, is("state", "HELD")));
        rules.says(
                "reporting/li",
                "# berkas ditolak (~): ~{ dan # lainnya}",
                line -> lack(line, row -> now.having(IS_REFUSAL).contains(row.get("agency_code"))));
        rules.says(
                "reporting/p.next",
                "Berikutnya: hubungi # perangkat daerah.",
                line -> numbers(now.lacking().size()));
        rules.says(
                "reporting/p.next",
                "Berikutnya: perbaiki # anomali data menurut daftar masing-masing.",
                line -> numbers(now.lacking().isEmpty() ? now.toMend(ALL) : null));
        rules.says("attention/h3", "~ (#)", line -> numbers(called(line.text())));
    }

    private List<@Nullable Object> lack(SaidLine line, Predicate<CSVRecord> meant) {
        long all = now.agencies.stream().filter(meant).count();
        String names = line.text().substring(line.text().indexOf("): ") + 3);
        return numbers(all, all - names.split(" · ", -1).length);
    }

    private long called(String heading) {
        return heading.contains("Berkas ditolak")
                ? now.having(IS_REFUSAL).size()
                : CALLS.entrySet().stream()
                        .filter(call -> heading.contains(call.getKey()))
                        .mapToLong(call ->
                                now.agencies(is("state", call.getValue())).size())
                        .sum();
    }

    /** Points of the rates as they are shown, people, and the agencies that have become known, or are no longer. */
    private void change(String where) {
        String turned = "{; # perangkat daerah baru diketahui}{; # perangkat daerah tidak lagi diketahui}";
        rules.says(where, "▲ naik # poin (# pegawai) sejak @" + turned, line -> since());
    }

    private List<@Nullable Object> since() {
        NightTables before = nights.get(nights.size() - 2);
        Set<String> turned = now.agencies.stream()
                .map(row -> row.get("agency_code"))
                .filter(agency -> now.people(Mandate.ALL, "due", ofAgency(agency)) > 0
                        && before.people(Mandate.ALL, "due", ofAgency(agency)) > 0
                        && now.isKnown(agency) != before.isKnown(agency))
                .collect(Collectors.toSet());
        long known = turned.stream().filter(now::isKnown).count();
        return numbers(
                now.rate(ALL).subtract(before.rate(ALL)),
                now.following(ALL) - before.following(ALL),
                known,
                turned.size() - known);
    }

    void claims(String where) {
        rules.says(
                where,
                "Di grup, pimpinan # perangkat daerah yang daftarnya dapat dibandingkan menyebut # pegawai mengikuti;"
                        + " daftar mereka # (selisih #)",
                line -> claimed());
    }

    private List<@Nullable Object> metAll() {
        return numbers(
                now.people(Mandate.ALL, "met", ALL),
                now.people(Mandate.ALL, "due", ALL),
                now.rate(Mandate.ALL, ALL),
                now.people(Mandate.ALL, "not_reported", ALL));
    }

    private List<@Nullable Object> claimed() {
        List<CSVRecord> compared = now.counts.stream()
                .filter(isShown.and(is("difference", "").negate()))
                .toList();
        return numbers(
                distinct(compared),
                NightTables.sum(compared, "claimed_following", ALL),
                NightTables.sum(compared, "rows_following", ALL),
                NightTables.sum(compared, "difference", ALL));
    }

    private static long distinct(List<CSVRecord> rows) {
        return rows.stream().map(row -> row.get("agency_code")).distinct().count();
    }

    List<@Nullable Object> claims() {
        List<CSVRecord> claims =
                now.counts.stream().filter(is("claimed", "").negate()).toList();
        return numbers(
                distinct(claims),
                distinct(claims.stream()
                        .filter(is("difference", "", "0").negate())
                        .toList()));
    }

    void message() {
        String where = "message";
        rules.says(
                where,
                "*Mengikuti kedua akun: # dari # pegawai (#%)*",
                line -> numbers(now.following(ALL), now.register(ALL), now.rate(ALL)));
        change(where);
        rules.says(where, "ASN: # dari # pegawai (#%)", line -> ofGroup(Group.ASN));
        rules.says(where, "Tenaga kontrak: # dari # pegawai (#%)", line -> ofGroup(Group.TENAGA_KONTRAK));
        claims(where);
        rules.says(where, ALL_MET, line -> metAll());
        rules.says(where, "Laporan jumlah di grup: # perangkat daerah, # berbeda dengan daftarnya", line -> claims());
        rules.says(
                where, "*Perangkat daerah: # dari # sudah melapor*", line -> numbers(now.reported(), now.expected()));
        rules.says(where, "*Anomali data: # belum selesai*", line -> numbers(now.open(ALL)));
        rules.says(where, "# baru,{ # muncul lagi,} # masih ada; # selesai", line -> parts());
        rules.says(
                where,
                "# di antaranya sudah diketahui, tidak masuk daftar tindak lanjut.",
                line -> numbers(now.acknowledged(ALL)));
        rules.says(where, "- ~: #", line -> numbers(frequent(line.text())));
        rules.says(where, "~ (#): ~{; dan # lainnya}", line -> {
            long called = called(line.text());
            String names = line.text().substring(line.text().indexOf("): ") + 3);
            int named = names.replaceFirst("; dan \\d+ lainnya$", "").split("; ", -1).length;
            return numbers(called, called - named);
        });
    }

    private List<@Nullable Object> ofGroup(Group group) {
        Predicate<CSVRecord> of = is("group", group.name());
        return numbers(now.following(of), now.register(of), now.rate(of));
    }

    /** One of the three that most are to be mended of; else none. */
    private @Nullable Long frequent(String text) {
        List<ExceptionCode> most = Arrays.stream(ExceptionCode.values())
                .sorted(Comparator.comparing((ExceptionCode code) -> -now.toMend(ofCode(code)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
        ExceptionCode code = NightTables.titled(text);
        return most.contains(code) ? now.toMend(ofCode(code)) : null;
    }

    /** Of nights, each under its date. */
    void index() {
        rules.says("header/p", "Rekapitulasi yang sudah terbit: #", line -> numbers(nights.size()));
        rules.says("header/p", "@ · Rekapitulasi yang sudah terbit: #", line -> numbers(nights.size()));
        rules.says("article/p.rate", "#%", line -> numbers(on(line.of()).rate(ALL)));
        rules.says(
                "article/p.of",
                "Mengikuti kedua akun: # dari # pegawai",
                line -> numbers(on(line.of()).following(ALL), on(line.of()).register(ALL)));
        rules.says("article/p.of", "Memenuhi semua kewajiban: # dari # pegawai yang wajib (#%)", line -> {
            NightTables night = on(line.of());
            return numbers(
                    night.people(Mandate.ALL, "met", ALL),
                    night.people(Mandate.ALL, "due", ALL),
                    night.rate(Mandate.ALL, ALL));
        });
    }

    /** Each state of the errors and warnings. */
    List<@Nullable Object> parts() {
        return numbers(now.in("NEW", ALL), now.in("REOPENED", ALL), now.in("OPEN", ALL), now.in("RESOLVED", ALL));
    }

    /** The night of a date as it is written, in full or short. */
    NightTables on(String date) {
        return nights.stream()
                .filter(night -> {
                    String full = SaidLine.date(night.date);
                    return full.equals(date) || full.startsWith(date);
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError(date));
    }

    static Predicate<CSVRecord> group(String text) {
        return is("group", NightTables.group(text.startsWith("ASN") ? "ASN" : ""));
    }

    static List<@Nullable Object> plus(List<@Nullable Object> first, @Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(first);
        all.addAll(numbers(more));
        return all;
    }
}
