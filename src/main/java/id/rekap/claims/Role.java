package id.rekap.claims;

/** What a number says of a group. */
enum Role {
    PEOPLE,
    FOLLOWING,
    NOT_FOLLOWING
}
