package id.rekap.evidence;

import id.rekap.catalogue.ExceptionCode;
import java.util.Locale;

/** Why a delivery of an account's export proves nothing. None of them says anything of a person. */
public enum ExportProblem {
    /** No mandate names the account: nothing of it is opened. */
    ACCOUNT_UNKNOWN(ExceptionCode.FOLDER_UNKNOWN, "", ""),
    /** There is no file of followers in it. */
    NO_FOLLOWERS(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "tidak ada berkas pengikut di dalamnya (followers_1.json)",
            "there is no file of followers in it (followers_1.json)"),
    /** A file is cut off, or is no JSON, HTML or ZIP. */
    BROKEN(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "berkas di dalamnya rusak atau terpotong ({0})",
            "a file in it is damaged or cut off ({0})"),
    /** A file has another layout than those that are known. */
    LAYOUT(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "susunan berkasnya tidak dikenal ({0})",
            "a file in it has an unknown layout ({0})"),
    /** There is more in it than is kept in memory. */
    TOO_LARGE(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "isinya lebih besar daripada yang dapat dibaca ({0})",
            "there is more in it than can be read ({0})"),
    /** Nothing says of which day it is: pages without a dated ZIP, or entries without a time. */
    DATE_MISSING(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "tanggal ekspor tidak diketahui; kirim ZIP aslinya, tanggalnya ada di namanya",
            "nothing says of which day it is; drop the ZIP itself, its name has the date"),
    /** The user that runs Rekap may not read it. */
    CLOSED(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "berkasnya tidak boleh dibaca oleh pengguna yang menjalankan Rekap",
            "the user that runs Rekap may not read its files"),
    /** The program itself failed at it. */
    FAILED(
            ExceptionCode.EVIDENCE_UNREADABLE,
            "program gagal membacanya; log menyebut di mana",
            "the program failed at it; the log says where"),
    /** ZIPs of several days: which of them holds cannot be told. */
    DATES_DIFFER(
            ExceptionCode.EVIDENCE_INCOMPLETE,
            "ada ZIP dari beberapa tanggal ({0}); kirim satu ekspor saja",
            "it has ZIPs of several days ({0}); drop one export only"),
    /** A numbered file between others is missing. */
    GAP(ExceptionCode.EVIDENCE_INCOMPLETE, "berkas {0} tidak ada", "the file {0} is missing"),
    /** There is no control.txt, or none with one number. */
    CONTROL_MISSING(
            ExceptionCode.EVIDENCE_INCOMPLETE,
            "{0} dengan jumlah pengikut akun tidak ada",
            "there is no {0} with the account's number of followers"),
    /** There are fewer entries than the account has followers. */
    SHORT(
            ExceptionCode.EVIDENCE_INCOMPLETE,
            "hanya sebagian pengikut ada di dalamnya ({0})",
            "only some of the followers are in it ({0})");

    private final ExceptionCode code;
    private final String indonesian;
    private final String english;

    ExportProblem(ExceptionCode code, String indonesian, String english) {
        this.code = code;
        this.indonesian = indonesian;
        this.english = english;
    }

    /** The exception that it is published as. */
    public ExceptionCode code() {
        return code;
    }

    /** What was found. */
    public String text(Locale locale, String detail) {
        return (locale.getLanguage().equals("en") ? english : indonesian).replace("{0}", detail);
    }
}
