package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.reconcile.FindingState;
import id.rekap.report.PublishedSet.Output;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import id.rekap.value.Sha256;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** What is an agency's own: its page, and its exceptions as a table for machines and as a workbook for its clerk. */
final class AgencyLists {
    private final PublicationModel book;
    private final SetFolder folder;
    private final Map<String, AgencyPosition> positions = new HashMap<>();
    private final AgencyWorkbook workbook;
    private final AgencyPage page;
    private final ListDigest digest;
    private final byte[] form;
    private final String formHash;
    private final long formCrc32;
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    AgencyLists(
            PublicationModel book,
            List<AgencyPosition> agencies,
            String rekapVersion,
            Catalogue catalogue,
            Locale locale,
            String contact,
            SetFolder folder) {
        this.book = book;
        this.folder = folder;
        this.workbook = new AgencyWorkbook(book.mandate(), catalogue, locale);
        this.page = new AgencyPage(book, agencies, catalogue, locale, contact);
        this.form = ListForm.blank(book.mandate(), locale);
        this.formHash = Sha256.hex(form);
        CRC32 sum = new CRC32();
        sum.update(form);
        this.formCrc32 = sum.getValue();
        this.digest = new ListDigest(rekapVersion, locale, book.mandate(), book.acknowledged());
        agencies.forEach(agency -> positions.put(agency.code(), agency));
    }

    /** An agency's own folder in a set, with a slash at its end. */
    static String folderOf(String agency) {
        return "agencies/" + FolderName.of(agency) + "/";
    }

    /** By agency, what is kept of the files of its list: see {@link KeptList}. */
    Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    /**
     * Writes all of one agency. What is new or resolved in a list is something else in the next one: only a list of which all is
     * open may stay as it is.
     *
     * @param all the list of all agencies, which the same lines go into
     */
    void write(String agency, List<ExceptionLine> lines, CsvTable all) throws IOException {
        AgencyToDo toMend = AgencyToDo.of(lines, book.acknowledged());
        boolean mayStay = lines.stream().allMatch(line -> line.finding().state() == FindingState.OPEN);
        AgencyPosition position = positions.get(agency);
        AgencyPosition parent = position == null ? null : positions.get(position.coveredBy());
        String madeOf = mayStay ? digest.of(agency, position, parent, lines) : "";
        if (mayStay && isKept(agency, madeOf)) {
            for (ExceptionLine line : lines) {
                line.writeTo(all, book.date());
            }
        } else {
            Output table = folder.write(csv(agency), Audience.OPERATORS, out -> {
                OwnColumns columns = new OwnColumns(lines, ExceptionLine.OWN_HEADER.split(","));
                try (CsvTable own = new CsvTable(out, ExceptionLine.OWN_HEADER, columns.headers())) {
                    for (ExceptionLine line : lines) {
                        line.writeTo(all, book.date(), own, columns);
                    }
                }
            });
            Output sheets = folder.write(
                    xlsx(agency), Audience.OPERATORS, out -> workbook.write(agency, position, parent, toMend, out));
            if (mayStay) {
                kept.put(agency, new KeptList(madeOf, table, sheets).text());
            }
        }
        form(agency);
        byte[] html = page.page(agency, position, lines, toMend);
        folder.write(folderOf(agency) + "index.html", Audience.OPERATORS, out -> out.write(html));
    }

    /** The same for each agency and night, as long as the mandate asks for the same. */
    private void form(String agency) throws IOException {
        String path = folderOf(agency) + "form.xlsx";
        Output same = new Output(path, formHash, form.length, formCrc32);
        if (folder.isBefore(same)) {
            folder.keep(same, Audience.OPERATORS);
        } else {
            folder.write(path, Audience.OPERATORS, out -> out.write(form));
        }
    }

    /** Nothing that they are made of has changed, and the set before has them as they were made: they are its files. */
    private boolean isKept(String agency, String madeOf) throws IOException {
        String known = book.lists().getOrDefault(agency, "");
        Optional<KeptList> list = KeptList.of(known, csv(agency), xlsx(agency))
                .filter(l -> l.madeOf().equals(madeOf))
                .filter(l -> folder.isBefore(l.table()) && folder.isBefore(l.sheets()));
        if (list.isEmpty()) {
            return false;
        }
        folder.keep(list.get().table(), Audience.OPERATORS);
        folder.keep(list.get().sheets(), Audience.OPERATORS);
        kept.put(agency, known);
        return true;
    }

    private static String csv(String agency) {
        return folderOf(agency) + "exceptions.csv";
    }

    private static String xlsx(String agency) {
        return folderOf(agency) + "exceptions.xlsx";
    }
}
