package id.rekap.value;

import java.util.List;

/** Groups of digits that are known to be no number of a person. */
final class KnownGroups {
    private KnownGroups() {}

    /** So many groups from the first on are the code of an agency or a date of the program's; 0 where none are. */
    static int at(List<DigitGroup> groups, String text) {
        if (groups.size() >= 8 && areJoined(groups.subList(0, 8), text, '.')) {
            // 1.03.0.00.0.00.01.0000
            return haveLengths(groups.subList(0, 8), 1, 2, 1, 2, 1, 2, 2, 4) ? 8 : 0;
        }
        if (groups.size() < 3 || !haveLengths(groups.subList(0, 3), 4, 2, 2)) {
            return 0;
        }
        // 2020-07-31, before the hash of a submission too; no region of a NIK begins with 20
        boolean isOurs =
                areJoined(groups.subList(0, 3), text, '-') && groups.get(0).number() / 100 == 20;
        return isOurs && isDate(groups.get(0), groups.get(1), groups.get(2)) ? 3 : 0;
    }

    /** Dates only, or the one moment that a camera or scanner names its files by. */
    static boolean areTimes(List<DigitGroup> groups, String text) {
        StringBuilder digits = new StringBuilder();
        groups.forEach(group -> digits.append(group.digits()));
        return isMoment(digits.toString()) || areDates(groups, text);
    }

    private static boolean areDates(List<DigitGroup> groups, String text) {
        if (groups.size() % 3 != 0) {
            return false;
        }
        for (int i = 0; i < groups.size(); i += 3) {
            List<DigitGroup> date = groups.subList(i, i + 3);
            boolean yearFirst = haveLengths(date, 4, 2, 2);
            if (!yearFirst && !haveLengths(date, 2, 2, 4)) {
                return false;
            }
            char between = text.charAt(date.get(0).to());
            if (!areJoined(date, text, between)
                    || Blanks.isBlank(between)
                    || !isDate(date.get(yearFirst ? 0 : 2), date.get(1), date.get(yearFirst ? 2 : 0))) {
                return false;
            }
        }
        return true;
    }

    /** 20200731163000 */
    private static boolean isMoment(String digits) {
        return digits.matches("20\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])([01]\\d|2[0-3])[0-5]\\d[0-5]\\d");
    }

    private static boolean isDate(DigitGroup year, DigitGroup month, DigitGroup day) {
        return (year.number() / 100 == 19 || year.number() / 100 == 20)
                && month.number() >= 1
                && month.number() <= 12
                && day.number() >= 1
                && day.number() <= 31;
    }

    private static boolean areJoined(List<DigitGroup> groups, String text, char between) {
        for (int i = 1; i < groups.size(); i++) {
            int at = groups.get(i - 1).to();
            if (groups.get(i).from() != at + 1 || text.charAt(at) != between) {
                return false;
            }
        }
        return true;
    }

    static boolean haveLengths(List<DigitGroup> groups, int... lengths) {
        if (groups.size() != lengths.length) {
            return false;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (groups.get(i).length() != lengths[i]) {
                return false;
            }
        }
        return true;
    }
}
