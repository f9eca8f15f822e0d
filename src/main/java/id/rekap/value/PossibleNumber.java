package id.rekap.value;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** The structure of NIP, NI PPPK and NIK, with the sanity bounds in use. */
final class PossibleNumber {
    private static final int FIRST_BIRTH_YEAR = 1930;
    private static final int FIRST_APPOINTMENT_YEAR = 1955;
    private static final int LEAST_AGE = 15;
    private static final int WOMAN = 40;

    /** Far enough for every two-digit year to have come. */
    static final LocalDate ANY_DATE = LocalDate.of(2100, 1, 1);

    private PossibleNumber() {}

    static boolean holds(String no, LocalDate asOf) {
        return switch (no.length()) {
            case 18 -> Blanks.allDigits(no) && civilServant(no, asOf);
            case 16 -> Blanks.allDigits(no) && resident(no, asOf);
            default -> false;
        };
    }

    /** Whether digits 7 to 12 of a NIK are a birth date of any century: a hint, and what is hidden, know no date. */
    static boolean hasBirthDate(String nik) {
        return hasBirthDate(nik, ANY_DATE);
    }

    private static boolean hasBirthDate(String nik, LocalDate asOf) {
        int day = number(nik, 6, 8);
        int month = number(nik, 8, 10);
        int year = number(nik, 10, 12);
        if (day > WOMAN) {
            day -= WOMAN;
        }
        if (exists(2000 + year, month, day) && !isAfter(2000 + year, month, day, asOf)) {
            return true;
        }
        return 1900 + year >= FIRST_BIRTH_YEAR && exists(1900 + year, month, day);
    }

    private static boolean civilServant(String no, LocalDate asOf) {
        int birthYear = number(no, 0, 4);
        int birthMonth = number(no, 4, 6);
        if (birthYear < FIRST_BIRTH_YEAR || !exists(birthYear, birthMonth, number(no, 6, 8))) {
            return false;
        }
        int year = number(no, 8, 12);
        if (year < FIRST_APPOINTMENT_YEAR || year > asOf.getYear() + 1) {
            return false;
        }
        int month = number(no, 12, 14);
        boolean oldEnough;
        if (month >= 1 && month <= 12) {
            oldEnough = (year - birthYear) * 12 + month - birthMonth >= LEAST_AGE * 12;
        } else if (month >= 21 && month <= 29) {
            // NI PPPK: 2 and the number of the contract; only the year of the appointment is known.
            oldEnough = year - birthYear >= LEAST_AGE;
        } else {
            return false;
        }
        char sex = no.charAt(14);
        return oldEnough && (sex == '1' || sex == '2') && number(no, 15, 18) >= 1;
    }

    private static boolean resident(String no, LocalDate asOf) {
        return number(no, 0, 2) != 0 && number(no, 12, 16) != 0 && hasBirthDate(no, asOf);
    }

    private static boolean exists(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
    }

    private static boolean isAfter(int year, int month, int day, LocalDate date) {
        return year * 10_000 + month * 100 + day
                > date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static int number(String digits, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n = n * 10 + digits.charAt(i) - '0';
        }
        return n;
    }
}
