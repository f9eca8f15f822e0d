package id.rekap.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What the catalogue says of one code.
 *
 * @param arguments names of the values that messages of this code are given, in their order
 */
record Entry(
        ExceptionCode code,
        Severity severity,
        Responsible responsible,
        List<String> arguments,
        Map<Language, Texts> texts) {

    /** The texts of one code in one language. */
    record Texts(String title, String meaning, String action, Template message, Template expected) {}

    Texts in(Language language) {
        Texts found = texts.get(language);
        if (found == null) {
            throw new IllegalStateException(code + " has no texts in " + language.key());
        }
        return found;
    }
}
