package id.rekap.report;

import id.rekap.report.PublishedSet.Output;
import java.util.Optional;

/**
 * What a set keeps of the files of an agency's list, so that the next one need not make them again.
 *
 * @param madeOf see {@link ListDigest}
 */
record KeptList(String madeOf, Output table, Output sheets) {
    private static final int FIELDS = 7;

    /** As {@link #text} gave it; none where nothing is kept. */
    static Optional<KeptList> of(String text, String csv, String xlsx) {
        String[] fields = text.split(" ");
        return fields.length == FIELDS
                ? Optional.of(new KeptList(fields[0], output(csv, fields, 1), output(xlsx, fields, 4)))
                : Optional.empty();
    }

    private static Output output(String path, String[] fields, int at) {
        return new Output(path, fields[at], Long.parseLong(fields[at + 1]), Long.parseLong(fields[at + 2]));
    }

    String text() {
        return madeOf + text(table) + text(sheets);
    }

    private static String text(Output file) {
        return " " + file.sha256() + " " + file.bytes() + " " + file.crc32();
    }
}
