package id.rekap.catalogue;

import id.rekap.catalogue.Entry.Texts;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads codes.yml, and refuses it with file, code and key when it is not whole. */
final class CatalogueFile {
    private CatalogueFile() {}

    /** @param meant the codes that have to be there */
    static Catalogue read(String file, Reader reader, Collection<ExceptionCode> meant) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        YamlPart root;
        try {
            root = YamlPart.root(file, new Yaml(new SafeConstructor(options)).<Object>load(reader));
        } catch (YAMLException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
        root.allow(Set.of("who", "hints", "codes"));
        YamlPart codes = root.part("codes");
        codes.allow(names(ExceptionCode.values()));
        Map<ExceptionCode, Entry> entries = new EnumMap<>(ExceptionCode.class);
        for (ExceptionCode code : meant) {
            entries.put(code, entry(code, codes.part(code.name())));
        }
        return new Catalogue(entries, parties(root.part("who")), hints(root.part("hints")));
    }

    private static Entry entry(ExceptionCode code, YamlPart part) {
        part.allow(Set.of("severity", "responsible", "arguments", "id", "en"));
        List<String> arguments = part.texts("arguments");
        Map<Language, Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, texts(part.part(language.key())));
        }
        var entry = new Entry(
                code,
                choice(part, "severity", Severity.values()),
                choice(part, "responsible", Responsible.values()),
                arguments,
                texts);
        requireSamePlaceholders(entry, part);
        return entry;
    }

    private static Texts texts(YamlPart part) {
        part.allow(Set.of("title", "meaning", "action", "message", "expected"));
        return new Texts(
                part.text("title"),
                part.text("meaning"),
                part.text("action"),
                new Template(part.text("message")),
                new Template(part.text("expected")));
    }

    private static void requireSamePlaceholders(Entry entry, YamlPart part) {
        Texts id = entry.in(Language.ID);
        Texts en = entry.in(Language.EN);
        require(id.message(), en.message(), "message", entry, part);
        require(id.expected(), en.expected(), "expected", entry, part);
    }

    private static void require(Template id, Template en, String key, Entry entry, YamlPart part) {
        if (!id.placeholders().equals(en.placeholders())) {
            throw part.wrong(
                    key, "has placeholders " + id.placeholders() + " in id but " + en.placeholders() + " in en");
        }
        int arguments = entry.arguments().size();
        if (!id.placeholders().isEmpty() && id.placeholders().last() >= arguments) {
            throw part.wrong(key, "has placeholders " + id.placeholders() + " for arguments " + entry.arguments());
        }
    }

    private static Map<Responsible, Map<Language, String>> parties(YamlPart part) {
        part.allow(names(Responsible.values()));
        Map<Responsible, Map<Language, String>> parties = new EnumMap<>(Responsible.class);
        for (Responsible responsible : Responsible.values()) {
            parties.put(responsible, bothLanguages(part.part(responsible.name())));
        }
        return parties;
    }

    private static Map<String, Map<Language, String>> hints(YamlPart part) {
        Map<String, Map<Language, String>> hints = new HashMap<>();
        for (String word : part.keys()) {
            hints.put(word, bothLanguages(part.part(word)));
        }
        return hints;
    }

    private static Map<Language, String> bothLanguages(YamlPart part) {
        part.allow(Set.of("id", "en"));
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, part.text(language.key()));
        }
        return texts;
    }

    private static <E extends Enum<E>> E choice(YamlPart part, String key, E[] values) {
        String written = part.text(key);
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(written)) {
                return value;
            }
        }
        throw part.wrong(
                key, "is " + written + ", known are " + Arrays.toString(values).toLowerCase(Locale.ROOT));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
