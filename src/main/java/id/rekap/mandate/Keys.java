package id.rekap.mandate;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML mapping read strictly: every key is asked for by name, in the type that it must have, and a key that nobody asked
 * for is refused. Messages name file, key and what is allowed.
 */
public final class Keys {
    /** Characters; what nobody writes by hand. */
    private static final int LONGEST = 100_000;

    private static final int DEEPEST = 20;

    private final String file;
    private final String path;
    private final Map<String, @Nullable Object> values;

    private Keys(String file, String path, Map<String, @Nullable Object> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    /** The top mapping of a YAML text; dates stay as they are written. */
    public static Keys of(String file, String yaml) {
        requirePlain(file, yaml);
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object top = new Yaml(
                            new SafeConstructor(options),
                            new Representer(new org.yaml.snakeyaml.DumperOptions()),
                            new org.yaml.snakeyaml.DumperOptions(),
                            options,
                            new PlainScalars())
                    .load(yaml);
            return new Keys(file, "", mapping(file, "", top));
        } catch (YAMLException e) {
            throw invalid(file, e);
        }
    }

    /**
     * Refuses what makes a short file endless when it is unfolded, before anything unfolds it: names for parts of it (an alias
     * can stand for itself, and ten of ten of ten for more than there is memory), depth, and length.
     */
    public static void requirePlain(String file, String yaml) {
        if (yaml.length() > LONGEST) {
            throw new ConfigurationInvalid(file + ": has " + yaml.length() + " characters; expected at most " + LONGEST
                    + ". Is it the right file?");
        }
        int depth = 0;
        try {
            for (Event event : new Yaml().parse(new StringReader(yaml))) {
                if (event instanceof NodeEvent node && node.getAnchor() != null) {
                    // its name is not quoted: it may be a password
                    throw new ConfigurationInvalid(
                            file + ": line " + (event.getStartMark().getLine() + 1)
                                    + " has a name for a part of the file (& or *), which is not read. Write out what is meant,"
                                    + " and a text that begins so in quotation marks");
                }
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (depth > DEEPEST) {
                    throw new ConfigurationInvalid(
                            file + ": line " + (event.getStartMark().getLine() + 1) + " is more than " + DEEPEST
                                    + " levels deep; expected keys, lists and texts");
                }
            }
        } catch (YAMLException e) {
            throw invalid(file, e);
        }
    }

    private static ConfigurationInvalid invalid(String file, YAMLException e) {
        return new ConfigurationInvalid(
                file + ": not valid YAML: " + String.valueOf(e.getMessage()).replace('\n', ' '));
    }

    private static Map<String, @Nullable Object> mapping(String file, String key, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ConfigurationInvalid(
                    file + ": " + (key.isEmpty() ? "the file" : key) + " must be a mapping of keys");
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((k, v) -> named.put(String.valueOf(k), v));
        return named;
    }

    /** Refuses keys that are not among these. */
    public Keys only(String... allowed) {
        for (String key : values.keySet()) {
            if (!Set.of(allowed).contains(key)) {
                throw new ConfigurationInvalid(
                        file + ": unknown key " + at(key) + "; allowed here: " + String.join(", ", allowed));
            }
        }
        return this;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    public String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new ConfigurationInvalid(file + ": the key " + at(key) + " is missing; expected a text");
        }
        if (value instanceof Map || value instanceof List) {
            throw new ConfigurationInvalid(file + ": " + at(key) + " must be a text");
        }
        return String.valueOf(value);
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public boolean yes(String key, boolean otherwise) {
        return switch (text(key, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default ->
                throw new ConfigurationInvalid(
                        file + ": " + at(key) + " is \"" + text(key) + "\"; allowed: true, false");
        };
    }

    public int number(String key, int least, int most, int otherwise) {
        String written = text(key, Integer.toString(otherwise));
        try {
            int number = new BigDecimal(written).intValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // falls through to the one message below
        }
        throw new ConfigurationInvalid(
                file + ": " + at(key) + " is \"" + written + "\"; allowed: " + least + " to " + most);
    }

    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String written = text(key);
        Set<String> allowed = new TreeSet<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(written) || constant.name().equals(written)) {
                return constant;
            }
            allowed.add(word);
        }
        throw new ConfigurationInvalid(
                file + ": " + at(key) + " is \"" + written + "\"; allowed: " + String.join(", ", allowed));
    }

    public List<String> texts(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            throw new ConfigurationInvalid(file + ": " + at(key) + " must be a list of texts");
        }
        return list.stream().map(String::valueOf).toList();
    }

    public Keys keys(String key) {
        return new Keys(file, at(key), mapping(file, at(key), values.get(key)));
    }

    public List<Keys> list(String key) {
        if (!(values.get(key) instanceof List<?> list) || list.isEmpty()) {
            throw new ConfigurationInvalid(file + ": " + at(key) + " must be a list with at least one entry");
        }
        List<Keys> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = at(key) + "[" + (i + 1) + "]";
            entries.add(new Keys(file, place, mapping(file, place, list.get(i))));
        }
        return entries;
    }

    public ConfigurationInvalid wrong(String key, String allowed) {
        String written = has(key) ? String.valueOf(values.get(key)) : "";
        return new ConfigurationInvalid(file + ": " + at(key) + " is \"" + written + "\"; allowed: " + allowed);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
