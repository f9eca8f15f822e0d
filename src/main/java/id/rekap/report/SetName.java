package id.rekap.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A set as its folder is named: date and revision. */
public record SetName(LocalDate date, int revision) {
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([1-9]\\d{0,8})");

    static Optional<SetName> of(String folder) {
        Matcher name = FORM.matcher(folder);
        try {
            return name.matches()
                    ? Optional.of(new SetName(LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // no day of the calendar: nothing that was published
        }
    }

    @Override
    public String toString() {
        return date + "." + revision;
    }
}
