package id.rekap.evidence;

import id.rekap.database.Marks;
import id.rekap.database.ServerPrepared;
import id.rekap.intake.CompressedJson;
import id.rekap.value.Sha256;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whether the handles that people claim on an agency's list were found in an export: all that is kept of who is in it. */
public final class FollowerAnswers {
    private static final TypeReference<HashMap<String, Boolean>> FOUND = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final String mandate;

    public FollowerAnswers(JdbcTemplate jdbc, String mandate) {
        this.jdbc = jdbc;
        this.mandate = mandate;
    }

    /**
     * What is kept of an agency's list.
     *
     * @param listOn, listTake the submission whose handles were looked for
     * @param digest of whose handle was found, the same on every machine
     * @param body whose it was
     */
    @SuppressWarnings("ArrayRecordComponent") // carried to the database, never compared
    public record Looked(
            String agency, LocalDate listOn, int listTake, int lookedFor, int found, String digest, byte[] body) {
        /**
         * Of answers.
         *
         * @param people by the register's id, each once
         * @param found whom of these
         */
        public static Looked of(String agency, LocalDate listOn, int listTake, List<String> people, BitSet found) {
            ByteArrayOutputStream json = new ByteArrayOutputStream(32 * people.size());
            try (JsonGenerator answers = JsonMapper.shared().createGenerator(json)) {
                answers.writeStartObject();
                for (int i : inOrder(people)) {
                    answers.writeName(people.get(i));
                    answers.writeBoolean(found.get(i));
                }
                answers.writeEndObject();
            }
            return new Looked(
                    agency,
                    listOn,
                    listTake,
                    people.size(),
                    found.cardinality(),
                    Sha256.hex(json.toByteArray()),
                    CompressedJson.of(json));
        }

        /** Rows come by number, so people come nearly in order. */
        private static int[] inOrder(List<String> people) {
            return IntStream.range(0, people.size())
                    .boxed()
                    .sorted(Comparator.comparing(people::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        @Override
        public String toString() {
            return lookedFor + " handles of " + agency;
        }
    }

    /** The same by reference: equal digests are equal answers. */
    public record Reference(LocalDate listOn, int listTake, String digest) {}

    /** What an export says of how many. */
    public record Sums(int lookedFor, int found) {
        public static final Sums NOTHING = new Sums(0, 0);
    }

    /** Records what was looked for in an export, in the caller's transaction. */
    public void write(String account, FollowerExports.Key export, List<Looked> all) {
        List<Object[]> rows = new ArrayList<>();
        for (Looked looked : all) {
            rows.add(new Object[] {
                mandate,
                looked.agency(),
                account,
                export.receivedOn(),
                export.batch(),
                export.number(),
                looked.listOn(),
                looked.listTake(),
                looked.lookedFor(),
                looked.found(),
                HexFormat.of().parseHex(looked.digest()),
                looked.body()
            });
        }
        ServerPrepared.insert(jdbc, """
                insert into follower_answer (mandate, agency, account, received_on, batch, number, list_on, list_batch,
                  looked_for, found, digest, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** To the answers of an export, by agency. */
    public Map<String, Reference> references(FollowerExports.Key export) {
        Map<String, Reference> references = new HashMap<>();
        jdbc.query(
                """
                select agency, list_on, list_batch, digest from follower_answer
                where mandate = ? and received_on = ? and batch = ? and number = ?""",
                r -> {
                    references.put(
                            r.getString(1),
                            new Reference(
                                    r.getObject(2, LocalDate.class),
                                    r.getInt(3),
                                    HexFormat.of().formatHex(r.getBytes(4))));
                },
                mandate,
                export.receivedOn(),
                export.batch(),
                export.number());
        return references;
    }

    /** An agency's answers of an account that have this digest. */
    public record Wanted(String agency, String account, String digest) {}

    /** Answers by what refers to them, whichever export gave them first. */
    public Map<Wanted, Map<String, Boolean>> found(Collection<Wanted> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        List<Object> arguments = new ArrayList<>(List.of(mandate));
        all.forEach(one -> Collections.addAll(
                arguments, one.agency(), one.account(), HexFormat.of().parseHex(one.digest())));
        Map<Wanted, Map<String, Boolean>> found = new HashMap<>();
        jdbc.query(
                """
                select agency, account, digest, body from follower_answer where mandate = ? and (%s)""".formatted(Marks.anyOf(all, "agency = ? and account = ? and digest = ?")),
                r -> {
                    Wanted one = new Wanted(
                            r.getString(1), r.getString(2), HexFormat.of().formatHex(r.getBytes(3)));
                    found.put(one, JsonMapper.shared().readValue(CompressedJson.unfold(r.getBytes(4)), FOUND));
                },
                arguments.toArray());
        return found;
    }

    /** Over all agencies, by export. */
    public Map<FollowerExports.Key, Sums> sums(Collection<FollowerExports.Key> exports) {
        Map<FollowerExports.Key, Sums> sums = new HashMap<>();
        for (FollowerExports.Key export : exports) {
            jdbc.query(
                    """
                    select coalesce(sum(looked_for), 0), coalesce(sum(found), 0) from follower_answer
                    where mandate = ? and received_on = ? and batch = ? and number = ?""",
                    r -> {
                        sums.put(export, new Sums(r.getInt(1), r.getInt(2)));
                    },
                    mandate,
                    export.receivedOn(),
                    export.batch(),
                    export.number());
        }
        return sums;
    }
}
