package id.rekap.value;

/** 18 digits that were meant as a NIP, also where a slip has made them an impossible one. */
final class NipShape {
    private static final int NO_EMPLOYEE_BEFORE = 1930;
    private static final int NO_EMPLOYEE_AFTER = 2010;
    private static final int FIRST_APPOINTMENT = 1955;
    private static final int LAST_APPOINTMENT = 2099;

    private NipShape() {}

    /** One of its parts is as it should be: a slip spoils the other. */
    static boolean readsAs(String no) {
        return hasAppointment(no) || hasBirth(no);
    }

    private static boolean hasAppointment(String no) {
        int year = number(no, 8, 12);
        int month = number(no, 12, 14);
        char sex = no.charAt(14);
        return year >= FIRST_APPOINTMENT
                && year <= LAST_APPOINTMENT
                && ((month >= 1 && month <= 12) || (month >= 21 && month <= 29))
                && (sex == '1' || sex == '2');
    }

    /** Month and year only: a spreadsheet makes the rest zeros. A NIK may begin with 1971 too, and has its date behind. */
    private static boolean hasBirth(String no) {
        int year = number(no, 0, 4);
        int month = number(no, 4, 6);
        return year >= NO_EMPLOYEE_BEFORE
                && year <= NO_EMPLOYEE_AFTER
                && month >= 1
                && month <= 12
                && !PossibleNumber.hasBirthDate(no);
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
