package id.rekap.cli;

import id.rekap.acknowledgement.Acknowledgements;
import id.rekap.acknowledgement.Acknowledgements.Anomaly;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.demo.Regency;
import id.rekap.exemption.Exemption;
import id.rekap.exemption.Exemptions;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.reconcile.OpenFindings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the made-up office types: who is exempt for a while, and an exception that it knows of. */
final class DemoFacts {
    private static final int STUDYING = 12;
    private static final int DAYS_OF_STUDY = 20;
    private static final int KNOWN = 6;
    private static final int DAYS_KNOWN = 14;
    /** Nights, from the third on. */
    private static final int ACKNOWLEDGING_EVERY = 17;

    private static final String BY = "Kepala BKPSDM (contoh)";

    /** An agency that is being merged, with nobody to report it. */
    private static final String MERGED = "9.06.0.00.0.00.01.0000";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String mandate;
    private final Clock clock;
    private final String who;

    DemoFacts(DataSource dataSource, String mandate, Clock clock, String who) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.mandate = mandate;
        this.clock = clock;
        this.who = who;
    }

    /** What is typed before the run of a night; typing it again changes nothing. */
    void before(int night, LocalDate date, Regency regency) {
        if (night == 2) {
            exempt(date, regency);
        }
        if (night % ACKNOWLEDGING_EVERY == 3) {
            acknowledge(date);
        }
    }

    /** Some who study, for some weeks, and an agency from this night on. */
    private void exempt(LocalDate date, Regency regency) {
        List<Exemption> exemptions = new ArrayList<>();
        for (String person : regency.studying(STUDYING)) {
            exemptions.add(new Exemption(
                    person,
                    "",
                    Exemption.ALL,
                    "tugas-belajar",
                    date,
                    date.plusDays(DAYS_OF_STUDY),
                    BY,
                    "SK Tugas Belajar (contoh)"));
        }
        exemptions.add(new Exemption(
                "",
                MERGED,
                Exemption.ALL,
                "penggabungan",
                date,
                date.withDayOfYear(1).plusYears(1).minusDays(1),
                BY,
                "Qanun SOTK (contoh)"));
        transaction.executeWithoutResult(status -> new Exemptions(jdbc).grant(exemptions, who, clock.instant()));
    }

    /** Rows about people who have retired: their agencies have said that they will be taken out. */
    private void acknowledge(LocalDate date) {
        Optional<Run> last = new RunStore(jdbc).lastPublished(mandate, date);
        List<Anomaly> inactive = new ArrayList<>();
        last.ifPresent(run -> OpenFindings.of(run.ref(), jdbc, one -> {
            if (one.code().equals(ExceptionCode.EMPLOYEE_INACTIVE.name())) {
                inactive.add(new Anomaly(one.fingerprint(), one.code(), one.agency()));
            }
        }));
        List<Anomaly> some = inactive.stream()
                .sorted(Comparator.comparing(Anomaly::fingerprint))
                .limit(KNOWN)
                .toList();
        transaction.executeWithoutResult(status -> new Acknowledgements(jdbc)
                .give(
                        some,
                        "Sudah pensiun, dikeluarkan pada daftar berikutnya (contoh)",
                        date.plusDays(DAYS_KNOWN),
                        who,
                        clock.instant()));
    }
}
