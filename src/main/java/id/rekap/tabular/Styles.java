package id.rekap.tabular;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a number as a date. */
record Styles(BitSet dates) {
    /** Spreadsheet programs stop at 65,490 styles and some hundred formats. */
    private static final int MOST = 100_000;

    static Styles read(Parts parts, @Nullable String part) throws FileRefused {
        BitSet dates = new BitSet();
        if (part == null) {
            return new Styles(dates);
        }
        Map<String, String> own = new HashMap<>();
        try (XmlPart xml = parts.xml(part)) {
            boolean cells = false;
            int style = 0;
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    String id = xml.attribute("numFmtId");
                    String code = xml.attribute("formatCode");
                    if (id != null && code != null) own.put(id, code);
                    if (own.size() > MOST) throw xml.tooMany("format", MOST);
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    cells = xml.starts("cellXfs");
                } else if (cells && xml.starts("xf")) {
                    dates.set(style++, isDate(xml.attribute("numFmtId"), own));
                    if (style > MOST) throw xml.tooMany("format", MOST);
                }
            }
        }
        return new Styles(dates);
    }

    boolean isDate(@Nullable String style) {
        int number = Digits.number(style);
        return number >= 0 && dates.get(number);
    }

    private static boolean isDate(@Nullable String id, Map<String, String> own) {
        if (id == null) return false;
        String code = own.get(id);
        return code == null ? isBuiltInDate(Digits.number(id)) : isDateFormat(code);
    }

    /** The formats that a file names by number alone, those of East Asian versions included. */
    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    /** Whether a format has a day, month, year, hour, minute or second outside of its literal texts. */
    static boolean isDateFormat(String code) {
        String format = code.toLowerCase(Locale.ROOT);
        if (format.startsWith("general")) return false;
        boolean literal = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                literal = !literal;
            } else if (!literal && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (!literal && c == '[') {
                // Colours, currencies, conditions; but [h], [mm] and [ss] are lengths of time.
                int end = format.indexOf(']', i);
                if (end > 0 && "hms".indexOf(format.charAt(i + 1)) >= 0 && end - i <= 3) return true;
                i = end < 0 ? format.length() : end;
            } else if (!literal && "dmyhs".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
