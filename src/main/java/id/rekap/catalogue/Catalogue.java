package id.rekap.catalogue;

import id.rekap.value.DateWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each exception code means, how much it weighs, who acts, and how it is said: all read from codes.yml. */
public final class Catalogue {
    private static final String FILE = "codes.yml";
    /** An argument of this name may be given as a machine word; it is put into the message in words. */
    private static final String HINT = "hint";

    private static final String STATUS = "status or end date";
    private static final Set<String> DATES = Set.of("received on", "sent on", "first date", STATUS);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Map<ExceptionCode, Entry> entries;
    private final Map<Responsible, Map<Language, String>> parties;
    private final Map<String, Map<Language, String>> hints;

    Catalogue(
            Map<ExceptionCode, Entry> entries,
            Map<Responsible, Map<Language, String>> parties,
            Map<String, Map<Language, String>> hints) {
        this.entries = Map.copyOf(entries);
        this.parties = Map.copyOf(parties);
        this.hints = Map.copyOf(hints);
    }

    /** The packaged one, which is read once. */
    private static final class Packaged {
        static final Catalogue CATALOGUE = read(List.of(ExceptionCode.values()), text());
    }

    /** The catalogue; anything missing, unknown or unequal between the languages is an error. */
    public static Catalogue load() {
        return Packaged.CATALOGUE;
    }

    /** Of these codes alone: to read all of them takes longer than anything else that a look at some needs. */
    public static Catalogue of(Set<ExceptionCode> codes) {
        Set<String> meant = codes.stream().map(code -> code.name() + ":").collect(Collectors.toSet());
        StringBuilder text = new StringBuilder();
        boolean isCode = false;
        boolean isMeant = true;
        for (String line : text().lines().toList()) {
            isCode |= line.equals("codes:");
            if (isCode && line.matches("  [A-Z_]+:")) {
                isMeant = meant.contains(line.strip());
            }
            if (isMeant) {
                text.append(line.equals("codes:") && codes.isEmpty() ? "codes: {}" : line)
                        .append('\n');
            }
        }
        return read(codes, text.toString());
    }

    private static Catalogue read(Collection<ExceptionCode> codes, String text) {
        return CatalogueFile.read(FILE, new StringReader(text), codes);
    }

    private static String text() {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Severity severity(ExceptionCode code) {
        return entry(code).severity();
    }

    public Responsible responsible(ExceptionCode code) {
        return entry(code).responsible();
    }

    /** The code in a few words, without a full stop. */
    public String title(ExceptionCode code, Locale locale) {
        return entry(code).in(Language.of(locale)).title();
    }

    /** What the code says, in one or two sentences. */
    public String meaning(ExceptionCode code, Locale locale) {
        return entry(code).in(Language.of(locale)).meaning();
    }

    /** What the responsible party does about it. */
    public String action(ExceptionCode code, Locale locale) {
        return entry(code).in(Language.of(locale)).action();
    }

    /** The responsible party's name. */
    public String who(Responsible responsible, Locale locale) {
        return said(parties.get(responsible), responsible.name(), locale);
    }

    /** A machine word of the value rules ({@code NUPTK}, {@code EMAIL} …) in words; empty for the empty word. */
    public String hint(String word, Locale locale, String... args) {
        return word.isEmpty() ? "" : new Template(said(hints.get(word), word, locale)).fill(List.of(args));
    }

    /** The sentence for one exception; the arguments of each code stand in codes.yml. */
    public String message(ExceptionCode code, Locale locale, String... args) {
        Entry entry = entry(code);
        return fill(entry, entry.in(Language.of(locale)).message(), locale, args);
    }

    /** What should have stood there; takes the arguments of {@link #message}. */
    public String expected(ExceptionCode code, Locale locale, String... args) {
        Entry entry = entry(code);
        return fill(entry, entry.in(Language.of(locale)).expected(), locale, args);
    }

    private String fill(Entry entry, Template template, Locale locale, String... args) {
        List<String> names = entry.arguments();
        for (int placeholder : template.placeholders()) {
            if (placeholder >= args.length) {
                throw new IllegalArgumentException(entry.code() + " is told " + names + ", given " + args.length);
            }
        }
        var values = new ArrayList<String>(args.length);
        for (int i = 0; i < args.length; i++) {
            values.add(i < names.size() ? inWords(names.get(i), args[i], locale) : args[i]);
        }
        return template.fill(values);
    }

    private String inWords(String argument, String value, Locale locale) {
        if (argument.equals(HINT) && hints.containsKey(value)) {
            return hint(value, locale);
        }
        if (DATES.contains(argument) && DATE.matcher(value).matches()) {
            String date = DateWords.date(LocalDate.parse(value), locale);
            return argument.equals(STATUS) ? hint("SINCE", locale, date) : date;
        }
        return argument.equals(STATUS) ? hint("STATUS", locale, value) : value;
    }

    private Entry entry(ExceptionCode code) {
        Entry entry = entries.get(code);
        if (entry == null) {
            throw new IllegalStateException(FILE + " has nothing about " + code);
        }
        return entry;
    }

    private static String said(@Nullable Map<Language, String> texts, String word, Locale locale) {
        String text = texts == null ? null : texts.get(Language.of(locale));
        if (text == null) {
            throw new IllegalArgumentException(FILE + " has no words for " + word);
        }
        return text;
    }
}
