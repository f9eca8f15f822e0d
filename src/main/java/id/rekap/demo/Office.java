package id.rekap.demo;

import java.util.List;

/**
 * An agency of the regency.
 *
 * @param parent code of the agency above it, empty for none
 * @param aliases as the register file has them
 * @param people how many the register has of it, active or not
 * @param nights what it drops, the first night first
 */
record Office(
        String code, String name, String parent, String aliases, boolean expected, int people, List<Sending> nights) {
    Office {
        nights = List.copyOf(nights);
    }

    Sending on(int night) {
        return nights.get(night - 1);
    }

    /** How this office writes: a small stable number, so that an office keeps its habits. */
    int habit(int choices) {
        return Math.floorMod(code.hashCode(), choices);
    }
}
