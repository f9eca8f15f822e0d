package id.rekap.exemption;

import id.rekap.register.Person;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Who is exempt from what on a date, for some agencies and people.
 *
 * @param agencies by code, obligations separated by a blank, {@link Exemption#ALL} alone where it is every one
 * @param people the same by the register's id
 */
public record ExemptOn(SortedMap<String, String> agencies, SortedMap<String, String> people) {
    public static final ExemptOn NOBODY = new ExemptOn(Collections.emptySortedMap(), Collections.emptySortedMap());

    public boolean isNobody() {
        return agencies.isEmpty() && people.isEmpty();
    }

    /** Obligations separated by a blank, {@link Exemption#ALL} alone where it is every one, empty where it is none. */
    public String of(Person person) {
        if (isNobody()) {
            return "";
        }
        return both(agencies.getOrDefault(person.agency(), ""), people.getOrDefault(person.id(), ""));
    }

    static String both(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return one.isEmpty() ? other : one;
        }
        TreeSet<String> obligations = new TreeSet<>();
        obligations.addAll(List.of((one + " " + other).split(" ", -1)));
        return obligations.contains(Exemption.ALL) ? Exemption.ALL : String.join(" ", obligations);
    }
}
