package id.rekap.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that count nobody: times, dates, telephone and identity numbers, what belongs to a name, list numbers,
 * percentages. They are taken out before anything is read, each by a mark as long as itself.
 */
@SuppressWarnings("StringConcatToTextBlock") // Error Prone 2.42 fails on these concatenations
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
    private static final String WEEKDAYS = "senin|selasa|rabu|kamis|jumat|jum at|sabtu|ahad|minggu";
    private static final String DAYS = "(?:" + WEEKDAYS + "|tgl|tanggal|tggl|per|hari|pada)";
    private static final String UNITS =
            "(?:uptd|upt|smpn?|sman?|smkn?|sdn?|min|mtsn?|man|paud|puskesmas|pkm|pustu|ruang|lantai|gedung|blok"
                    + "|wilayah|zona|posko|regu|grup|group|gelombang|tahap|triwulan|semester|kelompok|pasal|poin|point"
                    + "|nomor|no|rayon|rt|rw|km|jln|jl)";

    private static final String SHARE = "\\d{1,3}(?:[.,]\\d+)? ?(?:%|persen\\b|prosen\\b)";
    private static final String SHARED =
            "(?:atau|setara|sebesar|persentase|persentasenya|presentase|presentasenya|prosentase|prosentasenya)";

    private static final String STROKES = "/|-|.";

    /**
     * What is taken out where it begins.
     *
     * @param signs of which one stands in every text that has it; empty where there is none
     */
    private record Mask(List<String> signs, Pattern pattern, char mark) {
        boolean mayBeIn(String text) {
            for (String sign : signs) {
                if (text.contains(sign)) return true;
            }
            return signs.isEmpty();
        }

        /** Where it ends if it begins here, else -1. */
        int end(String text, int at) {
            Matcher found = pattern.matcher(text).region(at, text.length());
            return found.useTransparentBounds(true).useAnchoringBounds(false).lookingAt() ? found.end() : -1;
        }
    }

    private static final String NIP = "\\d{8} ?\\d{6} ?\\d ?\\d{3}" + ALONE;

    /** What begins with a digit, a plus or a bracket. */
    private static final List<Mask> NUMBERS = List.of(
            // 95,5%; 95% atau 43 orang
            new Mask(signs("%|persen|prosen"), whole(SHARE + "(?: {1,2}atau(?= {1,2}(?:sebanyak )?\\d))?"), PERCENT),
            // 19860926 201505 1 001, a NIK, telephone numbers
            taken("", NIP),
            taken("", "\\d{16}" + ALONE),
            // no longer than a telephone number is: a count may stand behind it
            taken(
                    "08|62|0 |0-|0.",
                    "(?:\\+ ?62|62|0)(?=(?:[ .-]?\\d){8,12}(?![ .-]?\\d))[ .-]?8\\d{1,3}(?:[ .-]?\\d{3,4}){2,3}(?! ?\\d)"),
            taken("0", "\\(?0[2-9]\\d{1,2}\\)?[ -]\\d{5,8}" + ALONE),
            // 31/7/2020, 31-07-20, 31.7.2020, 2020-07-31, 31 Juli 2020, 30-31 Juli
            taken(STROKES, DAY + "([/.-])" + MONTH + "\\1(?:" + YEAR + "|\\d\\d)" + ALONE),
            taken(STROKES, YEAR + "([/.-])" + MONTH + "\\1" + DAY + ALONE),
            taken("", DAY + "(?: ?- ?" + DAY + ")?[ -]?" + MONTHS + "(?:[ -]?" + YEAR + ")?" + ALONE),
            // tgl 1 sampai 31 Juli; sudah 10 sampai 31 Juli is a count and a date
            taken(
                    "sd|sampai",
                    "(?<=\\b(?:tgl|tanggal|tggl|periode|mulai)[ .:]{1,2})" + DAY + " ?(?:sd|sampai)(?= ?" + DAY
                            + "[ -]?" + MONTHS + ")"),
            // 16.30 WIB, 24 jam; but not 43 jam 10, 43 hari Jumat
            taken("wi", "\\d{1,2}[.:]\\d\\d(?:[.:]\\d\\d)?(?: ?(?:-|sampai|sd) ?\\d{1,2}[.:]\\d\\d)? ?wi[bt]a?\\b"),
            taken("jam", "\\d{1,2} (?:x ?\\d{1,2} )?jam\\b(?![ .:]*\\d{1,2}\\b(?! ?(?:menit|hari)\\b))"),
            taken("menit|hari", "\\d{1,2} (?:menit|hari(?! (?:ini|\\d|tgl|tanggal|" + WEEKDAYS + ")))\\b"),
            taken(
                    " opd| skp| instansi| dinas| kecamatan",
                    "\\d{1,3} (?=(?:opd|skpk|skpd|instansi|dinas|kecamatan)\\b)"),
            taken("2 ", "2 (?=akun|account|ig\\b|instagram)"));

    /** What begins with a word. */
    private static final List<Mask> WORDS = List.of(
            // 43 atau 95%, persentase: 95%; but not 43 atau 44
            new Mask(signs(""), whole(SHARED + "[ :=]{1,3}(?:sebesar )?" + SHARE), PERCENT),
            taken("ni", "(?:nip|nik|ni pppk)[ .:]*" + NIP),
            taken("", MONTHS + " " + YEAR + ALONE),
            taken("", "(?:tahun|thn|th|ta|t\\.a)[ .]*" + YEAR + ALONE),
            taken(STROKES, DAYS + "[ .,:/]*(?:(?:tgl|tanggal)[ .:]*)?" + DAY + "[/-]" + MONTH + ALONE),
            taken("", "(?:tgl|tanggal)[ .:]*" + DAY + "(?:[ -]?" + MONTHS + "(?:[ -]?" + YEAR + ")?)?" + ALONE),
            // pukul 16.30 WIB, 08.00-10.00 WIB
            taken(
                    "",
                    "(?:pukul|pkl|jam)[ .:]*\\d{1,2}(?:[.:]\\d\\d){0,2}(?: ?- ?\\d{1,2}(?:[.:]\\d\\d)?)?(?: ?wi[bt]a?)?"
                            + ALONE),
            // UPTD 3, SMP Negeri 2, Nomor 480/263/2020, ke-3
            taken(
                    "",
                    UNITS + "(?!\\p{L})[ .]*(?:negeri |n |no\\.? |nomor |ke-?)?[.:#]? ?\\d{1,4}"
                            + "(?:/[\\p{L}\\d.-]{1,12}){0,4}(?![\\p{L}\\d%])"),
            // ke-3, laporan ke 3; but not dari 40 ke 43
            taken("", "(?:ke-?|(?<=\\b(?:laporan|lap|rekap|data|hari|minggu|bulan) )ke )\\d{1,3}" + ALONE));

    /** All words with which those begin. */
    private static final Set<String> BEGINNINGS =
            words(MONTHS, DAYS, UNITS, SHARED, "(?:nip|nik|ni|tahun|thn|th|ta|t|pukul|pkl|jam|ke)");

    /** 1. 2) (3) a. where a line begins. */
    private static final List<Mask> LISTED = List.of(
            new Mask(signs(".|)"), Pattern.compile("[ ;-]*\\(?\\d{1,2}[.)] ?(?=[^\\d\\s])"), TAKEN),
            new Mask(signs(". |) "), Pattern.compile("[ ;-]*[a-z][.)] (?=\\S)"), TAKEN));

    private Uncounted() {}

    /** The text, as long as before. */
    static String without(String text) {
        // but for letters of a list, each of them has a digit
        if (!hasDigit(text) && !text.contains(". ") && !text.contains(") ")) return text;
        String left = heads(text);
        List<Mask> numbers = possible(NUMBERS, left);
        List<Mask> listed = possible(LISTED, left);
        var out = new StringBuilder(left);
        for (int at = 0; at < left.length(); ) {
            char c = left.charAt(at);
            char before = at == 0 ? '\n' : left.charAt(at - 1);
            int end = before == '\n' ? taken(listed, left, at, out) : at;
            boolean number = Glyphs.isDigit(c) || c == '+' || c == '(';
            if (end == at && number && !Glyphs.isLetterOrDigit(before)) end = taken(numbers, left, at, out);
            if (end == at && Character.isLetter(c) && !Glyphs.isLetterOrDigit(before)) end = word(left, at, out);
            at = Math.max(end, at + 1);
        }
        return out.toString();
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Glyphs.isDigit(text.charAt(i))) return true;
        }
        return false;
    }

    private static int word(String text, int at, StringBuilder out) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
        return BEGINNINGS.contains(text.substring(at, end)) ? taken(WORDS, text, at, out) : at;
    }

    /** Of alternatives, {@code sdn?} is two; of {@code jum at} the first. */
    private static Set<String> words(String... patterns) {
        Set<String> words = new HashSet<>();
        for (String pattern : patterns) {
            for (String word : pattern.substring(3, pattern.lastIndexOf(')')).split("\\|", -1)) {
                words.add(word.replace("n?", "").split(" ", -1)[0]);
                words.add(word.replace("?", "").split(" ", -1)[0]);
            }
        }
        return words;
    }

    /** Where the first mask that fits here ends, which is taken out; here where none does. */
    private static int taken(List<Mask> masks, String text, int at, StringBuilder out) {
        for (Mask mask : masks) {
            int end = mask.end(text, at);
            if (end < 0) continue;
            fill(out, at, end, mask.mark());
            return end;
        }
        return at;
    }

    private static List<Mask> possible(List<Mask> masks, String text) {
        List<Mask> possible = new ArrayList<>(masks.size());
        for (Mask mask : masks) {
            if (mask.mayBeIn(text)) possible.add(mask);
        }
        return possible;
    }

    private static Mask taken(String signs, String what) {
        return new Mask(signs(signs), whole(what), TAKEN);
    }

    private static List<String> signs(String signs) {
        return signs.isEmpty() ? List.of() : List.of(signs.split("\\|", -1));
    }

    private static Pattern whole(String what) {
        return Pattern.compile("(?<![\\p{L}\\d]|\\d[.,/:+-])" + what);
    }

    /** Messages copied into a message bring their heads along, and the names of those who wrote them. */
    private static String heads(String text) {
        StringBuilder out = null;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            MessageHeader header = HeaderScanner.scan(line);
            if (header != null) {
                int name = ChatLine.nameEnd(line, header.end());
                if (out == null) out = new StringBuilder(text);
                fill(out, from, from + (name < 0 ? header.end() : Math.min(name + 2, line.length())), TAKEN);
            }
            from += line.length() + 1;
        }
        return out == null ? text : out.toString();
    }

    private static void fill(StringBuilder out, int from, int to, char mark) {
        for (int i = from; i < to; i++) out.setCharAt(i, mark);
    }
}
