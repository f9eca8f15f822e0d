package id.rekap.cli;

import static id.rekap.cli.Derivations.numbers;
import static id.rekap.cli.NightTables.ALL;
import static id.rekap.cli.NightTables.IS_EXCEPTION;
import static id.rekap.cli.NightTables.IS_OPEN;
import static id.rekap.cli.NightTables.IS_REFUSAL;
import static id.rekap.cli.NightTables.is;
import static id.rekap.cli.NightTables.ofAgency;
import static id.rekap.cli.NightTables.ofCode;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What each number of a morning page must be, by the tables of that night and of those before it. */
final class SummaryNumbers {
    private static final Map<String, String> STATES =
            Map.of("fresh", "NEW", "reopened", "REOPENED", "still", "OPEN", "resolved", "RESOLVED");
    private static final int NAMED = 12;
    private static final String ADDED =
            "{# sudah}{~# belum terverifikasi}{~# belum memenuhi}{~# belum diketahui} = # wajib";

    /** What the difference between a claim and a list is made of. */
    static final String REASONS =
            "{# belum dilaporkan dalam daftar}{~# di daftar, belum atau belum diketahui mengikuti}"
                    + "{~# belum mengikuti menurut laporan grup}{~# selisih jumlah pegawai laporan grup dengan data induk}";

    private final Derivations rules;
    private final NightTables now;
    private final List<NightTables> nights;
    private final Predicate<CSVRecord> isShown;
    private final Map<String, int[]> evidence;
    private final HeadlineNumbers headline;

    /**
     * Of a night.
     *
     * @param nights up to it
     * @param isShown rows of {@code counts.csv} of which the page shows the numbers
     * @param evidence of an obligation, which no table has: how many of each group are proven
     */
    SummaryNumbers(
            Derivations rules, List<NightTables> nights, Predicate<CSVRecord> isShown, Map<String, int[]> evidence) {
        this.rules = rules;
        this.nights = nights;
        this.now = nights.get(nights.size() - 1);
        this.isShown = isShown;
        this.evidence = evidence;
        this.headline = new HeadlineNumbers(rules, nights, isShown);
    }

    void page() {
        headline.cards();
        changes();
        trend();
        obligations();
        groups();
        agencies();
        nightByNight();
        ages();
        received();
    }

    private void changes() {
        String where = "change \\w+/";
        rules.says(
                where + "h2",
                "~ terlama # malam",
                line -> numbers(codes(in(line)).stream()
                        .mapToLong(code -> now.oldest(ofCode(code)))
                        .max()
                        .orElse(0)));
        rules.says(where + "b.count", "#", line -> numbers(now.lines(in(line))));
        rules.says(
                where + "span.act",
                "Ditindaklanjuti oleh: {~ (# anomali)}{, ~ (#)}{, ~ (#)}",
                line -> acting(line.text(), in(line)));
        rules.says(
                where + "span.act",
                "Dari # jenis; ~",
                line -> numbers(codes(in(line)).size()));
        rules.says(
                where + "span.more",
                "# jenis lain",
                line -> numbers(codes(in(line)).size() - 1));
        rules.says(
                where + "span.first",
                "Perlu didahulukan: ~ (#)~",
                line -> numbers(now.lines(in(line).and(ofCode(NightTables.titled(before(line.text(), " (")))))));
        rules.says(where + "b.n", "#", line -> numbers(now.lines(in(line).and(code(line)))));
        rules.says(where + "p.meta", "~terlama # malam", line -> numbers(now.oldest(code(line))));
        rules.says(
                where + "li",
                "dan # perangkat daerah lain",
                line -> numbers(now.having(in(line).and(code(line))).size() - NAMED));
        rules.says(
                where + "li",
                "~ #",
                line -> numbers(now.lines(in(line).and(code(line)).and(ofAgency(now.agencyIn(line.text()))))));
        rules.says(
                "main/p.sum",
                "# anomali data belum selesai: # baru,{ # muncul lagi,} # masih ada; # selesai."
                        + "{ # di antaranya sudah diketahui, tidak masuk daftar tindak lanjut.}{ # keterangan dihitung terpisah.}",
                line -> HeadlineNumbers.plus(
                        HeadlineNumbers.plus(
                                numbers(now.open(ALL)), headline.parts().toArray()),
                        now.acknowledged(ALL),
                        now.infos()));
    }

