package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.report.page.FindingCounts;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Finding;
import id.rekap.snapshot.NightBook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The exception list and each agency's own part of it, written in one pass with one agency's findings in memory. Every
 * agency gets its file, so that a clerk always finds one.
 */
final class ExceptionTables {
    private final LocalDate date;
    private final SetFolder folder;
    private final Catalogue catalogue;
    private final AgencyLists agencyLists;
    private final Set<String> written = new HashSet<>();
    private String last = "";

    ExceptionTables(LocalDate date, SetFolder folder, Catalogue catalogue, AgencyLists agencyLists) {
        this.date = date;
        this.folder = folder;
        this.catalogue = catalogue;
        this.agencyLists = agencyLists;
    }

    void write(NightBook book, List<AgencyPosition> agencies, FindingCounts counts) throws IOException {
        folder.write("exceptions.csv", Audience.OPERATORS, out -> all(book, counts, out));
        for (AgencyPosition agency : agencies) {
            if (!written.contains(agency.code())) {
                own(agency.code(), List.of());
            }
        }
    }

    private void all(NightBook book, FindingCounts counts, OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, ExceptionLine.HEADER)) {
            book.findings((agency, findings) -> {
                try {
                    agency(table, agency, findings);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                findings.forEach(counts::add);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void agency(CsvTable table, String agency, List<Finding> findings) throws IOException {
        if (CodePoints.compare(last, agency) > 0) {
            throw new IllegalStateException("Findings of " + agency + " came after those of " + last);
        }
        last = agency;
        List<ExceptionLine> lines = findings.stream()
                .map(f -> ExceptionLine.of(f, catalogue))
                .sorted(ExceptionLine.ORDER)
                .toList();
        for (ExceptionLine line : lines) {
            line.writeTo(table, date);
        }
        if (!agency.isEmpty()) {
            own(agency, lines);
        }
    }

    private void own(String agency, List<ExceptionLine> lines) throws IOException {
        written.add(agency);
        agencyLists.write(agency, lines);
    }
}
