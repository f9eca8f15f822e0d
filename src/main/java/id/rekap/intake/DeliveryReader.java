package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.Delivery.DroppedFile;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.tabular.FileRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an agency's deliveries in their order and says what each means for the list in force. */
public final class DeliveryReader {
    private final Function<String, Path> originals;
    private final ListReader reader;
    private final List<ListReader> otherMandates;
    private final Submissions submissions;
    private final Corrections corrections;
    private final Shrinkage shrinkage;

    /** Of the lists in force on a date, by agency. No other process changes them while the night's lock is held. */
    private final Map<LocalDate, Map<String, ListInForce.Brief>> inForce = new HashMap<>();

    /** @param originals where the bytes of a file lie, by their SHA-256 */
    public DeliveryReader(
            Function<String, Path> originals,
            Mandate mandate,
            List<Mandate> otherMandates,
            Submissions submissions,
            People people) {
        this.originals = originals;
        this.reader = new ListReader(mandate);
        this.otherMandates = otherMandates.stream().map(ListReader::new).toList();
        this.submissions = submissions;
        this.corrections = new Corrections(mandate, people);
        this.shrinkage = new Shrinkage(mandate, people);
    }

    /** An agency's deliveries, oldest first: each may change the list in force that the next one meets. */
    public List<ReadDelivery> read(List<Delivery> deliveries) {
        List<ReadDelivery> read = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            read.add(read(delivery, inForce(delivery, read)));
        }
        return read;
    }

    private Optional<ListInForce> inForce(Delivery delivery, List<ReadDelivery> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            ReadDelivery last = before.get(i);
            if (last.submission().verdict() == Verdict.ACCEPTED) {
                return Optional.of(
                        new ListInForce(ListInForce.Brief.of(last.submission()), last::submission, s -> pagesOf(last)));
            }
        }
        ListInForce.Brief brief = inForce.computeIfAbsent(delivery.receivedOn(), submissions::briefsInForce)
                .get(delivery.agency());
        return Optional.ofNullable(brief)
                .map(known -> new ListInForce(
                        known,
                        () -> submissions
                                .inForce(delivery.agency(), delivery.receivedOn())
                                .orElseThrow(),
                        s -> submissions.pages(new Submissions.Place(s.agency(), s.receivedOn(), s.take()))));
    }

    private ReadDelivery read(Delivery delivery, Optional<ListInForce> inForce) {
        String hash = hashOver(delivery.files());
        boolean allKept = delivery.files().stream().allMatch(DroppedFile::isKept);
        if (allKept && inForce.isPresent() && inForce.get().dropHash().equals(hash)) {
            return verdict(delivery, hash, Verdict.UNCHANGED, List.of(), List.of(), null);
        }
        Parts parts = new Parts();
        List<FileNote> refusals = new ArrayList<>();
        boolean meant = false;
        for (DroppedFile file :
                delivery.files().stream().sorted(DroppedFile.IN_ORDER).toList()) {
            try {
                meant |= readFile(file, parts);
            } catch (FileRefused e) {
                meant = true;
                refusals.add(refusal(file, e));
            }
        }
        if (!refusals.isEmpty()) {
            return verdict(delivery, hash, Verdict.REFUSED, List.of(), refusals, null);
        }
        if (!meant) {
            return verdict(delivery, hash, Verdict.NOT_MEANT, List.of(), List.of(), null);
        }
        return whole(delivery, hash, parts, inForce);
    }

    private ReadDelivery whole(Delivery delivery, String hash, Parts parts, Optional<ListInForce> inForce) {
        boolean isCorrectionOnly = parts.lists == 0;
        if (isCorrectionOnly && inForce.isEmpty()) {
            parts.firstCorrectionIsTheList();
        }
        List<ListFile> files = new ArrayList<>();
        List<FileNote> notes = new ArrayList<>();
        ListPages list = parts.base.build();
        if (isCorrectionOnly && inForce.isPresent()) {
            Submission base = inForce.get().submission();
            files.addAll(base.files());
            notes.addAll(base.notes());
            list = inForce.get().list();
        }
        int offset = files.size();
        files.addAll(parts.files);
        notes.addAll(parts.notes);
        list = corrections.apply(list, parts.corrections, offset, parts.lists, delivery.receivedOn());
        boolean held = !isCorrectionOnly
                && inForce.isPresent()
                && shrinkage.isHeld(list, inForce.get(), delivery.receivedOn());
        return verdict(delivery, hash, held ? Verdict.HELD : Verdict.ACCEPTED, files, notes, list);
    }

    private static ListPages pagesOf(ReadDelivery read) {
        ListPages list = read.list();
        if (list == null) {
            throw new IllegalStateException("A list in force has pages");
        }
        return list;
    }

    private static ReadDelivery verdict(
            Delivery d,
            String hash,
            Verdict verdict,
            List<ListFile> files,
            List<FileNote> notes,
            @Nullable ListPages list) {
        int rows = list == null ? 0 : list.rowCount();
        return new ReadDelivery(
                new Submission(
                        d.agency(),
                        d.receivedOn(),
                        d.take(),
                        hash,
                        verdict,
                        rows,
                        files,
                        notes,
                        list == null ? List.of() : list.sample()),
                list);
    }

    /** What the files of a delivery hold: rows of lists, and rows that correct them. */
    private static final class Parts {
        private final ListPages.Builder base = new ListPages.Builder();
        private final List<ListRow> corrections = new ArrayList<>();
        private final List<ListFile> files = new ArrayList<>();
        private final List<FileNote> notes = new ArrayList<>();
        private int lists;

        /** Where there is no list that it could correct. */
        void firstCorrectionIsTheList() {
            corrections.stream().filter(row -> row.file() == 0).forEach(base::add);
            corrections.removeIf(row -> row.file() == 0);
        }
    }

    /** False where the file is a list of another mandate only. */
    private boolean readFile(DroppedFile file, Parts parts) throws FileRefused {
        file.refuseUnlessKept();
        try {
            return readTable(file, parts);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's copy of a file of " + file.folder() + " cannot be read", e);
        }
    }

    private boolean readTable(DroppedFile file, Parts parts) throws FileRefused, IOException {
        try {
            ListReader.Reading reading = reader.read(
                    originals.apply(file.sha256()),
                    file.path(),
                    file.sha256(),
                    parts.files.size(),
                    file.isCorrection() ? parts.corrections::add : parts.base::add);
            parts.files.add(reading.file());
            parts.notes.addAll(reading.notes());
            parts.lists += file.isCorrection() ? 0 : 1;
            return true;
        } catch (FileRefused e) {
            if (e.code() == ExceptionCode.FILE_NO_HEADER && isOfAnotherMandate(file)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isOfAnotherMandate(DroppedFile file) throws FileRefused, IOException {
        for (ListReader other : otherMandates) {
            if (other.hasHeader(originals.apply(file.sha256()), file.path())) {
                return true;
            }
        }
        return false;
    }

    private static FileNote refusal(DroppedFile file, FileRefused e) {
        return new FileNote(
                e.code(),
                file.path(),
                e.sheet(),
                e.code() == ExceptionCode.FILE_COLUMN_DUPLICATE ? e.expected() : "",
                e.found(),
                e.expected(),
                List.of(e.found(), e.expected()));
    }

    /** SHA-256, in hex, over the sorted hex hashes of the files, one after the other; a file that is there twice counts once. */
    static String hashOver(List<DroppedFile> files) {
        String sorted =
                files.stream().map(DroppedFile::sha256).distinct().sorted().collect(Collectors.joining());
        return HexFormat.of().formatHex(Archive.sha256().digest(sorted.getBytes(StandardCharsets.US_ASCII)));
    }
}
