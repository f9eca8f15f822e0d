package id.rekap.intake;

import java.util.List;
import java.util.Locale;

/** Names that the inbox never looks at: unfinished files, hidden ones, and what programs leave behind. */
final class IgnoredNames {
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload");

    /** Windows keeps beside a file from where it came; another system shows that as a file of its own. */
    private static final String ORIGIN = ":zone.identifier";

    private static final List<String> CLUTTER = List.of("thumbs.db", "desktop.ini");

    private IgnoredNames() {}

    static boolean is(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~$")
                || CLUTTER.contains(low)
                || low.endsWith(ORIGIN)
                || UNFINISHED.stream().anyMatch(low::endsWith);
    }
}
