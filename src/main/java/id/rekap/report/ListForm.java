package id.rekap.report;

import id.rekap.files.DatedWorkbook;
import id.rekap.files.Durable;
import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.register.Agency;
import id.rekap.register.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An empty list for an agency to fill in: its people, identifiers as text for them and for spare rows, and cells that take
 * only what can be read for sure.
 */
public final class ListForm {
    /** The sheet is read by these names, in any language. */
    private static final String IDENTIFIER = "NIP/NIK";

    private static final String NAME = "Nama";
    private static final String TYPE = "Jenis";
    private static final String REMARK = "Keterangan";
    private static final String YES_NO = "ya,tidak";

    private static final int SPARE_ROWS = 200;
    private static final int OBLIGATIONS_FROM = 3;
    private static final int FLUSH_EVERY = 1_000;

    /** Characters in a list of choices that spreadsheet programs take. */
    private static final int LONGEST_CHOICE = 255;

    private final LocalDate date;
    private final Mandate mandate;
    private final ListWording words;
    private final FormGuide guide;

    public ListForm(LocalDate date, Mandate mandate, Locale locale) {
        this.date = date;
        this.mandate = mandate;
        this.words = ListWording.in(locale);
        this.guide = new FormGuide(date, mandate, words);
    }

    /** Writes the form whole or not at all; the same people give the same bytes. */
    public void write(Path file, Agency agency, List<Person> people) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("It is no file");
        }
        Path draft = Files.createTempFile(directory, ".rekap-", ".part");
        try {
            Audience.OWNER.mayRead(draft);
            try (OutputStream out = Files.newOutputStream(draft)) {
                write(out, agency, people);
            }
            Audience.OPERATORS.mayRead(draft);
            Durable.all(List.of(draft));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Durable.all(List.of(directory));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** One without anybody, the same on any day. */
    static byte[] blank(Mandate mandate, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ListForm(AgencyWorkbook.ANY_DAY, mandate, locale).write(out, null, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(OutputStream out, @Nullable Agency agency, List<Person> people) throws IOException {
        DatedWorkbook.write(date, out, book -> {
            try (Worksheet sheet = book.newWorksheet(words.text("form.list"))) {
                list(sheet, people);
            }
            try (Worksheet sheet = book.newWorksheet(words.text("form.guide"))) {
                guide.fill(sheet, agency, people.size(), columns());
            }
        });
    }

    /**
     * A column of the form.
     *
     * @param guide key of the words that say how it is filled in
     * @param text identifiers, and whatever else a spreadsheet would turn into a number or a date
     */
    record Column(String header, double width, String guide, boolean text) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(IDENTIFIER, 22, "form.identifier", true));
        columns.add(new Column(NAME, 34, "form.name", true));
        columns.add(new Column(TYPE, 20, "form.type", false));
        for (Obligation obligation : mandate.obligations()) {
            String header = obligation.columns().get(0);
            boolean isHandle = obligation.kind() == Obligation.Kind.HANDLE;
            String key = "form." + obligation.kind().name() + (obligation.voluntary() ? ".voluntary" : "");
            columns.add(new Column(header, isHandle ? 28 : Math.max(12, header.length() + 2), key, isHandle));
        }
        columns.add(new Column(REMARK, 30, "form.remark", true));
        return columns;
    }

    private void list(Worksheet sheet, List<Person> people) throws IOException {
        List<Column> columns = columns();
        int last = people.size() + SPARE_ROWS;
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.inlineString(0, i, columns.get(i).header());
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .fillColor("1F4E5F")
                .fontColor("FFFFFF")
                .set();
        sheet.freezePane(2, 1);
        sheet.setAutoFilter(0, 0, last, columns.size() - 1);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        sheet.repeatRows(0);
        choices(sheet, last);
        for (int from = 1; from <= last; from += FLUSH_EVERY) {
            int to = Math.min(last, from + FLUSH_EVERY - 1);
            for (int at = from; at <= to; at++) {
                if (at <= people.size()) {
                    person(sheet, at, people.get(at - 1));
                }
            }
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).text()) {
                    sheet.range(from, i, to, i).style().format("@").set();
                }
            }
            sheet.flush();
        }
    }

    private static void person(Worksheet sheet, int at, Person person) {
        sheet.inlineString(at, 0, person.no());
        sheet.inlineString(at, 1, SpreadsheetText.harmless(person.name()));
        sheet.inlineString(at, 2, typeName(person.type()));
    }

    private static String typeName(String code) {
        return code.replace('_', ' ');
    }

    private void choices(Worksheet sheet, int last) {
        String types = mandate.types().stream()
                .map(EmploymentType::code)
                .map(ListForm::typeName)
                .collect(Collectors.joining(","));
        if (types.length() <= LONGEST_CHOICE) {
            choice(sheet.range(1, 2, last, 2), types);
        }
        for (int i = 0; i < mandate.obligations().size(); i++) {
            int column = OBLIGATIONS_FROM + i;
            Range cells = sheet.range(1, column, last, column);
            switch (mandate.obligations().get(i).kind()) {
                case HANDLE -> {}
                case YES_NO -> choice(cells, YES_NO);
                case COUNT -> wholeNumber(cells);
            }
        }
    }

    private void choice(Range cells, String choices) {
        cells.validateWithListByFormula("\"" + choices + "\"")
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(words.text("form.wrong"))
                .error(words.text("form.choose", choices.replace(",", ", ")));
    }

    /** Of the first cell; spreadsheets move it on to the others. */
    private void wholeNumber(Range cells) {
        String first = cells.toString().replaceFirst(":.*", "");
        cells.validateWithFormula("AND(ISNUMBER(" + first + ")," + first + ">=0," + first + "=INT(" + first + "))")
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(words.text("form.wrong"))
                .error(words.text("form.whole-number"));
    }
}
