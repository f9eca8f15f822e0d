package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.FileNote;
import id.rekap.intake.HoldReason;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListRow;
import id.rekap.intake.RowWidth;
import id.rekap.intake.StoredLimits;
import id.rekap.mandate.Obligation;
import id.rekap.register.Person;
import id.rekap.value.Identifier;
import id.rekap.value.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the exceptions of one agency, with their texts and what identifies them from night to night. */
final class ExceptionCollector {
    /** Names of fields that are not obligations. */
    static final String NUMBER = "employee_no";

    static final String NAME = "employee_name";
    static final String TYPE = "employment_type";

    private static final int SHOWN = 500;

    private final Catalogue catalogue;
    private final Locale locale;
    private final String agency;
    private final List<ListFile> files;
    private final List<RaisedException> raised = new ArrayList<>();

    ExceptionCollector(Catalogue catalogue, Locale locale, String agency, List<ListFile> files) {
        this.catalogue = catalogue;
        this.locale = locale;
        this.agency = agency;
        this.files = files;
    }

    List<RaisedException> raised() {
        return raised;
    }

    /** As people call it. */
    String label(Obligation obligation) {
        return obligation.label(locale);
    }

    /** In the words of what is raised. */
    TypingSlips slips(List<Person> people) {
        return new TypingSlips(people, catalogue, locale);
    }

    /** Of a row whose identifier is refused: no person, but what was written and the name beside it. */
    void identifier(ExceptionCode code, ListRow row, String hint, String suggestion) {
        add(
                code,
                row,
                "",
                row.name(),
                NUMBER,
                row.written(),
                suggestion,
                folded(row.written()) + "\u0000" + Names.normalised(row.name()),
                row.written(),
                hint);
    }

    /** Of a row whose cells cannot be told apart: shows how many there are, and nothing of them. */
    void tooWide(ListRow row) {
        RowWidth width = RowWidth.of(row);
        String cells = Integer.toString(width.cells());
        String columns = Integer.toString(width.columns());
        add(ExceptionCode.ROW_TOO_WIDE, row, "", "", "", cells, "", width.digest(), cells, columns);
    }

    /** Of a row whose number the register does not know. */
    void unknown(ExceptionCode code, ListRow row, String field, String value, String suggestion, String... args) {
        add(code, row, row.no(), row.name(), field, value, suggestion, row.no(), args);
    }

    /** Of a person's row. */
    void row(ExceptionCode code, ListRow row, Person person, String field, String value, String... args) {
        add(code, row, person.no(), person.name(), field, value, "", person.id(), args);
    }

    /** Of a person's further row, whom the register may not know. */
    void repeat(ExceptionCode code, ListRow row, @Nullable Person person, String field, String value, String... args) {
        if (person == null) {
            unknown(code, row, field, value, "", args);
        } else {
            row(code, row, person, field, value, args);
        }
    }

    private void add(
            ExceptionCode code,
            ListRow row,
            String no,
            String name,
            String field,
            String value,
            String suggestion,
            String who,
            String... args) {
        ListFile file = files.get(row.file());
        String[] shown = Arrays.stream(args).map(ExceptionCollector::cut).toArray(String[]::new);
        raised.add(new RaisedException(
                code,
                no,
                name,
                file.name(),
                file.sheet(),
                row.row(),
                field,
                cut(value),
                catalogue.expected(code, locale, shown),
                catalogue.message(code, locale, shown),
                suggestion,
                basis(code, who, field, value, ""),
                own(file, row)));
    }

    /** Empty cells too: so the columns keep the sender's order. */
    private static List<SenderCell> own(ListFile file, ListRow row) {
        List<SenderCell> own = new ArrayList<>();
        List<String> cells = row.extras();
        for (int i = 0; i < Math.min(StoredLimits.OWN_COLUMNS, cells.size()); i++) {
            own.add(new SenderCell(file.extraHeaders().get(i), cut(cells.get(i))));
        }
        return own;
    }

    /** Of a person who stands on no list. */
    void person(ExceptionCode code, Person person) {
        raised.add(new RaisedException(
                code,
                person.no(),
                person.name(),
                "",
                "",
                null,
                "",
                "",
                catalogue.expected(code, locale),
                catalogue.message(code, locale),
                "",
                basis(code, person.id(), "", "", ""),
                List.of()));
    }

    /** Of the agency itself; a file that it names does not tell it from others. */
    void agency(ExceptionCode code, String file, String value, String... args) {
        raised.add(new RaisedException(
                code,
                "",
                "",
                file,
                "",
                null,
                "",
                value,
                catalogue.expected(code, locale, args),
                catalogue.message(code, locale, args),
                "",
                basis(code, "", "", value, ""),
                List.of()));
    }

    /** Of a list that waits for a decision: once for each code, however many reasons are of it. */
    void held(String file, String submission, List<HoldReason> reasons) {
        Map<ExceptionCode, List<HoldReason>> byCode = new TreeMap<>();
        reasons.forEach(reason -> byCode.computeIfAbsent(reason.kind().code(), c -> new ArrayList<>())
                .add(reason));
        byCode.forEach((code, own) -> agency(
                code,
                file,
                submission,
                HoldReason.said(own, catalogue, locale),
                submission,
                HoldReason.expected(own, catalogue, locale)));
    }

    /** Of a whole file. */
    void file(FileNote note) {
        String[] args = note.args().toArray(String[]::new);
        raised.add(new RaisedException(
                note.code(),
                "",
                "",
                note.file(),
                note.sheet(),
                null,
                note.field(),
                cut(note.value()),
                cut(note.expected().isEmpty() ? catalogue.expected(note.code(), locale, args) : note.expected()),
                cut(catalogue.message(note.code(), locale, args)),
                "",
                basis(note.code(), "", note.field(), note.value(), note.file()),
                List.of()));
    }

    /** Of a message in a chat: wherever it stands, it is known by what it says. */
    void message(ExceptionCode code, String file, int line, String words, String... args) {
        raised.add(new RaisedException(
                code,
                "",
                "",
                file,
                "",
                line,
                "",
                cut(words),
                catalogue.expected(code, locale, args),
                cut(catalogue.message(code, locale, args)),
                "",
                basis(code, "", "", words, ""),
                List.of()));
    }

    private String basis(ExceptionCode code, String who, String field, String value, String file) {
        return String.join("\u0000", code.name(), agency, who, field, folded(value), file);
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * A cell can hold 32,767 characters; nobody needs to be shown more than these of a wrong one. NIKs are hidden before: one
     * that has lost digits at the end is not known as one any more.
     */
    private static String cut(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        String masked = Identifier.masked(text);
        int end = Character.isHighSurrogate(masked.charAt(SHOWN - 2)) ? SHOWN - 2 : SHOWN - 1;
        return masked.substring(0, end) + "…";
    }
}
