package id.rekap.claims;

import java.util.Locale;
import java.util.Optional;

/**
 * What one chat file gave, beside its reports.
 *
 * @param refusal why nothing of it is used, or nothing
 * @param dateAssumed that dates allow several orders, and Indonesian marks decided for the day first
 * @param counts what was read; of a refused chat nothing
 * @param outline by which another export of the same chat is recognised
 */
public record ChatReading(Optional<Refusal> refusal, boolean dateAssumed, Counts counts, ChatOutline outline) {
    /** Why a file is no chat that can be used. */
    public enum Refusal {
        /** No line begins with the head of a message, in any form that is known. */
        NO_HEADER(
                "tidak ada baris yang diawali tanggal dan jam pesan; ekspor ulang chat grup dari WhatsApp, tanpa media",
                "no line begins with the date and time of a message; export the group's chat from WhatsApp again, without media"),
        /** Most heads have one form, and the first line with content has not. */
        BEGINS_WITHOUT_HEADER(
                "baris pertamanya bukan awal pesan seperti baris lain; kirim berkas ekspor apa adanya, tanpa disunting",
                "its first line does not begin a message as the others do; send the export as it is, unedited"),
        /** Whatever order of day and month is tried, a date does not exist, lies ahead, or falls back. */
        NO_DATE_ORDER(
                "tanggal pesannya tidak ada, di masa depan, atau mundur; periksa apakah beberapa ekspor digabung, lalu ekspor ulang",
                "dates of messages do not exist, lie ahead or fall back; see whether exports were joined, and export again"),
        /** An archive with two chats or more. */
        SEVERAL_CHATS(
                "di dalamnya ada lebih dari satu chat; kirim satu berkas untuk satu chat",
                "it holds more than one chat; send a file for each"),
        /** More than 500 MB of text. */
        TOO_LARGE(
                "teksnya lebih dari 500 MB; ekspor chat yang lebih pendek",
                "its text is over 500 MB; export less of the chat"),
        /** An archive that cannot be opened or ends early. */
        BROKEN_ARCHIVE(
                "arsip ZIP-nya rusak atau terpotong; kirim ulang berkasnya",
                "the ZIP archive is damaged or cut off; send it again"),
        /** More than a night keeps. */
        TOO_MANY_REPORTS(
                "di dalamnya ada lebih dari 50.000 laporan; ekspor chat yang lebih pendek",
                "it holds more than 50,000 reports; export less of the chat"),
        /** A link, or what is no file at all. */
        NO_FILE(
                "bukan berkas biasa melainkan tautan; letakkan berkasnya sendiri",
                "it is a link and not a file; put the file itself there"),
        /** The user that runs Rekap may not read it. */
        CLOSED(
                "tidak boleh dibaca oleh pengguna yang menjalankan Rekap; perbaiki haknya, berkasnya masih di inbox",
                "the user that runs Rekap may not read it; correct its rights, it still lies in the inbox"),
        /** The program itself failed at it. */
        FAILED(
                "program gagal membacanya; pengelola menemukan rinciannya di log",
                "the program failed at it; the log says where");

        private final String indonesian;
        private final String english;

        Refusal(String indonesian, String english) {
            this.indonesian = indonesian;
            this.english = english;
        }

        /** What was found, and what to do. */
        public String text(Locale locale) {
            return locale.getLanguage().equals("en") ? english : indonesian;
        }
    }

    /**
     * What a chat file holds.
     *
     * @param headers lines that begin a message or a notice
     * @param continuations lines that go on with the one above
     * @param notices heads without a message of somebody
     * @param reports messages that claim something for an agency, readable or not, one for each agency
     * @param unreadable those of them that cannot be read for sure
     */
    public record Counts(long lines, long headers, long continuations, long notices, long reports, long unreadable) {}

    static ChatReading refused(Refusal reason) {
        return new ChatReading(Optional.of(reason), false, new Counts(0, 0, 0, 0, 0, 0), ChatOutline.EMPTY);
    }
}
