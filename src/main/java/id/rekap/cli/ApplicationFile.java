package id.rekap.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            "rekap.intake.quiet-period",
            "rekap.submission.max-age"));

    /** What has keys below it, and no value of its own. */
    private static final List<String> PARENTS =
            List.of("rekap", "rekap.intake", "rekap.submission", "spring", "spring.datasource");

    private ApplicationFile() {}

    static List<PropertySource<?>> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Unusable(file + " is not a file; expected a YAML file, or none. Remove it or put a file there");
        }
        try {
            Files.readString(file);
            List<PropertySource<?>> sources =
                    new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
            for (PropertySource<?> source : sources) {
                if (source instanceof EnumerablePropertySource<?> named) {
                    for (String name : named.getPropertyNames()) {
                        check(file, name, String.valueOf(named.getProperty(name)));
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
            throw new Unusable(file + ": unknown key " + name + "; allowed: " + String.join(", ", KEYS));
        }
    }

    private static String below(String key) {
        return key.startsWith("spring")
                ? "spring.datasource.url, …"
                : KEYS.stream().filter(known -> known.startsWith(key + ".")).collect(Collectors.joining(", "));
    }
}
