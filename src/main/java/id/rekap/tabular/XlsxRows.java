package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a worksheet that hold anything, one at a time, numbered as the file numbers them. */
final class XlsxRows implements Sheet.Rows {
    /** The grid of a spreadsheet; what lies outside was written by no such program. */
    private static final int GRID_ROWS = 1 << 20;

    private static final int GRID_COLUMNS = 1 << 14;

    private static final Pattern EXPONENT = Pattern.compile("\\d{1,17}(?:\\.\\d{1,17})?[eE][+-]?\\d{1,2}");

    /** What is longer is an identifier that a spreadsheet has damaged, and is shown as it stands. */
    private static final int COUNT_DIGITS = 9;

    private final Workbook workbook;
    private final String sheet;
    private final XmlPart xml;
    private int number;
    private long sharedCharacters;
    private boolean ended;
    private XlsxRow row = new XlsxRow(0, 0);

    XlsxRows(Workbook workbook, String sheet, String part) throws FileRefused {
        this.workbook = workbook;
        this.sheet = sheet;
        this.xml = workbook.parts().xml(part);
    }

    @Override
    public @Nullable Row next() throws FileRefused {
        try {
            while (!ended) {
                if (!xml.next()) throw xml.malformed();
                if (xml.starts("row")) {
                    readRow();
                    if (row.size() > 0) return row;
                }
                ended = xml.ends("sheetData");
            }
            return null;
        } catch (FileRefused e) {
            throw e.in(sheet);
        }
    }

    private void readRow() throws FileRefused {
        String own = xml.attribute("r");
        int next = own == null ? number + 1 : Digits.number(own);
        if (next <= number || next > GRID_ROWS) throw unreadable("baris " + own + " setelah baris " + number);
        number = next;
        row = new XlsxRow(number, row.size());
        int column = -1;
        int cells = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                if (++cells > GRID_COLUMNS)
                    throw unreadable("baris " + number + ": lebih dari " + GRID_COLUMNS + " sel");
                String reference = xml.attribute("r");
                column = reference == null ? column + 1 : column(reference);
                if (column >= GRID_COLUMNS) throw unreadable("baris " + number + ": kolom ke-" + (column + 1));
                readCell(column);
            }
        }
    }

    /** The column of a reference such as {@code AB12}, from 0, whose row must be this one. */
    private int column(String reference) throws FileRefused {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4; i++) {
            int letter = (reference.charAt(i) & ~0x20) - 'A';
            if (letter < 0 || letter > 25) break;
            column = column * 26 + letter + 1;
        }
        if (i == 0 || i > 3 || Digits.number(reference.substring(i)) != number) {
            throw unreadable("sel " + reference + " di baris " + number);
        }
        return column - 1;
    }

    private void readCell(int column) throws FileRefused {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        boolean formula = false;
        int most = workbook.limits().cellCharacters();
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text("v", most);
            } else if (xml.starts("is")) {
                value = xml.richText("is", most);
            } else if (xml.starts("f")) {
                formula = true;
            }
        }
        String cellType = type == null ? "n" : type;
        String text = text(cellType, value);
        if (formula) {
            put(column, CellKind.FORMULA, text);
        } else if (!text.isEmpty()) {
            putValue(column, cellType, style, text);
        }
    }

    private String text(String type, String value) throws FileRefused {
        return switch (type) {
            case "s" -> value.isEmpty() ? "" : shared(value.strip());
            case "inlineStr", "str" -> Escapes.decoded(value);
            case "b" -> value.strip().equals("1") ? "TRUE" : value.strip().equals("0") ? "FALSE" : value;
            case "n" -> whole(value.strip());
            default -> value.strip();
        };
    }

    /** Google Sheets writes the number 3 as {@code 3.0}, R 100000 as {@code 1e+05}, which nobody typed. */
    private static String whole(String number) {
        if (EXPONENT.matcher(number).matches()) {
            BigDecimal value = new BigDecimal(number).stripTrailingZeros();
            boolean isCount = value.scale() <= 0 && value.precision() - value.scale() <= COUNT_DIGITS;
            return isCount ? value.toPlainString() : number;
        }
        int point = number.length() - 2;
        boolean isWhole = point > 0 && point < 16 && number.endsWith(".0");
        return isWhole && Digits.number(number.substring(0, point)) >= 0 ? number.substring(0, point) : number;
    }

    private String shared(String index) throws FileRefused {
        String text = workbook.strings().get(Digits.number(index));
        if (text == null) {
            throw unreadable("baris " + number + ": teks bersama nomor " + index + " tidak ada");
        }
        sharedCharacters += text.length();
        long most = workbook.limits().inflatedBytes();
        if (sharedCharacters > most) {
            // A text of a few bytes in a million cells is as long as they are many; the limits on parts do not see it.
            throw tooLarge(
                    "baris " + number + ": lebih dari " + most + " karakter teks bersama di semua sel",
                    "paling banyak " + most + " karakter");
        }
        return Escapes.decoded(text);
    }

    private void putValue(int column, String type, @Nullable String style, String text) throws FileRefused {
        switch (type) {
            case "b" -> put(column, CellKind.BOOLEAN, text);
            case "d" -> put(column, CellKind.DATE, text);
            case "n" -> {
                String date = workbook.styles().isDate(style) ? ExcelDate.iso(text, workbook.from1904()) : null;
                if (date == null) {
                    put(column, CellKind.NUMBER, text);
                } else {
                    put(column, CellKind.DATE, date);
                }
            }
            default -> put(column, CellKind.TEXT, text);
        }
    }

    private void put(int column, CellKind kind, String text) throws FileRefused {
        Limits limits = workbook.limits();
        // Blank cells and rows that only carry a format don't come this far: sheets are full of them.
        if (number > limits.rows())
            throw tooLarge("baris " + number, "paling banyak " + limits.rows() + " baris")
                    .inEnglish("more than " + limits.rows() + " rows", "at most " + limits.rows() + " rows");
        if (column >= limits.columns()) {
            String found = "baris " + number + ": kolom ke-" + (column + 1);
            throw tooLarge(found, "paling banyak " + limits.columns() + " kolom")
                    .inEnglish(
                            "row " + number + ": more than " + limits.columns() + " columns",
                            "at most " + limits.columns() + " columns");
        }
        if (!row.put(column, kind, text)) throw unreadable("baris " + number + ": satu sel ditulis dua kali");
    }

    private FileRefused tooLarge(String found, String expected) {
        return new FileRefused(ExceptionCode.FILE_TOO_LARGE, sheet, found, expected);
    }

    private FileRefused unreadable(String found) {
        return new FileRefused(ExceptionCode.FILE_UNREADABLE, sheet, found, "berkas XLSX yang utuh");
    }

    @Override
    public void close() {
        xml.close();
    }
}
