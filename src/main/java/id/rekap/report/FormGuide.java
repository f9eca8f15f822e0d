package id.rekap.report;

import id.rekap.mandate.Mandate;
import id.rekap.register.Agency;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The sheet that says how a form is filled in. No row of it can be taken for a list's header: one column name each. */
final class FormGuide {
    private static final double NAMES = 30;
    private static final double TEXTS = 90;
    private static final List<String> HOW =
            List.of("form.how.rows", "form.how.people", "form.how.below", "form.how.sheet", "form.how.send");

    private final LocalDate date;
    private final Mandate mandate;
    private final ListWording words;

    FormGuide(LocalDate date, Mandate mandate, ListWording words) {
        this.date = date;
        this.mandate = mandate;
        this.words = words;
    }

    /** @param agency null: anybody may fill it in */
    void fill(Worksheet sheet, @Nullable Agency agency, int people, List<ListForm.Column> columns) {
        sheet.width(0, NAMES);
        sheet.width(1, TEXTS);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        sheet.inlineString(0, 0, words.text("form.title"));
        sheet.style(0, 0).bold().fontSize(14).set();
        int at = 1;
        if (agency != null) {
            at = line(sheet, at, "form.agency", agency.name() + " (" + agency.code() + ")");
        }
        at = line(sheet, at, "form.mandate", mandate.title(words.locale()) + " (" + mandate.number() + ")");
        if (agency != null) {
            at = line(sheet, at, "form.people", words.text("form.people.on", words.number(people), words.date(date)));
        }
        at++;
        at = heading(sheet, at, "form.column", "form.fill");
        for (ListForm.Column column : columns) {
            at = row(sheet, at, column.header(), words.text(column.guide()));
        }
        at++;
        at = heading(sheet, at, "form.how", "");
        for (String key : HOW) {
            at = row(sheet, at, words.text(key + ".name"), words.text(key));
        }
    }

    private int line(Worksheet sheet, int at, String key, String text) {
        return row(sheet, at, words.text(key), text);
    }

    private int heading(Worksheet sheet, int at, String name, String text) {
        sheet.inlineString(at, 0, words.text(name));
        if (!text.isEmpty()) {
            sheet.inlineString(at, 1, words.text(text));
        }
        sheet.range(at, 0, at, 1)
                .style()
                .bold()
                .fillColor("1F4E5F")
                .fontColor("FFFFFF")
                .set();
        return at + 1;
    }

    private static int row(Worksheet sheet, int at, String name, String text) {
        sheet.inlineString(at, 0, SpreadsheetText.harmless(name));
        sheet.inlineString(at, 1, SpreadsheetText.harmless(text));
        sheet.range(at, 0, at, 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        RowHeight height = new RowHeight();
        height.hold(text, TEXTS);
        height.hold(name, NAMES);
        sheet.rowHeight(at, height.points());
        return at + 1;
    }
}
