package id.rekap.report.page;

import id.rekap.value.DateWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The page's texts, numbers and dates in one language. Separators and months come from our own files: those of the Java
 * installation change with its version, and with them would the page's bytes.
 */
public final class Wording {
    private static final int GROUP = 3;
    private static final int MONTH = 3;

    private final Locale locale;
    private final ResourceBundle texts;

    /** Spelled out once: each row of each agency has one, and a publication knows few. */
    private final Map<LocalDate, String> dates = new ConcurrentHashMap<>();

    private Wording(Locale locale) {
        this.locale = locale;
        // Without fallback: a text that is missing must not come out in the language of the machine.
        this.texts = ResourceBundle.getBundle(
                "id.rekap.report.page.page",
                locale,
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English where it is asked for, else Indonesian. */
    public static Wording in(Locale asked) {
        boolean english = asked.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Wording(english ? Locale.ENGLISH : new Locale("id"));
    }

    public Locale locale() {
        return locale;
    }

    /** The language as HTML names it. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String text(String key, String... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    public String number(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(number)));
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            digits.insert(at, text("number.group"));
        }
        return number < 0 ? "−" + digits : digits.toString();
    }

    /** With the sign that says in which direction. */
    public String signed(int number) {
        return (number > 0 ? "+" : "") + number(number);
    }

    public String percent(BigDecimal percent) {
        return decimal(percent) + "%";
    }

    /** With one decimal. */
    public String decimal(BigDecimal number) {
        BigDecimal rounded = number.abs().setScale(1, RoundingMode.HALF_UP);
        String sign = number.signum() < 0 && rounded.signum() != 0 ? "−" : "";
        int tenths = rounded.movePointRight(1).intValueExact() % 10;
        return sign + number(rounded.longValue()) + text("number.decimal") + tenths;
    }

    /** A phrase as the beginning of a sentence. */
    String sentence(String phrase) {
        return phrase.isEmpty() ? phrase : phrase.substring(0, 1).toUpperCase(locale) + phrase.substring(1);
    }

    /** A day and a month of three letters, in both languages its first ones. */
    String shortDate(LocalDate date) {
        return date.getDayOfMonth() + " "
                + DateWords.month(date.getMonth(), locale).substring(0, MONTH);
    }

    /** That the mandate changed on these nights; empty where it did on none. */
    public String rulesChanged(List<LocalDate> nights) {
        return nights.isEmpty()
                ? ""
                : text("trend.rules", nights.stream().map(this::date).collect(Collectors.joining(", ")));
    }

    /** The name of a month. */
    public String month(YearMonth month) {
        return DateWords.month(month.getMonth(), locale);
    }

    public String date(LocalDate date) {
        return dates.computeIfAbsent(date, d -> DateWords.date(d, locale));
    }
}
