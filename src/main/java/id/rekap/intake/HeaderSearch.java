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
import org.jspecify.annotations.Nullable;

/** Finds the one sheet of a file that has a header, and says what there is instead where it finds none. */
final class HeaderSearch {
    private static final int WITHIN = 20;
    /** How far down a header is still looked for, only to tell the sender that it stands too low. */
    private static final int TOO_LOW = 200;

    private final Mandate mandate;
    private final HeadingMeanings meanings;

    HeaderSearch(Mandate mandate) {
        this.mandate = mandate;
        this.meanings = new HeadingMeanings(mandate);
    }

    /** A sheet and its header. */
    record Found(Sheet sheet, Heading heading) {}

    /** The header of a sheet, null where its first rows hold none. */
    @Nullable
    Heading heading(Sheet sheet) throws FileRefused {
        try (Sheet.Rows rows = sheet.open()) {
            Row row = TitleRow.next(rows);
            Row next = row == null ? null : TitleRow.next(rows);
            while (row != null && row.number() <= WITHIN) {
                Row third = next == null ? null : TitleRow.next(rows);
                Heading found = from(row, next);
                if (found != null && (Heading.of(row, meanings).isWhole() || !isBetter(from(next, third), found))) {
                    return found;
                }
                row = next;
                next = third;
            }
            return null;
        }
    }

    /** A header that begins in this row. */
    private @Nullable Heading from(@Nullable Row row, @Nullable Row next) {
        if (row == null) {
            return null;
        }
        Heading two = TwoRowHeader.heading(row, next, meanings);
        Heading found = two == null ? Heading.of(row, meanings) : two;
        return found.isWhole() ? found : null;
    }

    /** A title above a header belongs to none: only one that makes more of its columns known does. */
    private static boolean isBetter(@Nullable Heading later, Heading found) {
        return later != null && later.named() >= found.named();
    }

    Found find(TableFile table) throws FileRefused {
        List<Found> found = new ArrayList<>();
        for (Sheet sheet : table.sheets()) {
            Heading heading = heading(sheet);
            if (heading != null) {
                found.add(new Found(sheet, heading));
            }
        }
        if (found.size() > 1) {
            String names = String.join(
                    ", ",
                    found.stream().map(f -> "\"" + f.sheet().name() + "\"").toList());
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
                for (Row row = TitleRow.next(rows); row != null && row.number() <= TOO_LOW; row = TitleRow.next(rows)) {
                    String at = (sheet.name().isEmpty() ? "" : "lembar \"" + sheet.name() + "\" ") + "baris "
                            + row.number();
                    Heading heading = Heading.of(row, meanings);
                    if (heading.isWhole()) {
                        return "judul kolom baru ada di " + at;
                    }
                    if (half.isEmpty() && row.number() <= WITHIN) {
                        half = half(heading, at);
                    }
                }
            }
        }
        return half.isEmpty() ? "tidak ada judul kolom di " + WITHIN + " baris pertama" : half;
    }

    private static String half(Heading heading, String at) {
        if (heading.hasIdentifier()) {
            return at + ": ada kolom nomor, tidak ada kolom kewajiban";
        }
        return heading.hasObligation() ? at + ": ada kolom kewajiban, tidak ada kolom NIP atau NIK" : "";
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
