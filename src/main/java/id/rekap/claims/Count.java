package id.rekap.claims;

/**
 * What a head of agency claims of a group.
 *
 * @param following both accounts
 */
public record Count(int people, int following) {
    public Count {
        if (following < 0 || following > people) {
            throw new IllegalArgumentException(following + " of " + people);
        }
    }

    Count plus(Count other) {
        return new Count(people + other.people, following + other.following);
    }
}
