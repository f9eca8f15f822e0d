package id.rekap.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a file that could not be read as a chat, as it may be shown: a chat with one person is named by them, and nobody
 * knows which of its words that is. So only words that name nobody stay, and dates.
 */
final class RefusedName {
    private static final String LEFT_OUT = "\u2026";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,2}|(?:19|20)[0-9]{2}|(?:19|20)[0-9]{6}");
    private static final Pattern SEVERAL =
            Pattern.compile(LEFT_OUT + "(?:[^\\p{L}\\p{N}" + LEFT_OUT + "]*" + LEFT_OUT + ")+");

    private static final Set<String> NAME_NOBODY =
            Arrays.stream("""
                    chat chats obrolan percakapan whatsapp wa with dengan dari in di group grup the
                    laporan lapor rekap rekapitulasi pelaporan export ekspor eksport salinan copy cadangan backup pesan
                    asn pns pppk kontrak tenaga opd skpk humas protokol setdakab kabupaten aceh besar follow pengikut
                    nomor kosong rusak bukan baru lama lagi lain final revisi ralat coba tes test contoh berkas file dokumen
                    tautan link daftar catatan foto gambar video suara arsip januari februari maret april mei juni juli
                    agustus september oktober november desember januari january february march may june july august october
                    december senin selasa rabu kamis jumat minggu pagi siang sore malam hari minggu bulan tahun
                    txt zip csv xls xlsx doc docx pdf jpg jpeg png heic webp opus mp3 mp4 vcf json html htm rar 7z
                    crypt12 crypt14 crypt15 db
                    """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private RefusedName() {}

    static String of(String name) {
        Matcher words = WORD.matcher(Redaction.numberless(name));
        String known =
                words.replaceAll(word -> isOfNobody(word.group()) ? Matcher.quoteReplacement(word.group()) : LEFT_OUT);
        return SEVERAL.matcher(known).replaceAll(LEFT_OUT);
    }

    private static boolean isOfNobody(String word) {
        return NAME_NOBODY.contains(word.toLowerCase(Locale.ROOT))
                || DATE.matcher(word).matches();
    }
}
