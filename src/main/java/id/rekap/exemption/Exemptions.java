package id.rekap.exemption;

import id.rekap.database.AuditLog;
import id.rekap.database.Marks;
import id.rekap.exemption.Exemption.Subject;
import id.rekap.value.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every exemption that was ever granted. What was granted stays as it was; only its last day may become an earlier one. */
public final class Exemptions {
    private static final String COLUMNS = """
            select exemption_id, person, agency, obligation, ground, valid_from, valid_until, ends_on, granted_by, document,
              known_at, known_by from exemption\s""";

    private static final String GRANT = """
            insert into exemption (person, agency, obligation, ground, valid_from, valid_until, ends_on, granted_by, document,
              known_at, known_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final int IN_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final AuditLog audit;

    public Exemptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.audit = new AuditLog(jdbc);
    }

    /**
     * One that was granted.
     *
     * @param endsOn the last exempt day as it is by now
     */
    public record Granted(long id, Exemption exemption, LocalDate endsOn, String knownAt, String knownBy) {
        public boolean isForGood() {
            return endsOn.equals(Exemption.FOR_GOOD);
        }

        public boolean wasEnded() {
            return endsOn.isBefore(exemption.until());
        }

        /** The same once it is ended. */
        public Granted endingOn(LocalDate last) {
            return new Granted(id, exemption, last, knownAt, knownBy);
        }

        public boolean holdsOn(LocalDate date) {
            return !exemption.from().isAfter(date) && !endsOn.isBefore(date);
        }
    }

    /** Grants those that have not been granted before, in the caller's transaction; how many that were. */
    public int grant(Collection<Exemption> exemptions, String who, Instant now) {
        Set<Exemption> known = new HashSet<>();
        of(exemptions).forEach(granted -> known.add(granted.exemption()));
        List<Exemption> fresh = exemptions.stream().filter(known::add).toList();
        jdbc.batchUpdate(GRANT, fresh.stream().map(one -> row(one, who, now)).toList());
        fresh.forEach(one -> audit.add(now, who, "EXEMPT_ADD", named(one.subject()), terms(one)));
        return fresh.size();
    }

    private static Object[] row(Exemption one, String who, Instant now) {
        return new Object[] {
            one.person(),
            one.agency(),
            one.obligation(),
            one.ground(),
            one.from(),
            one.until(),
            one.until(),
            one.grantedBy(),
            one.document(),
            LocalDateTime.ofInstant(now, ZoneOffset.UTC),
            who
        };
    }

    private static String named(Subject subject) {
        return subject.person().isEmpty()
                ? "agency " + subject.agency()
                : "employee " + Identifier.maskedNumber(subject.person());
    }

    private static String terms(Exemption one) {
        return "obligation " + one.obligation() + ", ground " + one.ground() + ", from " + one.from()
                + until(one.until()) + ", granted by " + one.grantedBy() + ", document " + one.document();
    }

    private static String until(LocalDate date) {
        return date.equals(Exemption.FOR_GOOD) ? "" : " until " + date;
    }

    /** Those of the people and agencies of these. */
    private List<Granted> of(Collection<Exemption> exemptions) {
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> agencies = new TreeSet<>();
        exemptions.forEach(one ->
                (one.person().isEmpty() ? agencies : people).add(one.person().isEmpty() ? one.agency() : one.person()));
        List<Granted> granted = new ArrayList<>(ofPeople(people));
        agencies.forEach(agency -> granted.addAll(ofAgency(agency)));
        return granted;
    }

    /** Those of a person, under whichever of their numbers they were granted, or of an agency: from any obligation. */
    public List<Granted> of(Subject subject) {
        if (subject.person().isEmpty()) {
            return ofAgency(subject.agency());
        }
        TreeSet<String> numbers = new TreeSet<>(
                jdbc.queryForList("select no from employee_number where person = ?", String.class, subject.person()));
        numbers.add(subject.person());
        return ofPeople(numbers);
    }

    private List<Granted> ofAgency(String agency) {
        return jdbc.query(
                COLUMNS + "where person = '' and agency = ? order by obligation, valid_from, exemption_id",
                (r, i) -> granted(r),
                agency);
    }

    private List<Granted> ofPeople(Collection<String> people) {
        List<Granted> granted = new ArrayList<>();
        List<String> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += IN_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IN_AT_ONCE));
            granted.addAll(jdbc.query(
                    COLUMNS + "where person in (" + Marks.of(some)
                            + ") order by person, obligation, valid_from, exemption_id",
                    (r, i) -> granted(r),
                    some.toArray()));
        }
        return granted;
    }

    /** All of them, people first, each one's together. */
    public List<Granted> all() {
        return jdbc.query(
                COLUMNS + "order by person = '', person, agency, obligation, valid_from, exemption_id",
                (r, i) -> granted(r));
    }

    /**
     * Ends exemptions that hold after a day: it is their last one. One that begins later holds on no day. In the caller's
     * transaction.
     */
    public void end(Collection<Granted> exemptions, LocalDate last, String who, Instant now) {
        for (Granted one : exemptions) {
            jdbc.update(
                    "update exemption set ends_on = ?, ended_at = ? where exemption_id = ? and ends_on > ?",
                    last,
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                    one.id(),
                    last);
            audit.add(
                    now,
                    who,
                    "EXEMPT_END",
                    named(one.exemption().subject()),
                    terms(one.exemption()) + ": last day from " + (one.isForGood() ? "none" : one.endsOn()) + " to "
                            + last);
        }
    }

    private static Granted granted(ResultSet r) throws SQLException {
        return new Granted(
                r.getLong("exemption_id"),
                new Exemption(
                        r.getString("person"),
                        r.getString("agency"),
                        r.getString("obligation"),
                        r.getString("ground"),
                        r.getObject("valid_from", LocalDate.class),
                        r.getObject("valid_until", LocalDate.class),
                        r.getString("granted_by"),
                        r.getString("document")),
                r.getObject("ends_on", LocalDate.class),
                String.valueOf(r.getString("known_at")),
                r.getString("known_by"));
    }
}