    static String before(String text, String mark) {
        return text.substring(0, text.indexOf(mark));
    }

    /** Errors and warnings that are in the state of a card. */
    private static Predicate<CSVRecord> in(SaidLine line) {
        String card = line.where().substring("change ".length(), line.where().indexOf('/'));
        return IS_EXCEPTION.and(is("state", STATES.getOrDefault(card, card)));
    }

    private static Predicate<CSVRecord> code(SaidLine line) {
        return is("code", line.of());
    }

    private Set<ExceptionCode> codes(Predicate<CSVRecord> of) {
        return now.exceptions.stream()
                .filter(IS_EXCEPTION.and(of))
                .map(row -> ExceptionCode.valueOf(row.get("code")))
                .collect(Collectors.toSet());
    }

    /** In the order in which they are named. */
    private List<@Nullable Object> acting(String text, Predicate<CSVRecord> in) {
        Map<String, String> words = Map.of(
                "perangkat daerah", "agency", "operator", "operator", "pengelola kepegawaian", "personnel office");
        List<@Nullable Object> numbers = new ArrayList<>();
        Matcher named = Pattern.compile("(perangkat daerah|operator|pengelola kepegawaian) \\(")
                .matcher(text);
        while (named.find()) {
            String who = words.getOrDefault(named.group(1), "");
            numbers.add(now.lines(in.and(is("responsible", who))));
        }
        long all = now.lines(in.and(is("responsible", "").negate()));
        long said = numbers.stream().mapToLong(n -> n == null ? 0 : (long) n).sum();
        while (numbers.size() < 3) {
            // nobody who acts is left out
            numbers.add(all - said);
        }
        return numbers;
    }

    private void trend() {
        rules.says("trend/figcaption", "# malam terakhir", line -> numbers(nights.size()));
        rules.says(
                "trend/title",
                "~ # malam terakhir sampai @: #%. Malam tanpa rekapitulasi: #.",
                line -> numbers(nights.size(), now.rate(ALL), 0));
        rules.says("trend/text.value", "#%", line -> numbers(now.rate(ALL)));
        rules.names("trend/text", "0%", "50%", "100%");
        rules.says(
                "trend/td/Persentase",
                "#%",
                line -> numbers(headline.on(line.of()).rate(ALL)));
        rules.says("trend/td/Sudah", "#", line -> numbers(headline.on(line.of()).following(ALL)));
        rules.says(
                "trend/td/Pegawai", "#", line -> numbers(headline.on(line.of()).register(ALL)));
    }

    private void obligations() {
        String where = "obligations/";
        rules.says(
                where + "p.soft",
                "# pegawai belum diketahui = # di perangkat daerah tanpa daftar + # belum dilaporkan dalam daftar"
                        + " + # dengan isian kosong atau tidak terbaca.",
                line -> unknown());
        rules.says(where + "p.rate", "#%", line -> numbers(now.rate(obligation(line), ALL)));
        rules.says(where + "p.rate", "# pegawai", line -> numbers(now.people(obligation(line), "met", ALL)));
        rules.says(
                where + "title",
                "~: sudah #, belum terverifikasi #, belum memenuhi #, belum diketahui #",
                line -> standings(line, ALL));
        rules.says(
                where + "p.added",
                ADDED,
                line -> HeadlineNumbers.plus(standings(line, ALL), now.people(obligation(line), "due", ALL)));
        rules.says(
                where + "p.apart",
                "ASN #% · Tenaga kontrak #%{ · jumlah dilaporkan: #}",
                line -> numbers(
                        now.rate(obligation(line), is("group", "ASN")),
                        now.rate(obligation(line), is("group", "TENAGA_KONTRAK")),
                        now.people(obligation(line), "total", ALL)));
        rules.says(
                where + "p.apart", "jumlah dilaporkan: #", line -> numbers(now.people(obligation(line), "total", ALL)));
        Map.of("Wajib", "due", "Dikecualikan", "exempt", "Sudah", "met", "Belum terverifikasi", "unverified")
                .forEach((head, column) -> people(where, head, column));
        Map.of("Belum memenuhi", "not_met", "Belum diketahui", "not_reported")
                .forEach((head, column) -> people(where, head, column));
        rules.says(where + "td/Tingkat kepatuhan", "#%", line -> numbers(now.rate(obligation(line), ALL)));
    }

