package id.rekap.cli;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --lang}: another language than HOME's. */
final class LanguageOption {
    @Option(names = "--lang", paramLabel = "id|en", description = "id or en; rekap.locale by default.")
    private @Nullable String language;

    /** Says so where it is none that Rekap speaks. */
    boolean isUnknown() {
        boolean unknown = language != null && !language.equalsIgnoreCase("id") && !language.equalsIgnoreCase("en");
        if (unknown) {
            Terminal.err("--lang is " + language + "; allowed: id, en");
        }
        return unknown;
    }

    Locale or(Supplier<Settings> settings) {
        return Locale.forLanguageTag(language == null ? settings.get().run().language() : language);
    }
}
