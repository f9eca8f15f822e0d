package id.rekap.intake;

import id.rekap.register.Agencies;
import id.rekap.register.AgencyDirectory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What somebody writes for a delivery: {@code <agency>/<id>}, its id, its hash or the beginning of one, or an agency alone.
 * Agencies have the names of the day on which it was received; the register of a day is read once.
 */
public final class WrittenName {
    private static final int LEAST_OF_A_HASH = 4;

    private final String agency;
    private final String rest;
    private final Agencies agencies;
    private final Map<LocalDate, AgencyDirectory> directories = new HashMap<>();

    public WrittenName(String written, JdbcTemplate jdbc) {
        int slash = written.lastIndexOf('/');
        this.agency = slash < 0 ? "" : written.substring(0, slash).strip();
        this.rest = written.substring(slash + 1).strip();
        this.agencies = new Agencies(jdbc);
    }

    /** As the database has ids and hashes. */
    String id() {
        return rest.toLowerCase(Locale.ROOT);
    }

    /** Can it mean the delivery that an agency made then? */
    public boolean means(String code, LocalDate receivedOn, String dropHash) {
        String id = id();
        boolean isNamed = !id.isEmpty()
                && ((receivedOn + "-" + dropHash).startsWith(id)
                        || (id.length() >= LEAST_OF_A_HASH && dropHash.startsWith(id)));
        return agency.isEmpty()
                ? isNamed || isAgency(rest, code, receivedOn)
                : isAgency(agency, code, receivedOn) && (id.isEmpty() || isNamed);
    }

    private boolean isAgency(String written, String code, LocalDate on) {
        return written.equals(code)
                || directories
                        .computeIfAbsent(on, agencies::directory)
                        .named(written)
                        .filter(named -> named.code().equals(code))
                        .isPresent();
    }
}