    private void people(String where, String head, String column) {
        rules.says(where + "td/" + head, "#", line -> numbers(now.people(obligation(line), column, ALL)));
    }

    private static String obligation(SaidLine line) {
        return NightTables.obligation(line.of());
    }

    private List<@Nullable Object> standings(SaidLine line, Predicate<CSVRecord> of) {
        return numbers(
                now.people(obligation(line), "met", of),
                now.people(obligation(line), "unverified", of),
                now.people(obligation(line), "not_met", of),
                now.people(obligation(line), "not_reported", of));
    }

    /** Of people of whom nothing is known: no list speaks for their agency, or none names them, or nothing in it can be read. */
    private List<@Nullable Object> unknown() {
        long all = now.people(Mandate.ALL, "not_reported", ALL);
        long silent = now.people(Mandate.ALL, "not_reported", row -> !now.hasList(row.get("agency_code")));
        long unlisted = now.open(ofCode(ExceptionCode.EMPLOYEE_NOT_REPORTED));
        return numbers(all, silent, unlisted, all - silent - unlisted);
    }

    private void groups() {
        String where = "groups/";
        rules.says(where + "p.rate", "#%", line -> numbers(now.rate(HeadlineNumbers.group(line.of()))));
        rules.says(where + "dd/Pegawai", "#", line -> numbers(now.register(HeadlineNumbers.group(line.of()))));
        rules.says(where + "dd/Laporan pimpinan", "# # mengikuti, dari # perangkat daerah", line -> {
            Predicate<CSVRecord> claims = isShown.and(HeadlineNumbers.group(line.of()))
                    .and(is("claimed", "").negate());
            return numbers(
                    NightTables.sum(now.counts, "claimed", claims),
                    NightTables.sum(now.counts, "claimed_following", claims),
                    now.counts.stream().filter(claims).count());
        });
        rules.says(
                where + "dd/Dilaporkan",
                "# # mengikuti semua akun",
                line -> numbers(
                        NightTables.sum(now.counts, "rows", HeadlineNumbers.group(line.of())),
                        now.following(HeadlineNumbers.group(line.of()))));
        rules.says(
                where + "dd/Bukti pengikut",
                "~: # terverifikasi di daftar pengikut, # belum terverifikasi, # menurut pengakuan saja. ~",
                line -> {
                    String obligation = NightTables.obligation(line.text());
                    Predicate<CSVRecord> group = HeadlineNumbers.group(line.of());
                    int proven = evidence.getOrDefault(obligation, new int[2])[
                            line.of().equals("ASN") ? 0 : 1];
                    return numbers(
                            proven,
                            now.people(obligation, "unverified", group),
                            now.people(obligation, "met", group) - proven);
                });
        rules.says(
                where + "p",
                "# perangkat daerah melaporkan jumlah di grup; # berbeda dengan daftarnya. ~",
                line -> headline.claims());
        Map.of(
                        "Pegawai", "register",
                        "Di daftar", "rows",
                        "Mengikuti menurut daftar", "rows_following",
                        "Pegawai menurut laporan grup", "claimed",
                        "Mengikuti menurut laporan grup", "claimed_following",
                        "Selisih", "difference")
                .forEach((head, column) -> rules.says(where + "td/" + head, "#", line -> numbers(claim(line, column))));
        rules.says(where + "td.words/Selisih terdiri atas", REASONS, line -> reasons(claimRow(line)));
    }

    private long claim(SaidLine line, String column) {
        return Long.parseLong(claimRow(line).get(column));
    }

    /** The group is told by a cell beside it: rows of an agency come in the groups' order. */
    private CSVRecord claimRow(SaidLine line) {
        String[] of = line.of().split("\\|", -1);
        return now.counts.stream()
                .filter(ofAgency(now.agency(of[0])).and(is("group", NightTables.group(of[1]))))
                .findFirst()
                .orElseThrow();
    }

    static List<@Nullable Object> reasons(CSVRecord row) {
        long register = Long.parseLong(row.get("register"));
        long rows = Long.parseLong(row.get("rows"));
        long following = Long.parseLong(row.get("rows_following"));
        long claimed = Long.parseLong(row.get("claimed"));
        return numbers(
                register - rows,
                rows - following,
                Long.parseLong(row.get("claimed_following")) - claimed,
                claimed - register);
    }

