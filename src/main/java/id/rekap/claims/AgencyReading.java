package id.rekap.claims;

import id.rekap.mandate.Group;
import java.util.Map;
import java.util.Optional;

/**
 * What a message says of one agency.
 *
 * @param counts of the groups it reports; empty when nil or in doubt
 * @param nil that the agency has nothing to report
 * @param doubt why it cannot be read for sure
 * @param words of the message, only those that are known
 */
record AgencyReading(String agency, Map<Group, Count> counts, boolean nil, Optional<Doubt> doubt, String words) {
    AgencyReading {
        counts = Map.copyOf(counts);
    }

    static AgencyReading doubtful(String agency, Doubt doubt, String words) {
        return new AgencyReading(agency, Map.of(), false, Optional.of(doubt), words);
    }

    /** The message itself is in doubt. */
    AgencyReading doubted(Doubt ofMessage) {
        return doubtful(agency, ofMessage, words);
    }
}
