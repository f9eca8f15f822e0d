package id.rekap.claims;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that count nobody: times, dates, telephone and identity numbers, what belongs to a name, list numbers,
 * percentages. They are taken out before anything is read, each by a mark as long as itself.
 */
final class Uncounted {
    static final char TAKEN = '\ue000';
    static final char PERCENT = '\ue001';

    private static final String MONTHS =
            "(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober"
                    + "|november|nopember|desember|jan|feb|mar|apr|jun|jul|agu|ags|agt|aug|sep|sept|okt|oct|nov|nop|des|dec)\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String ALONE = "(?![\\d%]|[.,/:-]\\d)";
    private static final String DAYS =
            "(?:senin|selasa|rabu|kamis|jumat|jum at|sabtu|ahad|minggu|tgl|tanggal|tggl|per|hari|pada)";
    private static final String UNITS =
            "(?:uptd|upt|smpn?|sman?|smkn?|sdn?|min|mtsn?|man|paud|puskesmas|pkm|pustu|ruang|lantai|gedung|blok"
                    + "|wilayah|zona|posko|regu|grup|group|gelombang|tahap|triwulan|semester|kelompok|pasal|poin|point"
                    + "|nomor|no|rayon|rt|rw|km|jln|jl)";

    private static final List<Pattern> PERCENTS = List.of(start("\\d{1,3}(?:[.,]\\d+)? ?(?:%|persen\\b|prosen\\b)"));

    private static final List<Pattern> OTHERS = List.of(
            // 19860926 201505 1 001, and a NIK
            start("(?:(?:nip|nik|ni pppk)[ .:]*)?\\d{8} ?\\d{6} ?\\d ?\\d{3}" + ALONE),
            start("\\d{16}" + ALONE),
            start("(?:\\+ ?62|62|0)[ .-]?8\\d{1,3}(?:[ .-]?\\d{3,4}){2,3}(?! ?\\d)"),
            start("\\(?0[2-9]\\d{1,2}\\)?[ -]\\d{5,8}" + ALONE),
            // 31/7/2020, 31-07-20, 31.7.2020, 2020-07-31, 31 Juli 2020, 30-31 Juli
            start(DAY + "([/.-])" + MONTH + "\\1(?:" + YEAR + "|\\d\\d)" + ALONE),
            start(YEAR + "([/.-])" + MONTH + "\\1" + DAY + ALONE),
            start(DAY + "(?: ?(?:-|s/d|sd|sampai) ?" + DAY + ")?[ -]?" + MONTHS + "(?:[ -]?" + YEAR + ")?" + ALONE),
            start(MONTHS + " " + YEAR + ALONE),
            start("(?:tahun|thn|th|ta|t\\.a)[ .]*" + YEAR + ALONE),
            start(DAYS + "[ .,:/]*(?:(?:tgl|tanggal)[ .:]*)?" + DAY + "[/-]" + MONTH + ALONE),
            start("(?:tgl|tanggal)[ .:]*" + DAY + ALONE),
            // pukul 16.30 WIB, 08.00-10.00 WIB
            start("(?:pukul|pkl|jam)[ .:]*\\d{1,2}(?:[.:]\\d\\d){0,2}(?: ?- ?\\d{1,2}(?:[.:]\\d\\d)?)?(?: ?wi[bt]a?)?"
                    + ALONE),
            start("\\d{1,2}[.:]\\d\\d(?:[.:]\\d\\d)?(?: ?(?:-|s/d|sd) ?\\d{1,2}[.:]\\d\\d)? ?wi[bt]a?\\b"),
            start("\\d{1,2} (?:x ?\\d{1,2} )?(?:jam|menit|hari(?! ini))\\b"),
            // UPTD 3, SMP Negeri 2, Nomor 480/263/2020, ke-3
            start(
                    UNITS
                            + "(?!\\p{L})[ .]*(?:negeri |n |no\\.? |nomor |ke-?)?[.:#]? ?\\d{1,4}(?:/[\\p{L}\\d.-]{1,12}){0,4}(?![\\p{L}\\d%])"),
            start("ke[- ]?\\d{1,3}" + ALONE),
            start("\\d{1,3} (?=(?:opd|skpk|skpd|instansi|dinas|kecamatan)\\b)"),
            start("2 (?=akun|account|ig\\b|instagram)"),
            // 1. 2) (3) a.
            Pattern.compile("(?m)^[ ;-]*\\(?\\d{1,2}[.)] ?(?=[^\\d\\s])"),
            Pattern.compile("(?m)^[ ;-]*[a-z][.)] (?=\\S)"));

    private static final Pattern HEAD = Pattern.compile("(?m)^.*$");

    private Uncounted() {}

    /** The text, as long as before. */
    static String without(String text) {
        StringBuilder out = new StringBuilder(text);
        heads(out);
        for (Pattern percent : PERCENTS) mark(percent, out, PERCENT);
        for (Pattern other : OTHERS) mark(other, out, TAKEN);
        return out.toString();
    }

    private static Pattern start(String what) {
        return Pattern.compile("(?<![\\p{L}\\d]|\\d[.,/:+-])" + what);
    }

    private static void mark(Pattern pattern, StringBuilder out, char mark) {
        Matcher found = pattern.matcher(out.toString());
        while (found.find()) fill(out, found.start(), found.end(), mark);
    }

    /** Messages copied into a message bring their heads along, and the names of those who wrote them. */
    private static void heads(StringBuilder out) {
        Matcher line = HEAD.matcher(out.toString());
        while (line.find()) {
            Header header = HeaderScanner.scan(line.group());
            if (header == null) continue;
            int name = line.group().indexOf(": ", header.end());
            fill(out, line.start(), line.start() + (name < 0 ? header.end() : name + 2), TAKEN);
        }
    }

    private static void fill(StringBuilder out, int from, int to, char mark) {
        for (int i = from; i < to; i++) out.setCharAt(i, mark);
    }
}
