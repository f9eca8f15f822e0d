package id.rekap.register;

import id.rekap.mandate.Header;
import java.util.Arrays;
import java.util.List;

/** A column of a register file: the header names it may have, the first filled one counts. */
enum Field {
    NUMBER("nomor", "employee_no", "nip baru", "nip", "nik"),
    NAME("nama", "name"),
    TYPE("jenis", "employment_type", "jenis pegawai nama"),
    AGENCY("kode_opd", "agency_code", "unor id"),
    STATUS("status", "kedudukan hukum id", "kedudukan hukum nama"),
    FORMER("nomor_lama", "former_numbers", "nip lama"),
    /** Only in the national export: which PNS are still candidates. */
    CANDIDATE("status cpns pns"),
    /** Only in the national export; never read, it tells that a file is one. */
    NATIONAL_ID("pns id"),

    CODE("kode", "code"),
    PARENT("induk", "parent"),
    ALIASES("alias", "aliases"),
    EXPECTED("wajib_lapor", "expected"),
    CONTACT("email_kontak", "contact_email");

    static final List<Field> OF_EMPLOYEES = List.of(NUMBER, NAME, TYPE, AGENCY, STATUS, FORMER, CANDIDATE, NATIONAL_ID);
    static final List<Field> OF_AGENCIES = List.of(CODE, NAME, PARENT, ALIASES, EXPECTED, CONTACT);

    // Lists made by List.of cannot change; Error Prone knows only Guava's to be so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> folded;

    Field(String... names) {
        this.names = List.of(names);
        this.folded = Arrays.stream(names).map(Header::folded).toList();
    }

    List<String> names() {
        return names;
    }

    List<String> folded() {
        return folded;
    }

    boolean required() {
        return switch (this) {
            case NUMBER, NAME, TYPE, AGENCY, CODE -> true;
            case STATUS, FORMER, CANDIDATE, NATIONAL_ID, PARENT, ALIASES, EXPECTED, CONTACT -> false;
        };
    }
}
