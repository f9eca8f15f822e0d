package id.rekap.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Hides people's numbers in a text: every run of 13 digits and more shows its last four, in groups or not, so that a NIK with
 * a digit too few or too many does not show a birth date. What reads as a NIP stays, and so do an agency's code and a date.
 */
final class Masked {
    /** A NIK that has lost three digits still holds the whole birth date. */
    private static final int LEAST = 13;

    /** From here on a group is a number by itself, whatever stands beside it. */
    private static final int WHOLE = 16;

    private static final int NIP_LENGTH = 18;
    private static final int SHOWN = 4;

    private final String text;
    private final StringBuilder out;

    private Masked(String text) {
        this.text = text;
        this.out = new StringBuilder(text);
    }

    static String of(String text) {
        return text.length() < LEAST || DigitGroups.count(text) < LEAST ? text : new Masked(text).hidden();
    }

    private String hidden() {
        for (List<DigitGroup> sequence : DigitGroups.sequences(text)) {
            List<DigitGroup> small = new ArrayList<>();
            for (DigitGroup group : sequence) {
                if (group.length() < WHOLE) {
                    small.add(group);
                    continue;
                }
                beside(small);
                small = new ArrayList<>();
                if (!(group.length() == NIP_LENGTH && NipShape.readsAs(group.digits()))) {
                    hide(List.of(group));
                }
                group.plainRuns(LEAST, NIP_LENGTH - 1).forEach(run -> hide(List.of(run)));
            }
            beside(small);
        }
        // the second half of a digit that takes two characters
        for (int i = out.length() - 1; i > 0; i--) {
            if (out.charAt(i) == '\0' && text.charAt(i) != '\0') {
                out.deleteCharAt(i);
            }
        }
        return out.toString();
    }

    /** Small groups in a row: without what is known to be no number of a person. */
    private void beside(List<DigitGroup> groups) {
        int from = 0;
        for (int i = 0; i < groups.size(); ) {
            int known = KnownGroups.at(groups.subList(i, groups.size()), text);
            if (known > 0) {
                one(groups.subList(from, i));
                from = i + known;
                i = from;
            } else {
                i++;
            }
        }
        one(groups.subList(from, groups.size()));
    }

    private void one(List<DigitGroup> groups) {
        int digits = groups.stream().mapToInt(DigitGroup::length).sum();
        if (digits < LEAST || KnownGroups.areTimes(groups, text)) {
            return;
        }
        for (int from = 0; from < groups.size(); from++) {
            int to = nipAt(groups, from);
            if (to > from) {
                one(groups.subList(0, from));
                one(groups.subList(to, groups.size()));
                return;
            }
        }
        hide(groups);
    }

    /** Behind the groups from here on that are a NIP together; {@code from} where they are none. */
    private static int nipAt(List<DigitGroup> groups, int from) {
        StringBuilder digits = new StringBuilder();
        for (int to = from; to < groups.size() && digits.length() < NIP_LENGTH; to++) {
            digits.append(groups.get(to).digits());
            if (digits.length() == NIP_LENGTH) {
                String no = digits.toString();
                boolean isNip = PossibleNumber.holds(no, PossibleNumber.ANY_DATE)
                        || (KnownGroups.haveLengths(groups.subList(from, to + 1), 8, 6, 1, 3) && NipShape.readsAs(no));
                return isNip ? to + 1 : from;
            }
        }
        return from;
    }

    private void hide(List<DigitGroup> groups) {
        int left = groups.stream().mapToInt(DigitGroup::length).sum() - SHOWN;
        for (DigitGroup group : groups) {
            for (int i = group.from(); i < group.to() && left > 0; i += Character.charCount(text.codePointAt(i))) {
                out.setCharAt(i, '*');
                if (Character.charCount(text.codePointAt(i)) == 2) {
                    out.setCharAt(i + 1, '\0');
                }
                left--;
            }
        }
    }
}
