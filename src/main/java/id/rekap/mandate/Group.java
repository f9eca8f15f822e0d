package id.rekap.mandate;

/** The two groups that a regent asks about. */
public enum Group {
    ASN,
    TENAGA_KONTRAK
}
