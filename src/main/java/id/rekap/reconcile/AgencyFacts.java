package id.rekap.reconcile;

import id.rekap.exemption.ExemptOn;
import id.rekap.intake.FileNote;
import id.rekap.intake.HoldReason;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListPages;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that judging an agency reads.
 *
 * @param list the list in force, null without one
 * @param receivedOn when the list in force was received: it says which numbers are possible, since what is judged once holds
 *     for many nights
 * @param files of the list in force, by the position that its rows name
 * @param notes exceptions of whole files: of the list in force and of refused deliveries since
 * @param people active people whom the list speaks for: the agency's own and those of agencies below that it covers; empty
 *     for an agency that another one's list covers
 * @param exempt which of these people owe what not
 * @param register whom numbers mean that are not of these people
 * @param evidence what is proven of the people on the list
 * @param matches what other agencies' lists mean for this one, as far as it is known
 * @param notices what is to be said of the agency itself
 */
public record AgencyFacts(
        String agency,
        @Nullable ListPages list,
        LocalDate receivedOn,
        List<ListFile> files,
        List<FileNote> notes,
        List<Person> people,
        ExemptOn exempt,
        Register register,
        Evidence evidence,
        Collection<CrossAgencyMatch> matches,
        Notices notices) {

    /** The register as of the night's date. */
    public interface Register {
        /** Whom these numbers, current or former, mean; numbers that it has never known by then are absent. */
        Map<String, Person> byNumber(Collection<String> numbers);

        /** Which of these people owe what not. */
        ExemptOn exempt(Collection<Person> people);
    }

    /**
     * What is to be said of the agency itself.
     *
     * @param staleSince the list in force is too old: when it was received; else null
     * @param held a list that waits for a decision, or null
     */
    public record Notices(
            @Nullable LocalDate staleSince, @Nullable Held held) {}

    /** A held list, the first of its files, and why it is held. */
    public record Held(String submission, String file, List<HoldReason> reasons) {}
}
