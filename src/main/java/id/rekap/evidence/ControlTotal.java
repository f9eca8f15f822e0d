package id.rekap.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
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

    private static final int MOST_DIGITS = 9;
    private static final int BYTES_READ = 1_000;

    /** Nothing but the number and what it counts: behind {@code 10 rb} stand others that are not written. */
    private static final Pattern TOTAL = Pattern.compile(
            "(?:(?:jumlah|total|pengikut|followers?)[\\s:=]*)*"
                    + "(\\d{1,3}(?:[. ,\u00a0]\\d{3})+|\\d{1,9})"
                    + "(?:\\s*(?:pengikut|followers?))?",
            Pattern.CASE_INSENSITIVE);

    private ControlTotal() {}

    /** The number in these files, or null: nothing is guessed of none or of two. */
    static @Nullable Integer of(List<Path> files) throws IOException {
        Set<String> numbers = new HashSet<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                Matcher total = TOTAL.matcher(text(in.readNBytes(BYTES_READ)).strip());
                numbers.add(total.matches() ? total.group(1).replaceAll("\\D", "") : "");
            }
        }
        String number = numbers.size() == 1 ? numbers.iterator().next() : "";
        return number.isEmpty() || number.length() > MOST_DIGITS ? null : Integer.valueOf(number);
    }

    /** Editors of Windows begin with a mark, of UTF-16 perhaps. */
    private static String text(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && (bytes[0] & bytes[1]) >> 1 == -1) {
            charset = StandardCharsets.UTF_16;
        }
        return new String(bytes, charset).replace("\ufeff", "");
    }
}
