package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.Delivery.DroppedFile;
import id.rekap.mandate.Mandate;
import id.rekap.register.Agencies;
import id.rekap.register.People;
import id.rekap.tabular.FileRefused;
import id.rekap.value.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads an agency's deliveries in their order and says what each means for the list in force. */
public final class DeliveryReader {
    private final Function<String, Path> originals;
    private final ListReader reader;
    private final List<ListReader> otherMandates;
    private final Submissions submissions;
    private final ListsInForce lists;
    private final DropDecisions decisions;
    private final Corrections corrections;
    private final ChangedObligations askedNow;
    private final Shrinkage shrinkage;
    private final ForeignLists foreign;
    private final ListBounds bounds;
    private final DeliveryFaults lastResort = new DeliveryFaults();

    /** Of the lists in force on a date, by agency. No other process changes them while the night's lock is held. */
    private final Map<LocalDate, Map<String, ListInForce.Brief>> inForce = new HashMap<>();

    /**
     * For deliveries of one reading.
     *
     * @param originals where the bytes of a file lie, by their SHA-256
     * @param lastRead up to which batch everything was read before
     */
    public DeliveryReader(
            Function<String, Path> originals,
            Mandate mandate,
            List<Mandate> otherMandates,
            JdbcTemplate jdbc,
            IntakeBatch lastRead) {
        People people = new People(jdbc);
        this.originals = originals;
        this.reader = new ListReader(mandate);
        this.otherMandates = otherMandates.stream().map(ListReader::new).toList();
        this.submissions = new Submissions(jdbc, mandate.id());
        this.lists = new ListsInForce(jdbc, mandate.id());
        this.decisions = new DropDecisions(jdbc, mandate.id());
        this.corrections = new Corrections(mandate, people);
        this.askedNow = new ChangedObligations(mandate);
        this.shrinkage = new Shrinkage(mandate, people);
        this.foreign = new ForeignLists(new Agencies(jdbc), people, lists, lastRead);
        this.bounds = new ListBounds(people);
    }

