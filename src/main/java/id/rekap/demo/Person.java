package id.rekap.demo;

/**
 * Somebody who does not exist.
 *
 * @param formerNumber empty for none
 * @param office position of the agency in the register file
 */
record Person(
        String number,
        String formerNumber,
        String name,
        Employment type,
        LegalStatus standing,
        int office,
        String handle,
        ReportingHabit conduct,
        Flaw flaw) {

    boolean isContractStaff() {
        return type == Employment.TENAGA_KONTRAK;
    }
}
