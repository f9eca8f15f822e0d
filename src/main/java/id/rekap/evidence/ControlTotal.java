package id.rekap.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many followers an account has, as somebody wrote it into control.txt: {@code 1204}, {@code 1.204 pengikut}. */
final class ControlTotal {
    static final String FILE = "control.txt";

    private static final int BYTES_READ = 1_000;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:[. ,\u00a0]\\d{3})+|\\d{1,9})(?![\\d.,]*\\d)");

    private ControlTotal() {}

    /** The one number in these files, or null: nothing is guessed of none or of two. */
    static @Nullable Integer of(List<Path> files) throws IOException {
        Set<Integer> numbers = new HashSet<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(BYTES_READ);
                Matcher number = NUMBER.matcher(text(bytes));
                while (number.find()) {
                    numbers.add(Integer.parseInt(number.group().replaceAll("\\D", "")));
                }
            }
        }
        return numbers.size() == 1 ? numbers.iterator().next() : null;
    }

    /** Editors of Windows write UTF-16: of its characters, the digits are those of ASCII with zeros between. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\u0000", "");
    }
}