    /** An agency's deliveries, oldest first: each may change the list in force that the next one meets. */
    public List<ReadDelivery> read(List<Delivery> deliveries) {
        List<ReadDelivery> read = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            read.add(read(delivery, inForce(delivery, read)).decided(decisions));
        }
        return read;
    }

    private Optional<ListInForce> inForce(Delivery delivery, List<ReadDelivery> before) {
        ReadDelivery last = ReadDelivery.inForce(before, delivery.receivedOn());
        if (last != null) {
            return Optional.of(
                    new ListInForce(ListInForce.Brief.of(last.submission()), last::submission, s -> pagesOf(last)));
        }
        ListInForce.Brief brief =
                inForce.computeIfAbsent(delivery.receivedOn(), lists::briefs).get(delivery.agency());
        return Optional.ofNullable(brief)
                .map(known -> new ListInForce(
                        known,
                        () -> lists.of(delivery.agency(), delivery.receivedOn()).orElseThrow(),
                        s -> submissions.pages(new Submissions.Place(s.agency(), s.receivedOn(), s.batch()))));
    }

    private ReadDelivery read(Delivery delivery, Optional<ListInForce> inForce) {
        String hash = delivery.dropHash();
        boolean allKept = delivery.files().stream().allMatch(DroppedFile::isKept);
        // under other columns the same bytes may say more: only reading them tells
        if (allKept
                && inForce.isPresent()
                && inForce.get().dropHash().equals(hash)
                && inForce.get().asked().equals(reader.asked())) {
            return ReadDelivery.without(delivery, hash, DeliveryDecision.UNCHANGED);
        }
        return lastResort.read(delivery, () -> contents(delivery, hash, inForce), why -> refused(delivery, hash, why));
    }

    private ReadDelivery contents(Delivery delivery, String hash, Optional<ListInForce> inForce) {
        List<DroppedFile> files =
                delivery.files().stream().sorted(DroppedFile.IN_ORDER).toList();
        if (files.size() > StoredLimits.FILES) {
            return refused(
                    delivery,
                    hash,
                    StoredLimits.tooMuch("berkas dalam satu kiriman", files.size(), StoredLimits.FILES));
        }
        DropParts parts = new DropParts(foreign.of(delivery.agency(), delivery.receivedOn()));
        List<FileNote> refusals = new ArrayList<>();
        boolean meant = false;
        for (DroppedFile file : files) {
            try {
                meant |= readFile(file, parts);
            } catch (FileRefused e) {
                meant = true;
                refusals.add(refusal(file, e));
            }
        }
        if (!refusals.isEmpty()) {
            return ReadDelivery.refused(delivery, hash, refusals);
        }
        if (!meant) {
            return ReadDelivery.without(delivery, hash, DeliveryDecision.NOT_MEANT);
        }
        try {
            return whole(delivery, hash, parts, inForce);
        } catch (FileRefused e) {
            return refused(delivery, hash, e);
        }
    }

    /** The drop as a whole, told under its first file. */
    private static ReadDelivery refused(Delivery delivery, String hash, FileRefused why) {
        return ReadDelivery.refused(delivery, hash, List.of(refusal(delivery.first(), why)));
    }

    private ReadDelivery whole(Delivery delivery, String hash, DropParts parts, Optional<ListInForce> inForce)
            throws FileRefused {
        boolean isCorrectionOnly = parts.lists() == 0;
        if (isCorrectionOnly && inForce.isEmpty()) {
            parts.firstCorrectionIsTheList();
        }
        List<ListFile> files = new ArrayList<>();
        List<FileNote> notes = new ArrayList<>();
        ListPages kept = parts.list();
        if (isCorrectionOnly && inForce.isPresent()) {
            Submission base = inForce.get().submission();
            Submission now = askedNow.of(base);
            files.addAll(now.files());
            notes.addAll(now.notes());
            kept = askedNow.of(base, inForce.get().list());
        }
        int offset = files.size();
        files.addAll(parts.files(Corrections.next(files)));
        notes.addAll(parts.notes());
        bounds.check(kept, files.size() - offset - parts.lists());
        kept = corrections.shortened(kept.with(parts.corrections(), offset), files, delivery.receivedOn());
        bounds.checkKept(kept, files);
        ListPages list = corrections.applied(kept, files, delivery.receivedOn()).left();
        bounds.check(list, files, delivery.receivedOn());
        List<HoldReason> held = new ArrayList<>();
        if (!isCorrectionOnly && inForce.isPresent()) {
            held.addAll(shrinkage.reasons(list, inForce.get(), delivery.receivedOn()));
        }
        if (!isCorrectionOnly || inForce.isEmpty()) {
            held.addAll(parts.holdReasons(list));
        }
        return ReadDelivery.of(delivery, hash, held, files, notes, list.rowCount(), kept);
    }

    private static ListPages pagesOf(ReadDelivery read) {
        ListPages list = read.list();
        if (list == null) {
            throw new IllegalStateException("A list in force has pages");
        }
        return list;
    }

    /** False where the file is a list of another mandate only. */
    private boolean readFile(DroppedFile file, DropParts parts) throws FileRefused {
        file.refuseUnlessKept();
        try {
            parts.add(reader, originals.apply(file.sha256()), file);
            return true;
        } catch (FileRefused e) {
            if (e.code() == ExceptionCode.FILE_NO_HEADER && isOfAnotherMandate(file)) {
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private boolean isOfAnotherMandate(DroppedFile file) throws FileRefused {
        try {
            for (ListReader other : otherMandates) {
                if (other.hasHeader(originals.apply(file.sha256()), file.path())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UncheckedIOException unreadable(DroppedFile file, IOException e) {
        return new UncheckedIOException("The archive's copy of a file of " + file.folder() + " cannot be read", e);
    }

    static FileNote refusal(DroppedFile file, FileRefused e) {
        String found = StoredLimits.note(e.found());
        String expected = StoredLimits.note(e.expected());
        return new FileNote(
                e.code(),
                file.path(),
                StoredLimits.header(e.sheet()),
                e.code() == ExceptionCode.FILE_COLUMN_DUPLICATE ? expected : "",
                found,
                expected,
                List.of(found, expected));
    }

    /** SHA-256, in hex, over the sorted hex hashes of the files, one after the other; a file that is there twice counts once. */
    static String hashOver(List<DroppedFile> files) {
        String sorted =
                files.stream().map(DroppedFile::sha256).distinct().sorted().collect(Collectors.joining());
        return Sha256.hex(sorted);
    }
}
