package id.rekap.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export, the only kind that is opened.
 *
 * @param number of {@code followers_N}; 0: it is the only one of its kind
 * @param isPage HTML, otherwise JSON
 */
record ExportFile(String name, int number, boolean isPage, Opener opener) {
    private static final Pattern NAMES =
            Pattern.compile("followers\\.json|connections\\.json|followers_(\\d{1,6})\\.(json|html)");

    interface Opener {
        InputStream open() throws IOException;
    }

    /** The file of that path, in a folder or a ZIP, or null where it is none of an export's followers. */
    static @Nullable ExportFile of(String path, Opener opener) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        Matcher matcher = NAMES.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return new ExportFile(name, number, name.endsWith(".html"), opener);
    }
}
