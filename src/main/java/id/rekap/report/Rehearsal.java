package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.MorningPage;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencyState;
import id.rekap.snapshot.Finding;
import id.rekap.snapshot.FindingState;
import id.rekap.snapshot.NightBook;
import id.rekap.snapshot.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the files of a made-up agency to nowhere while the job is set up, which leaves a processor idle: what writes the
 * files of a set is loaded and compiled by the time that a night has hundreds of agencies to write. It touches no disk, no
 * database and nothing that a night reads, so its end may be anywhere.
 */
public final class Rehearsal {
    /** Few: with more, setting up the job waits for the compiler, and the command takes longer than the night gains. */
    private static final int ROUNDS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final LocalDate DAY = LocalDate.of(2000, 1, 3);
    private static final String AGENCY = "0";

    private final Mandate mandate;
    private final Catalogue catalogue;
    private final Locale locale;
    private volatile boolean isOver;

    Rehearsal(Mandate mandate, Catalogue catalogue, Locale locale) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    /** Begins in a thread of its own, which keeps no process alive. */
    public static Rehearsal begin(Mandate mandate, Catalogue catalogue, Locale locale) {
        Rehearsal rehearsal = new Rehearsal(mandate, catalogue, locale);
        Thread thread = new Thread(rehearsal::play, "rehearsal");
        thread.setDaemon(true);
        // what is wrong with a set, the night that writes it will say
        thread.setUncaughtExceptionHandler((t, e) -> LOG.debug("The rehearsal ended early", e));
        thread.start();
        return rehearsal;
    }

    /** The night needs its processors now: ends soon, within one agency's files. */
    public void end() {
        isOver = true;
    }

    void play() {
        MadeUpNight book = new MadeUpNight(mandate);
        AgencyPosition position = book.agencies().get(0);
        List<Finding> findings = findings();
        FindingCounts counts = new FindingCounts();
        findings.forEach(counts::add);
        AgencyPage page = new AgencyPage(book, catalogue, locale);
        AgencyWorkbook workbook = new AgencyWorkbook(DAY, mandate, catalogue, locale);
        MorningPage morning = new MorningPage(catalogue, Wording.in(locale));
        RecapWorkbook recap = new RecapWorkbook(catalogue, Wording.in(locale));
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), SetFolder.digest())) {
            for (int round = 0; round < ROUNDS && !isOver; round++) {
                List<ExceptionLine> lines = ExceptionTables.lines(findings, catalogue);
                out.write(ExceptionTables.rows(lines, DAY));
                workbook.write(AGENCY, position, lines, out);
                out.write(page.page(AGENCY, position, lines));
                if (round == 0) {
                    morning.write(book, book.agencies(), counts, "", out);
                    recap.write(book, book.agencies(), counts, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (ExceptionCode code : ExceptionCode.values()) {
            findings.add(new Finding(
                    FindingState.OPEN,
                    code,
                    AGENCY,
                    "1".repeat(18),
                    "Nama & gelar",
                    AGENCY + "/daftar.csv",
                    "",
                    2 + code.ordinal(),
                    "employee_no",
                    "tertulis",
                    "seharusnya",
                    "Sebuah kalimat yang menjelaskan anomali",
                    "",
                    DAY,
                    1,
                    "0".repeat(32),
                    List.of()));
        }
        return findings;
    }

    /** One agency, with a number of everything that a mandate counts. */
    private record MadeUpNight(Mandate mandate) implements NightBook {
        @Override
        public LocalDate date() {
            return DAY;
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public @Nullable LocalDate previousDate() {
            return null;
        }

        @Override
        public List<AgencyPosition> agencies() {
            return List.of(new AgencyPosition(AGENCY, "Dinas", AgencyState.REPORTED, AGENCY, DAY, 30, 20, 10, 40, ""));
        }

        @Override
        public List<Tally> tallies() {
            List<Tally> tallies = new ArrayList<>();
            for (EmploymentType type : mandate.types()) {
                for (Obligation obligation : mandate.obligations()) {
                    tallies.add(new Tally(AGENCY, type.code(), obligation.id(), 20, 0, 10, 2, 4, 4, null));
                }
                tallies.add(new Tally(AGENCY, type.code(), Mandate.ALL, 20, 0, 10, 2, 4, 4, null));
            }
            return tallies;
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
        public void findings(BiConsumer<String, List<Finding>> visitor) {
            throw new UnsupportedOperationException("They are written for one agency after the other");
        }
    }
}
