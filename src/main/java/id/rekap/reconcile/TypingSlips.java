package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.intake.ListRow;
import id.rekap.register.Person;
import id.rekap.value.Identifier;
import id.rekap.value.Names;
import id.rekap.value.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose number was probably meant: exactly one person of the agency is one typing slip away and has the name. */
final class TypingSlips {
    private final List<Person> people;
    private final Catalogue catalogue;
    private final Locale locale;

    TypingSlips(List<Person> people, Catalogue catalogue, Locale locale) {
        this.people = people;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    /** What to suggest, empty where it is not certain. */
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
        return meant != null && Names.compare(row.name(), meant.name()) == Names.Agreement.AGREES
                ? shown(row.no(), meant.no())
                : "";
    }

    /** A number that may not be shown in full would not say where it differs: then the digits do. */
    String shown(String written, String meant) {
        if (meant.isEmpty() || Identifier.maskedNumber(meant).equals(meant)) {
            return meant;
        }
        if (Slip.oneApart(written, meant)) {
            return words(Slip.between(written, meant), 0);
        }
        // letters for digits, which may be several
        List<String> each = new ArrayList<>();
        for (int i = 0; i < meant.length(); i++) {
            if (written.charAt(i) != meant.charAt(i)) {
                each.add(words(Slip.between(written.substring(i, i + 1), meant.substring(i, i + 1)), i));
            }
        }
        return String.join("; ", each);
    }

    private String words(Slip slip, int before) {
        return catalogue.hint(
                "SLIP_" + slip.kind(),
                locale,
                Integer.toString(before + slip.digit()),
                slip.written(),
                slip.meant(),
                Integer.toString(before + slip.digit() + 1));
    }
}
