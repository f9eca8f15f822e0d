package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import java.util.List;

/**
 * An exception of a whole file, kept with its submission until it is published.
 *
 * @param file {@code <folder>/<name as dropped>}
 * @param args for the catalogue's message
 */
public record FileNote(
        ExceptionCode code, String file, String sheet, String field, String value, String expected, List<String> args) {

    /** The same in other words. */
    public FileNote saying(List<String> words) {
        return new FileNote(code, file, sheet, field, value, expected, words);
    }

    /** Of a drop whose bytes are those of the list in force. */
    public static FileNote unchanged(String file, String inForce) {
        return new FileNote(ExceptionCode.FILE_UNCHANGED, file, "", "", inForce, "", List.of(inForce));
    }
}
