package id.rekap.nightly;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.MemoryRetry;
import id.rekap.intake.Quarantine;
import id.rekap.intake.Submissions.Place;
import id.rekap.nightly.FaultRedaction.ProgramFault;
import id.rekap.nightly.FaultRedaction.StepFault;
import id.rekap.reconcile.AgencyOutcome;
import id.rekap.reconcile.NightReconciliation;
import id.rekap.reconcile.NightStore;
import id.rekap.reconcile.OutcomeStore;
import id.rekap.value.ShellWord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The processor of the steps reconcile and reconcile-again: an agency's list beside the register. A fault of the program at
 * a list that is in no published set is that list's refusal, and the run plans again; at a list that nights were published
 * with, or at more than a few lists, it ends the run, since somebody has to decide.
 */
final class ReconcileProcessor implements ItemProcessor<String, AgencyOutcome> {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileProcessor.class);

    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final NightReconciliation reconciliation;
    private final LateRefusals refusals;

    ReconcileProcessor(RunContext night, JdbcTemplate jdbc, NightReconciliation reconciliation, LateRefusals refusals) {
        this.night = night;
        this.jdbc = jdbc;
        this.reconciliation = reconciliation;
        this.refusals = refusals;
    }

    /** Null where the list was refused instead, or its outcome holds. */
    @Override
    public @Nullable AgencyOutcome process(String agency) {
        try {
            return ConnectionKeepAlive.during(
                            jdbc, () -> MemoryRetry.of(() -> FaultRedaction.call(() -> reconciled(agency))))
                    .orElse(null);
        } catch (OutOfMemoryError e) {
            refuse(
                    agency,
                    new ProgramFault(e.getClass().getSimpleName(), e.getStackTrace()),
                    ExceptionCode.FILE_TOO_LARGE,
                    "menilainya perlu memori lebih dari yang ada",
                    "daftar yang lebih kecil");
        } catch (StackOverflowError e) {
            failed(agency, new ProgramFault(e.getClass().getSimpleName(), e.getStackTrace()));
        } catch (ProgramFault e) {
            failed(agency, e);
        } catch (StepFault e) {
            throw e.passes() ? e : named(agency, e);
        }
        return null;
    }

    private Optional<AgencyOutcome> reconciled(String agency) {
        Optional<AgencyOutcome> reconciled = reconciliation.reconcile(agency);
        if (reconciled.isEmpty()) {
            night.progress().done(1, 0);
        }
        return reconciled.map(
                one -> new OutcomeStore(jdbc).writtenWhereLarge(night.run().ref(), one));
    }

    private void failed(String agency, ProgramFault fault) {
        refuse(
                agency,
                fault,
                ExceptionCode.FILE_UNREADABLE,
                "program gagal menilainya; pengelola menemukan rinciannya di log",
                "berkas yang dapat dibaca");
    }

    /** With the chunk's transaction. */
    private void refuse(String agency, ProgramFault fault, ExceptionCode code, String found, String expected) {
        Optional<Place> list = new NightStore(jdbc).listOf(night.run().ref(), agency);
        String mandate = night.run().mandate();
        Quarantine quarantine = new Quarantine(jdbc);
        if (list.isEmpty()
                || quarantine.isMany(mandate, list.get().receivedOn())
                || quarantine.publishedOn(mandate, list.get()).isPresent()) {
            throw named(agency, fault);
        }
        String name = quarantine.refuse(
                mandate,
                list.get(),
                new Quarantine.Reason(code, found, expected),
                "rekap",
                night.clock().instant());
        night.lock().check();
        LOG.error("{} was refused, since judging it failed; please report it", name, fault);
        refusals.refused(name, fault);
    }

    /** Says which list it was and how it is taken out. */
    private StepFault named(String agency, StepFault fault) {
        String who = "at the agency " + agency;
        String what = "";
        Optional<Place> list = new NightStore(jdbc).listOf(night.run().ref(), agency);
        if (list.isPresent()) {
            Quarantine quarantine = new Quarantine(jdbc);
            String name = quarantine.name(list.get());
            who = "at the list " + name;
            what = quarantine.publishedOn(night.run().mandate(), list.get()).isPresent()
                    ? ". If it is the list: ./rekap withdraw " + ShellWord.of(name)
                            + " takes it out of force from the next run on"
                    : ". If it is the list: ./rekap quarantine " + ShellWord.of(name)
                            + " takes it out, ./rekap restart goes on";
        }
        return new StepFault(fault.getMessage() + ", " + who + what, fault.getStackTrace(), false);
    }
}
