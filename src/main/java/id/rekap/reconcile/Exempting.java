package id.rekap.reconcile;

import id.rekap.exemption.ExemptOn;
import id.rekap.exemption.Exemption;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.register.Person;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule 10: which of the mandate's obligations people are exempt from. */
final class Exempting {
    private final Mandate mandate;
    private final ExemptOn people;
    private final boolean[] fromNone;

    /** What the same words of exemptions mean is read once. */
    private final Map<String, boolean[]> read = new HashMap<>();

    Exempting(Mandate mandate, ExemptOn people) {
        this.mandate = mandate;
        this.people = people;
        this.fromNone = new boolean[mandate.obligations().size()];
    }

    /** For each obligation; not to be changed. */
    boolean[] of(Person person) {
        String words = people.of(person);
        return words.isEmpty() ? fromNone : read.computeIfAbsent(words, this::read);
    }

    /** The same in words, as {@link ExemptOn#of}. */
    String words(Person person) {
        return people.of(person);
    }

    private boolean[] read(String words) {
        List<String> ids = Arrays.asList(words.split(" ", -1));
        boolean[] exempt = new boolean[fromNone.length];
        for (int i = 0; i < exempt.length; i++) {
            exempt[i] = ids.contains(Exemption.ALL)
                    || ids.contains(mandate.obligations().get(i).id());
        }
        return exempt;
    }

    /** Does the person owe nothing at all? What is voluntary is not owed. */
    boolean isFromEverything(Person person) {
        boolean[] exempt = of(person);
        boolean isAnythingOwed = false;
        for (int i = 0; i < exempt.length; i++) {
            boolean isOwed = !mandate.obligations().get(i).voluntary();
            if (isOwed && !exempt[i]) {
                return false;
            }
            isAnythingOwed |= isOwed;
        }
        return isAnythingOwed;
    }

    /** Is there somebody, and nobody who owes this obligation? */
    boolean isEverybody(Collection<Person> all, String obligation) {
        List<String> ids = mandate.obligations().stream().map(Obligation::id).toList();
        int i = ids.indexOf(obligation);
        return i >= 0 && !people.isNobody() && !all.isEmpty() && all.stream().allMatch(person -> of(person)[i]);
    }

    /** How a person stands who would stand so. */
    RowStatuses exempted(Person person, RowStatuses statuses) {
        boolean[] exempt = of(person);
        RowStatuses exempted = statuses;
        for (int i = 0; i < exempt.length; i++) {
            if (exempt[i]) {
                exempted = exempted.with(i, ObligationStatus.EXEMPT);
            }
        }
        return exempted;
    }
}
