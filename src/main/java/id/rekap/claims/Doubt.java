package id.rekap.claims;

import java.util.Locale;

/** Why a report cannot be read for sure. */
enum Doubt {
    /** Digits that are no whole count, or that nobody bound to anything. */
    NUMBER("ada angka yang tidak jelas menghitung siapa", "a number of which nobody can tell whom it counts"),
    /** A word or sign beside a count that is not known. */
    WORD(
            "di samping angka ada kata atau tanda yang tidak dikenal",
            "a word or sign beside the numbers that is not known"),
    /** Numbers of yesterday and today, or a range. */
    OTHER_TIME(
            "angkanya dari waktu lain, dari beberapa waktu, atau berupa kisaran",
            "numbers of another time or of several, or a range"),
    /** Number words, instead of digits or beside others. */
    NUMBER_WORDS(
            "ada angka yang ditulis dengan huruf, atau yang hurufnya tidak sama dengan angkanya",
            "a number in words, or one in words that is not the one in digits"),
    /** A group that is counted twice, or a count for everybody that is not the groups' sum. */
    TWO_COUNTS(
            "ada dua angka untuk satu kelompok, atau satu angka untuk dua kelompok",
            "two numbers for one group, or one number for both"),
    /** A count for one of the accounts. */
    ONE_ACCOUNT(
            "angka hanya untuk satu akun, padahal diminta yang mengikuti kedua akun",
            "a number for one account, where those who follow both are asked for"),
    /** {@code idem}. */
    AS_BEFORE("menunjuk laporan lain (\"idem\") tanpa angka", "it points to another report and gives no number"),
    /** Following, and no number of people to hold it against. */
    NO_PEOPLE("jumlah pegawai tidak disebut", "the number of people is missing"),
    /** A number of people, and none that follows. */
    NO_FOLLOWING(
            "jumlah yang sudah mengikuti tidak disebut untuk setiap kelompok",
            "the number of those who follow is missing, or not given for each group"),
    /** More following than people, or following and not following that are not the people. */
    DISAGREES("angka-angkanya tidak cocok satu sama lain", "its numbers do not agree with each other"),
    /** Several agencies whose lines cannot be told apart. */
    SEVERAL_AGENCIES(
            "beberapa perangkat daerah disebut dan barisnya tidak dapat dipisahkan",
            "several agencies are named, and their lines cannot be told apart"),
    /** The only agency is the one that the message is addressed to. */
    ONLY_ADDRESSED(
            "perangkat daerah yang melapor tidak disebut, hanya yang dituju",
            "the agency that reports is not named, only the one addressed"),
    /** Longer than any message: its end is not read. */
    TOO_LONG("pesan terlalu panjang", "the message is too long"),
    /** A date that depends on which of its numbers is the day. */
    DATE("tanggal pesan dapat dibaca dengan dua cara", "the message's date can be read in two ways");

    private final String indonesian;
    private final String english;

    Doubt(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    String text(Locale locale) {
        return locale.getLanguage().equals("en") ? english : indonesian;
    }
}
