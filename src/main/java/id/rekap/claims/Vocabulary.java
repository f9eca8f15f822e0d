package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of reports, as heads of agency write them: whole, shortened, and in their usual misspellings. */
final class Vocabulary {
    /** What words mean together: the token without its place. */
    record Entry(TokenKind kind, Set<StaffKind> staff, String text) {}

    private static final Set<TokenKind> UNITS = EnumSet.of(PEOPLE, OF, SEX, GROUP);
    private static final Map<String, Entry> ENTRIES = new HashMap<>();
    private static final Set<String> BEGINNINGS = new HashSet<>();

    static {
        staff(StaffKind.ASN, "asn|aparatur sipil negara|pegawai asn");
        staff(StaffKind.PNS, "pns|pegawai negeri sipil|pegawai negeri|pegawai pns");
        staff(StaffKind.CPNS, "cpns|calon pns|calon pegawai negeri sipil");
        staff(
                StaffKind.PPPK,
                "pppk|p3k|pppk penuh waktu|p3k penuh waktu|pegawai pemerintah dengan perjanjian kerja|pegawai pppk");
        staff(
                StaffKind.PPPK_PARUH_WAKTU,
                "pppk paruh waktu|p3k paruh waktu|pppk pw|p3k pw"
                        + "|pegawai pemerintah dengan perjanjian kerja paruh waktu");
        staff(
                StaffKind.CONTRACT,
                "kontrak|tenaga kontrak|pegawai kontrak|staf kontrak|tenaga kontrak daerah|kontrak daerah|tk|tkk|tkd|tekon"
                        + "|thl|tenaga harian lepas|phl|pegawai harian lepas|honorer|honor|tenaga honorer|tenaga honor"
                        + "|pegawai honorer|pegawai honor|ptt|pegawai tidak tetap|non asn|nonasn|tenaga non asn"
                        + "|pegawai non asn|non pns|nonpns|tenaga non pns|pegawai non pns");
        words(SUDAH, "sudah|sdh|udah|udh|sdah|telah|tlh|sudh");
        words(
                FOLLOW,
                "follow|following|followed|follower|followers|memfollow|difollow|terfollow|mengfollow|menfollow|folow|foll"
                        + "|flw|mengikuti|diikuti|pengikut");
        words(BELUM, "belum|blm|belom|blom|blum");
        words(TIDAK, "tidak|tdk|tak|tanpa|bukan");
        words(ALL, "semua|semuanya|seluruh|seluruhnya|smua|semuany");
        words(NIL, "nihil|nol|kosong|tidak ada|tdk ada|tak ada");
        words(OF, "dari|dr|dri");
        words(
                TOTAL,
                "jumlah|jml|jlh|jmlh|jumlahnya|berjumlah|total|totalnya|tot|sejumlah|sebanyak|keseluruhan|banyaknya");
        words(
                PEOPLE,
                "orang|org|orng|orangnya|pegawai|pgw|peg|personil|personel|karyawan|staf|staff|tenaga|aparatur|jiwa");
        words(SEX, "l|p|lk|pr|lk2|laki|laki laki|laki2|perempuan|pria|wanita");
        words(
                AWAY,
                "cuti|sakit|tubel|tugas belajar|dinas luar|dl|pensiun|pindah|mutasi|meninggal|cuti melahirkan|cuti besar"
                        + "|cuti tahunan|sedang cuti|sedang sakit|sedang tugas belajar|sedang dinas luar");
        words(
                AS_BEFORE,
                "idem|sda|masih sama|tetap sama|data sama|laporan sama|datanya sama|masih tetap|tetap seperti");
        both(AS_BEFORE, "sama|seperti|spt|sprti|sesuai", "dengan|dgn|seperti|spt|saja|aja|kemarin|kmrn|kmarin");
        both(
                AS_BEFORE,
                "seperti|spt|sprti|sesuai",
                "sebelumnya|semalam|minggu lalu|bulan lalu|laporan kemarin|yang kemarin");
        words(PARTS, "terdiri dari|terdiri dr|terdiri atas|terdiri|yaitu|yakni|rincian|rinciannya|dengan rincian");
        words(PARTS, "termasuk|diantaranya|di antaranya|antara lain");
        words(
                HEADING,
                "laporan|lapor|melapor|melaporkan|lapkan|laporkan|dilaporkan|lap|rekap|rekapan|rekapitulasi|data|perihal"
                        + "|tentang|terkait|mengenai|hal|kegiatan|update|posisi|kondisi|hasil|perkembangan|progres|progress"
                        + "|menyampaikan|sampaikan|disampaikan|menindaklanjuti|tindak lanjut|daftar|sudah lapor"
                        + "|sudah melapor|sudah melaporkan|telah melaporkan|izin melaporkan|izin lapor|belum lapor|belum melapor|belum melaporkan");
        words(
                REQUEST,
                "mohon|dimohon|harap|diharapkan|agar|supaya|diminta|tolong|silakan|silahkan|ayo|wajib|segera|ingat");
        words(ADDRESS, "yth|kepada|kpd|ke|cc|tembusan|ytk");
        words(
                OFFICE,
                "dinas|badan|kecamatan|kec|inspektorat|sekretariat|rsud|bappeda|uptd|upt|bidang|bid|seksi|sie|subbag|subbagian"
                        + "|bagian|bag|cabang|puskesmas|pkm|pustu|sekolah|sd|sdn|smp|smpn|sma|sman|smk|smkn|min|mtsn|man|paud"
                        + "|gampong|desa|kelurahan|mukim|unit|satpol|satker");
        words(ACCOUNT, Accounts.MEDIA_CENTER);
        words("humas|humasacehbesar", new Entry(ACCOUNT, Set.of(), Accounts.HUMAS));
        words(AND, "dan|serta|sedangkan|sementara");
        for (String line : OtherWords.LIST) words(OTHER, line);
    }

    private Vocabulary() {}

    /** What these words, with a blank between them, are; null for a word that nobody listed. */
    static @Nullable Entry of(String words) {
        return ENTRIES.get(words);
    }

    /** Whether more words may follow these in a phrase. */
    static boolean isBeginning(String words) {
        return BEGINNINGS.contains(words);
    }

    /** Whether it may be written together with a number: {@code 45org}, {@code 43dari45}, {@code 20L}, {@code 40PNS}. */
    static boolean isUnit(String word) {
        Entry entry = of(word);
        return entry != null && UNITS.contains(entry.kind());
    }

    private static void staff(StaffKind staff, String words) {
        words(words, new Entry(GROUP, Set.of(staff), staff == StaffKind.CONTRACT ? "kontrak" : staff.name()));
    }

    private static void both(TokenKind kind, String first, String second) {
        for (String word : first.split("\\|", -1)) {
            for (String next : second.split("\\|", -1)) words(kind, word + " " + next);
        }
    }

    private static void words(TokenKind kind, String words) {
        for (String word : words.split("\\|", -1)) words(word, new Entry(kind, Set.of(), word));
    }

    private static void words(String words, Entry entry) {
        for (String word : words.split("\\|", -1)) {
            ENTRIES.put(word, entry);
            for (int blank = word.indexOf(' '); blank > 0; blank = word.indexOf(' ', blank + 1)) {
                BEGINNINGS.add(word.substring(0, blank));
            }
        }
    }
}
