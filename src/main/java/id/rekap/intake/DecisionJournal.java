package id.rekap.intake;

import id.rekap.database.AuditLog;
import id.rekap.files.Durable;
import id.rekap.value.ShellWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people decided about lists, beside the archive's journal, so that it survives the database as the lists do. No line
 * names a person, neither whoever decided.
 */
public final class DecisionJournal {
    static final String NAME = "decisions.journal.jsonl";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The audit log's clock and this one are read at the same time, and the log keeps milliseconds. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 30, 0, 0);

    private final Path archive;
    private final JdbcTemplate jdbc;

    public DecisionJournal(Path archive, JdbcTemplate jdbc) {
        this.archive = archive;
        this.jdbc = jdbc;
    }

    /**
     * A decision.
     *
     * @param act as the command is called, in capital letters
     * @param undo it takes one back
     * @param after the last batch before it: the next one takes it up
     */
    public record Line(String act, boolean undo, String submission, IntakeBatch after, Instant at) {
        /** What decides so again. */
        public String command() {
            return "./rekap " + act.toLowerCase(Locale.ROOT) + " " + ShellWord.of(submission) + (undo ? " --undo" : "");
        }

        /** Is it to be decided before the run of this batch? One of a delivery that a run cannot get past comes first. */
        public boolean isBefore(IntakeBatch batch) {
            int order = IntakeBatch.IN_ORDER.compare(after, batch);
            return order < 0 || (order == 0 && act.equals("QUARANTINE"));
        }
    }

    /** On the disk when it returns. */
    public void add(String act, boolean undo, String submission, Instant at) throws IOException {
        IntakeBatch after = jdbc
                .query(
                        "select received_on, batch from intake_batch order by received_on desc, batch desc limit 1",
                        (r, i) -> new IntakeBatch(r.getObject(1, LocalDate.class), r.getInt(2)))
                .stream()
                .findFirst()
                .orElse(IntakeBatch.NONE);
        String line = JSON.createObjectNode()
                        .put("decision", act)
                        .put("undo", undo)
                        .put("submission", submission)
                        .put("after", after.receivedOn().toString())
                        .put("batch", after.batch())
                        .put("at", at.toString())
                + "\n";
        Journal.append(file(), line.getBytes(StandardCharsets.UTF_8));
        Durable.all(List.of(file(), archive));
    }

    private Path file() {
        return archive.resolve(NAME);
    }

    /** Those that the database has not heard of, in their order. */
    public List<Line> lacking(LocalDate since) throws IOException {
        List<Line> lacking = new ArrayList<>();
        if (Files.exists(file())) {
            for (String text : Files.readAllLines(file())) {
                Line line = read(text);
                if (line != null && !line.after().receivedOn().isBefore(since) && !isKnown(line)) {
                    lacking.add(line);
                }
            }
        }
        return lacking;
    }

    /** Null for what a crash has torn. */
    private static @Nullable Line read(String text) {
        try {
            JsonNode line = JSON.readTree(text);
            return new Line(
                    line.get("decision").asString(),
                    line.get("undo").asBoolean(),
                    line.get("submission").asString(),
                    new IntakeBatch(
                            LocalDate.parse(line.get("after").asString()),
                            line.get("batch").asInt()),
                    Instant.parse(line.get("at").asString()));
        } catch (JacksonException | DateTimeParseException | NullPointerException e) {
            return null;
        }
    }

    /** Then, or given again since. */
    private boolean isKnown(Line line) {
        AuditLog.Filter filter = new AuditLog.Filter(
                LocalDateTime.ofInstant(line.at().minus(SAME), ZoneOffset.UTC),
                LAST,
                "",
                line.undo() ? "UNDO" : line.act(),
                line.submission());
        return !new AuditLog(jdbc).last(filter, 1).isEmpty();
    }
}
