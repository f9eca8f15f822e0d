package id.rekap.snapshot;

import id.rekap.intake.CompressedJson;
import id.rekap.reconcile.RunRef;
import id.rekap.snapshot.PublicationContext.Drop;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What published sets showed, one small row a night. */
public final class PublicationContexts {
    private static final JsonFactory JSON = new JsonFactory();

    private final JdbcTemplate jdbc;

    public PublicationContexts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which bytes were published, and what made them what they are beside the facts.
     *
     * @param rekap version of the program
     * @param language of the texts
     * @param mandate version of the mandate
     * @param data SHA-256 over the CSV files
     * @param manifest SHA-256 of the manifest, which has those of all other files
     */
    public record Bytes(String rekap, String language, String mandate, String data, String manifest) {}

    /** A row of the table. */
    public record Kept(Bytes bytes, PublicationContext context) {}

    /** In the transaction that makes the set visible; may be repeated. */
    public void write(RunRef run, Bytes bytes, PublicationContext context) {
        jdbc.update(
                """
                replace into publication_context (run_id, rekap, language, mandate, data, manifest, body)
                values (?, ?, ?, ?, ?, ?, ?)""",
                run.id(),
                bytes.rekap(),
                bytes.language(),
                bytes.mandate(),
                bytes.data(),
                bytes.manifest(),
                encode(context));
    }

    /** Of a published run; none of any other. */
    public Optional<Kept> of(long run) {
        return jdbc
                .query(
                        "select * from publication_context where run_id = ?",
                        (r, i) -> new Kept(
                                new Bytes(
                                        r.getString("rekap"),
                                        r.getString("language"),
                                        r.getString("mandate"),
                                        r.getString("data"),
                                        r.getString("manifest")),
                                decode(r.getBytes("body"))),
                        run)
                .stream()
                .findFirst();
    }

    private static byte[] encode(PublicationContext context) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(context.names().size() * 48 + 64);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            json.writeStartArray();
            context.past().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeStartArray();
            for (Drop drop : context.drops()) {
                json.writeString(drop.agency());
                json.writeNumber(drop.batch());
                json.writeString(drop.verdict());
            }
            json.writeEndArray();
            write(context.names(), json);
            json.writeStartArray();
            new TreeSet<>(context.acknowledged()).forEach(json::writeString);
            json.writeEndArray();
            write(context.lists(), json);
            json.writeStartArray();
            for (UnfinishedRun run : context.unfinished()) {
                json.writeString(run.date().toString());
                json.writeNumber(run.revision());
                json.writeString(run.state());
                json.writeString(run.failure());
            }
            json.writeEndArray();
            json.writeEndArray();
        }
        return CompressedJson.of(plain);
    }

    private static void write(Map<String, String> texts, JsonGenerator json) {
        json.writeStartArray();
        new TreeMap<>(texts).forEach((code, text) -> {
            json.writeString(code);
            json.writeString(text);
        });
        json.writeEndArray();
    }

    private static PublicationContext decode(byte[] body) {
        List<Long> past = new ArrayList<>();
        List<Drop> drops = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> lists = new HashMap<>();
        Set<String> acknowledged = new HashSet<>();
        List<UnfinishedRun> unfinished = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), CompressedJson.unfold(body))) {
            json.nextToken();
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                past.add(json.getLongValue());
            }
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                drops.add(new Drop(json.getString(), json.nextIntValue(0), text(json)));
            }
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                names.put(json.getString(), text(json));
            }
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                acknowledged.add(json.getString());
            }
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                lists.put(json.getString(), text(json));
            }
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                unfinished.add(new UnfinishedRun(
                        LocalDate.parse(json.getString()), json.nextIntValue(0), text(json), text(json)));
            }
        }
        return new PublicationContext(past, drops, names, acknowledged, lists, unfinished);
    }

    private static String text(JsonParser json) {
        String text = json.nextStringValue();
        return text == null ? "" : text;
    }
}
