package id.rekap.reconcile;

import id.rekap.intake.CompressedJson;
import id.rekap.intake.CompressedJsonReader;
import id.rekap.intake.ListRow;
import id.rekap.intake.Submissions.Place;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Which handle was written beside each number in lists of an agency, one list after another. A cell that stays is kept once: so
 * many lists cost little more than one. Whose a number is, is asked when somebody is judged; it may be another's by then.
 */
final class HandleHistory {
    static final HandleHistory NONE = new HandleHistory(List.of(), Map.of(), null);

    /** Numbers that are kept of an agency; larger ones are read anew from their lists. */
    private static final int MOST = 200_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Place> lists;

    /**
     * By number its cell in the first list, null where it is not on it, then the position of each list that has another one,
     * and that.
     */
    private final Map<String, @Nullable String[]> cells;

    private final byte @Nullable [] body;

    private HandleHistory(List<Place> lists, Map<String, @Nullable String[]> cells, byte @Nullable [] body) {
        this.lists = lists;
        this.cells = cells;
        this.body = body;
    }

    /** As it was kept: JSON rows {@code [number, [cell, position, cell, …]]}, compressed. */
    static HandleHistory of(List<Place> lists, byte[] body) {
        Map<String, @Nullable String[]> cells = new HashMap<>();
        CompressedJsonReader json = new CompressedJsonReader(body);
        while (json.nextRow()) {
            cells.put(json.present(json.text('[')), json.texts(','));
            json.expect(']');
        }
        return new HandleHistory(lists, cells, body);
    }

    byte[] body() {
        if (body != null) {
            return body;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream(64 * cells.size() + 2);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            new TreeMap<>(cells).forEach((number, own) -> {
                json.writeStartArray();
                json.writeString(number);
                json.writeStartArray();
                for (String cell : own) {
                    json.writeString(cell);
                }
                json.writeEndArray();
                json.writeEndArray();
            });
            json.writeEndArray();
        }
        return CompressedJson.of(plain);
    }

    boolean isKept() {
        return cells.size() <= MOST;
    }

    List<Place> lists() {
        return lists;
    }

    /** When the last one came. */
    LocalDate last() {
        return lists.get(lists.size() - 1).receivedOn();
    }

    Set<String> numbers() {
        return cells.keySet();
    }

    /** The cells of a number; empty where no list has it. */
    @Nullable
    String[] cells(String number) {
        return cells.getOrDefault(number, new @Nullable String[] {null});
    }

    /** What is written in a list, or null. */
    static @Nullable String in(@Nullable String[] cells, int list) {
        String cell = cells[0];
        for (int i = 1; i < cells.length && Integer.parseInt(String.valueOf(cells[i])) <= list; i += 2) {
            cell = cells[i + 1];
        }
        return cell;
    }

    /** The cells of a list without corrections: of several rows of a number the first counts, and rows come in that order. */
    static Map<String, String> of(Iterable<ListRow> rows, int handle) {
        Map<String, String> cells = new HashMap<>();
        for (ListRow row : rows) {
            if (row.hasNumber()) {
                String cell = row.value(handle);
                cells.putIfAbsent(row.no(), cell == null ? "" : cell);
            }
        }
        return cells;
    }

    /**
     * With one more list.
     *
     * @param wanted of the lists so far; the others are left out
     */
    HandleHistory with(Place list, Map<String, String> more, Collection<Place> wanted) {
        List<Place> all =
                new ArrayList<>(lists.stream().filter(wanted::contains).toList());
        int[] from = all.stream().mapToInt(lists::indexOf).toArray();
        all.add(list);
        if (all.size() > lists.size() && isAsLast(more)) {
            return new HandleHistory(all, cells, body);
        }
        Set<String> numbers = new TreeSet<>(cells.keySet());
        numbers.addAll(more.keySet());
        Map<String, @Nullable String[]> now = new HashMap<>();
        for (String number : numbers) {
            @Nullable String[] merged = merged(cells(number), from, more.get(number));
            if (merged.length > 1 || merged[0] != null) {
                now.put(number, merged);
            }
        }
        return new HandleHistory(all, now, null);
    }

    private boolean isAsLast(Map<String, String> more) {
        return more.size()
                        == cells.values().stream()
                                .filter(own -> own[own.length - 1] != null)
                                .count()
                && more.entrySet().stream().allMatch(one -> {
                    @Nullable String[] own = cells(one.getKey());
                    return one.getValue().equals(own[own.length - 1]);
                });
    }

    private static @Nullable String[] merged(@Nullable String[] own, int[] from, @Nullable String last) {
        List<@Nullable String> merged = new ArrayList<>();
        String before = null;
        for (int i = 0; i <= from.length; i++) {
            String cell = i < from.length ? in(own, from[i]) : last;
            if (i == 0) {
                merged.add(cell);
            } else if (!Objects.equals(cell, before)) {
                merged.add(Integer.toString(i));
                merged.add(cell);
            }
            before = cell;
        }
        return merged.toArray(new @Nullable String[0]);
    }
}
