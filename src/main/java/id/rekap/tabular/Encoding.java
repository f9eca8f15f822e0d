package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text, proven over every byte of it, because a decoder that is not told otherwise puts replacement
 * characters where it should refuse.
 *
 * @param start where the text begins, behind the byte order mark and whatever else cannot be seen there
 */
record Encoding(Charset charset, int start) {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String EXPECTED = "UTF-8, UTF-16 dengan BOM, atau Windows-1252";

    /**
     * By byte order mark, else UTF-8 where all of it is, else Windows-1252. NUL stands in no list: it is refused as an
     * encoding, since nearly always it comes from UTF-16 without a byte order mark.
     */
    static Encoding of(byte[] bytes) throws FileRefused {
        Encoding marked = marked(bytes);
        if (marked != null) {
            int wrong = marked.firstUndecodable(bytes);
            if (wrong >= 0) throw refused(bytes, wrong);
            return marked.behindMarks(bytes);
        }
        boolean isAscii = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) throw refused(bytes, i);
            isAscii &= bytes[i] > 0;
        }
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, 0);
        if (isAscii || utf8.firstUndecodable(bytes) < 0) {
            return utf8.behindMarks(bytes);
        }
        Encoding western = new Encoding(WINDOWS_1252, 0);
        int wrong = western.firstUndecodable(bytes);
        if (wrong >= 0) throw refused(bytes, wrong);
        return western;
    }

    /** Whether each byte below 0x80 is the character of ASCII, and no part of another. */
    boolean keepsAscii() {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(WINDOWS_1252);
    }

    private static @Nullable Encoding marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3);
        if (startsWith(bytes, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2);
        if (startsWith(bytes, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2);
        return null;
    }

    /**
     * Programs that take a file with a byte order mark for one without add another, and a quote behind it is none to a
     * parser.
     */
    private Encoding behindMarks(byte[] bytes) {
        // All marks that cannot be seen are of this size.
        int size = charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
        int at = start;
        while (at + size <= bytes.length && isMark(new String(bytes, at, size, charset))) {
            at += size;
        }
        return new Encoding(charset, at);
    }

    private static boolean isMark(String text) {
        return text.length() == 1 && Character.getType(text.charAt(0)) == Character.FORMAT;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    /** The offset of the first byte that is no text, or -1. */
    private int firstUndecodable(byte[] bytes) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        char[] decoded = new char[8192];
        while (true) {
            int from = in.position();
            CharBuffer out = CharBuffer.wrap(decoded);
            CoderResult result = decoder.decode(in, out, true);
            for (int i = 0; i < out.position(); i++) {
                if (decoded[i] == 0) return offsetOf(i, from, bytes);
            }
            if (result.isError()) return in.position();
            if (result.isUnderflow()) return -1;
        }
    }

    private int offsetOf(int character, int from, byte[] bytes) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return from + character * (charset.equals(WINDOWS_1252) ? 1 : 2);
        }
        int at = from;
        while (bytes[at] != 0) at++;
        return at;
    }

    static FileRefused refused(long offset) {
        return new FileRefused(ExceptionCode.FILE_ENCODING, "", "byte ke-" + offset, EXPECTED)
                .inEnglish("byte " + offset + " is no character", "UTF-8, UTF-16 with BOM, or Windows-1252");
    }

    private static FileRefused refused(byte[] bytes, int offset) {
        String found = "byte ke-" + offset + ": "
                + (offset < bytes.length
                        ? "0x" + HexFormat.of().withUpperCase().toHexDigits(bytes[offset])
                        : "terpotong");
        return new FileRefused(ExceptionCode.FILE_ENCODING, "", found, EXPECTED)
                .inEnglish("byte " + offset + " is no character", "UTF-8, UTF-16 with BOM, or Windows-1252");
    }
}
