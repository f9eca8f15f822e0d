package id.rekap.cli;

import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.register.Contacts;
import id.rekap.report.Publication;
import id.rekap.watch.Mailer;
import id.rekap.watch.Mailer.Attachment;
import id.rekap.watch.Mailer.Fault;
import id.rekap.watch.SentLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends each agency's list of the newest set to its contact, where it says something else than the one that was sent before.
 * One at a time, each noted when the server has taken it: who is cut off goes on with the rest.
 */
final class AgencyMail {
    private final Settings settings;
    private final RunStore runs;
    private final Contacts contacts;
    private final SentLists sent;
    private final Mailer mailer;
    private final Clock clock;
    private final BooleanSupplier isStopping;
    private final Predicate<String> calling;
    private final Map<String, String> done = new HashMap<>();
    private boolean isWarned;

    AgencyMail(
            Settings settings, JdbcTemplate jdbc, Clock clock, BooleanSupplier isStopping, Predicate<String> calling) {
        this.settings = settings;
        this.runs = new RunStore(jdbc);
        this.contacts = new Contacts(jdbc);
        this.sent = new SentLists(jdbc);
        this.mailer = new Mailer(settings.mail());
        this.clock = clock;
        this.isStopping = isStopping;
        this.calling = calling;
    }

    /** Of every mandate; what was done with this set before costs a look at the run table. */
    void send() {
        for (Mandate mandate : mandates()) {
            runs.lastPublished(mandate.id(), ReportCommand.LAST)
                    .filter(run -> !run.name("").equals(done.get(mandate.id())))
                    .filter(run -> isAllSent(mandate, run))
                    .ifPresent(run -> done.put(mandate.id(), run.name("")));
        }
    }

    private List<Mandate> mandates() {
        Mandates all = new Mandates(settings.home());
        List<Mandate> mandates = new ArrayList<>();
        try {
            mandates.add(all.get(settings.mandate()));
            mandates.addAll(all.others(settings.mandate()));
        } catch (ConfigurationInvalid e) {
            // the run itself says so
            return mandates;
        }
        return mandates;
    }

    private boolean isAllSent(Mandate mandate, Run run) {
        Path set = NightCommand.set(settings, mandate.id(), run.date());
        List<String> refused = new ArrayList<>();
        for (Contacts.Contact contact : contacts.on(run.date())) {
            if (isStopping.getAsBoolean()) {
                return false;
            }
            try {
                Optional<Fault> fault = send(mandate, run.date(), contact, Publication.ofAgency(set, contact.agency()));
                if (fault.isPresent() && !fault.get().isForGood()) {
                    warn(fault.get().why());
                    return false;
                }
                fault.ifPresent(f -> refused.add(contact.agency() + " (" + f.why() + ")"));
            } catch (IOException e) {
                warn(contact.agency() + "'s list cannot be read: "
                        + e.getClass().getSimpleName());
                return false;
            }
        }
        isWarned = false;
        return refused.isEmpty() || calling.test(words(run.date()).refused(refused));
    }

    private void warn(String why) {
        if (!isWarned) {
            isWarned = true;
            Terminal.err("Warning: not every agency has its list, " + why + "; it is tried again");
        }
    }

    private Optional<Fault> send(Mandate mandate, LocalDate date, Contacts.Contact contact, Path folder)
            throws IOException {
        Path csv = folder.resolve("exceptions.csv");
        if (!Files.isReadable(csv)) {
            return Optional.empty();
        }
        OpenLines lines = OpenLines.of(csv);
        String digest = lines.digest(contact.address());
        Optional<String> before = sent.digest(mandate.id(), contact.agency());
        if (before.filter(digest::equals).isPresent() || (before.isEmpty() && lines.count() == 0)) {
            return Optional.empty();
        }
        AgencyMailWords words = words(date);
        String title = mandate.title(words.locale());
        Optional<Fault> fault = mailer.send(
                List.of(contact.address()),
                words.subject(contact.name()),
                words.text(contact.name(), title, lines.count()),
                new Attachment(folder.getFileName() + "-" + date + ".xlsx", folder.resolve("exceptions.xlsx")));
        if (fault.isEmpty() || fault.get().isForGood()) {
            sent.note(mandate.id(), contact.agency(), digest, clock.instant());
        }
        return fault;
    }

    private AgencyMailWords words(LocalDate date) {
        return new AgencyMailWords(Locale.forLanguageTag(settings.run().language()), date);
    }
}
