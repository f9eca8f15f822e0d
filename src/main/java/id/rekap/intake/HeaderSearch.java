package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Row;
import id.rekap.tabular.Sheet;
import id.rekap.tabular.TableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the one sheet of a file that has a header, and says what there is instead where it finds none. */
final class HeaderSearch {
    private static final int WITHIN = 20;
    /** How far down a header is still looked for, only to tell the sender that it stands too low. */
    private static final int TOO_LOW = 200;

    private final Mandate mandate;
    private final Map<String, Integer> meanings;

    HeaderSearch(Mandate mandate) {
        this.mandate = mandate;
        this.meanings = Columns.meanings(mandate);
    }

    /** The header row, which the walk then stands behind; null where the first rows hold none. */
    @Nullable
    Row header(Sheet.Rows rows) throws FileRefused {
        for (Row row = rows.next(); row != null && row.number() <= WITHIN; row = rows.next()) {
            if (Columns.isHeader(row, meanings)) {
                return row;
            }
        }
        return null;
    }

    Sheet sheetWithHeader(TableFile table) throws FileRefused {
        List<Sheet> found = new ArrayList<>();
        for (Sheet sheet : table.sheets()) {
            try (Sheet.Rows rows = sheet.open()) {
                if (header(rows) != null) {
                    found.add(sheet);
                }
            }
        }
        if (found.size() > 1) {
            String names = String.join(
                    ", ", found.stream().map(s -> "\"" + s.name() + "\"").toList());
            throw new FileRefused(
                    ExceptionCode.FILE_NO_HEADER,
                    "",
                    found.size() + " lembar berjudul kolom: " + names,
                    "satu lembar dengan judul kolom");
        }
        if (found.isEmpty()) {
            throw new FileRefused(ExceptionCode.FILE_NO_HEADER, "", insteadOfHeader(table), expectedHeader());
        }
        return found.get(0);
    }

    private String insteadOfHeader(TableFile table) throws FileRefused {
        String half = "";
        for (Sheet sheet : table.sheets()) {
            try (Sheet.Rows rows = sheet.open()) {
                for (Row row = rows.next(); row != null && row.number() <= TOO_LOW; row = rows.next()) {
                    String at = (sheet.name().isEmpty() ? "" : "lembar \"" + sheet.name() + "\" ") + "baris "
                            + row.number();
                    if (Columns.isHeader(row, meanings)) {
                        return "judul kolom baru ada di " + at;
                    }
                    if (half.isEmpty() && row.number() <= WITHIN) {
                        half = half(row, at);
                    }
                }
            }
        }
        return half.isEmpty() ? "tidak ada judul kolom di " + WITHIN + " baris pertama" : half;
    }

    private String half(Row row, String at) {
        for (int i = 0; i < row.size(); i++) {
            if (Columns.isIdentifier(row.text(i))) {
                return at + ": ada kolom nomor, tidak ada kolom kewajiban";
            }
        }
        return Columns.hasObligation(row, meanings) ? at + ": ada kolom kewajiban, tidak ada kolom NIP atau NIK" : "";
    }

    private String expectedHeader() {
        StringBuilder expected = new StringBuilder("NIP / NIK");
        for (Obligation obligation : mandate.obligations()) {
            expected.append(expected.indexOf(" + ") < 0 ? " + " : " / ")
                    .append(obligation.columns().get(0));
        }
        return expected.toString();
    }
}
