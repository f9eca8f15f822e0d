package id.rekap.demo;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** Legal status of a person, as the register file writes it. */
enum LegalStatus {
    ACTIVE,
    STUDYING,
    ON_LEAVE,
    /** Preparing for the pension until 60, pensioned from then on. */
    RETIRING,
    STOPPED;

    boolean counts() {
        return this == ACTIVE || this == STUDYING;
    }

    String written(String number, LocalDate date) {
        return switch (this) {
            case ACTIVE -> "01";
            case STUDYING -> "03";
            case ON_LEAVE -> "CLTN";
            case RETIRING -> isSixty(number, date) ? "99" : "MPP";
            case STOPPED -> "Berhenti";
        };
    }

    static LegalStatus draw(SplittableRandom random, Employment type) {
        int of1000 = random.nextInt(1000);
        return switch (type) {
            case PNS -> of1000 < 15 ? RETIRING : of1000 < 20 ? ON_LEAVE : of1000 < 35 ? STUDYING : ACTIVE;
            case TENAGA_KONTRAK -> of1000 < 15 ? STOPPED : ACTIVE;
            case CPNS, PPPK, PPPK_PARUH_WAKTU -> ACTIVE;
        };
    }

    private static boolean isSixty(String number, LocalDate date) {
        LocalDate born = LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                Integer.parseInt(number.substring(6, 8)));
        return !born.plusYears(60).isAfter(date);
    }
}
