package id.rekap.nightly;

import id.rekap.mandate.Mandate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What a process judges by: two that judge by the same make the same of the same rows. */
record JudgesBy(String text) {
    private static final int DIGITS = 12;

    static JudgesBy of(String version, Collection<Mandate> mandates) {
        return new JudgesBy("version " + version
                + mandates.stream()
                        .sorted(Comparator.comparing(Mandate::id))
                        .map(mandate -> ", mandate " + mandate.id() + " of digest "
                                + mandate.version().substring(0, DIGITS))
                        .collect(Collectors.joining()));
    }
}
