package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.DatedWorkbook;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** {@code rekap.xlsx}: a night in sheets that can be filtered and printed. Numbers of people only, none of few. */
final class RecapWorkbook {
    private final Catalogue catalogue;
    private final RecapWords words;

    RecapWorkbook(Catalogue catalogue, Wording words) {
        this.catalogue = catalogue;
        this.words = new RecapWords(words);
    }

    void write(
            PublicationModel book,
            List<AgencyPosition> agencies,
            Figures figures,
            FindingCounts counts,
            OutputStream out)
            throws IOException {
        List<PublicationModel.Trend> trend = book.trend();
        RecapAgencySheets byAgency = new RecapAgencySheets(book, agencies, figures, catalogue, words);
        DatedWorkbook.write(book.date(), out, workbook -> {
            // one sheet after the other: the rows are streamed, and an archive has one open part
            sheet(
                    workbook,
                    "book.summary",
                    sheet -> new RecapSummarySheet(book, figures, catalogue, words)
                            .fill(sheet, agencies, counts, trend));
            sheet(workbook, "book.agencies", sheet -> byAgency.positions(sheet, book.date(), counts));
            sheet(workbook, "book.counts", byAgency::counts);
            sheet(workbook, "book.exceptions", sheet -> byAgency.exceptions(sheet, counts));
            sheet(
                    workbook,
                    "book.trend",
                    sheet -> new RecapTrendSheet(words)
                            .fill(sheet, new HeadlineWords(book.mandate(), words.page()), trend));
        });
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private void sheet(Workbook workbook, String name, Filling filling) throws IOException {
        try (Worksheet sheet = workbook.newWorksheet(words.text(name))) {
            filling.fill(sheet);
        }
    }
}
