package id.rekap.mandate;

import java.util.List;

/**
 * An employment type and the group it is counted in.
 *
 * @param names that registers and lists use for it, as the mandate writes them; one that ends in {@code *} is a beginning
 */
public record EmploymentType(String code, Group group, List<String> names) {
    /** A code as a sentence names it: {@code TENAGA KONTRAK}. */
    public static String words(String code) {
        return code.replace('_', ' ');
    }
}
