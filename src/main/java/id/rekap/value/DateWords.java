package id.rekap.value;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;

/**
 * Dates as people write them: 1 Agustus 2020, 1 August 2020. Indonesian unless English is asked for. The months are our own, since
 * those of the Java runtime differ between its versions.
 */
public final class DateWords {
    private static final List<String> INDONESIAN = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");

    private static final List<String> ENGLISH = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private DateWords() {}

    public static String month(Month month, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return (english ? ENGLISH : INDONESIAN).get(month.ordinal());
    }

    public static String date(LocalDate date, Locale locale) {
        return date.getDayOfMonth() + " " + month(date.getMonth(), locale) + " " + date.getYear();
    }
}
