package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.reconcile.Finding;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The exception list and each agency's own part of it, written in one pass with a few agencies' findings in memory. Every
 * agency gets its files, so that a clerk always finds them.
 */
final class ExceptionTables {
    private final LocalDate date;
    private final SetFolder folder;
    private final Catalogue catalogue;
    private final AgencyLists agencyLists;
    private final Writers writers;

    ExceptionTables(LocalDate date, SetFolder folder, Catalogue catalogue, AgencyLists agencyLists, Writers writers) {
        this.date = date;
        this.folder = folder;
        this.catalogue = catalogue;
        this.agencyLists = agencyLists;
        this.writers = writers;
    }

    void write(PublicationModel book, List<AgencyPosition> agencies, Consumer<Finding> counts) throws IOException {
        folder.write("exceptions.csv", Audience.OPERATORS, out -> new Pass(out).all(book, agencies, counts));
    }

    /** Agencies are written by several threads, and their rows follow one another in the order of their codes. */
    private final class Pass {
        private final OutputStream out;
        private final Deque<Future<byte[]>> underWay = new ArrayDeque<>();
        private final Set<String> seen = new HashSet<>();
        private String last = "";

        Pass(OutputStream out) {
            this.out = out;
        }

        void all(PublicationModel book, List<AgencyPosition> agencies, Consumer<Finding> counts) throws IOException {
            out.write(CsvTable.header(ExceptionLine.HEADER));
            try {
                book.findings((agency, findings) -> {
                    inOrder(agency);
                    begin(agency, findings);
                    findings.forEach(counts);
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            for (AgencyPosition agency : agencies) {
                if (!seen.contains(agency.code())) {
                    begin(agency.code(), List.of());
                }
            }
            while (!underWay.isEmpty()) {
                end(underWay.remove());
            }
        }

        private void inOrder(String agency) {
            if (CodePoints.compare(last, agency) > 0) {
                throw new IllegalStateException("Findings of " + agency + " came after those of " + last);
            }
            last = agency;
        }

        private void begin(String agency, List<Finding> findings) {
            seen.add(agency);
            try {
                // as many more agencies may wait, rendered
                if (underWay.size() == 2 * writers.atOnce()) {
                    end(underWay.remove());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            underWay.add(writers.begin(() -> agency(agency, findings)));
        }

        private void end(Future<byte[]> agency) throws IOException {
            out.write(Writers.end(agency));
        }
    }

    /** An agency's own files, and its rows. */
    private byte[] agency(String agency, List<Finding> findings) throws IOException {
        List<ExceptionLine> lines = findings.stream()
                .map(f -> ExceptionLine.of(f, catalogue))
                .sorted(ExceptionLine.ORDER)
                .toList();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (CsvTable all = CsvTable.withoutHeader(rows)) {
            if (agency.isEmpty()) {
                for (ExceptionLine line : lines) {
                    line.writeTo(all, date);
                }
            } else {
                agencyLists.write(agency, lines, all);
            }
        }
        return rows.toByteArray();
    }
}
