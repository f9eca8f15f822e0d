package id.rekap.reconcile;

import id.rekap.intake.ListRow;
import id.rekap.register.Person;
import id.rekap.value.Names;
import id.rekap.value.Slip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose number was probably meant: exactly one person of the agency is one typing slip away and has the name. */
final class Slips {
    private final List<Person> people;

    Slips(List<Person> people) {
        this.people = people;
    }

    /** The number to suggest, empty where it is not certain. */
    String suggestion(ListRow row) {
        @Nullable Person meant = null;
        for (Person person : people) {
            if (Slip.oneApart(row.no(), person.no())) {
                if (meant != null) {
                    return "";
                }
                meant = person;
            }
        }
        return meant != null && Names.compare(row.name(), meant.name()) == Names.Likeness.AGREES ? meant.no() : "";
    }
}