    private void agencies() {
        String where = "agencies/";
        rules.says(
                where + "p.soft",
                "{# dengan daftar sendiri}{~# dengan daftar lama}{~# dalam laporan induk}{~# laporan nihil}"
                        + "{~# dengan daftar baru yang ditahan} = # sudah melapor"
                        + "{; + # yang daftarnya ditahan}{~# belum melapor = # wajib melapor}{; + # tidak wajib melapor = # perangkat daerah}.",
                line -> states(line.text()));
        rules.says(
                where + "p.soft",
                "Tidak wajib melapor dan tanpa daftar (#): ~",
                line -> numbers(now.agencies(is("state", "")).size()));
        rules.says(where + "summary", "Semua # perangkat daerah", line -> numbers(now.agencies.size()));
        rules.says(
                where + "td.state/Keadaan",
                "~daftar @, # hari",
                line -> numbers(Long.parseLong(now.cell(line.of(), "age_days"))));
        String headline = "Mengikuti kedua akun";
        rules.says(
                where + "td.all/" + headline,
                "#% # dari #",
                line -> numbers(
                        now.rate(ofAgency(line.of())),
                        now.following(ofAgency(line.of())),
                        now.register(ofAgency(line.of()))));
        rules.says(
                where + "td.delta/Perubahan",
                "#",
                line -> numbers(now.following(ofAgency(line.of()))
                        - nights.get(nights.size() - 2).following(ofAgency(line.of()))));
        rules.says(
                where + "td/ASN",
                "#%",
                line -> numbers(now.rate(ofAgency(line.of()).and(is("group", "ASN")))));
        rules.says(
                where + "td/Tenaga kontrak",
                "#%",
                line -> numbers(now.rate(ofAgency(line.of()).and(is("group", "TENAGA_KONTRAK")))));
        rules.says(where + "td/Pegawai", "#", line -> numbers(now.register(ofAgency(line.of()))));
        rules.says(
                where + "td/Dilaporkan",
                "#",
                line -> numbers(NightTables.sum(now.counts, "rows", ofAgency(line.of()))));
        rules.says(
                where + "td/Mengikuti menurut laporan grup",
                "#",
                line -> numbers(NightTables.sum(now.counts, "claimed_following", ofAgency(line.of()))));
        rules.says(where + "td/Anomali belum selesai", "#", line -> numbers(now.open(ofAgency(line.of()))));
        rules.says(
                where + "td.all/.*@data-chosen",
                "~: #%|# dari #",
                line -> numbers(
                        now.rate(chosen(line), agency(line)),
                        now.people(chosen(line), "met", agency(line)),
                        now.people(chosen(line), "due", agency(line))));
        rules.says(
                where + "td.all/.*@data-chosen",
                "~: #|",
                line -> numbers(now.people(chosen(line), "met", agency(line))));
        Map.of(
                        "Wajib", "due",
                        "Sudah", "met",
                        "Belum terverifikasi", "unverified",
                        "Belum memenuhi", "not_met",
                        "Belum diketahui", "not_reported")
                .forEach((head, column) -> rules.says(
                        where + "td/" + head, "#", line -> numbers(now.people(Mandate.ALL, column, agency(line)))));
    }

    private Predicate<CSVRecord> agency(SaidLine line) {
        return ofAgency(now.agency(line.of()));
    }

    private static String chosen(SaidLine line) {
        return NightTables.obligation(before(line.text(), ": "));
    }

    /** In the order of the sum, which leaves out what there is none of. */
    private List<@Nullable Object> states(String text) {
        long silent = now.agencies(is("state", "MISSING")).size();
        long others = now.agencies(is("state", "")).size();
        return numbers(
                now.agencies(is("state", "REPORTED")).size(),
                now.agencies(is("state", "STALE")).size(),
                now.agencies(is("state", "COVERED")).size(),
                now.agencies(is("state", "NIL")).size(),
                now.agencies(is("state", "HELD").and(this::hasReported)).size(),
                now.reported(),
                now.agencies(is("state", "HELD").and(row -> !hasReported(row))).size(),
                silent,
                text.contains(" wajib melapor") && silent > 0 ? now.expected() : null,
                others,
                others > 0 ? now.agencies.size() : null);
    }

