package id.rekap.exemption;

import java.time.LocalDate;

/**
 * An exemption as it was granted.
 *
 * @param person the register's id, empty where an agency's people are exempt
 * @param agency its code, empty where a person is exempt
 * @param obligation its id, or {@link #ALL}
 * @param ground of {@code jobs/exemptions.yml}
 * @param until the last exempt day, {@link #FOR_GOOD} without one
 */
public record Exemption(
        String person,
        String agency,
        String obligation,
        String ground,
        LocalDate from,
        LocalDate until,
        String grantedBy,
        String document) {
    /** Every obligation of every mandate, voluntary ones too. */
    public static final String ALL = "all";

    public static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    /** Who is exempt from what. */
    public record Subject(String person, String agency, String obligation) {}

    /** Has it no last day? */
    public boolean isForGood() {
        return until.equals(FOR_GOOD);
    }

    public Subject subject() {
        return new Subject(person, agency, obligation);
    }

    @Override
    public String toString() {
        return "an exemption from " + obligation;
    }
}
