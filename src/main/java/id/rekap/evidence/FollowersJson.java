package id.rekap.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads followers out of JSON as it comes, entry by entry. Known layouts: a map of name and time (2018 to 2020, under
 * {@code followers} in connections.json); an array of entries, bare or under {@code relationships_followers}. An entry has
 * {@code string_list_data} with {@code value} or {@code href} beside {@code title}, or {@code label_values}.
 */
final class FollowersJson {
    /** Bytes of one file. It is never in memory whole: this bounds the time that a bomb takes. */
    private static final long LARGEST = 2L << 30;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(100_000)
                    .maxDocumentLength(LARGEST)
                    .build())
            .build();

    /** The label of a name, in the languages that owners here use. */
    private static final Set<String> USERNAME = Set.of("username", "nama pengguna");

    private final JsonParser json;
    private final Entries entries;
    private final EntryName entry = new EntryName();

    private FollowersJson(JsonParser json, Entries entries) {
        this.json = json;
        this.entries = entries;
    }

    static void read(InputStream in, Entries entries) throws IOException, ExportRefused {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            new FollowersJson(json, entries).root();
        } catch (StreamConstraintsException e) {
            throw new ExportRefused(ExportProblem.TOO_LARGE, "JSON");
        } catch (JacksonException e) {
            // its message quotes what it met
            throw new ExportRefused(ExportProblem.BROKEN, "JSON");
        }
    }

    private void root() throws ExportRefused {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            array();
        } else if (first != JsonToken.START_OBJECT || !object()) {
            throw unknown();
        }
        if (json.nextToken() != null) {
            throw new ExportRefused(ExportProblem.BROKEN, "JSON");
        }
    }

    /** Has it followers? Other lists beside them are passed over. */
    private boolean object() throws ExportRefused {
        boolean hasFollowers = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("relationships_followers") && value == JsonToken.START_ARRAY) {
                array();
                hasFollowers = true;
            } else if (key.equals("followers") && value == JsonToken.START_OBJECT) {
                map();
                hasFollowers = true;
            } else if (value.isStructStart()) {
                json.skipChildren();
            } else {
                named(key);
                hasFollowers = true;
            }
        }
        return hasFollowers;
    }

    private void map() throws ExportRefused {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            named(name);
        }
    }

    /** A name and the time behind it; anything else behind it is another layout. */
    private void named(String name) throws ExportRefused {
        long seconds = time();
        if (seconds == EntryTime.NONE) {
            throw unknown();
        }
        entry.next();
        entry.written(name);
        entries.add(entry, seconds);
    }

    private void array() throws ExportRefused {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT || !entry()) {
                throw unknown();
            }
        }
    }

    /** Is it one of a known layout? */
    private boolean entry() throws ExportRefused {
        boolean isKnown = false;
        entry.next();
        long seconds = EntryTime.NONE;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "title" -> {
                    written();
                    json.skipChildren();
                }
                case "timestamp" -> {
                    seconds = Math.max(seconds, time());
                    json.skipChildren();
                }
                case "string_list_data" -> {
                    isKnown = value == JsonToken.START_ARRAY;
                    seconds = Math.max(seconds, links());
                }
                case "label_values" -> {
                    isKnown = value == JsonToken.START_ARRAY;
                    labels();
                }
                default -> json.skipChildren();
            }
        }
        if (isKnown) {
            entries.add(entry, seconds);
        }
        return isKnown;
    }

    private long links() {
        long seconds = EntryTime.NONE;
        int depth = 0;
        do {
            depth += depth(json.currentToken());
            if (json.currentToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                depth += depth(json.currentToken());
                switch (key) {
                    case "value" -> written();
                    case "href" -> linked();
                    case "timestamp" -> seconds = Math.max(seconds, time());
                    default -> {
                        // of no use here
                    }
                }
            }
        } while (depth > 0 && json.nextToken() != null);
        return seconds;
    }

    private void labels() {
        int depth = 0;
        @Nullable String label = null;
        @Nullable String value = null;
        do {
            depth += depth(json.currentToken());
            if (json.currentToken() == JsonToken.END_OBJECT) {
                if (label != null && value != null && USERNAME.contains(label.toLowerCase(Locale.ROOT))) {
                    entry.written(value);
                }
                label = null;
                value = null;
            } else if (json.currentToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                depth += depth(json.currentToken());
                label = key.equals("label") ? text() : label;
                value = key.equals("value") ? text() : value;
                if (key.equals("href")) {
                    labelled(text());
                }
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    private void labelled(@Nullable String href) {
        if (href != null) {
            entry.perhapsLinked(href);
        }
    }

    private static int depth(@Nullable JsonToken token) {
        if (token == null) {
            return 0;
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    private void written() {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            int from = json.getStringOffset();
            entry.written(json.getStringCharacters(), from, from + json.getStringLength());
        }
    }

    private void linked() {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            int from = json.getStringOffset();
            entry.linked(json.getStringCharacters(), from, from + json.getStringLength());
        }
    }

    private @Nullable String text() {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : null;
    }

    private long time() {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return EntryTime.of(json.getValueAsLong());
        }
        String text = text();
        return text == null ? EntryTime.NONE : EntryTime.of(text);
    }

    private static ExportRefused unknown() {
        return new ExportRefused(ExportProblem.LAYOUT, "JSON");
    }
}
