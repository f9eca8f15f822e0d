package id.rekap.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A file's bytes as units that a mutation moves: of UTF-16 its code units, lone halves of characters included, else single
 * bytes.
 */
record Text(String units, Form form) {
    /** How units are written. */
    enum Form {
        BYTES,
        UTF_16LE,
        UTF_16BE
    }

    static Text of(byte[] bytes) {
        boolean marked = bytes.length > 1 && bytes.length % 2 == 0;
        if (marked && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new Text(wide(bytes, 1, 0), Form.UTF_16LE);
        }
        if (marked && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new Text(wide(bytes, 0, 1), Form.UTF_16BE);
        }
        return new Text(new String(bytes, StandardCharsets.ISO_8859_1), Form.BYTES);
    }

    private static String wide(byte[] bytes, int high, int low) {
        char[] units = new char[bytes.length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (((bytes[2 * i + high] & 0xFF) << 8) | (bytes[2 * i + low] & 0xFF));
        }
        return new String(units);
    }

    byte[] bytes() {
        if (form == Form.BYTES) {
            return units.getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[units.length() * 2];
        int high = form == Form.UTF_16BE ? 0 : 1;
        for (int i = 0; i < units.length(); i++) {
            bytes[2 * i + high] = (byte) (units.charAt(i) >> 8);
            bytes[2 * i + 1 - high] = (byte) units.charAt(i);
        }
        return bytes;
    }

    Text with(String other) {
        return new Text(other, form);
    }

    /** A word as units; half a character becomes the bytes that an old program writes for it. */
    String units(String word) {
        if (form != Form.BYTES) {
            return word;
        }
        StringBuilder bytes = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (c >= 0xD800 && c <= 0xDFFF) {
                bytes.append('\u00ed').append((char) (0x80 | ((c >> 6) & 0x3F))).append((char) (0x80 | (c & 0x3F)));
            } else {
                bytes.append(new String(
                        Character.toString(c).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
        });
        return bytes.toString();
    }

    /** The same text in another encoding, rightly marked, wrongly, or not at all. */
    Text transcoded(RandomGenerator random) {
        String plain = form == Form.BYTES
                ? new String(units.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : units;
        String unmarked = plain.startsWith("\ufeff") ? plain.substring(1) : plain;
        return switch (random.nextInt(5)) {
            case 0 -> new Text("\ufeff" + unmarked, Form.UTF_16LE);
            case 1 -> new Text("\ufeff" + unmarked, Form.UTF_16BE);
            case 2 -> new Text(unmarked, Form.UTF_16LE);
            case 3 -> new Text("\u00ef\u00bb\u00bf" + units, Form.BYTES);
            default -> new Text("\u00ff\u00fe" + units, Form.BYTES);
        };
    }
}
