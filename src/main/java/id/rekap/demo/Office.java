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
    private static final int EVERY = 13;

    Office {
        nights = List.copyOf(nights);
    }

    /** After the nights that are written down an office that sends lists at all sends a whole one about every second week. */
    Sending on(int night) {
        if (night <= nights.size()) {
            return nights.get(night - 1);
        }
        Sending whole = nights.stream().filter(Sending::isWhole).findFirst().orElse(Sending.NOTHING);
        return Math.floorMod(code.hashCode() / 7 + night, EVERY) == 0 ? whole : Sending.NOTHING;
    }

    /** How this office writes: a small stable number, so that an office keeps its habits. */
    int habit(int choices) {
        return Math.floorMod(code.hashCode(), choices);
    }
}
