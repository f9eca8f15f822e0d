package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.report.page.Figures;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.MorningPage;
import id.rekap.report.page.OperatorPage;
import id.rekap.report.page.WhatsAppMessage;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

/** Writes the files of a set, several at a time; the manifest, which has the hashes of all others, comes last. */
final class SetFiles {
    private final Locale locale;
    private final String contact;
    private final String rekapVersion;
    private final Catalogue catalogue;
    private final MorningPage page;
    private final int filesAtOnce;
    private final WhatsAppMessage message;
    private final RecapWorkbook workbook;

    /**
     * @param address where readers find the reports, empty where nowhere is named
     * @param contact to whom agencies send their lists, empty where nobody is named
     */
    SetFiles(Locale locale, String address, String contact, String rekapVersion, Catalogue catalogue, int filesAtOnce) {
        this.locale = locale;
        this.contact = contact;
        this.rekapVersion = rekapVersion;
        this.catalogue = catalogue;
        this.filesAtOnce = filesAtOnce;
        this.page = new MorningPage(catalogue, Wording.in(locale));
        this.message = new WhatsAppMessage(catalogue, Wording.in(locale), address);
        this.workbook = new RecapWorkbook(catalogue, Wording.in(locale));
    }

    PublishedSet write(PublicationModel book, SetFolder folder) throws IOException {
        List<AgencyPosition> agencies = book.agencies().stream()
                .sorted(Comparator.comparing(AgencyPosition::code, CodePoints::compare))
                .toList();
        FindingCounts counts = new FindingCounts(catalogue, book.acknowledged());
        OperatorPage operator =
                new OperatorPage(catalogue, Wording.in(locale), book.acknowledged(), AgencyLists::folderOf, contact);
        AgencyLists lists = new AgencyLists(book, agencies, rekapVersion, catalogue, locale, contact, folder);
        try (Writers writers = new Writers(filesAtOnce)) {
            Future<Figures> summed = writers.begin(() -> Figures.of(book));
            Future<?> positions = writers.begin(() -> PositionTables.write(book, agencies, folder));
            new ExceptionTables(book.date(), folder, catalogue, lists, writers).write(book, agencies, finding -> {
                counts.add(finding);
                operator.add(finding);
            });
            Writers.end(positions);
            Future<?> onDisk = writers.begin(folder::ahead);
            Figures figures = Writers.end(summed);
            Future<?> recap = writers.begin(() -> folder.write(
                    "rekap.xlsx", Audience.EVERYONE, out -> workbook.write(book, agencies, figures, counts, out)));
            Future<?> decisions = writers.begin(() -> folder.write(
                    "operator.html", Audience.OPERATORS, out -> operator.write(book, agencies, counts, out)));
            String said = message.text(book, agencies, figures, counts);
            folder.write("whatsapp.txt", Audience.EVERYONE, out -> out.write(said.getBytes(StandardCharsets.UTF_8)));
            folder.write(
                    "summary.html", Audience.EVERYONE, out -> page.write(book, agencies, figures, counts, said, out));
            Writers.end(recap);
            Writers.end(decisions);
            List<PublishedSet.Output> before = folder.outputs();
            folder.write(
                    "manifest.json",
                    Audience.EVERYONE,
                    out -> new Manifest(book, rekapVersion).write(before, counts, figures, out));
            Writers.end(onDisk);
            return new PublishedSet(book.date(), book.revision(), folder.outputs(), figures.suppressed(), lists.kept());
        }
    }
}
