package id.rekap.demo;

import java.util.Locale;

/** What an office drops for a night. */
enum Sending {
    NOTHING,
    /** A comma-separated list. */
    CSV,
    /** As Excel writes it under an Indonesian locale: semicolons and a byte order mark. */
    SEMICOLON,
    /** A workbook with title rows, a numbering row and a signature block. */
    XLSX,
    /** Two comma-separated lists, civil servants and contract staff apart. */
    PAIR,
    /** A scan: no form that anything can read. */
    PDF,
    /** The bytes of the first night again, under another name. */
    SAME,
    /** A correction of the rows that were wrong. */
    RALAT,
    /** A list of less than half of the people. */
    SHORT,
    /** A workbook that the transfer cut off. */
    BROKEN;

    /** A list of everybody that can be read. */
    boolean isWhole() {
        return this == CSV || this == SEMICOLON || this == XLSX || this == PAIR;
    }

    static Sending of(String written) {
        return written.equals("-") ? NOTHING : valueOf(written.toUpperCase(Locale.ROOT));
    }
}
