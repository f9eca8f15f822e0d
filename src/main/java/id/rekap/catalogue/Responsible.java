package id.rekap.catalogue;

/** Who acts on an exception. */
public enum Responsible {
    OPERATOR("operator"),
    AGENCY("agency"),
    PERSONNEL_OFFICE("personnel office"),
    NONE("");

    private final String word;

    Responsible(String word) {
        this.word = word;
    }

    /** The word as it stands in the published files; empty for {@code NONE}. */
    public String word() {
        return word;
    }
}
