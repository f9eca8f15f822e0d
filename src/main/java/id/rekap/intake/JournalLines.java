package id.rekap.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines of the journal: one for a batch that says how many files follow, then one for each of them. A block that is not
 * as long as it says was torn, and means nothing: no file has left the inbox for it.
 */
final class JournalLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Predicate<IntakeBatch> wanted;
    private final Map<IntakeBatch, Entry> records = new TreeMap<>(IntakeBatch.IN_ORDER);
    /** Under which numbers the blocks of a number stand: the first one's is its own. */
    private final Map<IntakeBatch, List<IntakeBatch>> places = new HashMap<>();

    private final Set<IntakeBatch> disputed = new HashSet<>();
    private @Nullable JournalBatch block;
    private List<JournalBatch.File> files = new ArrayList<>();
    private int expected;
    private int torn;

    /** @param prints of the originals that it took */
    private record Entry(JournalBatch taken, Set<Long> prints) {}

    /** @param wanted the batches whose files are kept; of the others only that they were */
    JournalLines(Predicate<IntakeBatch> wanted) {
        this.wanted = wanted;
    }

    static byte[] of(List<JournalBatch> records) {
        StringBuilder lines = new StringBuilder();
        for (JournalBatch taken : records) {
            ObjectNode head =
                    line(taken.at()).put("files", taken.files().size()).put("whole", taken.whole());
            if (taken.mandate() != null) {
                head.put("mandate", taken.mandate()).put("revision", taken.revision());
            }
            lines.append(head).append('\n');
            taken.files().forEach(file -> lines.append(line(taken.at(), file)).append('\n'));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode line(IntakeBatch at) {
        return JSON.createObjectNode()
                .put("received_on", at.receivedOn().toString())
                .put("batch", at.batch());
    }

    private static ObjectNode line(IntakeBatch at, JournalBatch.File file) {
        ObjectNode line = line(at).put("folder", file.folder()).put("name", file.name());
        if (!file.text()) {
            line.put("text", false);
        }
        if (file.agency() != null) {
            line.put("agency", file.agency());
        }
        line.put("size", file.size()).put("modified", file.modified()).put("state", file.state());
        if (file.sha256() != null) {
            line.put("sha256", file.sha256());
        }
        return line;
    }

    /** Whatever was taken on this date is taken back. */
    static byte[] takenBack(LocalDate date) {
        return (JSON.createObjectNode().put("taken_back", date.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    void read(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.has("taken_back")) {
                end();
                LocalDate date = LocalDate.parse(read.get("taken_back").asString());
                records.keySet().removeIf(at -> at.receivedOn().equals(date));
                places.keySet().removeIf(at -> at.receivedOn().equals(date));
                disputed.removeIf(at -> at.receivedOn().equals(date));
            } else if (read.has("files")) {
                begin(read);
            } else {
                add(read);
            }
        } catch (JacksonException | DateTimeParseException | IllegalStateException | NullPointerException e) {
            end();
            torn++;
        }
    }

    private void begin(JsonNode head) {
        end();
        block = new JournalBatch(
                at(head),
                head.has("mandate") ? head.get("mandate").asString() : null,
                head.path("revision").asInt(0),
                head.get("whole").asBoolean(),
                List.of());
        expected = head.get("files").asInt();
        complete();
    }

    private void add(JsonNode line) {
        JournalBatch of = block;
        if (of == null || !of.at().equals(at(line))) {
            throw new IllegalStateException("A file of no batch");
        }
        files.add(new JournalBatch.File(
                line.get("folder").asString(),
                line.get("name").asString(),
                line.has("agency") ? line.get("agency").asString() : null,
                line.get("size").asLong(),
                line.get("modified").asLong(),
                line.has("sha256") ? line.get("sha256").asString() : null,
                line.get("state").asString(),
                line.path("text").asBoolean(true)));
        complete();
    }

    private void complete() {
        JournalBatch of = block;
        if (of != null && files.size() == expected) {
            put(new JournalBatch(of.at(), of.mandate(), of.revision(), of.whole(), List.copyOf(files)));
            end();
        }
    }

    /**
     * A later block of a batch holds what the ones before it hold, and more. One that does not is of a database that had lost
     * them, and gave the number to another batch: that came later, and is told as the next of the date.
     */
    private void put(JournalBatch block) {
        Set<Long> prints = block.prints();
        List<IntakeBatch> stand = places.computeIfAbsent(block.at(), at -> new ArrayList<>(List.of(at)));
        for (IntakeBatch place : stand) {
            Set<Long> before = records.containsKey(place) ? records.get(place).prints() : Set.of();
            if (prints.containsAll(before)) {
                put(block, place, prints);
                return;
            }
            disputed.add(place);
            if (before.containsAll(prints)) {
                return;
            }
        }
        IntakeBatch next = next(block.at().receivedOn());
        stand.add(next);
        disputed.add(next);
        put(block, next, prints);
    }

    private void put(JournalBatch block, IntakeBatch place, Set<Long> prints) {
        List<JournalBatch.File> kept = wanted.test(place) ? block.files() : List.of();
        records.put(
                place,
                new Entry(new JournalBatch(place, block.mandate(), block.revision(), block.whole(), kept), prints));
    }

    private IntakeBatch next(LocalDate date) {
        int last = records.keySet().stream()
                .filter(at -> at.receivedOn().equals(date))
                .mapToInt(IntakeBatch::batch)
                .max()
                .orElse(0);
        return new IntakeBatch(date, last + 1);
    }

    private void end() {
        block = null;
        files = new ArrayList<>();
        expected = 0;
    }

    private static IntakeBatch at(JsonNode line) {
        return new IntakeBatch(
                LocalDate.parse(line.get("received_on").asString()),
                line.get("batch").asInt());
    }

    /** In order. */
    List<JournalBatch> records() {
        return records.values().stream()
                .map(Entry::taken)
                .filter(taken -> wanted.test(taken.at()))
                .toList();
    }

    /** Those under whose number a database may hold another batch. */
    Set<IntakeBatch> disputed() {
        return Set.copyOf(disputed);
    }

    /** Lines that could not be read. */
    int torn() {
        return torn;
    }
}