    private boolean hasReported(CSVRecord agency) {
        return now.hasReported(agency);
    }

    private void nightByNight() {
        rules.names("heat/span.entry", "0–24%", "25–49%", "50–74%", "75–99%", "100%");
        rules.says("heat/title", "~: perangkat daerah ke-# sampai ke-# tiap malam, @ sampai @", line -> {
            Matcher first = Pattern.compile("ke-(\\d+)").matcher(line.text());
            int from = first.find() ? Integer.parseInt(first.group(1)) : 0;
            return numbers(from / 20 * 20 + 1, Math.min(from + 19, now.agencies.size()));
        });
        for (NightTables night : nights) {
            LocalDate date = night.date;
            String head = date.getDayOfMonth() + " "
                    + Derivations.MONTHS.get(date.getMonthValue() - 1).substring(0, 3);
            rules.says("heat/td/" + head, "#", line -> {
                Predicate<CSVRecord> agency = agency(line);
                return numbers(NightTables.percent(night.following(agency), night.register(agency), 0));
            });
        }
    }

    private void ages() {
        rules.names("ages/span.entry", "1 malam", "2–7 malam", "8–30 malam", "lebih dari 30 malam");
        rules.says("ages/li", "~ #", line -> numbers(now.open(titled(line))));
        rules.says(
                "ages/title",
                "~: # belum selesai, terlama # malam",
                line -> numbers(now.open(titled(line)), now.oldest(titled(line))));
        rules.says("ages/td/Belum selesai", "#", line -> numbers(now.open(titled(line))));
        rules.says("ages/td/Terlama \\(malam\\)", "#", line -> numbers(now.oldest(titled(line))));
        age("1 malam", 1, 1);
        age("2–7 malam", 2, 7);
        age("8–30 malam", 8, 30);
        age("lebih dari 30 malam", 31, Integer.MAX_VALUE);
        rules.names("ages/th", "1 malam", "2–7 malam", "8–30 malam", "lebih dari 30 malam");
        rules.says(
                "ages/p.soft", "~: {~ #}{; ~ #}{; ~ #}{; ~ #}{; ~ #}{; ~ #}{; ~ #}{; ~ #}", line -> infos(line.text()));
    }

    private void age(String head, int from, int to) {
        rules.says(
                "ages/td/" + head,
                "#",
                line -> numbers(now.open(titled(line).and(row -> {
                    int nights = Integer.parseInt(row.get("nights_open"));
                    return nights >= from && nights <= to;
                }))));
    }

    private static Predicate<CSVRecord> titled(SaidLine line) {
        return ofCode(NightTables.titled(line.of().isEmpty() ? line.text() : line.of()));
    }

    private List<@Nullable Object> infos(String text) {
        List<@Nullable Object> numbers = new ArrayList<>();
        for (String one : text.substring(text.indexOf(':') + 1).split("; ", -1)) {
            ExceptionCode code = NightTables.titled(one);
            numbers.add(now.lines(IS_OPEN.and(IS_EXCEPTION.negate()).and(ofCode(code))));
        }
        while (numbers.size() < 8) {
            numbers.add(0);
        }
        return numbers;
    }

    private void received() {
        String date = now.date.toString();
        String where = "received/(p.receipt|summary)";
        rules.says(
                where,
                "# perangkat daerah dengan daftar baru yang diterima",
                line -> numbers(now.agencies(is("received_on", date)).size()));
        Map.of(
                        "kiriman yang sama", ofCode(ExceptionCode.FILE_UNCHANGED),
                        "daftar ditahan", ofCode(ExceptionCode.LIST_SHRANK, ExceptionCode.LIST_FOREIGN),
                        "berkas ditolak", IS_REFUSAL)
                .forEach((what, meant) -> rules.says(
                        where,
                        "# perangkat daerah dengan " + what,
                        line -> numbers(now.having(IS_OPEN.and(meant).and(is("first_seen", date)))
                                .size())));
    }

    /** Texts of the catalogue, some of which have digits. */
    static List<String> texts() {
        Catalogue catalogue = NightTables.CATALOGUE;
        List<String> texts = new ArrayList<>();
        for (ExceptionCode code : ExceptionCode.values()) {
            texts.add(catalogue.meaning(code, Mandates.ID));
            texts.add(catalogue.action(code, Mandates.ID));
        }
        return texts;
    }
}
