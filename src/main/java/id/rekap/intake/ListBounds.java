package id.rekap.intake;

import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.tabular.FileRefused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Is a list within what is {@link StoredLimits} of one? Then it can be judged, whatever stands in it. */
final class ListBounds {
    private final People people;

    ListBounds(People people) {
        this.people = people;
    }

    /** Before so many files of corrections are applied to it. */
    void check(ListPages list, int corrections) throws FileRefused {
        if ((long) list.rowCount() * corrections > StoredLimits.CORRECTED_ROWS) {
            throw StoredLimits.tooMuch(
                    "berkas ralat untuk daftar " + list.rowCount() + " baris",
                    corrections,
                    StoredLimits.CORRECTED_ROWS / list.rowCount());
        }
    }

    /** With the rows that corrections replace: all of theirs are compared with the list in memory. */
    void checkKept(ListPages kept, List<ListFile> files) throws FileRefused {
        if (kept.bytes() > StoredLimits.LIST_BYTES) {
            throw StoredLimits.tooMuch("byte isi daftar", kept.bytes(), StoredLimits.LIST_BYTES);
        }
        if (Corrections.isCorrected(files)) {
            long corrections = StreamSupport.stream(kept.rows().spliterator(), false)
                    .filter(row -> Corrections.corrects(files, row.file()))
                    .count();
            if (corrections > StoredLimits.CORRECTIONS) {
                throw StoredLimits.tooMuch("baris ralat untuk satu daftar", corrections, StoredLimits.CORRECTIONS);
            }
        }
    }

    void check(ListPages list, List<ListFile> files, LocalDate on) throws FileRefused {
        if (files.size() > StoredLimits.FILES) {
            throw StoredLimits.tooMuch("berkas daftar dengan semua ralatnya", files.size(), StoredLimits.FILES);
        }
        int description = SubmissionJson.of(files).length();
        if (description > StoredLimits.FILES_CHARACTERS) {
            throw StoredLimits.tooMuch(
                    "karakter nama dan judul kolom semua berkas", description, StoredLimits.FILES_CHARACTERS);
        }
        if (list.bytes() > StoredLimits.LIST_BYTES) {
            throw StoredLimits.tooMuch("byte isi daftar", list.bytes(), StoredLimits.LIST_BYTES);
        }
        if (list.rowCount() > StoredLimits.ROWS_OF_NOBODY) {
            int ofNobody = ofNobody(list, on);
            if (ofNobody > StoredLimits.ROWS_OF_NOBODY) {
                throw StoredLimits.tooMuch(
                        "baris tanpa pegawai data induk, atau berulang", ofNobody, StoredLimits.ROWS_OF_NOBODY);
            }
        }
    }

    /** Rows that do not speak of somebody whom no row before speaks of; looked up a page at a time. */
    private int ofNobody(ListPages list, LocalDate on) {
        Set<String> seen = new HashSet<>();
        for (ListPages.Page page : list.pages()) {
            Set<String> numbers = new HashSet<>();
            page.rows().stream().filter(ListRow::hasNumber).forEach(row -> numbers.add(row.no()));
            Map<String, Person> known = people.byNumber(numbers, on);
            known.values().forEach(person -> seen.add(person.id()));
        }
        return list.rowCount() - seen.size();
    }
}
