package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.tabular.FileRefused;
import id.rekap.value.Identifier;

/**
 * How much of a list is kept, however large its files are: the memory of a night and its rows in the database follow from
 * these. What is longer is cut where that changes no judgement, and refused as {@code FILE_TOO_LARGE} where it would.
 */
public final class StoredLimits {
    /** Characters of a cell. Whatever is a number, a name or an answer is far shorter; half of it is shown at most. */
    static final int CELL = 1_000;

    /** Characters of a header or a sheet's name, which come again in messages and lists. */
    static final int HEADER = 200;

    /** Columns of the sender's own that are given back with a row: a file may have 500, which nobody works with. */
    public static final int OWN_COLUMNS = 40;

    /** Characters of what is said of a whole file. */
    static final int NOTE = 500;

    /** Files of one drop, and of a list with all of its corrections. */
    static final int FILES = 1_000;

    /** Characters of the description of a list's files: half of what its column takes, were each of four bytes. */
    static final int FILES_CHARACTERS = 2_000_000;

    /** Rows of one drop's corrections: they are compared with the list in memory. */
    static final int CORRECTIONS = 50_000;

    /** Rows that all files of corrections of a drop go through: each walks the whole list. */
    static final int CORRECTED_ROWS = 10_000_000;

    /** Rows of a list that speak of nobody, or of somebody again: each is told, so all are in memory once. */
    static final int ROWS_OF_NOBODY = 50_000;

    static final int PAGE_ROWS = 4_000;

    /** Bytes of a page before it is compressed: a fourth of what its column takes. */
    public static final int PAGE_BYTES = 4 << 20;

    /** Rows, or characters, that are sorted at a time. */
    static final int RUN_ROWS = 40_000;

    static final int RUN_CHARACTERS = 16 << 20;

    /** Bytes of a list's pages, compressed: what no compression shortens is as long as the longest file. */
    static final long LIST_BYTES = 50L << 20;

    private StoredLimits() {}

    /** A cell; one that was cut is readable as nothing. */
    static String cell(String text) {
        return cut(text, CELL);
    }

    static String header(String text) {
        return cut(text, HEADER);
    }

    /** NIKs are hidden before: one that has lost digits at the end is not known as one any more. */
    static String note(String text) {
        return text.length() <= NOTE ? text : cut(Identifier.masked(cut(text, CELL)), NOTE);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    static FileRefused tooMuch(String things, long found, long most) {
        return new FileRefused(
                ExceptionCode.FILE_TOO_LARGE, "", found + " " + things, "paling banyak " + most + " " + things);
    }
}
