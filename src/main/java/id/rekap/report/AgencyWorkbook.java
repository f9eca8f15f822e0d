package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.DatedWorkbook;
import id.rekap.mandate.Mandate;
import id.rekap.snapshot.AgencyPosition;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An agency's exceptions as its clerk works them off: a sheet that sums up, and a sheet of rows. */
final class AgencyWorkbook {
    private final LocalDate date;
    private final ListWording words;
    private final AgencySummarySheet summary;
    private final AgencyRowsSheet rows;

    AgencyWorkbook(LocalDate date, Mandate mandate, Catalogue catalogue, Locale locale) {
        this.date = date;
        this.words = ListWording.in(locale);
        this.summary = new AgencySummarySheet(date, mandate, catalogue, words);
        this.rows = new AgencyRowsSheet(mandate, catalogue, words);
    }

    /** @param position null for an agency that has left the register */
    void write(String agency, @Nullable AgencyPosition position, List<ExceptionLine> lines, OutputStream out)
            throws IOException {
        DatedWorkbook.write(date, out, book -> {
            // one sheet after the other: the rows are streamed, and an archive has one open part
            try (Worksheet sheet = book.newWorksheet(words.text("sheet.summary"))) {
                summary.fill(sheet, agency, position, lines);
            }
            try (Worksheet sheet = book.newWorksheet(words.text("sheet.rows"))) {
                rows.fill(sheet, lines);
            }
        });
    }
}
