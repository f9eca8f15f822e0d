package id.rekap.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a register's columns and means nothing, each value once with its rows: an office corrects values, not
 * rows. A column that is not the one that it seems to be has another value in each of millions of rows, so there is a bound
 * to what is kept.
 */
final class UnknownValues {
    /** Values of a column that are listed; the others are counted. */
    static final int MOST = 1_000;

    /** Values beyond them that are told apart for counting. */
    static final int MOST_COUNTED = 10_000;

    /** Characters of a value that are kept: what agrees so far is one value. */
    static final int MOST_CHARACTERS = 200;

    private final Map<Kind, Values> kinds = new EnumMap<>(Kind.class);

    enum Kind {
        TYPE("employment type"),
        CANDIDATE("STATUS CPNS PNS"),
        STATUS("status"),
        AGENCY("agency");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What was found, for people. */
        String found(String value) {
            return value.isEmpty() ? "no " + words : "unknown " + words + " \"" + value + "\"";
        }
    }

    /** Where something was found first, and in how many rows. */
    static final class Place {
        private final Source source;
        private final int row;
        private final String column;
        private int rows = 1;

        private Place(Source source, int row, String column) {
            this.source = source;
            this.row = row;
            this.column = column;
        }

        boolean national() {
            return source.heading().national();
        }

        Problem problem(String found, String expected, String action, List<Problem.Setting> accepting) {
            return source.problem(row, column, found, expected, action).inRows(rows, accepting);
        }
    }

    /** A value that nobody knows. */
    record Value(Kind kind, String text, String called, Place place) {
        /** Whether the text is all that was written. */
        boolean whole() {
            return text.length() < MOST_CHARACTERS;
        }
    }

    private static final class Values {
        private final Map<String, Value> listed = new LinkedHashMap<>();
        private final Set<Long> others = new HashSet<>();
        private @Nullable Place further;
    }

    /**
     * One row more with this value.
     *
     * @param called what else the row says of it; may be empty
     */
    void add(Kind kind, Source source, int row, RegisterHeading.Cell cell, String called) {
        Values values = kinds.computeIfAbsent(kind, k -> new Values());
        String text = shortened(cell.text());
        Value known = values.listed.get(text);
        if (known != null) {
            known.place().rows++;
        } else if (values.listed.size() < MOST) {
            Place place = new Place(source, row, cell.column());
            values.listed.put(text, new Value(kind, text, shortened(called), place));
        } else {
            if (values.others.size() < MOST_COUNTED) {
                values.others.add(hash(text));
            }
            if (values.further == null) {
                values.further = new Place(source, row, cell.column());
            } else {
                values.further.rows++;
            }
        }
    }

    /** Those that are listed, by column, in the order of their first rows. */
    List<Value> listed() {
        List<Value> all = new ArrayList<>();
        kinds.values().forEach(values -> all.addAll(values.listed.values()));
        return all;
    }

    /** For each column with more values than are listed, one that says how many. */
    List<Problem> further() {
        List<Problem> all = new ArrayList<>();
        kinds.forEach((kind, values) -> {
            if (values.further != null) {
                int count = values.others.size();
                all.add(values.further.problem(
                        (count < MOST_COUNTED ? "" : "at least ") + count + " more values that are no " + kind.words,
                        "a column of few values",
                        "Look whether this is the right column",
                        List.of()));
            }
        });
        return all;
    }

    private static String shortened(String text) {
        if (text.length() < MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** 64 bits, so that two values that are counted as one are not to be expected. */
    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001b3L + text.charAt(i);
        }
        return hash;
    }
}
