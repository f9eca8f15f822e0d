package id.rekap.report;

import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.report.page.Wording;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of agencies' lists in one language. */
final class ListWording {
    private final Wording common;
    private final ResourceBundle texts;

    private ListWording(Wording common) {
        this.common = common;
        this.texts = ResourceBundle.getBundle(
                "id.rekap.report.list",
                common.locale(),
                ListWording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static ListWording in(Locale locale) {
        return new ListWording(Wording.in(locale));
    }

    Locale locale() {
        return common.locale();
    }

    String text(String key, String... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    String date(LocalDate date) {
        return common.date(date);
    }

    String number(long number) {
        return common.number(number);
    }

    String signed(int number) {
        return common.signed(number);
    }

    String percent(BigDecimal percent) {
        return common.percent(percent);
    }

    String decimal(BigDecimal number) {
        return common.decimal(number);
    }

    /** A field of an exception as people call it: an obligation's label, else the name of a column. */
    String field(Mandate mandate, String field) {
        for (Obligation obligation : mandate.obligations()) {
            if (obligation.id().equals(field)) {
                return obligation.label(locale());
            }
        }
        return texts.containsKey("field." + field) ? text("field." + field) : field;
    }
}
