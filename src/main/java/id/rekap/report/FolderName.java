package id.rekap.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * An agency's code as the name of its folder. Letters, digits and {@code . _ -} stand for themselves; any other byte, and
 * a dot in front (a hidden folder, or the parent's), is written as {@code %XX}. So no two codes share a folder and no code
 * leads out of the set.
 */
final class FolderName {
    private FolderName() {}

    static String of(String code) {
        StringBuilder name = new StringBuilder(code.length());
        for (byte b : code.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'A' && b <= 'Z')
                    || (b >= 'a' && b <= 'z')
                    || (b >= '0' && b <= '9')
                    || b == '_'
                    || b == '-'
                    || (b == '.' && name.length() > 0);
            if (plain) {
                name.append((char) b);
            } else {
                name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return name.toString();
    }
}
