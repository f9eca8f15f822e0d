package id.rekap.claims;

import java.util.List;
import java.util.Locale;

/** What WhatsApp itself writes into a chat, on Indonesian and on English phones. */
final class Notices {
    private static final List<String> INDONESIAN = List.of(
            "terenkripsi secara end-to-end",
            "membuat grup",
            "menambahkan",
            "ditambahkan",
            "mengeluarkan",
            "dikeluarkan",
            "keluar",
            "bergabung",
            "mengubah",
            "mengganti",
            "diubah",
            "berubah",
            "kode keamanan",
            "sekarang admin",
            "menjadi admin",
            "bukan lagi admin",
            "menyematkan",
            "pesan sementara",
            "panggilan",
            "meminta",
            "menghapus",
            "mengatur ulang",
            "menyalakan",
            "mematikan",
            "mengaktifkan",
            "menonaktifkan",
            "komunitas",
            "tautan undangan",
            "menunggu pesan ini");

    private static final List<String> ENGLISH = List.of(
            "end-to-end encrypted",
            "created group",
            "created this group",
            "added",
            "removed",
            "left",
            "joined",
            "changed",
            "security code",
            "now an admin",
            "no longer an admin",
            "pinned a message",
            "disappearing messages",
            "voice call",
            "video call",
            "started a call",
            "requested",
            "turned on",
            "turned off",
            "reset this group",
            "community",
            "invite link",
            "waiting for this message");

    private static final List<String> DELETED_INDONESIAN = List.of(
            "pesan ini telah dihapus",
            "pesan ini dihapus",
            "anda menghapus pesan ini",
            "anda telah menghapus pesan ini");
    private static final List<String> DELETED_ENGLISH = List.of("this message was deleted", "you deleted this message");

    /** A deleted message's text and the name of the admin who did it. */
    private static final int LONGEST_DELETED = 120;

    private Notices() {}

    /** Whether WhatsApp wrote this on an Indonesian phone. */
    static boolean isIndonesian(String text) {
        return !in(INDONESIAN, text).isEmpty();
    }

    static boolean isKnown(String text) {
        return !phrase(text).isEmpty();
    }

    /** The phrase by which a notice is known, without the names around it; empty for an unknown one. */
    static String phrase(String text) {
        String indonesian = in(INDONESIAN, text);
        return indonesian.isEmpty() ? in(ENGLISH, text) : indonesian;
    }

    /** Whether a sender's name is the front of a notice that quotes a colon: {@code … mengubah subjek menjadi "Info: …"}. */
    static boolean quotes(String name) {
        return (name.indexOf('"') >= 0 || name.indexOf('\u201c') >= 0) && isKnown(name);
    }

    static boolean isDeleted(String text) {
        String begin = begin(text);
        return startsWith(DELETED_INDONESIAN, begin) || startsWith(DELETED_ENGLISH, begin);
    }

    static boolean isDeletedOnIndonesianPhone(String text) {
        return startsWith(DELETED_INDONESIAN, begin(text));
    }

    /** The text as it is compared, empty for one that is too long or begins with another letter than any phrase. */
    private static String begin(String text) {
        if (text.length() > LONGEST_DELETED) return "";
        int at = 0;
        while (at < text.length() && (Glyphs.isBlank(text.charAt(at)) || Glyphs.isInvisible(text.charAt(at)))) at++;
        boolean may = at + 1 < text.length() && mayBegin(Glyphs.lower(text.charAt(at)), text.charAt(at + 1));
        return may ? Glyphs.plain(text).toLowerCase(Locale.ROOT) : "";
    }

    /** Two letters of a phrase; behind the first one may stand what is not seen. */
    private static boolean mayBegin(char first, char second) {
        if ("paty".indexOf(first) < 0) return false;
        return second >= 0x80
                || switch (Glyphs.lower(second)) {
                    case 'e' -> first == 'p';
                    case 'n' -> first == 'a';
                    case 'h' -> first == 't';
                    case 'o' -> first == 'y';
                    default -> false;
                };
    }

    private static boolean startsWith(List<String> phrases, String begin) {
        if (begin.isEmpty()) return false;
        for (String phrase : phrases) {
            if (begin.startsWith(phrase)) return true;
        }
        return false;
    }

    private static String in(List<String> phrases, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            if (holds(plain, phrase)) return phrase;
        }
        return "";
    }

    private static boolean holds(String plain, String phrase) {
        int at = plain.indexOf(phrase);
        while (at >= 0) {
            int end = at + phrase.length();
            boolean whole = (at == 0 || !Character.isLetter(plain.charAt(at - 1)))
                    && (end == plain.length() || !Character.isLetter(plain.charAt(end)));
            if (whole) return true;
            at = plain.indexOf(phrase, at + 1);
        }
        return false;
    }
}
