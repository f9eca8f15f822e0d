package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencyState;
import id.rekap.snapshot.Finding;
import id.rekap.snapshot.FindingState;
import id.rekap.snapshot.NightBook;
import id.rekap.snapshot.Received;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a made-up agency to nowhere while the job is being set up, which leaves a processor idle: the code
 * that writes an agency's files is loaded and compiled by the time that a night needs it for hundreds of them.
 */
public final class Rehearsal {
    private static final int ROUNDS = Integer.getInteger("rounds", 60);
    private static final LocalDate DAY = LocalDate.of(2000, 1, 3);
    private static final String AGENCY = "0";

    private final Mandate mandate;
    private final Catalogue catalogue;
    private final Locale locale;
    private volatile boolean over;

    private Rehearsal(Mandate mandate, Catalogue catalogue, Locale locale) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    public static Rehearsal begin(Mandate mandate, Catalogue catalogue, Locale locale) {
        Rehearsal rehearsal = new Rehearsal(mandate, catalogue, locale);
        Thread thread = new Thread(rehearsal::run, "rehearsal");
        thread.setDaemon(true);
        thread.start();
        return rehearsal;
    }

    public void end() {
        over = true;
    }

    private void run() {
        long t0 = System.nanoTime();
        int round = 0;
        try {
            Book book = new Book();
            AgencyPage page = new AgencyPage(book, catalogue, locale);
            AgencyWorkbook workbook = new AgencyWorkbook(DAY, mandate, catalogue, locale);
            List<Finding> findings = findings();
            for (; round < ROUNDS && !over; round++) {
                List<ExceptionLine> lines = findings.stream()
                        .map(f -> ExceptionLine.of(f, catalogue))
                        .sorted(ExceptionLine.ORDER)
                        .toList();
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                try (CsvTable table = CsvTable.withoutHeader(rows)) {
                    for (ExceptionLine line : lines) {
                        line.writeTo(table, DAY);
                    }
                }
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), SetFolder.digest());
                workbook.write(AGENCY, book.agencies().get(0), lines, out);
                out.write(rows.toByteArray());
                out.write(page.page(AGENCY, book.agencies().get(0), lines));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (Boolean.getBoolean("reh"))
            System.err.println("rehearsed " + round + " in " + (System.nanoTime() - t0) / 1000000);
    }

    private static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        int row = 1;
        for (ExceptionCode code : ExceptionCode.values()) {
            findings.add(new Finding(
                    FindingState.OPEN,
                    code,
                    AGENCY,
                    "199001012020121001",
                    "Nama, S.Kom.",
                    AGENCY + "/daftar.csv",
                    "",
                    ++row,
                    "nip",
                    "1990",
                    "18 digit",
                    "Nilai tidak dapat dibaca",
                    "Perbaiki dan kirim lagi",
                    DAY,
                    2,
                    "0123456789abcdef0123456789abcdef",
                    List.of()));
        }
        return findings;
    }

    private final class Book implements NightBook {
        @Override
        public LocalDate date() {
            return DAY;
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Mandate mandate() {
            return mandate;
        }

        @Override
        public @Nullable LocalDate previousDate() {
            return DAY.minusDays(1);
        }

        @Override
        public List<AgencyPosition> agencies() {
            return List.of(new AgencyPosition(AGENCY, "Dinas", AgencyState.REPORTED, "x", DAY, 30, 20, 10, 40, ""));
        }

        @Override
        public List<Tally> tallies() {
            List<Tally> t = new ArrayList<>();
            for (EmploymentType type : mandate.types()) {
                for (Obligation o : mandate.obligations())
                    t.add(new Tally(AGENCY, type.code(), o.id(), 20, 0, 10, 2, 4, 4, null));
                t.add(new Tally(AGENCY, type.code(), Mandate.ALL, 20, 0, 10, 2, 4, 4, null));
            }
            return t;
        }

        @Override
        public List<Presence> presences() {
            return List.of();
        }

        @Override
        public List<Received> received() {
            return List.of();
        }

        @Override
        public List<Trend> trend() {
            return List.of(new Trend(DAY, 20, 10));
        }

        @Override
        public List<Past> history() {
            return List.of();
        }

        @Override
        public void findings(BiConsumer<String, List<Finding>> visitor) {}
    }
}
