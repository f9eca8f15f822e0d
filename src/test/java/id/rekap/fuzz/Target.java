package id.rekap.fuzz;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.exemption.ExemptOn;
import id.rekap.files.Fence;
import id.rekap.intake.Delivery;
import id.rekap.intake.Delivery.DroppedFile;
import id.rekap.intake.DeliveryDecision;
import id.rekap.intake.DeliveryReader;
import id.rekap.intake.FileNote;
import id.rekap.intake.IntakeBatch;
import id.rekap.intake.ListPages;
import id.rekap.intake.ReadDelivery;
import id.rekap.intake.Submission;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyFacts;
import id.rekap.reconcile.AgencyReconciler;
import id.rekap.reconcile.CrossAgencyMatch;
import id.rekap.reconcile.CrossAgencyMatch.Kind;
import id.rekap.reconcile.Evidence;
import id.rekap.reconcile.Outcome;
import id.rekap.reconcile.RaisedException;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.report.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way of a file through a night: read as a delivery, judged beside the register, published. */
final class Target {
    static final LocalDate DATE = LocalDate.of(2020, 7, 1);
    static final Mandate MANDATE = new Mandates(Path.of("no-home")).get("se-480-263-2020");

    private static final Fence ALONE = new Fence() {
        @Override
        public void look() {}

        @Override
        public void check() {}

        @Override
        public long token() {
            return 1;
        }
    };

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final Path folder;
    private final Seeds seeds;
    private final Map<String, List<Person>> rosters;
    private final DeliveryReader reader;
    private final People register;
    private final AgencyReconciler reconcile;
    private final Publication publication;

    /** @param others mandates whose lists the same folders hold */
    Target(Path folder, Seeds seeds, List<Mandate> others, JdbcTemplate jdbc) {
        this.register = new People(jdbc);
        this.folder = folder;
        this.seeds = seeds;
        this.rosters = register.rosters(seeds.agencies(), DATE);
        this.reader = new DeliveryReader(folder::resolve, MANDATE, others, jdbc, IntakeBatch.NONE);
        this.reconcile = new AgencyReconciler(MANDATE, CATALOGUE, Mandates.ID);
        this.publication =
                new Publication(folder.resolve("reports"), Mandates.ID, "", "", "0.1.0", CATALOGUE, 1, ALONE);
    }

    /** What a mutant came to. */
    record Seen(DeliveryDecision verdict, List<ExceptionCode> codes) {}

    /** @param isPublished is what was found written as a set, too? */
    Seen run(Mutant mutant, boolean isPublished) throws IOException {
        String agency = mutant.agency();
        List<Delivery> deliveries = new ArrayList<>();
        DroppedFile whole = dropped(agency, "daftar.csv", seeds.whole(agency).bytes());
        if (mutant.inForce()) {
            deliveries.add(new Delivery(agency, DATE, 1, List.of(whole)));
        }
        DroppedFile spoiled = dropped(agency, mutant.name(), mutant.bytes());
        deliveries.add(new Delivery(agency, DATE, 2, mutant.alone() ? List.of(spoiled) : List.of(whole, spoiled)));
        List<ReadDelivery> read = reader.read(deliveries);
        read.forEach(Target::failWhereTheProgramDid);
        ReadDelivery last = read.get(read.size() - 1);
        ReadDelivery inForce = last.list() == null && mutant.inForce() ? read.get(0) : last;
        Outcome outcome = reconcile.reconcile(facts(agency, inForce, last.submission(), mutant.number()));
        if (isPublished) {
            publication.prepare(new OneAgency(DATE, MANDATE, outcome));
        }
        return new Seen(
                last.submission().verdict(),
                outcome.raised().stream().map(RaisedException::code).toList());
    }

    /** A night goes on without the file; here it is what is looked for. */
    private static void failWhereTheProgramDid(ReadDelivery read) {
        for (FileNote note : read.submission().notes()) {
            if (note.value().startsWith("program gagal") || note.value().startsWith("membacanya perlu memori")) {
                throw new IllegalStateException("The program failed; the log says where");
            }
        }
    }

    private DroppedFile dropped(String agency, String name, byte[] bytes) throws IOException {
        String sha256 = sha256(bytes);
        Path original = folder.resolve(sha256);
        if (!Files.exists(original)) {
            Files.write(original, bytes);
        }
        return new DroppedFile(agency, name, 0, sha256, "ARCHIVED");
    }

    /** Removes what a run left. */
    void forget(Mutant mutant) throws IOException {
        Files.deleteIfExists(folder.resolve(sha256(mutant.bytes())));
    }

    private AgencyFacts facts(String agency, ReadDelivery inForce, Submission last, long number) {
        @Nullable ListPages list = inForce.list();
        List<FileNote> notes = new ArrayList<>(inForce.submission().notes());
        if (last.verdict() == DeliveryDecision.REFUSED && inForce.list() != null) {
            notes.addAll(last.notes());
        }
        List<Person> people = rosters.getOrDefault(agency, List.of());
        AgencyFacts.Held held = last.verdict() == DeliveryDecision.HELD
                ? new AgencyFacts.Held(last.id(), agency + "/daftar.csv", last.heldFor())
                : null;
        return new AgencyFacts(
                agency,
                list,
                DATE,
                list == null ? List.of() : inForce.submission().files(),
                notes,
                people,
                ExemptOn.NOBODY,
                new NobodyExempt(register),
                Evidence.NONE,
                matches(agency, people, number),
                new AgencyFacts.Notices(number % 7 == 0 ? DATE.minusDays(40) : null, held));
    }

    private record NobodyExempt(People people) implements AgencyFacts.Register {
        @Override
        public Map<String, Person> byNumber(Collection<String> numbers) {
            return people.byNumber(numbers, DATE);
        }

        @Override
        public ExemptOn exempt(Collection<Person> some) {
            return ExemptOn.NOBODY;
        }
    }

    /** What lists of other agencies might mean, for some. */
    private List<CrossAgencyMatch> matches(String agency, List<Person> people, long number) {
        String other = seeds.neighbour(agency);
        List<CrossAgencyMatch> matches = new ArrayList<>();
        if (number % 3 == 0) {
            matches.add(new CrossAgencyMatch(agency, Kind.SHARED, people.get(0).no(), "account", other, ""));
            matches.add(
                    new CrossAgencyMatch(agency, Kind.REPORTED, people.get(1).no(), "", other, "M,N,R,M5,M1"));
            rosters.getOrDefault(other, List.of())
                    .forEach(p -> matches.add(new CrossAgencyMatch(agency, Kind.TWICE, p.no(), "", other, "")));
        }
        return matches;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
