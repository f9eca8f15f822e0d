package id.rekap.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Dates of all commands: read in one form only, and what is no date is refused in one sentence. */
final class Dates implements ITypeConverter<LocalDate> {
    private static final String FORM = "write it as YYYY-MM-DD, for example 2026-01-31";

    static void register(CommandLine line) {
        line.registerConverter(LocalDate.class, new Dates());
        // Only here the option's name is known; and a page of usage below would hide the sentence.
        line.setParameterExceptionHandler((e, arguments) -> {
            if (e.getArgSpec() instanceof OptionSpec option
                    && option.type() == LocalDate.class
                    && e.getValue() != null) {
                return refused(option, e);
            }
            return Terminal.refused(e);
        });
    }

    private static int refused(OptionSpec option, ParameterException e) {
        String written = e.getValue().isBlank() ? "empty" : e.getValue();
        Terminal.err(option.longestName() + " is " + written + "; " + FORM);
        return Exit.USAGE;
    }

    @Override
    public LocalDate convert(String written) {
        try {
            // Java would take signs and years of five digits, which no database column holds.
            if (written.length() == "2026-01-31".length()) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeParseException noDate) {
            throw new TypeConversionException(FORM);
        }
        throw new TypeConversionException(FORM);
    }
}
