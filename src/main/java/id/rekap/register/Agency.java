package id.rekap.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency as the register has it on a date.
 *
 * @param parent the code of the agency above it
 * @param aliases other names that files and folders use for it
 * @param expected whether it is expected to report
 * @param contact address that gets its list, empty where it named none
 */
public record Agency(
        String code, String name, @Nullable String parent, List<String> aliases, boolean expected, String contact) {
    public Agency {
        aliases = List.copyOf(aliases);
    }

    /** Of which nobody gets mail. */
    public Agency(String code, String name, @Nullable String parent, List<String> aliases, boolean expected) {
        this(code, name, parent, aliases, expected, "");
    }
}
