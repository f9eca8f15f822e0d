package id.rekap.reconcile;

import java.util.ArrayList;
import java.util.List;

/**
 * How a counted row answers the mandate: a status for each obligation in its order, and what is added up of it.
 *
 * @param numbers what a count reports; 1 of a follow that is proven; else 0
 */
record RowStatuses(List<ObligationStatus> byObligation, List<Long> numbers) {
    private static final String LETTERS = "MUNRE";

    static RowStatuses notReported(int obligations) {
        List<ObligationStatus> statuses = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < obligations; i++) {
            statuses.add(ObligationStatus.NOT_REPORTED);
            numbers.add(0L);
        }
        return new RowStatuses(statuses, numbers);
    }

    /** One letter for each obligation, followed by its number if it has one: {@code M,N,R,M5}. */
    String encoded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < byObligation.size(); i++) {
            text.append(i == 0 ? "" : ",")
                    .append(LETTERS.charAt(byObligation.get(i).ordinal()));
            if (numbers.get(i) != 0) {
                text.append(numbers.get(i));
            }
        }
        return text.toString();
    }

    static RowStatuses decoded(String text) {
        List<ObligationStatus> statuses = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            statuses.add(ObligationStatus.values()[LETTERS.indexOf(one.charAt(0))]);
            numbers.add(one.length() == 1 ? 0L : Long.parseLong(one.substring(1)));
        }
        return new RowStatuses(statuses, numbers);
    }

    /** The same with one status changed. */
    RowStatuses with(int obligation, ObligationStatus status) {
        List<ObligationStatus> changed = new ArrayList<>(byObligation);
        changed.set(obligation, status);
        return new RowStatuses(changed, numbers);
    }

    /** The same with one status changed, and what is added up of it. */
    RowStatuses with(int obligation, ObligationStatus status, long number) {
        List<Long> changed = new ArrayList<>(numbers);
        changed.set(obligation, number);
        return new RowStatuses(with(obligation, status).byObligation(), changed);
    }
}
