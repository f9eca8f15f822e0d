package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An exception code: meaning, who acts, what to do. */
@Command(name = "explain", description = "An exception code: meaning, who acts, what to do.")
final class ExplainCommand extends HomeCommand {
    private static final int MOST_SLIPS = 3;

    @Parameters(paramLabel = "CODE", description = "Such as EMPLOYEE_UNKNOWN.")
    private String code = "";

    @Mixin
    private final LanguageOption language = new LanguageOption();

    private record Explained(
            String code, String severity, String responsible, String meaning, String who, String action) {}

    @Override
    public Integer call() {
        if (language.isUnknown()) {
            return Exit.USAGE;
        }
        Optional<ExceptionCode> known = Arrays.stream(ExceptionCode.values())
                .filter(c -> c.name().equals(code.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (known.isEmpty()) {
            Terminal.err("There is no code " + code + nearest() + " Codes: "
                    + Arrays.stream(ExceptionCode.values()).map(Enum::name).collect(Collectors.joining(", ")));
            return Exit.USAGE;
        }
        ExceptionCode one = known.get();
        Catalogue catalogue = Catalogue.of(Set.of(one));
        Locale locale = locale();
        Explained e = new Explained(
                one.name(),
                catalogue.severity(one).word(),
                catalogue.responsible(one).word(),
                catalogue.meaning(one, locale),
                catalogue.who(catalogue.responsible(one), locale),
                catalogue.action(one, locale));
        if (json()) {
            printJson(e);
        } else {
            Terminal.out(e.code() + " (" + e.severity() + (e.who().isEmpty() ? "" : ", " + e.who()) + ")");
            Terminal.out(e.meaning());
            Terminal.out(e.action());
        }
        return Exit.DONE;
    }

    /** Of a slip of the hand: what was meant. */
    private String nearest() {
        LevenshteinDistance distance = new LevenshteinDistance(MOST_SLIPS);
        return Arrays.stream(ExceptionCode.values())
                .filter(one -> distance.apply(one.name(), code.toUpperCase(Locale.ROOT)) >= 0)
                .min(Comparator.comparing(one -> distance.apply(one.name(), code.toUpperCase(Locale.ROOT))))
                .map(one -> "; did you mean " + one.name() + "?")
                .orElse(".");
    }

    /** HOME's; one whose settings are broken needs explanations all the more. */
    private Locale locale() {
        try {
            return language.or(() -> Settings.load(home()));
        } catch (Unusable broken) {
            return Locale.forLanguageTag("id");
        }
    }
}
