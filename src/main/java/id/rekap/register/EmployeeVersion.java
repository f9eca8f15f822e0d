package id.rekap.register;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What the register says of a person for some time; a new interval opens when any of it changes.
 *
 * @param former numbers that it gives as former ones, sorted and separated by |
 */
record EmployeeVersion(
        String agency, String no, String name, String type, String status, boolean active, String former) {
    private static final String BETWEEN = "|";

    static String joined(Collection<String> former) {
        return former.isEmpty() ? "" : String.join(BETWEEN, new TreeSet<>(former));
    }

    List<String> formerNumbers() {
        return former.isEmpty() ? List.of() : List.of(former.split("\\|"));
    }

    EmployeeVersion withFormer(Collection<String> numbers) {
        return new EmployeeVersion(agency, no, name, type, status, active, joined(numbers));
    }

    /** Whether they are told alike, former numbers apart: a list that does not have that column changes nobody. */
    boolean isLike(EmployeeVersion other) {
        return withFormer(List.of()).equals(other.withFormer(List.of()));
    }
}
