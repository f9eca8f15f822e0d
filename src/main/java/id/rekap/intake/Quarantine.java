package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.database.AuditLog;
import id.rekap.intake.Submissions.Place;
import id.rekap.tabular.FileRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes out a delivery that a run cannot get past: it is refused from then on, as if reading it had refused it, and the list
 * before it holds. Only what no published set was made with: of that the past would be lost.
 */
public final class Quarantine {
    private static final Pattern ID = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-[0-9a-f]{1,64}");

    /** So many of a day may be taken out by the program itself. */
    private static final int FEW = 3;

    private static final String PUBLISHED = """
            select max(r.business_date) from run r
            join night n on n.run_id = r.run_id and n.agency = ? and n.received_on = ? and n.batch = ?
            where r.mandate = ? and r.business_date >= ? and r.state = 'PUBLISHED'""";

    /** Until the agency sends something that is accepted. */
    private static final String OPEN = """
            select q.mandate, q.agency, q.submission_id from submission q
            where q.verdict = 'REFUSED' and q.decision = 'QUARANTINE' and not exists (
              select 1 from submission n where n.mandate = q.mandate and n.agency = q.agency and n.verdict = 'ACCEPTED'
                and (n.received_on > q.received_on or (n.received_on = q.received_on and n.batch > q.batch)))
            order by q.agency, q.received_on, q.batch, q.mandate""";

    private final JdbcTemplate jdbc;
    private final Deliveries deliveries;

    public Quarantine(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.deliveries = new Deliveries(jdbc);
    }

    /** What the agency is told. */
    public record Reason(ExceptionCode code, String found, String expected) {
        /** Somebody has decided. */
        public static final Reason DECIDED = new Reason(
                ExceptionCode.FILE_UNREADABLE,
                "dikeluarkan pengelola, karena program tidak dapat melewatinya",
                "berkas yang dapat dibaca");
    }

    /** One that is out under a mandate, and that nothing has replaced. */
    public record Out(String submission, String mandate) {}

    /** What became of the wish. */
    public enum Wish {
        DONE,
        /** It is refused already, or changed nothing when it came. */
        HAS_NO_EFFECT,
        /** It is held: that is decided in another way. */
        WAITS,
        PUBLISHED
    }

    /** Deliveries that {@code <agency>/<id>} or an id can mean; the end of the hash may be missing. */
    public List<Delivery> meant(String written) {
        WrittenName name = new WrittenName(written, jdbc);
        Matcher id = ID.matcher(name.id());
        if (!id.matches()) {
            return List.of();
        }
        try {
            return deliveries.of(LocalDate.parse(id.group(1))).stream()
                    .filter(one -> name.means(one.agency(), one.receivedOn(), one.dropHash()))
                    .toList();
        } catch (DateTimeException e) {
            return List.of();
        }
    }

    /** Under one mandate, whether that has read it or not. In the caller's transaction. */
    public Wish wish(String mandate, Delivery delivery, String who, Instant now) {
        Place place = delivery.place();
        List<String> verdicts =
                jdbc.queryForList("""
                select case when verdict <> 'HELD' or decision is null then verdict when decision = 'ACCEPT' then 'ACCEPTED' else 'REFUSED' end
                from submission
                where mandate = ? and agency = ? and received_on = ? and batch = ? for update""", String.class, mandate, place.agency(), place.receivedOn(), place.batch());
        DeliveryDecision verdict = verdicts.isEmpty() ? null : DeliveryDecision.valueOf(verdicts.get(0));
        if (verdict == DeliveryDecision.HELD) {
            return Wish.WAITS;
        }
        if (verdict != null && verdict != DeliveryDecision.ACCEPTED) {
            return Wish.HAS_NO_EFFECT;
        }
        if (publishedOn(mandate, place).isPresent()) {
            return Wish.PUBLISHED;
        }
        refuse(mandate, place, Reason.DECIDED, who, now);
        return Wish.DONE;
    }

    /** The latest date whose published set was made with it. */
    public Optional<LocalDate> publishedOn(String mandate, Place place) {
        return Optional.ofNullable(jdbc.queryForObject(
                PUBLISHED,
                LocalDate.class,
                place.agency(),
                place.receivedOn(),
                place.batch(),
                mandate,
                place.receivedOn()));
    }

    /** Whether so many deliveries of a day are taken out that it is not they which are wrong. */
    public boolean isMany(String mandate, LocalDate receivedOn) {
        Integer taken = jdbc.queryForObject("""
                select count(*) from submission
                where mandate = ? and received_on = ? and decision = 'QUARANTINE'""", Integer.class, mandate, receivedOn);
        return taken != null && taken >= FEW;
    }

    public String name(Place place) {
        return deliveries.at(place).submissionName();
    }

    public List<Out> open() {
        return jdbc.query(OPEN, (r, i) -> new Out(r.getString(2) + "/" + r.getString(3), r.getString(1)));
    }

    /** In the caller's transaction; gives its name. */
    public String refuse(String mandate, Place place, Reason why, String who, Instant now) {
        Delivery delivery = deliveries.at(place);
        FileNote note =
                DeliveryReader.refusal(delivery.first(), new FileRefused(why.code(), "", why.found(), why.expected()));
        for (String table : List.of("list_page", "submission")) {
            jdbc.update(
                    "delete from " + table + " where mandate = ? and agency = ? and received_on = ? and batch = ?",
                    mandate,
                    place.agency(),
                    place.receivedOn(),
                    place.batch());
        }
        new Submissions(jdbc, mandate)
                .write(List.of(ReadDelivery.refused(delivery, delivery.dropHash(), List.of(note))));
        jdbc.update("""
                update submission set decision = 'QUARANTINE'
                where mandate = ? and agency = ? and received_on = ? and batch = ?""", mandate, place.agency(), place.receivedOn(), place.batch());
        new AuditLog(jdbc)
                .add(now, who, "QUARANTINE", delivery.submissionName(), "mandate " + mandate + ": " + why.found());
        return delivery.submissionName();
    }
}
