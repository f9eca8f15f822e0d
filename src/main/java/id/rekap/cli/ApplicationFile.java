package id.rekap.cli;

import id.rekap.mandate.Keys;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** HOME/application.yml: read whole or refused, since what is left out of it silently would be missed too late. */
final class ApplicationFile {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "rekap.mandate",
            "rekap.locale",
            "rekap.partitions",
            "rekap.chunk",
            "rekap.claims.max-age",
            "rekap.evidence.max-age",
            "rekap.public-url",
            "rekap.contact",
            "rekap.intake.quiet-period",
            "rekap.retention.raw",
            "rekap.retention.chats",
            "rekap.retention.people",
            "rekap.retention.exceptions",
            "rekap.retention.batch",
            "rekap.retention.reports",
            "rekap.watch.begun",
            "rekap.watch.published",
            "rekap.watch.webhook",
            "rekap.workers",
            "rekap.watch.textfile",
            "rekap.mail.from",
            "rekap.mail.to",
            "rekap.mail.agencies",
            "rekap.submission.max-age"));

    private static final int LONGEST = 100_000;

    /** What has keys below it, and no value of its own. */
    private static final List<String> PARENTS = List.of(
            "rekap",
            "rekap.claims",
            "rekap.evidence",
            "rekap.intake",
            "rekap.retention",
            "rekap.watch",
            "rekap.mail",
            "rekap.submission",
            "spring",
            "spring.datasource");

    private ApplicationFile() {}

    static List<PropertySource<?>> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Unusable(file + " is not a file; expected a YAML file, or none. Remove it or put a file there");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new Unusable(file + " has " + Files.size(file) + " bytes; expected at most " + LONGEST
                        + ". Is it the right file?");
            }
            Keys.requirePlain(file.toString(), Files.readString(file));
            List<PropertySource<?>> sources =
                    new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
            for (PropertySource<?> source : sources) {
                if (source instanceof EnumerablePropertySource<?> named) {
                    for (String name : named.getPropertyNames()) {
                        String value = String.valueOf(named.getProperty(name));
                        check(file, name, value);
                        requirePlain(file, name, value, Set.of(named.getPropertyNames()));
                    }
                }
            }
            return sources;
        } catch (CharacterCodingException e) {
            throw new Unusable(file + " is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw new Unusable(file + " cannot be read: " + e.getMessage());
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new Unusable(file + " is not valid YAML: "
                    + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    /** Keys that stand for each other have no end, and those that stand for several soon have none either. */
    private static void requirePlain(Path file, String name, String value, Set<String> keys) {
        for (int at = value.indexOf("${"); at >= 0; at = value.indexOf("${", at + 2)) {
            int inner = value.indexOf("${", at + 2);
            int end = value.indexOf('}', at);
            String meant = end < 0
                    ? ""
                    : value.substring(at + 2, end).replaceFirst(":.*", "").strip();
            if ((inner >= 0 && inner < end) || keys.contains(meant)) {
                throw new Unusable(file + ": " + name + " is made of other keys of the file; ${NAME} is read from the"
                        + " environment only. Write out what is meant");
            }
        }
    }

    private static void check(Path file, String name, String value) {
        // Spring's name for what stands there without any key
        if (name.equals("document") || name.startsWith("[")) {
            throw new Unusable(file + " has no keys; expected lines such as \"rekap.locale: en\"");
        }
        String key = name.replaceFirst("\\[.*", "");
        // A key whose lines below are all commented out has an empty value.
        if (PARENTS.contains(key) && !value.isEmpty()) {
            // of spring it may be a password
            String found = key.startsWith("rekap") ? key + " is \"" + value + "\"" : key + " has a value";
            throw new Unusable(file + ": " + found + "; expected keys below it: " + below(key));
        }
        if (key.startsWith("rekap.") && !KEYS.contains(name) && !PARENTS.contains(name)) {
            throw new Unusable(file + ": unknown key " + name + "; did you mean " + nearest(name) + "? Allowed: "
                    + String.join(", ", KEYS));
        }
    }

    private static String nearest(String name) {
        return Collections.min(
                KEYS,
                Comparator.comparing(
                        key -> LevenshteinDistance.getDefaultInstance().apply(key, name)));
    }

    private static String below(String key) {
        return key.startsWith("spring")
                ? "spring.datasource.url, …"
                : KEYS.stream().filter(known -> known.startsWith(key + ".")).collect(Collectors.joining(", "));
    }
}
