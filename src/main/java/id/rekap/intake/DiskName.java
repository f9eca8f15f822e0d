package id.rekap.intake;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file as its bytes say it in UTF-8. Java's own text of a name depends on the locale that the process was
 * started under: without one it has the same mark for each letter that is not ASCII, and finds no file by that.
 */
final class DiskName {
    private static final String UNRESERVED = "-._~";

    /** What the column of names has room for. */
    private static final int LONGEST = 255;

    private DiskName() {}

    /** Are the bytes of the name text? */
    static boolean isText(Path file) {
        return isAscii(shown(file)) || decoded(bytes(file)) != null;
    }

    /**
     * The name. One in bytes that are no text is written as {@code %E9}: it finds no file by itself, and looks like the name
     * of another at worst.
     */
    static String of(Path file) {
        String shown = shown(file);
        if (isAscii(shown)) {
            return shown;
        }
        byte[] bytes = bytes(file);
        String text = decoded(bytes);
        return text == null ? escaped(bytes) : text;
    }

    /** The file with this name. */
    static Path in(Path folder, String name) {
        if (isAscii(name)) {
            return folder.resolve(name);
        }
        StringBuilder uri = new StringBuilder(folder.toUri().toString());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b >= 0 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
            append(uri, b, isPlain);
        }
        return Path.of(URI.create(uri.toString()));
    }

    private static String shown(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** A path's URI has them as they are. */
    private static byte[] bytes(Path file) {
        String path = file.toUri().getRawPath();
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String raw = whole.substring(whole.lastIndexOf('/') + 1);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) raw.charAt(i));
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            append(text, b, b >= ' ' && b != '%');
        }
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        // what is cut off may be all that tells two apart
        CRC32 sum = new CRC32();
        sum.update(bytes);
        String mark = "…" + HexFormat.of().toHexDigits(sum.getValue(), 8);
        return text.substring(0, LONGEST - mark.length()) + mark;
    }

    private static void append(StringBuilder text, byte b, boolean isPlain) {
        if (isPlain) {
            text.append((char) b);
        } else {
            text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
    }
}
