package id.rekap.exemption;

import java.util.List;

/**
 * What is wrong with a request.
 *
 * @param isUnknown something is named well that is not there; else it is written wrong
 */
public record ExemptionFault(Part part, String found, String expected, boolean isUnknown) {
    /** A part of a request, with the columns that it may stand in; the first is the option's name. */
    public enum Part {
        EMPLOYEE("employee", "employee_no", "nomor", "nip", "nik", "pegawai"),
        AGENCY("agency", "agency_code", "kode_opd", "opd"),
        OBLIGATION("obligation", "kewajiban"),
        GROUND("ground", "dasar", "dasar pengecualian"),
        FROM("from", "mulai", "dari"),
        UNTIL("until", "sampai", "hingga"),
        GRANTED_BY("granted-by", "ditetapkan oleh", "oleh"),
        DOCUMENT("document", "dokumen", "nomor surat");

        // made by List.of, which cannot change; Error Prone knows only Guava's lists to be so
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> names;

        Part(String... names) {
            this.names = List.of(names);
        }

        List<String> names() {
            return names;
        }

        public String option() {
            return "--" + names.get(0);
        }
    }
}
