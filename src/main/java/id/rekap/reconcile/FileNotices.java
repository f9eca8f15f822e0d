package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.intake.FileNote;
import java.util.List;
import java.util.Locale;

/** Exceptions of files that belong to no judgement. */
public final class FileNotices {
    private FileNotices() {}

    public static List<Raised> raised(Catalogue catalogue, Locale locale, String agency, List<FileNote> notes) {
        Raising raising = new Raising(catalogue, locale, agency, List.of());
        notes.forEach(raising::file);
        return raising.raised();
    }
}
