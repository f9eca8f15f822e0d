package id.rekap.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A mapping of the file, which knows where it stands and takes nothing that it does not know. */
record YamlPart(String file, String place, Map<?, ?> content) {
    static YamlPart root(String file, @Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            return new YamlPart(file, "", map);
        }
        throw new IllegalStateException(file + ": is not a mapping");
    }

    YamlPart part(String key) {
        if (content.get(key) instanceof Map<?, ?> map) {
            return new YamlPart(file, place.isEmpty() ? key : place + "." + key, map);
        }
        throw wrong(key, "is missing or not a mapping");
    }

    String text(String key) {
        if (content.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw wrong(key, "is missing or not a text");
    }

    List<String> texts(String key) {
        if (!(content.get(key) instanceof List<?> list)) {
            throw wrong(key, "is missing or not a list");
        }
        var texts = new ArrayList<String>();
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw wrong(key, "has something that is not a text: " + item);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    Set<String> keys() {
        var keys = new TreeSet<String>();
        for (Object key : content.keySet()) {
            keys.add(String.valueOf(key));
        }
        return keys;
    }

    void allow(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw wrong(
                        key, "is unknown, known are " + known.stream().sorted().toList());
            }
        }
    }

    IllegalStateException wrong(String key, String what) {
        return new IllegalStateException(file + ": " + (place.isEmpty() ? key : place + "." + key) + " " + what);
    }
}
