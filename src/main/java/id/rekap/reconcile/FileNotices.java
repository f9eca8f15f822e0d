package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.FileNote;
import java.util.List;
import java.util.Locale;

/** Exceptions of files, messages and agencies that belong to no judgement. */
public final class FileNotices {
    private FileNotices() {}

    public static List<RaisedException> raised(
            Catalogue catalogue, Locale locale, String agency, List<FileNote> notes) {
        ExceptionCollector raising = new ExceptionCollector(catalogue, locale, agency, List.of());
        notes.forEach(raising::file);
        return raising.raised();
    }

    /**
     * An exception of a message in a chat.
     *
     * @param line of the message in the file
     * @param words agency and numbers
     */
    public static RaisedException message(
            Catalogue catalogue,
            Locale locale,
            String agency,
            ExceptionCode code,
            String file,
            long line,
            String words,
            String... args) {
        ExceptionCollector raising = new ExceptionCollector(catalogue, locale, agency, List.of());
        raising.message(code, file, (int) Math.min(Integer.MAX_VALUE, line), words, args);
        return raising.raised().get(0);
    }
}
