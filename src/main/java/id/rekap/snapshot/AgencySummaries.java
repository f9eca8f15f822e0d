package id.rekap.snapshot;

import id.rekap.database.Marks;
import id.rekap.intake.CompressedJson;
import id.rekap.mandate.Group;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.RunRef;
import id.rekap.snapshot.AgencySummary.People;
import id.rekap.snapshot.Suppressed.Place;
import id.rekap.snapshot.Suppressed.Way;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Standings of published nights, one row a night. */
public final class AgencySummaries {
    /** Of a row of its table, called s, what stands beside the agencies: they are long. */
    public static final String ALL = "s.known, s.headline_of, s.headline_met, s.headline_seen, s.headline_rate_only";

    private static final JsonFactory JSON = new JsonFactory();

    private final JdbcTemplate jdbc;

    public AgencySummaries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the transaction that makes the set visible; may be repeated.
     *
     * @param all obligation {@code all} over everybody
     * @param suppressed what the set hides
     */
    public void write(RunRef run, PublicationModel.Trend all, List<AgencySummary> summaries, Suppressed suppressed) {
        Headline headline = headline(summaries);
        boolean isKnown = all.due() == 0 || all.met() > 0 || summaries.stream().anyMatch(AgencySummary::known);
        jdbc.update("delete from agency_summary where run_id = ?", run.id());
        jdbc.update(
                """
                insert into agency_summary
                  (run_id, known, headline_of, headline_met, headline_seen, headline_rate_only, body)
                values (?, ?, ?, ?, ?, ?, ?)""",
                run.id(),
                isKnown,
                headline.of(),
                headline.met(),
                headline.seen(),
                headline.rateOnly(),
                encode(summaries, suppressed));
    }

    /** Of these published nights, oldest first. */
    List<PublicationModel.Past> of(List<PastNight> nights) {
        if (nights.isEmpty()) {
            return List.of();
        }
        List<PublicationModel.Past> past = new ArrayList<>();
        jdbc.query(
                """
                select r.business_date, s.body from run r join agency_summary s on s.run_id = r.run_id
                where r.run_id in (%s) order by r.business_date""".formatted(Marks.of(nights)),
                r -> {
                    past.add(decode(r.getObject(1, LocalDate.class), r.getBytes(2)));
                },
                nights.stream().map(PastNight::run).toArray());
        return past;
    }

    /** What the set of a published run hides. */
    Suppressed suppressedBy(RunRef run) {
        return suppressed("r.run_id = ?", run.date(), run.id());
    }

    /** What the sets of a run's date hide, but for its own: of its mandate and of others, all revisions. */
    Suppressed suppressedBeside(RunRef run) {
        return suppressed(
                "r.business_date = ? and r.state = 'PUBLISHED' and r.run_id <> ?", run.date(), run.date(), run.id());
    }

    private Suppressed suppressed(String where, LocalDate date, Object... of) {
        return jdbc
                .query(
                        "select s.body from run r join agency_summary s on s.run_id = r.run_id where " + where,
                        (r, i) -> decode(date, r.getBytes(1)).suppressed(),
                        of)
                .stream()
                .reduce(Suppressed.NONE, Suppressed::and);
    }

    /** What was said first of a published night, of a row of its table. */
    public static Headline headline(ResultSet row) throws SQLException {
        return new Headline(
                row.getInt("headline_of"),
                row.getInt("headline_met"),
                row.getBoolean("headline_seen"),
                row.getBoolean("headline_rate_only"));
    }

    /** Of all agencies of a night, as a later one tells it. */
    public static Headline headline(List<AgencySummary> night) {
        return night.stream().map(agency -> agency.headline().amongOthers()).reduce(Headline.NONE, Headline::plus);
    }

    private static byte[] encode(List<AgencySummary> summaries, Suppressed suppressed) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(summaries.size() * 64 + 64);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), plain)) {
            json.writeStartArray();
            json.writeStartArray();
            for (AgencySummary summary : summaries) {
                json.writeStartArray();
                json.writeString(summary.agency());
                json.writeString(summary.state().name());
                for (People people : List.of(summary.asn(), summary.contract())) {
                    json.writeNumber(people.headcount());
                    json.writeNumber(people.due());
                    json.writeNumber(people.met());
                }
                json.writeBoolean(summary.known());
                json.writeNumber(summary.headline().of());
                json.writeNumber(summary.headline().met());
                json.writeBoolean(summary.headline().seen());
                json.writeEndArray();
            }
            json.writeEndArray();
            for (Set<String> agencies : List.of(suppressed.closed(), suppressed.joined())) {
                json.writeStartArray();
                new TreeSet<>(agencies).forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeBoolean(suppressed.closesGroups());
            json.writeBoolean(suppressed.tellsFew());
            json.writeStartArray();
            suppressed.ways().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(
                            Comparator.comparing(Place::agency).thenComparing(Place::group)))
                    .forEach(e -> {
                        json.writeStartArray();
                        json.writeString(e.getKey().agency());
                        json.writeString(e.getKey().group().name());
                        e.getValue().stream()
                                .sorted(Comparator.comparing(Way::other).thenComparing(Way::gives))
                                .forEach(way -> {
                                    json.writeString(way.other());
                                    json.writeBoolean(way.gives());
                                });
                        json.writeEndArray();
                    });
            json.writeEndArray();
            json.writeEndArray();
        }
        return CompressedJson.of(plain);
    }

    private static PublicationModel.Past decode(LocalDate date, byte[] body) {
        List<AgencySummary> summaries = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), CompressedJson.unfold(body))) {
            json.nextToken();
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                String agency = text(json);
                AgencyState state = AgencyState.valueOf(text(json));
                People asn = people(json);
                People contract = people(json);
                boolean isKnown = json.nextToken() == JsonToken.VALUE_TRUE;
                Headline headline = new Headline(
                        json.nextIntValue(0), json.nextIntValue(0), json.nextToken() == JsonToken.VALUE_TRUE);
                json.nextToken();
                summaries.add(new AgencySummary(agency, state, isKnown, asn, contract, headline));
            }
            Suppressed suppressed = new Suppressed(
                    agencies(json),
                    agencies(json),
                    json.nextToken() == JsonToken.VALUE_TRUE,
                    json.nextToken() == JsonToken.VALUE_TRUE,
                    ways(json));
            return new PublicationModel.Past(date, summaries, suppressed);
        }
    }

    private static Map<Place, Set<Way>> ways(JsonParser json) {
        Map<Place, Set<Way>> ways = new HashMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            Place place = new Place(text(json), Group.valueOf(text(json)));
            Set<Way> open = new HashSet<>();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                open.add(new Way(json.getString(), json.nextToken() == JsonToken.VALUE_TRUE));
            }
            ways.put(place, open);
        }
        return ways;
    }

    private static Set<String> agencies(JsonParser json) {
        Set<String> agencies = new TreeSet<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            agencies.add(json.getString());
        }
        return agencies;
    }

    private static String text(JsonParser json) {
        String text = json.nextStringValue();
        return text == null ? "" : text;
    }

    private static People people(JsonParser json) {
        return new People(json.nextIntValue(0), json.nextIntValue(0), json.nextIntValue(0));
    }
}
